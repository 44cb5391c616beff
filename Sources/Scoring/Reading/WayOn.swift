import Domain
import Language

/// What can be done after a no: an offer in words or by meaning, or something the customer is told to do instead.
struct WayOn {
  private let reply: ReadReply

  init(_ reply: ReadReply) { self.reply = reply }

  func first(besides refusal: Hit?) -> TextRange? {
    offer ?? instruction(besides: refusal)
  }

  /// Words that offer something, with at least two words after them to say what.
  private var offer: TextRange? {
    let refusals = (reply.phrases[.refusals] ?? []).filter(\.holds)
    return reply.mentioned(.alternatives).first { hit in
      guard isOffer(hit) else { return false }
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
      let follows = sentence.tokens.upperBound - hit.tokens.upperBound
      let isInRefusal = refusals.contains { $0.tokens.overlaps(hit.tokens) }
      return !isInRefusal && (follows >= 2 || sentence.wordCount >= 5)
    }?.range
  }

  /// Meant as said, or with its condition after it: "I could do one o'clock if that helps".
  private func isOffer(_ hit: Hit) -> Bool {
    guard reply.isOwn(hit.tokens.lowerBound) else { return false }
    if hit.isOffered { return true }
    guard !reply.reply.stance(of: hit.tokens).contains(.negated) else { return false }
    let opens =
      reply.reply.clauses.first { $0.tokens.contains(hit.tokens.lowerBound) }?.tokens.lowerBound ?? 0
    return !["if", "unless"].contains(reply.reply.tokens[opens].normal)
      && hit.tokens.lowerBound > 0 && reply.word(before: hit.tokens.lowerBound) != "if"
  }

  /// "Use RTF", "try it at the basin": a deed asked of the customer, in the sentence of the no or after it.
  private func instruction(besides refusal: Hit?) -> TextRange? {
    let start = refusal.flatMap { reply.sentenceIndex(of: $0.tokens.lowerBound) } ?? 0
    let away = Set(
      reply.told(.sendsAway, .blaming).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let step = Steps(reply).bySentence.first { $0.sentence >= start && !away.contains($0.sentence) }
    return step.map { reply.sentences[$0.sentence].range }
  }

  /// Whether words open an offer rather than a reason.
  static func isOffering(_ words: [String]) -> Bool {
    words.prefix(2).contains { ["you", "can", "could", "shall", "try", "use", "but"].contains($0) }
  }
}
