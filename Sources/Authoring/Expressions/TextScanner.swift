/// A cursor over the bytes of a small text such as `trust +8 satisfaction -6`.
struct TextScanner {
  let bytes: [UInt8]
  private(set) var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { at >= bytes.count }
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while let byte = next, isSkipped(byte) { at += 1 }
  }

  mutating func skipBlanks() { skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  /// Takes bytes as long as they please; the range may be empty.
  mutating func take(while pleases: (UInt8) -> Bool) -> Range<Int> {
    let start = at
    skip(pleases)
    return start..<at
  }

  /// Takes exactly this text, or nothing.
  mutating func take(_ text: StaticString) -> Bool {
    let end = at + text.utf8CodeUnitCount
    guard end <= bytes.count, text.withUTF8Buffer({ bytes[at..<end].elementsEqual($0) }) else { return false }
    at = end
    return true
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The stretch from `start` to the next blank: what a message quotes.
  func word(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
    return start..<end
  }
}
