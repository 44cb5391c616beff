/// An exact decimal number: 10, 10.0 and 10.00 are one value; no binary fraction is involved.
public struct Quantity: Hashable, Sendable, Comparable {
  /// The digits without the point, trailing zeros of the fraction removed.
  public let digits: Int
  /// How many of the digits stand after the point, 0–9.
  public let decimals: Int

  /// A whole number.
  public init(_ whole: Int) {
    digits = whole
    decimals = 0
  }

  /// `digits` with the point `decimals` places from the right; nil beyond nine places.
  public init?(digits: Int, decimals: Int) {
    guard (0...9).contains(decimals) else { return nil }
    var digits = digits
    var decimals = decimals
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    self.digits = digits
    self.decimals = decimals
  }

  /// The value in hundredths when it has no finer part and fits; for money, the minor unit.
  public var hundredths: Int? {
    guard decimals <= 2 else { return nil }
    let (product, overflow) = digits.multipliedReportingOverflow(
      by: decimals == 0 ? 100 : decimals == 1 ? 10 : 1)
    return overflow ? nil : product
  }

  /// The value as a whole number, if it is one.
  public var whole: Int? { decimals == 0 ? digits : nil }

  /// The product with a whole number, nil when it does not fit.
  public func times(_ factor: Int) -> Quantity? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Quantity(digits: product, decimals: decimals)
  }

  /// The sum, nil when it does not fit.
  public func plus(_ other: Quantity) -> Quantity? {
    let places = max(decimals, other.decimals)
    guard let left = scaled(to: places), let right = other.scaled(to: places) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Quantity(digits: sum, decimals: places)
  }

  private func scaled(to places: Int) -> Int? {
    var result = digits
    for _ in decimals..<max(decimals, places) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// By value; exact, whatever the number of places.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    let power = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
    let one = left.digits.multipliedFullWidth(by: power[right.decimals])
    let two = right.digits.multipliedFullWidth(by: power[left.decimals])
    return one.high == two.high ? one.low < two.low : one.high < two.high
  }
}

extension Quantity: CustomStringConvertible {
  /// Plain digits with a point: "64.9".
  public var description: String {
    guard decimals > 0 else { return String(digits) }
    let plain = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - plain.count)) + plain
    let sign = digits < 0 ? "-" : ""
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
