import Synchronization

/// The last few vectors an encoder made.
///
/// Moves, tone and facts each read the same reply by sentence and whole; so each sentence is encoded once. Bounded: the
/// texts of two rounds of `limit` at most, and none longer than `longest` bytes.
final class RecentVectors: Sendable {
  private struct Rounds {
    var now: [String: [Float]] = [:]
    var before: [String: [Float]] = [:]
  }

  private let rounds = Mutex(Rounds())
  private let limit: Int
  private static let longest = 2_048

  init(limit: Int = 64) { self.limit = limit }

  /// The vector of a text, if it was kept not long ago.
  func vector(of text: String) -> [Float]? {
    rounds.withLock { $0.now[text] ?? $0.before[text] }
  }

  /// Keeps a vector, unless it is all noughts: that may only mean that memory ran out. When the round is full, the one
  /// before it is forgotten.
  func keep(_ vector: [Float], of text: String) {
    guard text.utf8.count <= Self.longest, vector.contains(where: { $0 != 0 }) else { return }
    rounds.withLock { rounds in
      if rounds.now.count >= limit {
        rounds.before = rounds.now
        rounds.now = [:]
      }
      rounds.now[text] = vector
    }
  }
}
