import Domain
import Language

/// Whether statements are made firmly where they are known, and openly where they are not.
///
/// The points open with useful work, so that silence is no honesty. A guess is fine with its source beside it, or
/// with a promise to find out.
struct HonestConfidence: CriterionKind {
  let keyword = "honest-confidence"
  let workAsked = 1
  let summary =
    "No chain of hedges, no guess told as a fact; what is not known is said, and that it will be found out."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else {
      return reading.actions.contains(where: \.isDeed)
        ? Finding.notApplicable("It was done without a word; nothing was stated.") : Finding.noReply
    }
    guard Self.isAsked(reading) else {
      return Finding.notApplicable("Nothing was asked yet that one could be sure or unsure about.")
    }
    if Self.onlyAsks(reading) {
      return Finding.notApplicable("Nothing was stated yet; so far you asked.")
    }
    let chains = reading.replies.compactMap(Hedges.chain)
    let takenBack = BareGuess.takenBack(in: reading)
    let guesses = reading.replies.compactMap(BareGuess.guess) + takenBack
    let unknown = reading.replies.indices.flatMap { OpenUnknown.told(in: reading, at: $0) }
    let open = unknown.filter { !$0.isTakenOn }
    var finding = Finding()
    finding.avoid("Says it firmly, without a chain of 'maybe' and 'I think'", chains.isEmpty)
    finding.ask(
      "Tells no guess as a fact", guesses.isEmpty && (chains.isEmpty || Self.holdsSomething(reading)))
    let isInsisted = takenBack.isEmpty && Set(guesses.map(\.reply.turn)).count > 1
    if !guesses.isEmpty, !isInsisted,
      !takenBack.isEmpty || BareGuess.standsOnGround(reading, besides: guesses)
    {
      finding.ask("Stands by something that was seen or is being done", true)
    }
    if !unknown.isEmpty { finding.ask("Says that or when the unknown will be found out", open.isEmpty) }
    for place in chains { finding.quote(place.reply.quote(place.range, .lost, "hedge upon hedge")) }
    for place in guesses { finding.quote(place.reply.quote(place.range, .lost, "who has checked that?")) }
    for place in unknown {
      finding.quote(
        place.reply.quote(place.range, place.isTakenOn ? .earned : .lost, place.isTakenOn ? "" : "and then?"))
    }
    return finding.evidence(
      Self.reason(
        chains: !chains.isEmpty, guesses: !guesses.isEmpty, open: !open.isEmpty, any: !unknown.isEmpty),
      better: Self.better(chains.first, open.first ?? guesses.first) ?? criterion.better)
  }

  /// Whether the customer said more than a greeting.
  private static func isAsked(_ reading: Reading) -> Bool {
    reading.customerTurns.isEmpty || !reading.asks.isEmpty
      || reading.customerTurns.contains { turn in
        turn.reply.words.count { !["hi", "hello", "hey", "good", "morning", "there"].contains($0.normal) }
          >= 2
          && !turn.reply.words.allSatisfy { Self.contacting.contains($0.normal) }
      }
  }

  /// "Hello? Can you hear me?" asks for nothing but an ear.
  private static let contacting: Set<String> = [
    "hi", "hello", "hey", "hiya", "good", "morning", "afternoon", "evening", "there", "can", "you", "hear",
    "me", "anyone", "anybody", "someone", "somebody", "is", "are", "am", "i", "this", "the", "on", "line",
    "still", "here", "through", "please", "speaking", "who", "with", "to", "it", "excuse",
  ]

  /// Whether anything stands without a hedge: a statement, or a deed somebody takes on.
  private static func holdsSomething(_ reading: Reading) -> Bool {
    reading.replies.contains { reply in
      if !Commitment.all(in: reply).isEmpty { return true }
      let hedged = Set(Hedges.places(in: reply).compactMap { reply.sentenceIndex(of: $0.lowerBound) })
      let roles = SentenceRole.roles(in: reply, of: reading)
      return reply.sentences.indices.contains { place in
        !hedged.contains(place) && [.tells, .acts, .background].contains(roles[place])
          && !reply.hears(.hedge, .guess, in: reply.sentences[place])
      }
    }
  }

  /// Whether every reply greets and asks, and states nothing that could be sure or unsure.
  private static func onlyAsks(_ reading: Reading) -> Bool {
    var isAsking = false
    for reply in reading.replies {
      let roles = SentenceRole.roles(in: reply, of: reading)
      for (role, sentence) in zip(roles, reply.sentences) where role != .frame || sentence.isQuestion {
        if isIntroduction(sentence, reply) { continue }
        guard sentence.isQuestion, Hedges.chain(in: reply) == nil else { return false }
        isAsking = true
      }
    }
    return isAsking
  }

  /// "Maja here, I've taken over from the assistant": who speaks, and nothing of the matter.
  private static func isIntroduction(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard !sentence.isQuestion, sentence.wordCount <= 12,
      !sentence.tokens.contains(where: { reply.reply.tokens[$0].value != nil })
    else { return false }
    let words = reply.normalWords(sentence.tokens)
    return words.dropFirst().prefix(4).contains("here")
      || words.starts(with: ["my", "name", "is"])
      || words.starts(with: ["this", "is"])
        && sentence.matter.isEmpty
  }

  // MARK: Words

  private static func reason(chains: Bool, guesses: Bool, open: Bool, any: Bool) -> String {
    if open { return "You said that you do not know; say also how and when you will find out." }
    if guesses {
      return "This is a guess told as a fact; say where you know it from, or that you will check."
    }
    if chains {
      return "Hedge upon hedge leaves nothing to hold on to; say what you know and check the rest."
    }
    return any
      ? "You said what you do not know and how you find out." : "You said what you know, no more and no less."
  }

  private static func better(_ chain: UnsurePlace?, _ open: UnsurePlace?) -> String? {
    if let open, let sentence = Rewording(open.reply, sentenceOf: open.tokens.lowerBound) {
      return sentence.appending("; I will check it now and tell you what I find")
    }
    guard let chain, let sentence = Rewording(chain.reply, sentenceOf: chain.tokens.lowerBound) else {
      return nil
    }
    return sentence.appending(": I will check and tell you for certain")
  }

  let examples = [
    CriterionExample(
      "what is known, plainly", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel is at the depot. I will call them now and tell you what they say."),
      ]),
    CriterionExample(
      "not known, and found out", .met, quotes: ["I do not know yet"],
      [
        .customer("Where is my parcel?"),
        .trainee("I do not know yet where your parcel is. I will ask the depot and write to you by 3 pm."),
      ]),
    CriterionExample(
      "not known, and left there", .partly, quotes: ["I don't know"],
      [
        .customer("Where is my parcel?"),
        .trainee("I don't know where your parcel is. The parcel left the depot on Monday."),
      ]),
    CriterionExample(
      "hedge upon hedge", .partly, quotes: ["I think it might possibly"],
      [
        .customer("Where is my parcel?"),
        .trainee("I think it might possibly be at the depot. Your parcel left Leeds on Monday."),
      ]),
    CriterionExample(
      "a guess told as a fact", .partly, quotes: ["must have left"],
      [
        .customer("Where is my parcel?"),
        .trainee("The driver must have left your parcel with a neighbour on Monday."),
      ]),
    CriterionExample(
      "nobody can promise for the carrier", .partly, quotes: ["definitely"],
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel will definitely be there on Monday. The depot is open until six."),
      ]),
    CriterionExample(
      "firm with a source", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("I have just called the depot. Your parcel will definitely be there on Monday."),
      ]),
    CriterionExample(
      "one careful word is no chain", .met,
      [
        .customer("Where is my parcel?"),
        .trainee("Your parcel should arrive on Friday, the tracking says. I will watch it for you."),
      ]),
    CriterionExample(
      "an offer is no hedge", .met,
      [
        .customer("My parcel is lost."),
        .trainee(
          "You may keep the voucher. Would you like me to send the parcel again, or could I refund it?"),
      ]),
    CriterionExample(
      "silence is no honesty", .missed, [.customer("Where is my parcel?"), .trainee("dunno")]),
  ]
}
