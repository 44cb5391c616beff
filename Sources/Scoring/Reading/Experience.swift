import Language

/// What the customer went through, named in words that no list has.
enum Experience {
  /// An opening such as "that must have been", "no wonder", "nobody should have to", with what it opens.
  static func framed(in reply: ReadReply) -> [Hit] {
    let faults = reply.told(.trouble).map(\.tokens)
    let deeds = Set(reply.mentioned(.actionVerbs).flatMap(\.tokens))
    return reply.askedOrTold(.empathyFrames).filter { reply.isOwn($0.tokens.lowerBound) }
      .compactMap { widened($0, faults, deeds, in: reply) }
  }

  /// The frame through the last word that says something; nil when nothing but the fault itself follows.
  private static func widened(_ hit: Hit, _ faults: [Range<Int>], _ deeds: Set<Int>, in reply: ReadReply)
    -> Hit?
  {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return nil }
    let rest = hit.tokens.upperBound..<max(hit.tokens.upperBound, clause.tokens.upperBound)
    let said = rest.filter { index in
      reply.reply.tokens[index].carriesContent && !faults.contains { $0.contains(index) }
    }
    if said.count < 2, looksBack(hit, in: reply) { return hit }
    guard let first = said.first, let last = said.last else { return nil }
    let end: Int
    if opensState(hit, in: reply) {
      guard !deeds.contains(first), isState(first, from: hit.tokens.upperBound, in: reply) else { return nil }
      end = first
    } else {
      guard said.count >= 2, isAboutThem(hit, rest, in: reply) else { return nil }
      end = last
    }
    var wide = hit
    wide.tokens = hit.tokens.lowerBound..<end + 1
    wide.range = hit.range.through(TextRange(reply.reply.tokens[end].range))
    return wide
  }

  /// "Being declined at the till, no one should go through that": what they went through stands before the frame.
  private static func looksBack(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let isGeneral = ["no", "nobody", "anyone", "anybody", "who", "everyone"]
      .contains(reply.reply.tokens[hit.tokens.lowerBound].normal)
    return isGeneral && sentence.matter.count { $0 < hit.tokens.lowerBound } >= 2
  }

  /// "must be", "sounds": what follows is one word for a state.
  private static func opensState(_ hit: Hit, in reply: ReadReply) -> Bool {
    reply.reply.tokens[hit.tokens].contains { ["must", "sounds", "sound"].contains($0.normal) }
  }

  private static let degrees: Set<String> = [
    "so", "very", "really", "quite", "pretty", "rather", "absolutely", "utterly", "extremely", "incredibly",
    "a", "an",
    "such", "truly", "just", "deeply", "beyond", "more", "quite", "like", "terribly", "awfully",
  ]

  /// Words after "must be" that tell where something is, or what has to be done with it.
  private static func isState(_ index: Int, from start: Int, in reply: ReadReply) -> Bool {
    let before = reply.reply.tokens[start..<index].filter(\.isWordLike)
    guard before.allSatisfy({ degrees.contains($0.normal) }) else { return false }
    let token = reply.reply.tokens[index]
    return token.kind == .word && !tasks.contains(token.stem)
      && !["wrong", "possible", "mistaken", "available", "true", "due"].contains(token.normal)
  }

  private static let tasks = Set(
    [
      "return", "send", "sign", "pay", "register", "log", "connect", "plug", "complete", "fill", "confirm",
      "enter",
      "charge", "check", "open", "close", "dispatch", "deliver", "able", "careful", "patient", "calm",
      "correct",
      "mistake", "error", "duplicate", "approve", "present", "home", "online", "original", "unuse", "valid",
      "older",
      "good", "great", "right", "fine", "nice", "done", "arrange", "book", "update", "reset", "restart",
    ].map(Stemmer.stem))

  /// Whether the frame or what follows speaks of the customer.
  private static func isAboutThem(_ hit: Hit, _ rest: Range<Int>, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[hit.tokens.lowerBound..<rest.upperBound].map(\.normal)
    return words.contains { ["you", "your", "nobody", "anyone", "anybody", "everyone", "one"].contains($0) }
  }

  /// "I am a bit annoyed myself": the trainee's own feeling.
  static func isTheirOwn(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    let lead = reply.reply.tokens[clause.tokens.lowerBound..<hit.tokens.lowerBound].map(\.normal).suffix(4)
    guard let am = lead.lastIndex(of: "am") else { return false }
    return lead[am...].dropFirst().allSatisfy {
      ["a", "bit", "little", "quite", "so", "very", "really", "also", "too", "just", "as"].contains($0)
    }
  }
}
