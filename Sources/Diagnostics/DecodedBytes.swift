/// A file's bytes made into valid UTF-8, with what had to be done for it.
struct DecodedBytes {
  var bytes: [UInt8]
  var hasByteOrderMark = false
  var invalid: [EncodingNotes.InvalidByte] = []

  init(_ raw: [UInt8]) {
    hasByteOrderMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    let start = hasByteOrderMark ? 3 : 0
    bytes = hasByteOrderMark ? Array(raw.dropFirst(3)) : raw
    if let first = Self.firstInvalid(in: raw, from: start) {
      repair(raw, from: start, firstInvalid: first)
    }
  }

  private mutating func repair(_ raw: [UInt8], from start: Int, firstInvalid: Int) {
    bytes = Array(raw[start..<firstInvalid])
    var next = firstInvalid
    while next < raw.count {
      let length = Self.sequenceLength(in: raw, at: next)
      if length == 0 {
        invalid.append(.init(fileOffset: next, offset: bytes.count, byte: raw[next]))
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next += 1
      } else {
        bytes.append(contentsOf: raw[next..<next + length])
        next += length
      }
    }
  }

  private static func firstInvalid(in raw: [UInt8], from start: Int) -> Int? {
    var next = start
    while next < raw.count {
      if raw[next] < 0x80 {
        next += 1
        continue
      }
      let length = sequenceLength(in: raw, at: next)
      if length == 0 { return next }
      next += length
    }
    return nil
  }

  /// The length of the well-formed sequence that begins here, or 0 (The Unicode Standard, table 3-7).
  static func sequenceLength(in raw: [UInt8], at index: Int) -> Int {
    let lead = raw[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return 0
    }
    guard index + length <= raw.count, second.contains(raw[index + 1]) else { return 0 }
    for follower in raw[(index + 2)..<(index + length)] where follower & 0xC0 != 0x80 { return 0 }
    return length
  }
}

extension EncodingNotes.InvalidByte {
  /// What this byte means in Windows-1252, the usual reason for it; nothing where that table has a hole.
  public var asWindowsLatin: Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let table: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
      0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0, 0x017E, 0x0178,
    ]
    guard byte >= 0x80, table[Int(byte) - 0x80] != 0 else { return nil }
    return Unicode.Scalar(table[Int(byte) - 0x80])
  }
}
