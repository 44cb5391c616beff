/// Names in one text: `resend or refund`, `bot -> chat`.
enum NameListText {
  /// The names between separators, each where it stands, in order; empty pieces are left out.
  static func names(in source: Written, separatedBy separators: [String]) -> [Written] {
    // Most lists are one plain name, which no separator can cut.
    if !source.text.isEmpty, source.text.utf8.allSatisfy(\.isPlainNameByte) {
      return [source.part(0..<source.text.utf8.count)]
    }
    let bytes = Array(source.text.utf8)
    var names: [Written] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if let length = separatorLength(bytes, at: at, separators) {
        append(start..<at, of: bytes, in: source, to: &names)
        at += length
        start = at
      } else {
        at += 1
      }
    }
    append(start..<bytes.count, of: bytes, in: source, to: &names)
    return names
  }

  private static func separatorLength(_ bytes: [UInt8], at: Int, _ separators: [String]) -> Int? {
    for separator in separators {
      let wanted = separator.utf8
      if bytes[at...].starts(with: wanted) { return wanted.count }
    }
    return nil
  }

  private static func append(
    _ range: Range<Int>, of bytes: [UInt8], in source: Written, to names: inout [Written]
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    if start < end { names.append(source.part(start..<end)) }
  }
}

extension UInt8 {
  /// ASCII letters, digits and `_`: bytes that stand in no separator.
  fileprivate var isPlainNameByte: Bool { self < 0x80 && isNameByte && self != UInt8(ascii: "-") }
}
