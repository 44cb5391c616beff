/// What may be drawn: with Unicode's blocks and lines, or with ASCII alone.
public enum Drawing: String, Hashable, Sendable, CaseIterable {
  case unicode, ascii
}

/// A row of values as a row of bars, one column each.
public enum Sparkline {
  /// The bars of these values, lowest to highest over `range`, or over the values' own range.
  ///
  /// No value, or one that is not finite, is a gap, never a zero. Where all values are equal the
  /// bars stand in the middle. Values outside `range` are drawn at its ends.
  public static func draw(
    _ values: [Double?], over range: ClosedRange<Double>? = nil, as drawing: Drawing = .unicode
  ) -> String {
    let finite = values.compactMap { $0 }.filter(\.isFinite)
    guard let low = range?.lowerBound ?? finite.min(), let high = range?.upperBound ?? finite.max()
    else { return String(repeating: " ", count: values.count) }
    let bars = bars(of: drawing)
    return String(values.map { bar(for: $0, from: low, to: high, among: bars) })
  }

  private static func bars(of drawing: Drawing) -> [Character] {
    switch drawing {
    case .unicode: Array("▁▂▃▄▅▆▇█")
    case .ascii: Array("_.-=+*#@")
    }
  }

  private static func bar(
    for value: Double?, from low: Double, to high: Double, among bars: [Character]
  ) -> Character {
    guard let value, value.isFinite else { return " " }
    let last = Double(bars.count - 1)
    // Halved first: the span of two huge values is beyond what a Double holds.
    let span = high / 2 - low / 2
    let part = span > 0 && span.isFinite ? min(max((value / 2 - low / 2) / span, 0), 1) : 0.5
    return bars[Int((part * last).rounded())]
  }
}
