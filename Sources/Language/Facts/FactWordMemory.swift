import Synchronization

/// Words read for facts before: sentences have the words of their reply, and replies those of other replies. Only saves
/// time; a word is always read the same.
final class FactWordMemory: Sendable {
  /// Forgets everything at so many words, so that no text makes it grow without end: a few megabytes with their vectors.
  private static let most = 4_096

  private let known = Mutex<[String: FactWord]>([:])

  /// The word of a token without a value.
  func word(of token: Token, read: () -> FactWord) -> FactWord {
    guard token.normal.utf8.count <= Stemmer.longestWord else { return read() }
    if let word = known.withLock({ $0[token.normal] }), word.stem == token.stem { return word }
    let word = read()
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[token.normal] = word
    }
    return word
  }
}
