import Language

/// Words of four syllables and more that few people say: "determinate", "titration", "contractual".
enum LongWords {
  /// So many make a text hard, however short its sentences are.
  private static let many = 4
  /// And at least one in so many words.
  private static let wordsForEach = 7

  /// Whether a reply is crowded with them; words of the customer are easy for the customer.
  static func crowd(_ reply: ReadReply, besides known: Set<String>) -> Bool {
    let long = Set(reply.reply.tokens.filter { isLong($0) && !known.contains($0.stem) }.map(\.stem))
    return long.count >= many && long.count * wordsForEach >= reply.reply.words.count
  }

  private static func isLong(_ token: Token) -> Bool {
    token.kind == .word && token.letterCase == .lower && Syllables.count(token.normal) >= 4
  }
}
