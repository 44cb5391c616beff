import Synchronization

/// What a kept vector belongs to: the same text under another model has another vector.
public struct VectorKey: Hashable, Sendable {
  /// The digest of the model's content.
  public let model: String
  /// The text as it was encoded.
  public let text: String

  /// A key.
  public init(model: String, text: String) {
    self.model = model
    self.text = text
  }
}

/// Keeps the vectors of examples, so that an unchanged example is never encoded twice.
public protocol VectorStore: Sendable {
  /// The kept vector, if there is one.
  func vector(for key: VectorKey) -> [Float]?
  /// Keeps a vector. A store may forget.
  func keep(_ vector: [Float], for key: VectorKey)
}

extension VectorStore {
  /// The vectors of texts in order: kept ones as they are, the others encoded together and kept.
  public func vectors(of texts: [String], by encoder: any SentenceEncoder) -> [[Float]] {
    var found = texts.map { vector(for: VectorKey(model: encoder.digest, text: $0)) }
    let missing = found.indices.filter { found[$0]?.count != encoder.dimension }
    let encoded = missing.isEmpty ? [] : encoder.encode(missing.map { texts[$0] })
    for (index, vector) in zip(missing, encoded) {
      keep(vector, for: VectorKey(model: encoder.digest, text: texts[index]))
      found[index] = vector
    }
    return found.map { $0 ?? [Float](repeating: 0, count: encoder.dimension) }
  }
}

/// Keeps vectors in memory, up to a number of them; then it starts anew.
public final class MemoryVectorStore: VectorStore {
  private let kept = Mutex<[VectorKey: [Float]]>([:])
  private let limit: Int

  /// A store of at most `limit` vectors.
  public init(limit: Int = 50_000) { self.limit = limit }

  /// The kept vector, if there is one.
  public func vector(for key: VectorKey) -> [Float]? { kept.withLock { $0[key] } }

  /// Keeps a vector; forgets all others when the store is full.
  public func keep(_ vector: [Float], for key: VectorKey) {
    kept.withLock { kept in
      if kept.count >= limit { kept.removeAll(keepingCapacity: true) }
      kept[key] = vector
    }
  }
}
