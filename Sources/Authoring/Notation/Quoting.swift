/// When a text needs quotes in a file, and what it looks like in them.
///
/// A bare text must read the same in our notation and in any YAML 1.1 or 1.2 tool.
enum Quoting {
  /// Writes a text in double quotes, as `quoted` gives it.
  static func quote(_ text: String, to line: inout [UInt8]) {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    guard isPlain else { return line.append(contentsOf: quoted(text).utf8) }
    line.append(UInt8(ascii: "\""))
    line.append(contentsOf: text.utf8)
    line.append(UInt8(ascii: "\""))
  }

  /// A text in double quotes, everything invisible or unsafe as an escape.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default: out += isPrintable(scalar) ? String(Character(scalar)) : escape(scalar)
      }
    }
    return out + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Characters that may stand in a file as they are: what YAML prints, without the invisible ones.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFF, 0xE0000...0xE0FFF:
      false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  /// Whether a text can stand without quotes; in `[ ]` and `{ }` fewer can: there `?` always opens a key.
  static func canBeBare(_ text: String, inFlow: Bool) -> Bool {
    var text = text
    return text.withUTF8 { canBeBare($0, inFlow: inFlow) }
  }

  private static func canBeBare(_ bytes: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20, last != 0x3A else {
      return false
    }
    guard !startsSpecially(bytes), !(inFlow && first == 0x3F), YAMLSpelling.reading(of: bytes) == .text else {
      return false
    }
    let isPlain = bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    let text = isPlain ? "" : String(decoding: bytes, as: UTF8.self)
    guard isPlain || text.unicodeScalars.allSatisfy(isPrintable) && !hasOddEnds(text) else { return false }
    for (place, byte) in bytes.enumerated() {
      if byte == 0x3A, inFlow || bytes[place + 1] == 0x20 || bytes[place + 1] >= 0x80 { return false }
      if byte == 0x23, place > 0, bytes[place - 1] == 0x20 { return false }
      if inFlow, isFlowSign(byte) { return false }
    }
    return true
  }

  private static func isFlowSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  /// Blanks beyond the usual one at either end, and typographic quotes at the start.
  private static func hasOddEnds(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    return first.properties.isWhitespace || last.properties.isWhitespace
      || ["\u{201C}", "\u{201E}", "\u{201F}", "\u{2018}", "\u{201A}"].contains(first)
  }

  private static func startsSpecially(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[0] {
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x23, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25, 0x40, 0x60:
      true
    case 0x2D, 0x3F, 0x3A:
      bytes.count == 1 || bytes[1] == 0x20 || bytes[1] >= 0x80 || bytes.starts(with: [0x2D, 0x2D, 0x2D])
    case 0x2E: bytes.starts(with: [0x2E, 0x2E, 0x2E])
    default: false
    }
  }

  /// A key as `fmt` writes it.
  static func key(_ name: String) -> String { canBeBareKey(name) ? name : quoted(name) }

  /// Whether a key can stand without quotes: made of letters, figures, blanks, `-`, `_` and `.`.
  static func canBeBareKey(_ name: String) -> Bool {
    guard let first = name.utf8.first, first >= 0x80 || first == 0x5F || isLetterOrDigit(first) else {
      return false
    }
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x80..., 0x20, 0x2D, 0x2E, 0x5F: true
      default: isLetterOrDigit(byte)
      }
    }
    return isPlain && canBeBare(name, inFlow: true)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
