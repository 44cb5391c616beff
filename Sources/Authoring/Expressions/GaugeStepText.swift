/// One step of the mood as written: `trust +8`.
struct GaugeStepDraft: Hashable, Sendable {
  var gauge: Written
  var amount: Int

  /// Reads `trust +8 satisfaction -6`; commas between the steps are welcome.
  static func reading(_ source: Written) throws(ReadingProblem) -> [GaugeStepDraft] {
    var scanner = TextScanner(source.text)
    var steps: [GaugeStepDraft] = []
    scanner.skip(isBetween)
    while !scanner.isAtEnd {
      steps.append(try step(&scanner, of: source))
      scanner.skip(isBetween)
    }
    guard !steps.isEmpty else {
      throw ReadingProblem(range: 0..<0, message: "no step of the mood is named here", help: help)
    }
    return steps
  }

  private static let help = "write each gauge with its signed step: trust +8 satisfaction -6"

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  private static func step(
    _ scanner: inout TextScanner, of source: Written
  ) throws(ReadingProblem) -> GaugeStepDraft {
    let name = scanner.take(while: \.isNameByte)
    guard !name.isEmpty, !scanner.bytes[name.lowerBound].isDigit else {
      let range = scanner.word(from: name.lowerBound)
      throw ReadingProblem(
        range: range, message: "'\(scanner.text(range))' is no name of a gauge", help: help)
    }
    scanner.skipBlanks()
    let amount = try signedNumber(&scanner, after: name)
    return GaugeStepDraft(gauge: source.part(name), amount: amount)
  }

  private static func signedNumber(
    _ scanner: inout TextScanner, after name: Range<Int>
  ) throws(ReadingProblem) -> Int {
    let start = scanner.at
    let sign = scanner.take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let digits = scanner.take(while: \.isDigit)
    guard sign.count == 1, !digits.isEmpty else {
      throw missingStep(scanner, after: name, digits: digits)
    }
    guard let number = Int(scanner.text(digits)), number <= 100 else {
      throw ReadingProblem(
        range: start..<digits.upperBound, message: "a step of the mood is at most 100 either way",
        help: "gauges run from 0 to 100")
    }
    return scanner.bytes[sign.lowerBound] == UInt8(ascii: "-") ? -number : number
  }

  private static func missingStep(
    _ scanner: TextScanner, after name: Range<Int>, digits: Range<Int>
  ) -> ReadingProblem {
    let gauge = scanner.text(name)
    let mend =
      digits.isEmpty
      ? help : "write \(gauge) +\(scanner.text(digits)) or \(gauge) -\(scanner.text(digits))"
    return ReadingProblem(
      range: name.lowerBound..<max(name.upperBound, digits.upperBound),
      message: "'\(gauge)' needs a signed step after it", help: mend)
  }
}
