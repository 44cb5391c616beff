/// Which encoder made a vector. Vectors of different tiers cannot be compared.
public enum EncoderTier: String, Hashable, Sendable, CaseIterable {
  /// The static table: microseconds a sentence, for bulk work, word-level reasons and as fallback.
  case fast
  /// The transformer: milliseconds a sentence, the best understanding.
  case main
}

/// Turns a text into a direction: the closer two texts in meaning, the larger their dot product.
///
/// The same text gives the same bits on every run, thread, processor and batch.
public protocol SentenceEncoder: Sendable {
  var tier: EncoderTier { get }
  /// How many numbers a vector has.
  var dimension: Int { get }
  /// The SHA-256 of the model's content; vectors kept elsewhere are good for this digest alone.
  var digest: String { get }
  /// The most word pieces that are read of one text; the rest of a longer text is not encoded.
  var longestText: Int { get }

  /// The text's pieces as `encode` reads them, `isCut` when the text was longer.
  func pieces(of text: String) -> WordPieces

  /// A vector of length one; all zero for a text without words, or if memory ran out.
  func encode(_ text: String) -> [Float]

  /// One vector a text, in order; the same bits as one by one, sooner.
  func encode(_ texts: [String]) -> [[Float]]
}
