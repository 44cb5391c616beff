import Synchronization

/// Stems found before: most words of a text are among a few thousand. Only saves time; a stem is always the same.
final class StemMemory: Sendable {
  static let shared = StemMemory()

  /// Forgets everything at so many words, so that no text makes it grow without end.
  private static let most = 1 << 15

  private let known = Mutex<[String: String]>([:])

  func stem(_ word: String, find: (String) -> String) -> String {
    guard word.utf8.count <= Stemmer.longestWord else { return find(word) }
    if let stem = known.withLock({ $0[word] }) { return stem }
    let stem = find(word)
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[word] = stem
    }
    return stem
  }
}
