import CEncoder

/// A piece of a text with its own vector: what word-level comparisons and reasons are made of.
public struct TokenVector: Hashable, Sendable {
  /// The piece and where it stands.
  public let token: WordPieceToken
  /// Not of length one: the longer, the more the piece says ("refund" is longer than "the").
  public let values: [Float]

  /// A piece's vector.
  public init(token: WordPieceToken, values: [Float]) {
    self.token = token
    self.values = values
  }
}

/// The fast tier: one row a word piece; a text is the mean direction of its rows.
public final class StaticEncoder: SentenceEncoder, @unchecked Sendable {
  // Unchecked because of the handle: the C engine never changes a model after it is opened.
  /// Which of the two encoders this is.
  public let tier = EncoderTier.fast
  /// How many numbers a vector has.
  public let dimension: Int
  /// The most word pieces that are read of one text.
  public let longestText = 16_384
  /// The SHA-256 of the model's content, as its header tells it.
  public var digest: String { file.digest }
  private let file: ModelFile
  private let tokenizer: WordPiece
  private let handle: OpaquePointer
  private let recent = RecentVectors()

  /// More texts than this are a batch, and few of a batch come again.
  private static let mostOfOneReply = 128

  /// - Throws: `ModelFileTrouble` when the file is damaged or made for another vocabulary.
  public init(_ file: ModelFile, tokenizer: WordPiece) throws(ModelFileTrouble) {
    try file.requireSameVocabulary(tokenizer.vocabulary.file)
    var made: OpaquePointer?
    let status = tp_table_open(file.bytes.baseAddress, file.bytes.count, &made)
    guard status == TP_OK, let made else {
      throw .malformed(path: file.path, reason: ModelFile.reason(status))
    }
    self.file = file
    self.tokenizer = tokenizer
    handle = made
    dimension = file.parameter(TP_WIDTH)
  }

  deinit { tp_table_close(handle) }

  /// The text's pieces as `encode` reads them, `isCut` when the text was longer.
  public func pieces(of text: String) -> WordPieces {
    tokenizer.pieces(of: text, limit: longestText)
  }

  /// A vector of length one; all zero for a text without words, or if memory ran out.
  ///
  /// Texts encoded a moment ago are not encoded again, whoever asked for them.
  public func encode(_ text: String) -> [Float] {
    if let known = recent.vector(of: text) { return known }
    let vector = encodeAnew(text)
    recent.keep(vector, of: text)
    return vector
  }

  /// One vector a text, in order; the same bits as one by one.
  public func encode(_ texts: [String]) -> [[Float]] {
    texts.count > Self.mostOfOneReply ? texts.map(encodeAnew) : texts.map { encode($0) }
  }

  private func encodeAnew(_ text: String) -> [Float] {
    encode(tokens: pieces(of: text).tokens.map(\.id))
  }

  /// The mean direction of some pieces, such as those of one word or phrase; zero for none.
  public func encode(tokens ids: [Int32]) -> [Float] {
    var vector = [Float](repeating: 0, count: dimension)
    let status = tp_table_encode(handle, ids, ids.count, &vector)
    return status == TP_OK ? vector : [Float](repeating: 0, count: dimension)
  }

  /// A piece's own row, not of length one; zero for an id without a row.
  public func vector(ofToken id: Int32) -> [Float] {
    var vector = [Float](repeating: 0, count: dimension)
    let status = tp_table_row(handle, id, &vector)
    return status == TP_OK ? vector : [Float](repeating: 0, count: dimension)
  }

  /// Every piece of a text with its place and its row.
  public func tokenVectors(of text: String) -> [TokenVector] {
    pieces(of: text).tokens.map { TokenVector(token: $0, values: vector(ofToken: $0.id)) }
  }
}
