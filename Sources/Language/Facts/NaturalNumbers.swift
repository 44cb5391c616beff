/// The natural logarithm in plain arithmetic: the same bits whatever C library there is.
enum NaturalLogarithm {
  /// The logarithm of a positive, normal number; 0 for any other.
  static func of(_ number: Double) -> Double {
    guard number.isNormal, number > 0 else { return 0 }
    var exponent = Double(number.exponent)
    var part = number.significand
    if part > 1.414_213_562_373_095_1 {
      part /= 2
      exponent += 1
    }
    // The series of the inverse hyperbolic tangent: ln x = 2 artanh((x - 1) / (x + 1)).
    let ratio = (part - 1) / (part + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return 2 * ratio * sum + exponent * 0.693_147_180_559_945_3
  }
}

/// The exponential function in plain arithmetic: the same bits whatever C library there is.
enum Exponential {
  /// e to the power of `number`, which is held to -700…700; 1 for what is no number.
  static func of(_ number: Double) -> Double {
    guard !number.isNaN else { return 1 }
    let held = min(700, max(-700, number))
    let turns = (held / 0.693_147_180_559_945_3).rounded()
    let rest = held - turns * 0.693_147_180_559_945_3
    var sum = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / divisor }
    return sum * Double(sign: .plus, exponent: Int(turns), significand: 1)
  }
}

/// Products of vectors, in one fixed order of sums.
enum VectorProduct {
  /// The dot product; the longer vector's rest is ignored.
  static func dot(_ one: [Float], _ two: [Float]) -> Double {
    let count = min(one.count, two.count)
    return one.withUnsafeBufferPointer { left in
      two.withUnsafeBufferPointer { right in
        var lanes = SIMD16<Float>.zero
        var index = 0
        while index + 16 <= count {
          lanes += lane(left, index) * lane(right, index)
          index += 16
        }
        var sum: Float = 0
        for place in 0..<16 { sum += lanes[place] }
        while index < count {
          sum += left[index] * right[index]
          index += 1
        }
        return Double(sum)
      }
    }
  }

  @inline(__always)
  private static func lane(_ numbers: UnsafeBufferPointer<Float>, _ index: Int) -> SIMD16<Float> {
    UnsafeRawBufferPointer(numbers).loadUnaligned(fromByteOffset: index * 4, as: SIMD16<Float>.self)
  }
}
