/// A length of time, or a moment counted from a session's opening, in milliseconds.
///
/// Arithmetic saturates instead of trapping: hostile files and journals may hold any number.
public struct Milliseconds: Hashable, Sendable, Comparable, Codable {
  public var count: Int

  public init(_ count: Int) { self.count = count }

  /// Whole seconds as milliseconds.
  public static func seconds(_ seconds: Int) -> Milliseconds {
    Milliseconds(seconds.saturatingTimes(1_000))
  }

  public static let zero = Milliseconds(0)
  public static let minute = Milliseconds(60_000)

  public static func < (left: Milliseconds, right: Milliseconds) -> Bool { left.count < right.count }

  public static func + (left: Milliseconds, right: Milliseconds) -> Milliseconds {
    Milliseconds(left.count.saturatingPlus(right.count))
  }

  public static func - (left: Milliseconds, right: Milliseconds) -> Milliseconds {
    Milliseconds(left.count.saturatingPlus(0.saturatingMinus(right.count)))
  }

  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}

extension Int {
  /// The sum, or the nearest representable number.
  public func saturatingPlus(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  /// The difference, or the nearest representable number.
  public func saturatingMinus(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }

  /// The product, or the nearest representable number.
  public func saturatingTimes(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}
