/// A place in a text, as people and editors count it.
public struct Position: Hashable, Sendable, Comparable {
  /// Line, from 1.
  public var line: Int
  /// Column in Unicode scalars, from 1.
  public var column: Int
  /// Distance from the start of the text in UTF-8 bytes, from 0.
  public var offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
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
