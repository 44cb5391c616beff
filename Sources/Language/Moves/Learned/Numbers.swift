/// The few functions of real numbers that learning needs, the same bits on every machine.
///
/// The C library's differ by processor and version; these are sums and products in a fixed order.
enum Numbers {
  /// e to the x, with an error below 1e-12 of the result; 0 far below, and no more than e to the 700.
  static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let bounded = min(x, 700)
    let power = (bounded * 1.4426950408889634).rounded()
    let rest = bounded - power * 0.6931471805599453
    // Taylor's series from the inside out.
    var sum = 1.0
    for index in reciprocals.indices { sum = 1 + rest * reciprocals[index] * sum }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  private static let reciprocals: InlineArray<13, Double> = [
    1 / 13, 1 / 12, 1 / 11, 1 / 10, 1 / 9, 1 / 8, 1 / 7, 1 / 6, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 1,
  ]

  /// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
  static func logarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return 0 }
    let ratio = (x.significand - 1) / (x.significand + 1)
    var power = ratio
    var sum = 0.0
    for step in stride(from: 1, through: 41, by: 2) {
      sum += power / Double(step)
      power *= ratio * ratio
    }
    return Double(x.exponent) * 0.6931471805599453 + 2 * sum
  }

  /// From any number to one between 0 and 1.
  static func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }

  /// The sum of products of `count` numbers each, in one fixed order of sixteen lanes.
  @inline(__always)
  static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int) -> Float {
    var lanes = SIMD16<Float>.zero
    var index = 0
    while index + 16 <= count {
      lanes +=
        UnsafeRawPointer(left + index).loadUnaligned(as: SIMD16<Float>.self)
        * UnsafeRawPointer(right + index).loadUnaligned(as: SIMD16<Float>.self)
      index += 16
    }
    var sum = folded(lanes)
    while index < count {
      sum += left[index] * right[index]
      index += 1
    }
    return sum
  }

  @inline(__always)
  private static func folded(_ lanes: SIMD16<Float>) -> Float {
    let eight = lanes.lowHalf + lanes.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The sum of products of two lists, as far as the shorter goes.
  static func dot(_ left: [Float], _ right: [Float]) -> Float {
    left.withUnsafeBufferPointer { one in
      right.withUnsafeBufferPointer { two in
        guard let first = one.baseAddress, let second = two.baseAddress else { return 0 }
        return dot(first, second, min(one.count, two.count))
      }
    }
  }
}
