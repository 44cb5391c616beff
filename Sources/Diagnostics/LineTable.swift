/// Where the lines of a text begin and end, found in one pass over its bytes.
///
/// A line ends at a line feed, at a carriage return and line feed, or at a lone carriage return, as in YAML.
struct LineTable {
  var lines: [SourceLine] = []
  var carriageReturns: [Int] = []
  var hasSuspects = false
  /// For long lines that are not ASCII: the characters before every `step`th byte, by line index.
  var columnSteps: [Int: [Int32]] = [:]

  /// Bytes between two entries of `columnSteps`.
  static let step = 512

  init(_ bytes: [UInt8]) {
    lines.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      scan(buffer)
      for (row, line) in lines.enumerated() where !line.isASCII && line.end - line.start > Self.step {
        columnSteps[row] = Self.steps(buffer[line.start..<line.end])
      }
    }
  }

  private static func steps(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [Int32] {
    var steps: [Int32] = []
    var count: Int32 = 0
    for (place, byte) in line.enumerated() {
      if place.isMultiple(of: step) { steps.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return steps
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var union: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      union |= byte
      if byte < 0x20 || byte >= 0x7F { noteSuspect(byte, bytes, index) }
      if byte == 0x0A || byte == 0x0D {
        lines.append(SourceLine(start: start, end: index, isASCII: union < 0x80))
        if byte == 0x0D {
          carriageReturns.append(index)
          if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        }
        start = index + 1
        union = 0
      }
      index += 1
    }
    lines.append(SourceLine(start: start, end: bytes.count, isASCII: union < 0x80))
  }

  /// Lead bytes of control, zero-width, bidirectional and tag characters; false alarms are welcome.
  private mutating func noteSuspect(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case 0x09, 0x0A, 0x0D: return
    case 0x00..<0x20, 0x7F: hasSuspects = true
    case 0xC2: if next < 0xA0 || next == 0xAD { hasSuspects = true }
    case 0xD8: if next == 0x9C { hasSuspects = true }
    case 0xE1: if next == 0xA0 { hasSuspects = true }
    case 0xE2: if next == 0x80 || next == 0x81 { hasSuspects = true }
    case 0xEF: if next == 0xBB || next == 0xBF { hasSuspects = true }
    case 0xF3: hasSuspects = true
    default: return
    }
  }
}
