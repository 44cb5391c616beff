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
  }

  /// One refusal a reply: its first; what follows in the same reply or the next may mend it.
  private static func refusals(in reading: Reading) -> [Refusal] {
    reading.replies.indices.compactMap { index in
      let reply = reading.replies[index]
      let exceptions = reply.mentioned(.refusalExceptions)
      let refusal =
        Hit.joined(reply.told(.refusals)).first { hit in
          !exceptions.contains { $0.tokens.overlaps(hit.tokens) }
        } ?? bareNo(in: reply, of: reading)
      guard let refusal else { return nil }
      let way = alternative(in: reply, besides: refusal)
      let isMended = index + 1 < reading.replies.count && alternative(in: reading.replies[index + 1]) != nil
      return Refusal(
        reply: reply, hit: refusal, alternative: way, hasAlternative: way != nil || isMended,
        hasReason: hasReason(reply, near: refusal))
    }
  }

  /// A sentence that opens with "no" or "not" after a question or a wish: "Not to Word yet".
  private static func bareNo(in reply: ReadReply, of reading: Reading) -> Hit? {
    guard let asked = reading.customerTurn(before: reply.turn)?.reply,
      asked.words.contains(where: { wishes.contains($0.normal) })
    else { return nil }
    return reply.mentioned(.bareRefusals).first { hit in
      reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound == hit.tokens.lowerBound
    }
  }

  private static let wishes: Set<String> = [
    "can", "could", "may", "want", "would", "please", "possible", "let",
  ]

  /// Words that offer something, with at least two words after them to say what.
  private static func alternative(in reply: ReadReply, besides refusal: Hit? = nil) -> TextRange? {
    let refusals = reply.told(.refusals)
    return reply.mentioned(.alternatives).first { hit in
      guard isOffer(hit, in: reply) else { return false }
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
      let follows = sentence.tokens.upperBound - hit.tokens.upperBound
      let isInRefusal = refusals.contains { $0.tokens.overlaps(hit.tokens) }
      return !isInRefusal && (follows >= 2 || sentence.wordCount >= 5)
    }?.range
  }

  /// Meant as said, or with its condition after it: "I could do one o'clock if that helps".
  private static func isOffer(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard reply.isOwn(hit.tokens.lowerBound) else { return false }
    if hit.isOffered { return true }
    guard !reply.reply.stance(of: hit.tokens).contains(.negated) else { return false }
    let opens = reply.clause(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? 0
    return !["if", "unless"].contains(reply.reply.tokens[opens].normal)
      && hit.tokens.lowerBound > 0 && reply.word(before: hit.tokens.lowerBound) != "if"
  }

  private static func hasReason(_ reply: ReadReply, near refusal: Hit) -> Bool {
    guard let place = reply.sentenceIndex(of: refusal.tokens.lowerBound) else { return false }
    return reply.mentioned(.reasons).contains { hit in
      guard let sentence = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
      return abs(sentence - place) <= 1 && reply.isOwn(hit.tokens.lowerBound)
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
      "nothing refused", .notApplicable,
      [
        .customer("Can I have a new one?"), .trainee("Of course, I will send it today."),
      ]),
  ]
}
