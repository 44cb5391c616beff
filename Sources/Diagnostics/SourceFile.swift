/// A text file as read: its path, its bytes as valid UTF-8, and where every line stands.
///
/// Making one never fails: a leading byte order mark is dropped, bytes that are not UTF-8 become U+FFFD, and
/// `encoding` remembers both. All offsets below count bytes of `bytes`, not of the file on disk.
public struct SourceFile: Hashable, Sendable {
  /// The path as people know it, printed in messages and never opened from here.
  public let path: String
  /// The text as valid UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Every line in order; at least one, even in an empty file.
  public let lines: [SourceLine]
  /// What was odd about the bytes on disk.
  public let encoding: EncodingNotes
  /// Characters before every so many bytes of long lines, so that columns are found fast.
  let columnSteps: [Int: [Int32]]

  /// Reads the bytes of a file; anything goes.
  public init(path: String, bytes raw: [UInt8]) {
    let decoded = DecodedBytes(raw)
    let table = LineTable(decoded.bytes)
    self.path = path
    self.bytes = decoded.bytes
    self.lines = table.lines
    self.columnSteps = table.columnSteps
    self.encoding = EncodingNotes(
      hasByteOrderMark: decoded.hasByteOrderMark, invalid: decoded.invalid,
      carriageReturns: table.carriageReturns, hasSuspects: table.hasSuspects)
  }

  /// Takes a text that is already in memory, such as a reply or a test's example.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The words of one line (counted from 1) without its line ending; empty when there is no such line.
  public func lineText(_ number: Int) -> String {
    guard lines.indices.contains(number - 1) else { return "" }
    return text(from: lines[number - 1].start, to: lines[number - 1].end)
  }

  /// The text between two byte offsets, clamped to the file and never in reverse.
  public func text(from start: Int, to end: Int) -> String {
    let from = min(max(start, 0), bytes.count)
    let to = min(max(end, from), bytes.count)
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// The text a span covers.
  public func text(of span: Span) -> String { text(from: span.start.offset, to: span.end.offset) }
}

/// One line of a text: a half-open range of byte offsets, its line ending left out.
public struct SourceLine: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just past the last byte before the line ending.
  public var end: Int
  /// Whether every byte is ASCII, so that columns are bytes.
  public var isASCII: Bool
}

/// What was odd about the bytes of a file, for the check that reports it.
public struct EncodingNotes: Hashable, Sendable {
  /// Whether the file began with a byte order mark.
  public var hasByteOrderMark: Bool
  /// The bytes that were not UTF-8, each now standing as one U+FFFD.
  public var invalid: [InvalidByte]
  /// Offsets of every carriage return, before a line feed or alone.
  public var carriageReturns: [Int]
  /// Whether control characters or invisible ones occur anywhere: a cheap hint, looked into only if set.
  public var hasSuspects: Bool

  /// One byte that was not part of any UTF-8 character.
  public struct InvalidByte: Hashable, Sendable {
    /// Where it stands in the file on disk, in bytes from 0.
    public var fileOffset: Int
    /// Where its U+FFFD stands in the text, in bytes from 0.
    public var offset: Int
    /// The byte itself.
    public var byte: UInt8
  }
}
