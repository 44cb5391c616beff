import Glibc

/// Several runs of one thing, in order of time taken.
struct Measured {
  /// Seconds, sorted.
  var seconds: [Double] = []
  /// Seconds of processor time, sorted: what it takes on a machine with nothing else to do.
  var work: [Double] = []

  /// What takes longer than this many seconds is run without a warm-up: the first run counts.
  private static let long = 5.0

  /// Runs `body` once to warm up, unless that is not wanted, then `runs` times.
  init(runs: Int, warmsUp: Bool = true, _ body: () throws -> Void) rethrows {
    if warmsUp {
      let first = try Self.timed(body)
      if first > Self.long { seconds.append(first) }
    }
    while seconds.count < runs { seconds.append(try Self.timed(body)) }
    seconds.sort()
  }

  private static func timed(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
  }

  /// Runs `body` once for each input, after a few that do not count.
  init<Input>(each inputs: [Input], warmUps: Int = 5, _ body: (Input) -> Void) {
    inputs.prefix(warmUps).forEach(body)
    for input in inputs {
      let (start, worked) = (Self.now(), Self.now(CLOCK_PROCESS_CPUTIME_ID))
      body(input)
      seconds.append(Self.now() - start)
      work.append(Self.now(CLOCK_PROCESS_CPUTIME_ID) - worked)
    }
    seconds.sort()
    work.sort()
  }

  init(seconds: [Double]) { self.seconds = seconds.sorted() }

  var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }
  var least: Double { seconds.first ?? 0 }
  var most: Double { seconds.last ?? 0 }

  /// The middle and the 99th of a hundred, by the clock and in processor time.
  var ends: String { "\(Self.ends(seconds)) (processor: \(Self.ends(work)))" }

  private static func ends(_ sorted: [Double]) -> String {
    guard !sorted.isEmpty else { return "not measured" }
    let numbers = [sorted.count / 2, sorted.count * 99 / 100].map { place in
      let hundredths = Int((sorted[place] * 100_000).rounded())
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
    return "p50 \(numbers[0]) ms, p99 \(numbers[1]) ms"
  }

  /// Median with its spread, as milliseconds.
  var milliseconds: String {
    "\(Self.short(median * 1_000)) ms (\(Self.short(least * 1_000)) to \(Self.short(most * 1_000)))"
  }

  /// How many of `count` a second, median with its spread.
  func rate(of count: Int, _ unit: String) -> String {
    let rates = [median, most, least].map { Self.grouped(Int(Double(count) / max($0, 1e-9))) }
    return "\(rates[0]) \(unit)/s (\(rates[1]) to \(rates[2]))"
  }

  static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
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

/// Prints a line at once, so that a long run can be watched through a pipe.
func show(_ line: String) {
  print(line)
  fflush(nil)
}
