import Diagnostics
/// Finds what must not stay in a line being typed: bytes that are not UTF-8, and characters that
/// readline would send to the terminal as they are though they steer it or hide.
///
/// C0 controls are readline's own affair: it shows them as `^X`. Zero-width joiners stay; scripts need them.
enum LineMending {
  /// A stretch of bytes, and what to put there.
  struct Mend: Hashable {
    var range: Range<Int>
    var replacement: String
  }

  /// The mends of a line, first to last; none in nearly every line.
  static func mends(of line: [UInt8]) -> [Mend] {
    guard line.contains(where: { $0 >= 0x80 || $0 == 0 }) else { return [] }
    var mends: [Mend] = []
    var position = 0
    while position < line.count {
      let length = characterLength(line, at: position)
      let range = position..<(position + max(1, length))
      if line[position] == 0 {
        mends.append(Mend(range: range, replacement: VisibleText.escape("\0")))  // it would end a C string
      } else if length == 0 {
        mends.append(Mend(range: range, replacement: "\u{FFFD}"))
      } else if length > 1, let scalar = scalar(line[range]),
        steers(scalar)
      {
        mends.append(Mend(range: range, replacement: VisibleText.escape(scalar)))
      }
      position = range.upperBound
    }
    return mends
  }

  /// The scalar of well-formed bytes, more than one.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let first = UInt32(bytes[bytes.startIndex]) & (0xFF >> UInt32(bytes.count + 1))
    return Unicode.Scalar(bytes.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) })
  }

  /// A stretch of the line with its mends done.
  static func mended(_ line: [UInt8], _ span: Range<Int>, by mends: [Mend]) -> String {
    var bytes: [UInt8] = []
    var position = span.lowerBound
    for mend in mends {
      bytes += line[position..<mend.range.lowerBound]
      bytes += mend.replacement.utf8
      position = mend.range.upperBound
    }
    bytes += line[position..<span.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where a position in the line is after the mends; inside one it is at its end.
  static func position(of position: Int, after mends: [Mend]) -> Int {
    mends.prefix { $0.range.lowerBound < position }.reduce(max(position, 0)) { moved, mend in
      moved + mend.replacement.utf8.count - mend.range.count + max(0, mend.range.upperBound - position)
    }
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xAD: false
    default: VisibleText.hides(scalar)
    }
  }

  /// How many bytes the character here has, or 0 when it is not well-formed UTF-8.
  private static func characterLength(_ line: [UInt8], at position: Int) -> Int {
    let (length, lowest, highest) = shape(of: line[position])
    guard length > 0, position + length <= line.count else { return 0 }
    if length == 1 { return 1 }
    guard (lowest...highest).contains(line[position + 1]) else { return 0 }
    let rest = line[(position + 1)..<(position + length)]
    return rest.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// Length by first byte, and the bounds of the second: Unicode Standard, table 3-7.
  private static func shape(of byte: UInt8) -> (length: Int, lowest: UInt8, highest: UInt8) {
    switch byte {
    case 0x00...0x7F: (1, 0, 0)
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xE1...0xEF: (3, 0x80, 0xBF)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }
}
