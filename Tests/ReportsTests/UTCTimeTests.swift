import Domain
import Glibc
import Testing

@Suite struct `A moment in UTC` {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (999, "1970-01-01T00:00:00Z"),
    (-1_000, "1969-12-31T23:59:59Z"), (-1_001, "1969-12-31T23:59:58Z"),
    (951_782_400_000, "2000-02-29T00:00:00Z"), (951_868_800_000, "2000-03-01T00:00:00Z"),
    (1_709_164_800_000, "2024-02-29T00:00:00Z"), (1_735_603_199_000, "2024-12-30T23:59:59Z"),
    (4_107_456_000_000, "2100-02-28T00:00:00Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
    (-2_203_977_600_000, "1900-02-28T00:00:00Z"), (-2_203_891_200_000, "1900-03-01T00:00:00Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59Z"), (253_402_300_800_000, "+010000-01-01T00:00:00Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00Z"), (-62_167_219_200_001, "-000001-12-31T23:59:59Z"),
    (1_795_339_800_000, "2026-11-22T09:30:00Z"),
    (Int.max, "+292278994-08-17T07:12:55Z"), (Int.min, "-292275055-05-16T16:47:04Z"),
  ])
  func `is written by ISO 8601`(_ milliseconds: Int, _ text: String) {
    #expect(UTCTime.text(milliseconds: milliseconds) == text)
  }

  @Test func `is the one the C library gives`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let seconds = Int.random(in: -4_000_000_000_000...4_000_000_000_000, using: &random)
      var moment = time_t(seconds)
      var parts = tm()
      gmtime_r(&moment, &parts)
      let time = UTCTime(milliseconds: seconds * 1_000 + Int.random(in: 0..<1_000, using: &random))
      let expected = [parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
      #expect(
        [time.year - 1_900, time.month - 1, time.day, time.hour, time.minute, time.second]
          == expected.map(Int.init), "second \(seconds), seed \(seed)")
    }
  }
}

/// Random numbers from a seed that the test prints.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }
}
