/// Arithmetic on marked stretches: what a feedback line underlines, and what it leaves plain.
public enum Highlight {
  /// The same stretches in order, empty ones dropped, those that overlap or touch made one.
  ///
  /// With `bridging: 1` stretches one byte apart (a space between two words) become one as well.
  public static func merged(_ ranges: [TextRange], bridging gap: Int = 0) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges.filter({ !$0.isEmpty }).sorted() {
      if let last = result.last, range.utf8.lowerBound - last.utf8.upperBound <= gap {
        result[result.count - 1] = last.through(range)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The parts of the stretches that lie inside `frame`, in order and merged.
  ///
  /// Exact when each stretch is cut at a place where the frame's two counts agree, as token bounds do.
  public static func clipped(_ ranges: [TextRange], to frame: TextRange) -> [TextRange] {
    merged(
      ranges.compactMap { range in
        guard range.overlaps(frame) else { return nil }
        return TextRange(
          utf8: range.utf8.clamped(to: frame.utf8), scalars: range.scalars.clamped(to: frame.scalars))
      })
  }

  /// What of `frame` no stretch covers, in order.
  public static func uncovered(_ ranges: [TextRange], in frame: TextRange) -> [TextRange] {
    var result: [TextRange] = []
    var utf8 = frame.utf8.lowerBound
    var scalar = frame.scalars.lowerBound
    for range in clipped(ranges, to: frame) {
      if utf8 < range.utf8.lowerBound {
        result.append(
          TextRange(utf8: utf8..<range.utf8.lowerBound, scalars: scalar..<range.scalars.lowerBound))
      }
      (utf8, scalar) = (range.utf8.upperBound, range.scalars.upperBound)
    }
    if utf8 < frame.utf8.upperBound {
      result.append(TextRange(utf8: utf8..<frame.utf8.upperBound, scalars: scalar..<frame.scalars.upperBound))
    }
    return result
  }

  /// How many UTF-8 bytes the stretches cover together.
  public static func coveredBytes(_ ranges: [TextRange]) -> Int {
    merged(ranges).reduce(0) { $0 + $1.utf8.count }
  }
}
