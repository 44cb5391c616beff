import Domain
import Testing

@testable import Scoring

@Suite struct `Sharing out points` {
  @Test func `gives the left-over hundredth to the largest remainder, then to the earlier part`() {
    #expect(Apportionment.share(10_000, by: [1, 1, 1]) == [3_334, 3_333, 3_333])
    #expect(Apportionment.share(10, by: [1, 2, 4]) == [1, 3, 6])
    #expect(Apportionment.share(100, by: [0, 5, 0]) == [0, 100, 0])
  }

  @Test func `gives nothing where nothing weighs anything`() {
    #expect(Apportionment.share(10_000, by: []) == [])
    #expect(Apportionment.share(10_000, by: [0, 0]) == [0, 0])
    #expect(Apportionment.share(10_000, by: [-5, .min]) == [0, 0])
  }

  @Test func `always adds up, keeps zero at zero and larger weights no smaller`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed)
    for _ in 0..<2_000 {
      let weights = (0..<Int(chance.next() % 40)).map { _ in
        chance.next() % 4 == 0 ? 0 : Int(truncatingIfNeeded: chance.next() % 5_000)
      }
      let parts = Apportionment.share(10_000, by: weights)
      #expect(parts.reduce(0, +) == (weights.contains { $0 > 0 } ? 10_000 : 0), "seed \(seed), \(weights)")
      for (weight, part) in zip(weights, parts) where weight == 0 { #expect(part == 0, "seed \(seed)") }
      for (left, right) in zip(weights.indices, weights.indices.dropFirst())
      where weights[left] < weights[right] {
        #expect(parts[left] <= parts[right] + 1, "seed \(seed), \(weights)")
      }
    }
  }

  @Test func `survives the largest numbers`() {
    #expect(Apportionment.share(.max, by: [.max, .max]).reduce(0, +) == .max)
    #expect(Share(passed: .max, asked: .max).of(.max) == .max)
    #expect(Share(passed: 1, asked: 3).of(10_000) == 3_333)
    #expect(Share(passed: 5, asked: 0).of(10_000) == 0)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a seeded generator, so that a failing test can be run again.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
