/// Chance for a session: a number drawn from the seed and from where in the talk it is needed.
///
/// Keyed rather than streamed, so that going back to a turn draws the same again. The mixing is SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Chance {
  var seed: UInt64

  /// A whole number in 0..<`count`; 0 when there is nothing to choose.
  func choose(among count: Int, beat: Int, turn: Int, salt: UInt64 = 0) -> Int {
    guard count > 1 else { return 0 }
    return Int(draw(beat: beat, turn: turn, salt: salt) % UInt64(count))
  }

  /// The order 0..<`count` shuffled (Fisher and Yates).
  func order(of count: Int, beat: Int, turn: Int) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let other = choose(among: place + 1, beat: beat, turn: turn, salt: UInt64(place))
      order.swapAt(place, other)
    }
    return order
  }

  private func draw(beat: Int, turn: Int, salt: UInt64) -> UInt64 {
    var mixed = seed
    for part in [UInt64(truncatingIfNeeded: beat), UInt64(truncatingIfNeeded: turn), salt] {
      mixed = Self.mix(mixed &+ part &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15)
    }
    return mixed
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
