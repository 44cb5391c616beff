import CEncoder
import Dispatch
import Synchronization

/// The main tier: all-MiniLM-L6-v2 with whole-number weights, used where its file is mapped.
public final class TransformerEncoder: SentenceEncoder, @unchecked Sendable {
  // Unchecked because of the handle: the C engine never changes a model after it is opened.
  /// Which of the two encoders this is.
  public let tier = EncoderTier.main
  /// How many numbers a vector has.
  public let dimension: Int
  /// The most word pieces that are read of one text.
  public let longestText: Int
  /// The SHA-256 of the model's content, as its header tells it.
  public var digest: String { file.digest }
  private let file: ModelFile
  private let tokenizer: WordPiece
  let handle: OpaquePointer
  private let path: EncoderPath
  private let recent = RecentVectors()

  /// - Throws: `ModelFileTrouble` when the file is damaged or made for another vocabulary.
  public convenience init(_ file: ModelFile, tokenizer: WordPiece) throws(ModelFileTrouble) {
    try self.init(file, tokenizer: tokenizer, path: .best)
  }

  init(_ file: ModelFile, tokenizer: WordPiece, path: EncoderPath) throws(ModelFileTrouble) {
    try file.requireSameVocabulary(tokenizer.vocabulary.file)
    var made: OpaquePointer?
    let status = tp_transformer_open(file.bytes.baseAddress, file.bytes.count, &made)
    guard status == TP_OK, let made else {
      throw .malformed(path: file.path, reason: ModelFile.reason(status))
    }
    self.file = file
    self.tokenizer = tokenizer
    self.path = path
    handle = made
    dimension = file.parameter(TP_WIDTH)
    longestText = max(0, file.parameter(TP_POSITIONS) - 2)
  }

  deinit { tp_transformer_close(handle) }

  /// The text's pieces as `encode` reads them, `isCut` when the text was longer.
  public func pieces(of text: String) -> WordPieces {
    tokenizer.pieces(of: text, limit: longestText)
  }

  /// A vector of length one; all zero for a text without words, or if memory ran out.
  public func encode(_ text: String) -> [Float] { encode([text])[0] }

  /// One vector a text, in order; the same bits as one by one.
  ///
  /// Texts encoded a moment ago are not encoded again, whoever asked for them.
  public func encode(_ texts: [String]) -> [[Float]] {
    var vectors = texts.map(recent.vector(of:))
    let missing = vectors.indices.filter { vectors[$0] == nil }
    for (index, made) in zip(missing, encodeAnew(missing.map { texts[$0] }, along: nil)) {
      recent.keep(made.meaning, of: texts[index])
      vectors[index] = made.meaning
    }
    return vectors.map { $0 ?? zero }
  }

  /// What each text means, and what a branch makes of it: both as `encode` tells it, from one pass.
  func encode(_ texts: [String], along branch: EncoderBranch) -> [Branched] {
    var known: [Branched?] = texts.map { text in
      guard let meaning = recent.vector(of: text), let own = branch.recent.vector(of: text) else {
        return nil
      }
      return Branched(meaning: meaning, own: own)
    }
    let missing = known.indices.filter { known[$0] == nil }
    for (index, made) in zip(missing, encodeAnew(missing.map { texts[$0] }, along: branch)) {
      recent.keep(made.meaning, of: texts[index])
      branch.recent.keep(made.own, of: texts[index])
      known[index] = made
    }
    return known.map { $0 ?? Branched(meaning: zero, own: zero) }
  }

  /// Two vectors of one text.
  struct Branched: Equatable, Sendable {
    var meaning: [Float]
    /// What the branch makes of it; empty without one.
    var own: [Float]
  }

  /// Passes share nothing, so each core takes its own.
  private func encodeAnew(_ texts: [String], along branch: EncoderBranch?) -> [Branched] {
    let sentences = texts.map { pieces(of: $0).tokens.map(\.id) }
    let none = Branched(meaning: zero, own: branch == nil ? [] : zero)
    var vectors = [Branched](repeating: none, count: texts.count)
    // Neighbours in length share a pass over the weights, so that no pass is left half empty.
    let worded = sentences.indices.filter { !sentences[$0].isEmpty }
      .sorted { (sentences[$0].count, $0) < (sentences[$1].count, $1) }
    let passes = stride(from: 0, to: worded.count, by: Self.passSize).map { first in
      worded[first..<min(first + Self.passSize, worded.count)]
    }
    let encoded = Mutex([[Branched]](repeating: [], count: passes.count))
    DispatchQueue.concurrentPerform(iterations: passes.count) { number in
      let made = encode(passes[number].map { sentences[$0] }, along: branch)
      encoded.withLock { $0[number] = made }
    }
    for (pass, made) in zip(passes, encoded.withLock { $0 }) {
      for (index, vector) in zip(pass, made) { vectors[index] = vector }
    }
    return vectors
  }

  /// Every piece of a text with what it means in this place: the last layer's rows, not of length one.
  public func tokenVectors(of text: String) -> [TokenVector] {
    let tokens = pieces(of: text).tokens
    let ids = [tokenizer.vocabulary.start] + tokens.map(\.id) + [tokenizer.vocabulary.end]
    var rows = [Float](repeating: 0, count: ids.count * dimension)
    guard tp_transformer_rows(handle, path.number, ids, ids.count, &rows) == TP_OK else { return [] }
    return tokens.indices.map { index in
      let first = (index + 1) * dimension
      return TokenVector(token: tokens[index], values: Array(rows[first..<(first + dimension)]))
    }
  }

  private static let passSize = 16

  private var zero: [Float] { [Float](repeating: 0, count: dimension) }

  /// Vectors of lists of pieces, or none when memory ran out.
  private func encode(_ sentences: [[Int32]], along branch: EncoderBranch?) -> [Branched] {
    let (start, end) = (tokenizer.vocabulary.start, tokenizer.vocabulary.end)
    let ids = sentences.flatMap { [start] + $0 + [end] }
    let starts = sentences.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 2) }
    var vectors = [Float](repeating: 0, count: sentences.count * dimension)
    guard let branch else {
      let status = tp_transformer_encode(handle, path.number, ids, starts, sentences.count, &vectors)
      return status == TP_OK ? rows(vectors).map { Branched(meaning: $0, own: []) } : []
    }
    var own = vectors
    let status = tp_branch_encode(
      handle, branch.handle, path.number, ids, starts, sentences.count, &vectors, &own)
    return status == TP_OK ? zip(rows(vectors), rows(own)).map { Branched(meaning: $0, own: $1) } : []
  }

  private func rows(_ numbers: [Float]) -> [[Float]] {
    stride(from: 0, to: numbers.count, by: dimension).map { Array(numbers[$0..<($0 + dimension)]) }
  }
}
