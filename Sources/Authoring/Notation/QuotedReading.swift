import Diagnostics

/// A text in quotes, its escapes resolved, and the offset just past its closing quote.
struct QuotedText {
  var value: String
  var end: Int
  /// Offsets of backslashes that begin no escape YAML knows.
  var oddEscapes: [Int] = []
}

extension Reading {
  private static let backslash = UInt8(ascii: "\\")

  /// Reads a text in double or single quotes that closes before `end`; nothing when there is none.
  func quoted(_ start: Int, _ end: Int) -> QuotedText? {
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return doubleQuoted(start, end)
    case UInt8(ascii: "'"): return singleQuoted(start, end)
    default: return nil
    }
  }

  private func doubleQuoted(_ start: Int, _ end: Int) -> QuotedText? {
    var at = start + 1
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == Self.backslash { return escapedText(start, at, end) }
      at += 1
    }
    return at < end ? QuotedText(value: string(start + 1, at), end: at + 1) : nil
  }

  private func singleQuoted(_ start: Int, _ end: Int) -> QuotedText? {
    let quote = UInt8(ascii: "'")
    var kept: [UInt8] = []
    var at = start + 1
    while at < end {
      if bytes[at] == quote {
        guard at + 1 < end, bytes[at + 1] == quote else {
          return QuotedText(value: String(decoding: kept, as: UTF8.self), end: at + 1)
        }
        at += 1
      }
      kept.append(bytes[at])
      at += 1
    }
    return nil
  }

  private func escapedText(_ start: Int, _ firstEscape: Int, _ end: Int) -> QuotedText? {
    var text = QuotedText(value: "", end: end)
    var kept = Array(bytes[(start + 1)..<firstEscape])
    var at = firstEscape
    while at < end {
      if bytes[at] == UInt8(ascii: "\"") {
        text.value = String(decoding: kept, as: UTF8.self)
        text.end = at + 1
        return text
      }
      guard bytes[at] == Self.backslash, at + 1 < end else {
        kept.append(bytes[at])
        at += 1
        continue
      }
      if let (scalar, next) = escape(at + 1, end) {
        kept.append(contentsOf: Array(String(Character(scalar)).utf8))
        at = next
      } else {
        text.oddEscapes.append(at)
        kept.append(Self.backslash)
        at += 1
      }
    }
    return nil
  }

  /// The character an escape stands for (YAML 1.2, 5.7) and the offset behind it.
  private func escape(_ at: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    switch bytes[at] {
    case UInt8(ascii: "x"): return hexadecimal(at + 1, end, digits: 2)
    case UInt8(ascii: "u"): return sixteenBit(at + 1, end)
    case UInt8(ascii: "U"): return hexadecimal(at + 1, end, digits: 8)
    default: return Self.escapes[bytes[at]].map { ($0, at + 1) }
    }
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "n"): "\n", UInt8(ascii: "t"): "\t", UInt8(ascii: "r"): "\r", UInt8(ascii: "0"): "\0",
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: " "): " ",
    UInt8(ascii: "\t"): "\t", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "v"): "\u{B}",
    UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
    UInt8(ascii: "P"): "\u{2029}",
  ]

  private func number(_ at: Int, _ end: Int, digits: Int) -> UInt32? {
    guard at + digits <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + digits)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = (value << 4) | UInt32(digit)
    }
    return value
  }

  private func hexadecimal(_ at: Int, _ end: Int, digits: Int) -> (Unicode.Scalar, Int)? {
    guard let value = number(at, end, digits: digits), let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, at + digits)
  }

  /// `\uXXXX`, or two of them as JSON writes a character beyond the first 65,536.
  private func sixteenBit(_ at: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    guard let high = number(at, end, digits: 4) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, at + 4) }
    guard (0xD800..<0xDC00).contains(high), at + 6 <= end, bytes[at + 4] == Self.backslash,
      bytes[at + 5] == UInt8(ascii: "u"), let low = number(at + 6, end, digits: 4),
      (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).map { ($0, at + 10) }
  }

  /// A text wholly wrapped in typographic quotes used as if they were straight ones.
  func curlyQuoted(_ start: Int, _ end: Int) -> QuotedText? {
    guard end - start >= 6, bytes[start] == 0xE2, bytes[start + 1] == 0x80 else { return nil }
    let closers: [UInt8]
    switch bytes[start + 2] {
    case 0x9C, 0x9E, 0x9F: closers = [0x9C, 0x9D]
    case 0x98, 0x9A: closers = [0x98, 0x99]
    default: return nil
    }
    var at = start + 3
    while at + 2 < end {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80, closers.contains(bytes[at + 2]) {
        return QuotedText(value: string(start + 3, at), end: at + 3)
      }
      at += 1
    }
    return nil
  }
}
