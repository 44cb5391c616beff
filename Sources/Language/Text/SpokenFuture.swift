/// Reads "I go send it" as "I will send it": the future of West African and other Englishes.
enum SpokenFuture {
  /// The tokens with each such "go" read as "will".
  static func read(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index].normal == "go" && persons.contains(tokens[index - 1].normal)
      && deeds.contains(tokens[index + 1].normal)
    {
      tokens[index].read(as: "will", .dialect)
    }
    return tokens
  }

  /// Whether a word may be read as another beside others.
  static func mayChange(_ word: String) -> Bool { word == "go" }

  private static let persons: Set<String> = ["i", "we", "he", "she", "they", "you", "it"]

  private static let deeds: Set<String> = [
    "send", "call", "ring", "check", "book", "refund", "change", "fix", "look", "tell", "ask", "give", "pay",
    "collect", "bring", "deliver", "replace", "cancel", "help", "do", "make", "take", "write", "come", "find",
    "open", "credit", "repair", "reply", "update", "let", "put", "get", "see", "arrive", "move", "start",
  ]
}
