import Domain

/// Whether the trainee keeps a low heat: nothing made smaller, no blame, no insult, no threat. An insult is a breach.
///
/// Always applies; the points open with useful work, so that silence is no calm.
struct CalmTone: CriterionKind {
  let keyword = "calm"
  let summary = "Does not belittle, blame, argue, insult or threaten."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let insults = Self.found([.insults], in: reading)
    let blame = Self.found([.blaming], in: reading)
    let smaller = Self.found([.minimising], in: reading)
    if insults.isEmpty, let closed = Conduct.closed(reading) { return closed }
    var finding = Finding()
    finding.ask("Takes the trouble as seriously as the customer does", smaller.isEmpty)
    finding.ask("Puts no blame on the customer and does not argue", blame.isEmpty)
    finding.ask("Insults and threatens nobody", insults.isEmpty)
    for quote in Self.quotes(insults, "insults or threatens") { finding.quote(quote) }
    for quote in Self.quotes(blame, "puts the blame on them") { finding.quote(quote) }
    for quote in Self.quotes(smaller, "makes it smaller") { finding.quote(quote) }
    if !insults.isEmpty { finding.breach() }
    let reason = Self.reason(insults: !insults.isEmpty, blame: !blame.isEmpty, smaller: !smaller.isEmpty)
    return finding.evidence(reason, better: criterion.better)
  }

  private static func found(_ lists: [LexiconName], in reading: Reading) -> [(ReadReply, Hit)] {
    reading.replies.flatMap { reply in
      lists.flatMap { reply.askedOrTold($0) }.map { (reply, $0) }
    }
  }

  private static func quotes(_ found: [(ReadReply, Hit)], _ note: String) -> [Quote] {
    found.prefix(2).map { reply, hit in reply.quote(hit.range, .lost, note) }
  }

  private static func reason(insults: Bool, blame: Bool, smaller: Bool) -> String {
    if insults { return "These words insult or threaten; nothing else in the talk can make up for them." }
    if blame { return "These words put the fault on the customer; say what happens now instead." }
    return smaller
      ? "These words make the trouble smaller; name it and go on." : "You kept the heat low throughout."
  }

  let examples = [
    CriterionExample(
      "calm and useful", .met,
      [
        .customer("This is the third time my parcel is lost!"),
        .trainee("Three lost parcels are three too many. I will open a trace for it now."),
      ]),
    CriterionExample(
      "as I said", .partly, quotes: ["As I said"],
      [
        .customer("Where is my parcel?"),
        .trainee("As I said, the parcel is at the depot. I will call the depot about it today."),
      ]),
    CriterionExample(
      "blame", .partly, quotes: ["You should have"],
      [
        .customer("My parcel went to my old address."),
        .trainee(
          "You should have changed the address. I am sorry for the parcel. I will call the depot now."),
      ]),
    CriterionExample(
      "an insult is a breach", .breached, quotes: ["idiot"],
      [
        .customer("Where is my parcel?"), .trainee("Only an idiot would ask."),
      ]),
    CriterionExample(
      "a denied blame is no blame", .met,
      [
        .customer("Did I do something wrong with the parcel?"),
        .trainee("It is not your fault that the parcel went back. I will send the parcel again today."),
      ]),
    CriterionExample("silence is not calm", .missed, [.customer("Where is my parcel?"), .trainee("ok")]),
  ]
}
