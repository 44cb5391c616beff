/// Reads a table byte by byte: line after line, and in each line what stands between the tabs.
///
/// Empty lines and notes (`# `) are passed over. Fields are ranges of `bytes`: no string is made that nobody asks for.
struct FieldReader {
  let bytes: [UInt8]
  /// The number of the line being read, from 1.
  private(set) var line = 0
  /// Where the rest of the line begins.
  private var place = 0
  /// Whether a field of the line is still to be read.
  private var hasField = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Moves to the next line; false when there is none.
  mutating func nextLine() -> Bool {
    while hasField { _ = nextField() }
    if line > 0 { place += 1 }
    line += 1
    while place < bytes.count {
      if bytes[place] != Self.feed, !isNote(at: place) {
        hasField = true
        return true
      }
      while place < bytes.count, bytes[place] != Self.feed { place += 1 }
      place += 1
      line += 1
    }
    return false
  }

  /// The next field of the line, which may be empty; nil when all were read.
  mutating func nextField() -> Range<Int>? {
    guard hasField else { return nil }
    let start = place
    let end = Self.end(ofFieldFrom: start, in: bytes.span)
    hasField = end < bytes.count && bytes[end] == Self.tab
    place = hasField ? end + 1 : end
    return start..<end
  }

  private static func end(ofFieldFrom start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != tab, bytes[end] != feed { end += 1 }
    return end
  }

  private func isNote(at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "#") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: " ")
  }

  private static var feed: UInt8 { 0x0A }
  private static var tab: UInt8 { 0x09 }

  // MARK: What a field holds

  /// The text of a field.
  func text(_ field: Range<Int>) -> String { String(decoding: bytes[field], as: UTF8.self) }

  /// Whether a field begins with these bytes.
  func starts(_ field: Range<Int>, with beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { bytes[field].starts(with: $0) }
  }

  /// Whether a field holds these bytes and no others.
  func holds(_ field: Range<Int>, _ text: StaticString) -> Bool {
    field.count == text.utf8CodeUnitCount && starts(field, with: text)
  }

  /// The number in a field, nil for anything else.
  ///
  /// Up to fifteen digits are whole and a power of ten is exact, so that one division rounds as it must (W. Clinger,
  /// "How to read floating point numbers accurately", 1990). Other forms are left to the standard library.
  func number(_ field: Range<Int>) -> Double? {
    guard let found = Self.decimal(bytes.span.extracting(field)) else { return Double(text(field)) }
    guard found.digits > 0 else { return nil }
    return found.isNegative ? -found.size : found.size
  }

  /// The parts of a number without an exponent; nil for anything else, and beyond fifteen digits.
  private static func decimal(_ field: Span<UInt8>) -> (isNegative: Bool, size: Double, digits: Int)? {
    let isNegative = field.count > 0 && field[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var (whole, place) = (0, start)
    var point: Int?
    while place < field.count {
      let digit = Int(field[place]) - 0x30
      if (0..<10).contains(digit) {
        whole = whole &* 10 &+ digit
      } else if point == nil, field[place] == UInt8(ascii: ".") {
        point = place
      } else {
        return nil
      }
      place += 1
    }
    let digits = field.count - start - (point == nil ? 0 : 1)
    guard digits < powers.count else { return nil }
    let decimals = point.map { field.count - 1 - $0 } ?? 0
    return (isNegative, decimals == 0 ? Double(whole) : Double(whole) / powers[decimals], digits)
  }

  /// Ten to the 0 and so on.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
