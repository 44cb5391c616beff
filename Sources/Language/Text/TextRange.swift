/// A stretch of a text, counted both ways a reader of it may need.
///
/// UTF-8 offsets cut bytes, scalar offsets place carets; both count from 0 and stop before the upper bound.
public struct TextRange: Hashable, Sendable, Comparable {
  /// Offsets in UTF-8 bytes.
  public var utf8: Range<Int>
  /// Offsets in Unicode scalars.
  public var scalars: Range<Int>

  /// A stretch from offsets that belong together; nothing is checked against a text.
  public init(utf8: Range<Int>, scalars: Range<Int>) {
    self.utf8 = utf8
    self.scalars = scalars
  }

  /// Whether nothing stands in the stretch.
  public var isEmpty: Bool { utf8.isEmpty }

  /// The smallest stretch that holds both.
  public func through(_ other: TextRange) -> TextRange {
    TextRange(
      utf8: min(utf8.lowerBound, other.utf8.lowerBound)..<max(utf8.upperBound, other.utf8.upperBound),
      scalars: min(
        scalars.lowerBound, other.scalars.lowerBound)..<max(scalars.upperBound, other.scalars.upperBound))
  }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool { utf8.overlaps(other.utf8) }

  /// Whether all of `other` lies inside.
  public func contains(_ other: TextRange) -> Bool {
    utf8.lowerBound <= other.utf8.lowerBound && other.utf8.upperBound <= utf8.upperBound
  }

  /// By start, then by end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.utf8.lowerBound, left.utf8.upperBound) < (right.utf8.lowerBound, right.utf8.upperBound)
  }
}

extension String {
  /// The words at a range of this text; an offset outside it, or inside a character's bytes, is moved inwards.
  public subscript(range: TextRange) -> String {
    let bytes = utf8
    let lower = min(max(range.utf8.lowerBound, 0), bytes.count)
    let upper = min(max(range.utf8.upperBound, lower), bytes.count)
    return String(decoding: bytes.dropFirst(lower).prefix(upper - lower), as: UTF8.self)
  }
}
