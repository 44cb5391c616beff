import Glibc

/// Several runs of one thing, in order of time taken.
struct Measured {
  /// Seconds, sorted.
  var seconds: [Double]

  /// Runs `body` once to warm up, then `runs` times.
  init(runs: Int, _ body: () throws -> Void) rethrows {
    try body()
    seconds = []
    for _ in 0..<runs {
      let start = Self.now()
      try body()
      seconds.append(Self.now() - start)
    }
    seconds.sort()
  }

  init(seconds: [Double]) { self.seconds = seconds.sorted() }

  var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }
  var least: Double { seconds.first ?? 0 }
  var most: Double { seconds.last ?? 0 }

  /// Median with its spread, as milliseconds.
  var milliseconds: String {
    "\(Self.short(median * 1_000)) ms (\(Self.short(least * 1_000)) to \(Self.short(most * 1_000)))"
  }

  /// How many of `count` a second, median with its spread.
  func rate(of count: Int, _ unit: String) -> String {
    let rates = [median, most, least].map { Self.grouped(Int(Double(count) / max($0, 1e-9))) }
    return "\(rates[0]) \(unit)/s (\(rates[1]) to \(rates[2]))"
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
