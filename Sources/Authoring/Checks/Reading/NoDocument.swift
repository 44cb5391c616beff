import Diagnostics

/// S123: a file that holds no scenario, pack or rubric at all.
enum NoDocument {
  static let page = CheckPage(
    "S123", "no-document", .error,
    title: "the file holds no scenario, pack or rubric",
    why: """
      An empty file, a picture, a letter or a file of another program is one finding, and its lines are not quoted. \
      What is to be read begins with `format: service-scenario 1`, `format: service-pack 1` or \
      `format: service-rubric 1`.
      """,
    triggering: "# to be written\n",
    clean: ReadingExample.pack("about: Sells toys.\n"))

  /// Why there is nothing to read in a file; nil for whatever looks like a trainer's file.
  static func found(in source: SourceFile, keys: Set<String>) -> Diagnostic? {
    if source.isUTF16 {
      return finding(
        source, "this file is in UTF-16, not in UTF-8", help: "save it again with the encoding UTF-8")
    }
    let odd = source.unreadableBytes
    let count = source.bytes.count - 2 * source.encoding.invalid.count
    if odd * 10 > count {
      return finding(
        source, "this file is not text in UTF-8: \(odd) of its \(count) bytes are none",
        help: "if it is a text, save it again with the encoding UTF-8")
    }
    guard source.hasInk else {
      return finding(source, "this file is empty", help: start)
    }
    guard source.lines.lazy.contains(where: { holdsKey($0, keys, source) }) else {
      return finding(
        source, "this is no scenario, pack or rubric: no line begins with a key of one", help: start)
    }
    return nil
  }

  private static let start = "a file begins with `format: \(DocumentKind.scenario.format)`, or pack or rubric"

  private static func finding(
    _ source: SourceFile, _ message: String, help: String
  ) -> Diagnostic {
    page.found(
      message, at: Label(file: source.path, span: Span(.start, .start), text: "not read"), help: help)
  }

  /// Whether a line begins with a known key: bare or in quotes, however far in, with or without its colon.
  private static func holdsKey(_ line: SourceLine, _ keys: Set<String>, _ source: SourceFile) -> Bool {
    let bytes = source.bytes[line.start..<line.end]
    guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0xC2 && $0 != 0xA0 }) else {
      return false
    }
    let isQuoted = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
    let word = bytes[(isQuoted ? start + 1 : start)...].prefix { $0.isNameByte }
    return keys.contains(String(decoding: word, as: UTF8.self)) && isSeparated(bytes[word.endIndex...])
  }

  private static func isSeparated(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return rest.first == UInt8(ascii: ":")
  }
}

extension SourceFile {
  /// Whether it begins as Windows writes UTF-16, or every other byte is nought.
  fileprivate var isUTF16: Bool {
    let first = encoding.invalid.prefix(2).map(\.byte)
    if encoding.invalid.first?.fileOffset == 0, first == [0xFF, 0xFE] || first == [0xFE, 0xFF] {
      return true
    }
    let noughts = bytes.lazy.prefix(4_096).filter { $0 == 0 }.count
    return bytes.count >= 8 && noughts * 5 > min(bytes.count, 4_096) * 2
      && bytes.lazy.prefix(4_096).filter { $0 >= 0x20 && $0 < 0x7F }.count * 5 > min(bytes.count, 4_096) * 2
  }

  /// Bytes that are not UTF-8, and control characters that no text has.
  fileprivate var unreadableBytes: Int {
    encoding.invalid.count + bytes.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  /// Whether a line holds more than blanks and remarks.
  fileprivate var hasInk: Bool {
    lines.contains { line in
      let ink = bytes[line.start..<line.end].first { $0 != 0x20 && $0 != 0x09 }
      return ink != nil && ink != UInt8(ascii: "#")
    }
  }
}
