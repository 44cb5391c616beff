/// One piece of a word, and where it stands.
public struct WordPieceToken: Hashable, Sendable {
  /// The piece's number in the vocabulary.
  public let id: Int32
  /// UTF-8 offsets in the text as it was given, upper-case letters and accents included.
  public let range: Range<Int>

  /// A piece at a place.
  public init(id: Int32, range: Range<Int>) {
    self.id = id
    self.range = range
  }
}

/// A text in word pieces.
public struct WordPieces: Hashable, Sendable {
  /// In reading order; no `[CLS]` or `[SEP]`.
  public let tokens: [WordPieceToken]
  /// Whether the text went on after the last token that was allowed.
  public let isCut: Bool

  /// Pieces in reading order.
  public init(tokens: [WordPieceToken], isCut: Bool) {
    self.tokens = tokens
    self.isCut = isCut
  }
}

/// BERT's uncased tokeniser, the same ids as Hugging Face's `tokenizers` for any text.
///
/// One difference, on purpose: `[SEP]` and its like in a text are words as any other; a trainee cannot
/// type a control token. Linear in the text's length.
public struct WordPiece: Sendable {
  let vocabulary: Vocabulary

  /// The SHA-256 of the vocabulary's content.
  public var digest: String { vocabulary.file.digest }

  /// - Throws: `ModelFileTrouble.malformed` when the file is no vocabulary.
  public init(_ file: ModelFile) throws(ModelFileTrouble) {
    vocabulary = try Vocabulary(file)
  }

  /// Cuts `text` into at most `limit` pieces.
  public func pieces(of text: String, limit: Int = .max) -> WordPieces {
    var text = text
    return text.withUTF8 { original in
      let clean = CleanText(original, by: vocabulary)
      return clean.bytes.withUnsafeBufferPointer { bytes in
        var cutter = WordCutter(vocabulary, clean, bytes, limit: max(0, limit))
        cutter.run()
        return WordPieces(tokens: cutter.tokens, isCut: cutter.isCut)
      }
    }
  }

  /// The text of a piece, `##` before one that continues a word; empty for no piece at all.
  public func text(of id: Int32) -> String { vocabulary.text(of: id) }
}

/// Parts a clean text into words and each word into the longest pieces there are.
private struct WordCutter {
  private(set) var tokens: [WordPieceToken] = []
  private(set) var isCut = false
  private let vocabulary: Vocabulary
  private let clean: CleanText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  /// The hashes of a piece's beginnings, by length; reused from piece to piece.
  private var hashes: [UInt32]

  init(
    _ vocabulary: Vocabulary, _ clean: CleanText, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) {
    self.vocabulary = vocabulary
    self.clean = clean
    self.bytes = bytes
    self.limit = limit
    hashes = [UInt32](repeating: 0, count: vocabulary.longestPiece + 1)
    tokens.reserveCapacity(min(limit, bytes.count / 4 + 4))
  }

  mutating func run() {
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x20 {
        place += 1
        continue
      }
      let end = Self.isPunctuation(bytes[place]) ? place + 1 : wordEnd(from: place)
      if tokens.count >= limit {
        isCut = true
        return
      }
      cut(place..<end)
      place = end
    }
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != 0x20, !Self.isPunctuation(bytes[end]) { end += 1 }
    return end
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Greedy: the longest piece that begins the word, then the longest that goes on, and so forth.
  private mutating func cut(_ word: Range<Int>) {
    let mark = tokens.count
    var place = word.lowerBound
    if isTooLong(word) { return addUnknown(word, droppingTo: mark) }
    while place < word.upperBound {
      guard let (id, end) = longestPiece(from: place, in: word) else {
        return addUnknown(word, droppingTo: mark)
      }
      tokens.append(WordPieceToken(id: id, range: clean.original(of: place..<end)))
      place = end
    }
    // A word is taken apart whole before its pieces are counted: an unknown end makes it unknown.
    if tokens.count > limit {
      tokens.removeLast(tokens.count - limit)
      isCut = true
    }
  }

  private mutating func addUnknown(_ word: Range<Int>, droppingTo mark: Int) {
    tokens.removeLast(tokens.count - mark)
    tokens.append(WordPieceToken(id: vocabulary.unknown, range: clean.original(of: word)))
  }

  private func isTooLong(_ word: Range<Int>) -> Bool {
    guard word.count > vocabulary.longestWord else { return false }
    var scalars = 0
    for place in word where startsScalar(place) { scalars += 1 }
    return scalars > vocabulary.longestWord
  }

  private func startsScalar(_ place: Int) -> Bool { bytes[place] & 0xC0 != 0x80 }

  private mutating func longestPiece(from start: Int, in word: Range<Int>) -> (Int32, Int)? {
    let continues = start > word.lowerBound
    let longest = min(word.upperBound - start, hashes.count - 1)
    hashes[0] = Vocabulary.startedHash(continues: continues)
    for length in 0..<longest {
      hashes[length + 1] = Vocabulary.extended(hashes[length], by: bytes[start + length])
    }
    var length = longest
    while length > 0 {
      let end = start + length
      if end == word.upperBound || startsScalar(end),
        let id = vocabulary.piece(
          bytes, from: start, to: end, continues: continues, hash: hashes[length])
      {
        return (id, end)
      }
      length -= 1
    }
    return nil
  }
}
