import Language

/// What the checks of recognition hear with. Vectors are kept for as long as the value lives, so over a whole library
/// no unchanged text is encoded twice.
public struct Recognition: Sendable {
  let encoder: any SentenceEncoder
  let store: any VectorStore
  let background: Background
  let facts: FactReader?

  /// - Parameters:
  ///   - encoder: the fast tier is meant: a library is checked in the time the main tier needs for one scenario.
  ///   - background: sentences that make no particular move.
  ///   - facts: judges the answers of facts and claims; without it S415 is silent.
  public init(
    encoder: any SentenceEncoder, store: any VectorStore = MemoryVectorStore(), background: Background,
    facts: FactReader? = nil
  ) {
    self.encoder = StoredEncoder(encoder: encoder, store: store)
    self.store = store
    self.background = background
    self.facts = facts
  }
}
