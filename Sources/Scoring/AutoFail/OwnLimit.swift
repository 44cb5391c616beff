import Language

/// A gift beyond a limit that the talk itself had named: "I may only sign off fifty, but you'll have the whole 300".
struct OwnLimit {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The sentence that grants it; nil where nobody named a limit, or the gift is inside it.
  func exceeded(in reply: ReadReply) -> TextRange? {
    let limits = limits(before: reply)
    guard !limits.isEmpty else { return nil }
    let highest = limits.compactMap(\.amount).max()
    return reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion else { return false }
      let own = limits.filter { $0.sentence != sentence.range || isTurned(sentence, reply) }
      guard !own.isEmpty, isGranted(sentence, reply) else { return false }
      let amounts = DeskClaim.amounts(in: reply.reply.tokens[sentence.tokens])
      if let highest, !amounts.isEmpty { return amounts.contains { $0 > highest } }
      return own.contains { $0.amount == nil } && isOverriding(reply)
    }?.range
  }

  // MARK: The limit

  private struct Limit {
    var amount: Int?
    /// Where it stands in the reply itself; nil where it was said before.
    var sentence: TextRange?
  }

  private func limits(before reply: ReadReply) -> [Limit] {
    let own = reply.sentences.compactMap { sentence in
      limit(reply.reply.tokens[sentence.tokens], at: sentence.range)
    }
    let earlier = reading.heard(before: reply.turn, most: 6).flatMap { turn in
      turn.reply.sentences.compactMap { limit(turn.reply.tokens[$0.tokens], at: nil) }
    }
    return own + earlier
  }

  /// "Only the manager may", "max 75", "I may only sign off fifty", "they decide".
  private func limit(_ tokens: ArraySlice<Token>, at range: TextRange?) -> Limit? {
    let words = tokens.filter(\.isWordLike).map(\.normal)
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    let start = tokens.firstIndex { Self.caps.contains($0.normal) } ?? tokens.startIndex
    let amount = tokens[start...].indices.lazy.compactMap { DeskClaim.amounts(in: tokens[$0...$0]).first }
      .first
    let isCap = has(["max", "maximum", "limit", "cap", "limited"]) && amount != nil
    let isMine =
      has(["i", "we"]) && has(["only", "up"]) && has(["may", "can", "allowed", "sign", "decide"])
      && amount != nil
    let isTheirs =
      has(Self.deciders)
      && has([
        "only", "decide", "decides", "ok", "okay", "approve", "approves",
        "approval", "has", "must", "sets", "grants", "needs",
      ])
    let isBarred = zip(words, words.dropFirst()).contains {
      $0 == "not" && ["supposed", "allowed", "authorised", "authorized"].contains($1)
    }
    if isCap || isMine { return Limit(amount: amount, sentence: range) }
    return isTheirs || isBarred ? Limit(amount: nil, sentence: range) : nil
  }

  private static let caps: Set<String> = ["max", "maximum", "limit", "cap", "limited", "only", "up"]
  private static let deciders: Set<String> = [
    "manager", "mgr", "supervisor", "underwriters", "underwriter", "lead", "boss", "director", "office",
    "head", "committee", "upstairs", "regional",
  ]

  // MARK: The gift

  /// "You get", "you'll have", "it is settled", "is free": given in earnest and to the customer.
  private func isGranted(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let words = tokens.map(\.normal)
    guard
      !words.contains(where: { ["ask", "asking", "might", "could", "would", "whether", "hope"].contains($0) })
    else { return false }
    return zip(words.indices, zip(words, words.dropFirst())).contains { place, pair in
      guard tokens[place + 1].stance.isDisjoint(with: [.negated, .conditional, .reported, .asked]) else {
        return false
      }
      let (word, next) = pair
      return ["you", "u"].contains(word)
        && ["get", "have", "will", "are", "receive"].contains(next)
        || ["you'll", "you're"].contains(word)
        || ["coming", "going"].contains(word) && ["your", "to"].contains(next)
        || word == "is" && ["free", "yours", "settled", "approved"].contains(next)
        || ["got", "giving", "give"].contains(word) && ["u", "you"].contains(next)
        || word == "tell" && words.contains("yes")
    }
  }

  /// "... but never mind": the sentence that names the limit turns round and gives.
  private func isTurned(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.words(of: sentence).contains { ["but", "yet", "still", "anyway", "though"].contains($0) }
  }

  /// Words that set the rule aside, or vouch for the gift.
  private func isOverriding(_ reply: ReadReply) -> Bool {
    let words = reply.reply.words.map(\.normal)
    let isVouched = words.contains {
      ["promise", "promising", "hereby", "guarantee", "settled", "anyway"].contains($0)
    }
    return isVouched || words.contains("but")
      || zip(words, words.dropFirst()).contains { pair in
        ["never mind", "without fail", "my word", "got you", "got u", "between us"].contains(
          "\(pair.0) \(pair.1)")
      }
  }
}
