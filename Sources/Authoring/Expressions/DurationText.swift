import Domain

extension Milliseconds {
  /// The longest time a file may name: ten years.
  static let longestWritten = Milliseconds.seconds(3_650 * 86_400)

  /// Reads a time as files write it; nil when it is none, or longer than ten years.
  public init?(written text: String) {
    guard let time = try? Milliseconds.reading(text) else { return nil }
    self = time
  }

  /// Reads `90s`, `2m`, `1h`, `3d`, and sums such as `1m 30s`.
  static func reading(_ text: String) throws(ReadingProblem) -> Milliseconds {
    var scanner = TextScanner(text)
    var sum = Milliseconds.zero
    scanner.skipBlanks()
    repeat {
      sum = sum + (try step(&scanner))
      scanner.skipBlanks()
    } while !scanner.isAtEnd
    guard sum <= longestWritten else {
      throw ReadingProblem(
        range: 0..<text.utf8.count, message: "'\(text)' is longer than ten years",
        help: "a duration is a number with its unit: 90s, 2m, 1h or 3d")
    }
    return sum
  }

  private static func step(_ scanner: inout TextScanner) throws(ReadingProblem) -> Milliseconds {
    let digits = scanner.take(while: \.isDigit)
    guard let count = Int(scanner.text(digits)) else { throw problem(scanner, from: digits.lowerBound) }
    scanner.skipBlanks()
    let unit = scanner.take { !$0.isDigit && $0 != UInt8(ascii: " ") }
    guard let seconds = seconds[scanner.text(unit)] else {
      throw problem(scanner, from: digits.lowerBound, count: count, unit: scanner.text(unit))
    }
    return .seconds(count.saturatingTimes(seconds))
  }

  private static func problem(
    _ scanner: TextScanner, from start: Int, count: Int? = nil, unit: String = ""
  ) -> ReadingProblem {
    var help = "a duration is a number with its unit: 90s, 2m, 1h or 3d"
    if let count {
      help = unit.isEmpty ? "write its unit: \(count)s or \(count)m" : help
      if let first = unit.lowercased().first, seconds[String(first)] != nil {
        help = "write \(count)\(first)"
      }
    }
    let range = start..<max(scanner.at, scanner.bytes.count)
    return ReadingProblem(range: range, message: "'\(scanner.text(range))' is no duration", help: help)
  }

  private static let seconds = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
}
