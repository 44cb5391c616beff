/// A place in a text, as people and editors count it.
///
/// Kept in 32 bits a number, since a file read makes some of these for every word; larger ones are clamped.
public struct Position: Hashable, Sendable, Comparable {
  private var lineBits: Int32
  private var columnBits: Int32
  private var offsetBits: Int32

  public init(line: Int, column: Int, offset: Int) {
    lineBits = Int32(clamping: line)
    columnBits = Int32(clamping: column)
    offsetBits = Int32(clamping: offset)
  }

  /// Line, from 1.
  public var line: Int {
    get { Int(lineBits) }
    set { lineBits = Int32(clamping: newValue) }
  }

  /// Column in Unicode scalars, from 1.
  public var column: Int {
    get { Int(columnBits) }
    set { columnBits = Int32(clamping: newValue) }
  }

  /// Distance from the start of the text in UTF-8 bytes, from 0.
  public var offset: Int {
    get { Int(offsetBits) }
    set { offsetBits = Int32(clamping: newValue) }
  }

  /// The first place of any text.
  public static let start = Position(line: 1, column: 1, offset: 0)

  public static func < (left: Position, right: Position) -> Bool { left.offset < right.offset }
}

/// A stretch of a text: from `start` up to, not including, `end`. Empty when both are equal.
public struct Span: Hashable, Sendable {
  public var start: Position
  public var end: Position

  public init(_ start: Position, _ end: Position) {
    self.start = start
    self.end = end
  }

  /// The stretch from the start of this one to the end of `other`.
  public func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}
