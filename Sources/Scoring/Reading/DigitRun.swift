import Domain
import Language

/// Digits that are read as one number of a code: "737", "448 190", "2-9-1-6", "two, nine, one, six".
struct DigitRun: Hashable {
  var digits: String
  var tokens: Range<Int>
  var range: TextRange
  /// Whether it was told digit by digit.
  var isSpelt: Bool

  /// The longest runs of a text, in order; numbers with a unit are none, and a comma only joins single digits.
  static func all(in reply: Reply) -> [DigitRun] {
    let bytes = Array(reply.text.utf8)
    var runs: [DigitRun] = []
    var open: [(index: Int, digits: String)] = []
    var hasComma = false
    func close() {
      if let run = DigitRun(open, in: reply) { runs.append(run) }
      open = []
    }
    for (index, token) in reply.tokens.enumerated() {
      if let digits = digits(of: token, in: bytes) {
        if hasComma, digits.utf8.count > 1 || open.last?.digits.utf8.count != 1 { close() }
        open.append((index, digits))
        hasComma = false
      } else if [",", "."].contains(token.normal), !open.isEmpty {
        hasComma = true
      } else if !["-", "–"].contains(token.normal) || open.isEmpty {
        close()
        hasComma = false
      }
    }
    close()
    return runs
  }

  private init?(_ parts: [(index: Int, digits: String)], in reply: Reply) {
    guard let first = parts.first, let last = parts.last else { return nil }
    digits = parts.map(\.digits).joined()
    tokens = first.index..<last.index + 1
    range = TextRange(reply.tokens[first.index].range).through(TextRange(reply.tokens[last.index].range))
    let written = reply.text.utf8.dropFirst(range.start).prefix(range.end - range.start)
    let isDigit = written.map { (0x30...0x39).contains($0) }
    isSpelt = digits.utf8.count >= 3 && !zip(isDigit, isDigit.dropFirst()).contains { $0 && $1 }
  }

  /// The digits of a token as they are written, or the one digit its word names.
  private static func digits(of token: Token, in bytes: [UInt8]) -> String? {
    if let place = names.firstIndex(of: token.normal) { return String(place % 10) }
    let range = TextRange(token.range)
    guard token.isWordLike, range.start <= range.end, range.end <= bytes.count else { return nil }
    let written = bytes[range.start..<range.end]
    let digits = written.filter { (0x30...0x39).contains($0) }
    let isBare = written.allSatisfy { (0x30...0x39).contains($0) || [0x20, 0x2D, 0x2C, 0x2E].contains($0) }
    return isBare && !digits.isEmpty ? String(decoding: digits, as: UTF8.self) : nil
  }

  /// Zero to nine, and what people say for zero.
  private static let names = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh",
  ]
}
