import Dispatch
import Language
import Synchronization

/// An encoder that asks the store first, for whatever is encoded. Files are checked side by side and share examples:
/// who comes second waits for the vectors that another is making.
struct StoredEncoder: SentenceEncoder {
  let encoder: any SentenceEncoder
  let store: any VectorStore
  private let underway = Underway()

  init(encoder: any SentenceEncoder, store: any VectorStore) {
    self.encoder = encoder
    self.store = store
  }

  var tier: EncoderTier { encoder.tier }
  var dimension: Int { encoder.dimension }
  var digest: String { encoder.digest }
  var longestText: Int { encoder.longestText }

  func pieces(of text: String) -> WordPieces { encoder.pieces(of: text) }
  func encode(_ text: String) -> [Float] { encode([text]).first ?? [] }

  func encode(_ texts: [String]) -> [[Float]] {
    let missing = Set(texts).filter { store.vector(for: VectorKey(model: digest, text: $0)) == nil }
    if !missing.isEmpty {
      // Claimed in the order asked for, so that what is encoded together is the same in every run.
      underway.once(texts.filter(missing.contains)) { _ = store.vectors(of: $0, by: encoder) }
    }
    return store.vectors(of: texts, by: encoder)
  }
}

/// What is being made just now, by whom to be waited for.
private final class Underway: Sendable {
  private let claims = Mutex<[String: DispatchGroup]>([:])

  /// Makes what nobody else is making, then waits for those who make the rest. Nobody waits with work of their own
  /// undone, so two can never wait for each other.
  func once(_ texts: [String], make: ([String]) -> Void) {
    let done = DispatchGroup()
    done.enter()
    var mine: [String] = []
    var others: [DispatchGroup] = []
    claims.withLock { claims in
      for text in texts where claims[text] !== done {
        if let other = claims[text] {
          others.append(other)
        } else {
          claims[text] = done
          mine.append(text)
        }
      }
    }
    if !mine.isEmpty { make(mine) }
    claims.withLock { claims in mine.forEach { claims[$0] = nil } }
    done.leave()
    others.forEach { $0.wait() }
  }
}
