import Domain

/// Whether every refusal comes with its reason and with what can be done.
///
/// Does not apply where nothing was refused.
struct PositiveNo: CriterionKind {
  let keyword = "positive-no"
  let summary = "A 'no' comes with its reason and with what can be done instead."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let refusals = Self.refusals(in: reading)
    guard !refusals.isEmpty else { return Finding.notApplicable("Nothing had to be refused.") }
    let bare = refusals.first { !$0.hasAlternative }
    let unexplained = refusals.first { !$0.hasReason }
    var finding = Finding()
    finding.ask("Says what can be done instead", bare == nil)
    finding.ask("Gives the reason", unexplained == nil)
    if refusals.contains(where: { $0.isWhole }), refusals.contains(where: { !$0.isWhole }) {
      finding.ask("Once gives both", true)
    }
    for refusal in refusals {
      let isLost = !refusal.hasAlternative || !refusal.hasReason
      let note = refusal.hasAlternative ? "the reason is missing" : "and then what?"
      finding.quote(refusal.reply.quote(refusal.hit.range, isLost ? .lost : .earned, isLost ? note : ""))
      if let way = refusal.alternative {
        finding.quote(refusal.reply.quote(way, .earned, "what can be done"))
      }
    }
    return finding.evidence(Self.reason(bare, unexplained), better: Self.better(bare, unexplained, criterion))
  }

  private struct Refusal {
    var reply: ReadReply
    var hit: Hit
    var alternative: TextRange?
    var hasAlternative: Bool
    var hasReason: Bool
    var isWhole: Bool { hasAlternative && hasReason }
  }

  /// One refusal a reply: its first; what follows in the same reply or the next may mend it.
  private static func refusals(in reading: Reading) -> [Refusal] {
    reading.replies.indices.compactMap { index in
      let reply = reading.replies[index]
      guard let no = NoFinder.no(in: reply, of: reading) else { return nil }
      let ways = WayOn(reply)
      let way = ways.first(besides: no.hit)
      let isMended =
        index + 1 < reading.replies.count && WayOn(reading.replies[index + 1]).first(besides: nil) != nil
      return Refusal(
        reply: reply, hit: no.hit, alternative: way, hasAlternative: way != nil || isMended,
        hasReason: NoReason(reply, no, wished: reading.customerStems).isGiven)
    }
  }

  private static func reason(_ bare: Refusal?, _ unexplained: Refusal?) -> String {
    if bare != nil { return "The 'no' stands alone; go on to what you can do." }
    return unexplained == nil
      ? "You said no, said why, and said what you can do."
      : "You said what can be done; a short reason makes the 'no' easier to take."
  }

  private static func better(_ bare: Refusal?, _ unexplained: Refusal?, _ criterion: Criterion) -> String? {
    guard let refusal = bare ?? unexplained,
      let sentence = Rewording(refusal.reply, sentenceOf: refusal.hit.tokens.lowerBound)
    else { return criterion.better }
    return bare == nil
      ? sentence.appending(", because that is more than I am allowed to decide alone")
      : sentence.appending("; what I can do is ask my team lead today and tell you the answer")
  }

  let examples = [
    CriterionExample(
      "a yes is no refusal", .notApplicable,
      [
        .customer("Could I move to the other club? Does it have a pool?"),
        .trainee("It does, 20 metres, open 6 to 22 every day.", channel: "chat"),
      ]),
    CriterionExample(
      "no, why, and what instead", .met, quotes: ["I can't refund", "What I can do"],
      [
        .customer("I want all my money back."),
        .trainee(
          "I can't refund the full amount because my limit is 40 euros. What I can do is send a new one today."
        ),
      ]),
    CriterionExample(
      "unfortunately, and nothing after", .missed, quotes: ["Unfortunately"],
      [
        .customer("I want all my money back."), .trainee("Unfortunately that is not possible."),
      ]),
    CriterionExample(
      "an offer without the reason", .partly, quotes: ["I can't refund", "I can"],
      [
        .customer("I want all my money back."),
        .trainee("I can't refund all of it. I can send you a new one today."),
      ]),
    CriterionExample(
      "a reason without an offer", .partly, quotes: ["I can't refund"],
      [
        .customer("I want all my money back."), .trainee("I can't refund it because the parcel was opened."),
      ]),
    CriterionExample(
      "cannot apologise enough refuses nothing", .notApplicable,
      [
        .customer("My parcel is lost."), .trainee("I cannot apologise enough for the parcel."),
      ]),
    CriterionExample(
      "what was left undone refuses nothing", .notApplicable,
      [
        .customer("Nobody came on Monday. Can you please send somebody?"),
        .trainee("I am sorry that we did not come on Monday. I will send a technician today by two."),
      ]),
    CriterionExample(
      "a sigh refuses nothing", .notApplicable,
      [
        .customer("Can you help? The card in the bouquet was for somebody else."),
        .trainee("Oh no, sorry. We will send her the right card today."),
      ]),
    CriterionExample(
      "nothing refused", .notApplicable,
      [
        .customer("Can I have a new one?"), .trainee("Of course, I will send it today."),
      ]),
  ]
}
