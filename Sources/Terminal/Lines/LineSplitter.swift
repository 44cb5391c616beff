/// Cuts a stream of bytes into lines. Holds at most one line, and of that at most `limit` bytes.
struct LineSplitter {
  /// A line as text, and how many bytes it had when that was more than the limit.
  struct Line: Hashable {
    var text: String
    var truncatedFrom: Int?
  }

  let limit: Int
  private var kept: [UInt8] = []
  private var length = 0
  private var endsInReturn = false
  private var isFirst = true

  init(limit: Int) {
    self.limit = limit
  }

  /// The lines that these bytes complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Line] {
    var lines: [Line] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        lines.append(take())
      } else {
        if kept.count <= limit { kept.append(byte) }
        length += 1
        endsInReturn = byte == UInt8(ascii: "\r")
      }
    }
    return lines
  }

  /// The last line, when the input ended without a line break.
  mutating func finish() -> Line? {
    length == 0 ? nil : take()
  }

  private mutating func take() -> Line {
    defer {
      kept.removeAll(keepingCapacity: true)
      length = 0
      endsInReturn = false
      isFirst = false
    }
    if endsInReturn {  // the CR of CR LF
      if length == kept.count { kept.removeLast() }
      length -= 1
    }
    if isFirst, kept.starts(with: [0xEF, 0xBB, 0xBF]) {  // what Windows writes before UTF-8
      kept.removeFirst(3)
      length -= 3
    }
    let cut = length > limit
    let bytes = cut ? Utf8Cut.prefix(of: kept, limit: limit) : kept[...]
    return Line(text: String(decoding: bytes, as: UTF8.self), truncatedFrom: cut ? length : nil)
  }
}

enum Utf8Cut {
  /// The longest prefix of at most `limit` bytes that does not end within a character's bytes.
  static func prefix(of bytes: [UInt8], limit: Int) -> ArraySlice<UInt8> {
    if bytes.count <= limit { return bytes[...] }
    var end = max(0, limit)
    let isContinuation = { (index: Int) in bytes[index] & 0xC0 == 0x80 }
    while end > 0, limit - end < 4, isContinuation(end) { end -= 1 }
    return isContinuation(end) ? bytes[..<limit] : bytes[..<end]
  }
}
