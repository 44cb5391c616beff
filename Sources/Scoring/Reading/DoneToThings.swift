import Language

/// What is done to a thing or for somebody behind "I can" and "I will", whatever the verb.
enum DoneToThings {
  /// "Shift it", "fit you in", "put the pair of you on the list"; "see whether" finds something out.
  static func isDone(_ verb: Token, to rest: [String]) -> Bool {
    guard let next = rest.first else { return false }
    if ["see", "look"].contains(verb.normal) { return ["if", "whether"].contains(next) }
    guard !telling.contains(verb.stem) else { return false }
    if ["it", "them"].contains(next) { return true }
    return ["put", "fit", "get", "place", "squeeze", "slot", "move", "write"].contains(verb.normal)
      && ["you", "the"].contains(next)
      && rest.dropFirst().prefix(5).contains { ["in", "into", "on", "onto", "down", "through"].contains($0) }
  }

  /// What is said, felt or left is no deed done to a thing.
  private static let telling = Set(
    [
      "see", "hear", "know", "understand", "imagine", "tell", "say", "promise", "confirm", "believe", "think",
      "feel", "need", "want", "like", "love", "have", "be", "leave", "find", "explain", "appreciate",
      "accept",
      "mean", "let", "keep", "get", "read", "mention", "suggest", "recommend", "admit", "grant", "hope",
    ].map(Stemmer.stem))
}
