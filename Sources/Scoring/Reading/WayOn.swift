import Domain
import Language

/// What can be done after a no: an offer in words or by meaning, or something the customer is told to do instead.
struct WayOn {
  private let reply: ReadReply

  init(_ reply: ReadReply) { self.reply = reply }

  func first(besides refusal: Hit?) -> TextRange? {
    offer ?? instruction(besides: refusal) ?? deed(besides: refusal) ?? path(besides: refusal)
  }

  /// "If you leave the box with the driver he takes it back", "if I put it in your name, nothing stands in the way": a
  /// way that opens on a condition somebody can meet, told after the no.
  private func path(besides refusal: Hit?) -> TextRange? {
    let start = refusal?.tokens.upperBound ?? 0
    return reply.sentences.first { sentence in
      guard sentence.tokens.upperBound > start, sentence.standing == .own, !sentence.isQuestion else {
        return false
      }
      let words = reply.normalWords(max(start, sentence.tokens.lowerBound)..<sentence.tokens.upperBound)
      return words.indices.dropLast(5).contains { isWay(words[$0...]) }
    }?.range
  }

  /// "If" with a person and a deed; asking more or being unhappy is no way on.
  private func isWay(_ words: ArraySlice<String>) -> Bool {
    let opening = Array(words.prefix(4))
    return opening[0] == "if" && ["you", "i", "we"].contains(opening[1]) && !Self.idle.contains(opening[2])
      && !Self.idle.contains(opening[3])
  }

  private static let idle: Set<String> = [
    "have", "had", "need", "were", "are", "am", "was", "could", "would", "wish", "like", "do", "did", "want",
    "any", "ask", "not", "must", "can", "feel", "think", "disagree", "should",
  ]

  /// "I book him for the 9th", "she may sign it": what we do instead, or what somebody may.
  private func deed(besides refusal: Hit?) -> TextRange? {
    let start = refusal?.tokens.upperBound ?? 0
    let own = Commitment.all(in: reply).first { deed in
      deed.tokens.lowerBound >= start && reply.sentences[deed.sentence].wordCount >= 4
    }
    if let own { return reply.range(of: own.tokens) }
    return reply.reply.clauses.first { clause in
      clause.tokens.lowerBound >= start && reply.isOwn(clause.tokens.lowerBound) && isOpen(clause.tokens)
    }.map { TextRange($0.range) }
  }

  /// "He can ring me", "Dr Amin can", "any branch can do it": somebody and what they can do.
  private func isOpen(_ clause: Range<Int>) -> Bool {
    let tokens = reply.reply.tokens[clause].filter(\.isWordLike)
    if isOpenToOthers(tokens), !(reply.sentence(of: clause.lowerBound)?.isQuestion ?? true) { return true }
    return zip(tokens, tokens.dropFirst()).contains { pair in
      ["he", "she", "they", "you", "we", "i"].contains(pair.0.normal)
        && ["can", "could", "may", "will"].contains(pair.1.normal)
        && pair.1.stance.isDisjoint(with: [.negated])
    } && tokens.count >= 4 && !tokens.contains { ["help", "assist"].contains($0.normal) }
      && !(reply.sentence(of: clause.lowerBound)?.isQuestion ?? true)
  }

  /// Somebody other than the two who talk, and "can" behind them: who can do what the trainee may not.
  private func isOpenToOthers(_ tokens: [Token]) -> Bool {
    guard let place = tokens.firstIndex(where: { $0.normal == "can" }), (1...4).contains(place),
      tokens[place].stance.isDisjoint(with: [.negated, .conditional, .asked, .reported])
    else { return false }
    let who = tokens[..<place].map(\.normal)
    return Set(who).isDisjoint(with: ["i", "we", "it", "that", "this", "as", "which", "so", "them", "these"])
      && tokens.count >= 3 && !tokens.contains { $0.normal == "not" }
  }

  /// Words that offer something, with at least two words after them to say what.
  private var offer: TextRange? {
    let refusals = (reply.phrases[.refusals] ?? []).filter(\.holds)
    let closing = reply.mentioned(.checksBack, .closingChecks).compactMap {
      reply.sentenceIndex(of: $0.tokens.lowerBound)
    }
    return reply.mentioned(.alternatives).first { hit in
      guard isOffer(hit), let place = reply.sentenceIndex(of: hit.tokens.lowerBound),
        !closing.contains(place)
      else { return false }
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
