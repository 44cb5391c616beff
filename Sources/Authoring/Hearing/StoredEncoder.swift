import Language

/// An encoder that asks the store first, for whatever is encoded.
struct StoredEncoder: SentenceEncoder {
  let encoder: any SentenceEncoder
  let store: any VectorStore

  var tier: EncoderTier { encoder.tier }
  var dimension: Int { encoder.dimension }
  var digest: String { encoder.digest }
  var longestText: Int { encoder.longestText }

  func pieces(of text: String) -> WordPieces { encoder.pieces(of: text) }
  func encode(_ texts: [String]) -> [[Float]] { store.vectors(of: texts, by: encoder) }
  func encode(_ text: String) -> [Float] { encode([text]).first ?? [] }
}
