import Domain

/// Whether the trainee keeps a low heat: nothing made smaller, no blame, no insult, no threat. An insult is a breach.
///
/// An angry or abusive customer is also led on: by a choice, a deed or a calm boundary.
/// Always applies; the points open with useful work, so that silence is no calm.
struct CalmTone: CriterionKind {
  let keyword = "calm"
  let workAsked = 2
  let summary = "Does not belittle, blame, argue, insult or threaten; leads an angry customer on."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let insults = Self.found(in: reading) { Blame.insults(in: $0, reading) + Self.threats(in: $0) }
    let blame = Self.found(in: reading) { reply in
      Slight.found(.blaming, .blaming, among: reply.askedOrTold(.blaming), in: reply)
        .filter { !Blame.isAcknowledging($0, in: reply) } + Blame.doubts(in: reply)
    }
    let smaller = Self.found(in: reading) {
      Slight.found(.minimising, .minimising, among: $0.askedOrTold(.minimising), in: $0)
    }
    let talkedDown = Self.talkedDown(in: reading)
    if insults.isEmpty, reading.replies.isEmpty { return Finding.noReply }
    var finding = Finding()
    let isHot = Heat.isHigh(in: reading)
    let way = isHot ? Self.wayOn(reading) : nil
    finding.ask(
      "Makes nothing smaller, blames nobody and talks down to nobody",
      smaller.isEmpty && blame.isEmpty && talkedDown.isEmpty && insults.isEmpty)
    if isHot {
      finding.ask("Offers the angry customer a choice, a way on or a calm boundary", way != nil)
    } else {
      finding.ask("Goes on with the matter", reading.workMeasure >= 1_000)
    }
    for quote in Self.quotes(insults, "insults or threatens") { finding.quote(quote) }
    for quote in Self.quotes(blame, "puts the blame on them") { finding.quote(quote) }
    for quote in Self.quotes(smaller, "makes it smaller") { finding.quote(quote) }
    for quote in Self.quotes(talkedDown, "talks down to them") { finding.quote(quote) }
    finding.quote(way)
    if !insults.isEmpty { finding.breach() }
    let reason = Self.reason(
      insults: !insults.isEmpty, blame: !(blame + talkedDown).isEmpty, smaller: !smaller.isEmpty,
      stuck: isHot && way == nil)
    return finding.evidence(reason, better: criterion.better)
  }

  private static func found(
    in reading: Reading, _ hits: (ReadReply) -> [Hit]
  ) -> [(ReadReply, Hit)] {
    reading.replies.flatMap { reply in hits(reply).map { (reply, $0) } }
  }

  /// Threats that were heard surely and name the customer; talk of safety, of the law's own path or of a way on is none.
  private static func threats(in reply: ReadReply) -> [Hit] {
    reply.heard(.threat, surely: 0.85).filter { act in
      let words = reply.normalWords(act.passage.tokens)
      guard words.contains(where: { ["you", "your", "yours"].contains($0) }), !isLeave(words),
        Slight.stands(act, in: reply)
      else {
        return false
      }
      return reply.heard(.safetyResponse, .safePath, .boundary, .remedy).allSatisfy {
        !$0.passage.tokens.overlaps(act.passage.tokens)
      }
    }
    .map(reply.hit)
  }

  /// "You may destroy the cheque", "you can cut the card up": leave to deal with a thing threatens nobody.
  static func isLeave(_ words: [String]) -> Bool {
    let rest = words.drop { ["so", "then", "now", "and", "also", "please", "but"].contains($0) }
    guard rest.first == "you", let leave = rest.dropFirst().first,
      ["may", "can", "could", "should", "must", "need"].contains(leave)
    else { return false }
    let deed = rest.dropFirst(2).drop {
      ["now", "then", "safely", "simply", "just", "also", "to"].contains($0)
    }
    guard !deed.contains(where: { dared.contains($0) }) else { return false }
    return deed.dropFirst().prefix(3).contains {
      ["the", "that", "this", "it", "them", "these", "those", "any", "old", "all"].contains($0)
    } && !rest.dropFirst(2).contains { person.contains($0) }
  }

  /// What nobody is given leave to do in earnest.
  private static let dared: Set<String> = [
    "shove", "stick", "forget", "whistle", "kiss", "expect", "bet", "lose", "read", "understand", "grasp",
    "not",
  ]
  /// Whoever a threat could fall on.
  private static let person: Set<String> = [
    "you", "your", "yours", "yourself", "i", "me", "my", "we", "us", "our", "consequences", "regret", "court",
    "lawyer",
    "police", "shove", "kiss", "stick", "stuff", "whistle",
  ]

  /// Scorn and threats that were heard in a talk about trouble: no breach without a phrase, but points lost.
  private static func talkedDown(in reading: Reading) -> [(ReadReply, Hit)] {
    guard Grievance.isTold(in: reading) else { return [] }
    return reading.replies.flatMap { reply in
      reply.heard(.insult, .threat, surely: 0.85)
        .filter { act in
          !isLeave(reply.normalWords(act.passage.tokens)) && !Blame.isAtRest(reply.hit(act), in: reply)
            && Slight.stands(act, in: reply)
            && reply.heard(.boundary, .safetyResponse, .remedy, .impact, .acknowledgement, .thanksFor)
              .allSatisfy {
                !$0.passage.tokens.overlaps(act.passage.tokens)
              }
        }
        .map { (reply, reply.hit($0)) }
    }
  }

  /// The first words after the anger that lead on: a boundary, an offer, or a deed.
  private static func wayOn(_ reading: Reading) -> Quote? {
    let start = reading.customerTurns.first(where: Heat.isHigh)?.turn ?? 0
    for reply in reading.replies where reply.turn > start {
      if let hit = boundary(in: reply) { return reply.quote(hit.range, .earned, "a calm boundary") }
      if let offer = reply.heard(.calmingChoice, .remedy, .boundary, surely: 0.6).first {
        return reply.quote(TextRange(offer.passage.range), .earned, "a way on")
      }
      if let deed = Commitment.all(in: reply).first(where: { !isReceipt($0, in: reply) }) {
        return reply.quote(reply.range(of: deed.tokens), .earned, "a way on")
      }
      if let hit = reply.offered(.alternatives).first(where: { isOffer($0, in: reply) }) {
        return reply.quote(hit.range, .earned, "a choice")
      }
    }
    return nil
  }

  /// "We have taken note of your letter" leads nowhere.
  private static func isReceipt(_ deed: Commitment, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(deed.tokens)
    return !words.contains("will")
      && words.contains {
        ["note", "noted", "seen", "see", "read", "received", "taken", "heard"].contains($0)
      }
  }

  /// A limit without a threat; the denied form ("please do not insult") counts as well.
  private static func boundary(in reply: ReadReply) -> Hit? {
    reply.mentioned(.boundaries).first { reply.isOwn($0.tokens.lowerBound) }
  }

  /// "I can", "you could" with something to do behind it.
  private static func isOffer(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), sentence.wordCount >= 4 else {
      return false
    }
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    guard words == ["i", "can"] || words == ["you", "can"] else { return true }
    let rest = reply.reply.tokens[
      hit.tokens.upperBound..<max(hit.tokens.upperBound, sentence.tokens.upperBound)]
    guard let next = rest.first?.normal else { return false }
    return !["see", "imagine", "understand", "hear", "not", "only", "just", "tell"].contains(next)
  }

  private static func quotes(_ found: [(ReadReply, Hit)], _ note: String) -> [Quote] {
    found.prefix(2).map { reply, hit in reply.quote(hit.range, .lost, note) }
  }

  private static func reason(insults: Bool, blame: Bool, smaller: Bool, stuck: Bool) -> String {
    if insults { return "These words insult or threaten; nothing else in the talk can make up for them." }
    if blame { return "These words put the fault on the customer; say what happens now instead." }
    if smaller { return "These words make the trouble smaller; name it and go on." }
    return stuck
      ? "You stayed calm; give the anger somewhere to go: a choice, a deed, or a calm limit."
      : "You kept the heat low throughout."
  }

  let examples = [
    CriterionExample(
      "calm and useful", .met,
      [
        .customer("This is the third time my parcel is late!"),
        .trainee("Three late parcels are three too many. I will open a trace for the parcel now."),
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
    CriterionExample(
      "an angry customer is led on", .met, quotes: ["I will open"],
      [
        .customer("You are useless, my parcel is lost AGAIN and I am furious!"),
        .trainee("A second lost parcel is bad. I will open a trace with the depot now.", channel: "phone"),
      ]),
    CriterionExample(
      "a calm boundary", .met, quotes: ["I ask that we"],
      [
        .customer("You idiots lost my parcel!"),
        .trainee(
          "I want to find the parcel, and I ask that we keep it polite. The parcel was last seen at the depot. "
            + "What is the postcode on the parcel?"),
      ]),
    CriterionExample(
      "anger with nowhere to go", .partly,
      [
        .customer("I am furious, my parcel is lost!"),
        .trainee(
          "A lost parcel is upsetting. The parcel was last seen at the depot on Monday.", channel: "email"),
      ]),
    CriterionExample(
      "words that only look like blame", .met, quotes: ["I will send"],
      [
        .customer("My parcel is late, this is ridiculous!"),
        .trainee(
          "You should have received the parcel on Monday, thank you for being patient. So that it does not get lost "
            + "again, I will send the parcel by courier."),
      ]),
    CriterionExample(
      "what nobody should have to do is no blame", .met,
      [
        .customer("I was promised a free month and now the bill is full."),
        .trainee(
          "You shouldn't have to chase the free month. I will take it off the bill now, so you should not have to "
            + "ask again."),
      ]),
    CriterionExample(
      "the customer's word in doubt", .partly,
      quotes: [
        "If you were really charged for 9", "we will refund the difference once you have proved this",
      ],
      [
        .customer("We were 8 at lunch and were charged for 9."),
        .trainee(
          "If you were really charged for 9, we will refund the difference once you have proved this."),
      ]),
    CriterionExample(
      "what did not reach them is no fault of theirs", .met,
      [
        .customer("I never got the reminder for the jab."),
        .trainee(
          "I am sorry that you did not get the reminder. Your number had a digit missing and I have corrected it. "
            + "I will book the jab for tomorrow at 9."),
      ]),
    CriterionExample(
      "you personally is no you people", .met,
      [
        .customer("Nobody called me back yesterday as you promised."),
        .trainee("I am sorry that nobody called you back. I will call you personally today at 4 pm."),
      ]),
    CriterionExample(
      "nobody forces you, whatever the verb", .partly, quotes: ["Nobody obliges you"],
      [
        .customer("My parcel cost 12 pounds to send."),
        .trainee("Nobody obliges you to use us. I will call the depot about the parcel now."),
      ]),
    CriterionExample(
      "get lost is a breach", .breached, quotes: ["get lost"],
      [
        .customer("Where is my parcel?"), .trainee("Oh, just get lost."),
      ]),
    CriterionExample("silence is not calm", .missed, [.customer("Where is my parcel?"), .trainee("ok")]),
  ]
}
