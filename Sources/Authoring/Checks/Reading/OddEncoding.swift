import Diagnostics

/// S112: bytes that are not UTF-8, or lines that end as on no machine of today.
enum OddEncoding {
  static let page = CheckPage(
    "S112", "odd-encoding", .error,
    title: "the file is not UTF-8, or a carriage return alone ends a line",
    why: """
      Files travel between machines, and UTF-8 is read the same everywhere. The line ends and the mark at the start \
      that editors on Windows write are read without a word; `fmt` writes plain ones.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about: Sells toys.\ruses: []\n"),
    clean: ReadingExample.pack("about: Sells toys.\nuses: []\n"))

  static func found(in source: SourceFile) -> [Diagnostic] {
    carriageReturns(source) + invalidBytes(source)
  }

  private static func carriageReturns(_ source: SourceFile) -> [Diagnostic] {
    let returns = source.encoding.carriageReturns.filter { offset in
      offset + 1 == source.bytes.count || source.bytes[offset + 1] != UInt8(ascii: "\n")
    }
    guard let first = returns.first else { return [] }
    let edits = returns.map { offset in
      let line = source.lineIndex(holding: offset)
      let start = source.position(at: offset, onLine: line)
      let end = Position(line: start.line, column: start.column + 1, offset: offset + 1)
      return Edit(file: source.path, span: Span(start, end), text: "\n")
    }
    let count = returns.count == 1 ? "1 line ends" : "\(returns.count) lines end"
    return [
      page.found(
        "\(count) with a carriage return alone, the first at byte \(first); lines end with a line feed",
        at: Label(file: source.path, span: edits[0].span, text: "carriage return"),
        fix: Fix("use plain line ends", edits))
    ]
  }

  private static func invalidBytes(_ source: SourceFile) -> [Diagnostic] {
    source.encoding.invalid.prefix(100).map { invalid in
      let start = source.position(at: invalid.offset)
      let end = Position(line: start.line, column: start.column + 1, offset: start.offset + 3)
      let place = Span(start, end)
      let digits = String(invalid.byte, radix: 16, uppercase: true)
      let meant = invalid.asWindowsLatin
      return page.found(
        "byte \(digits) at offset \(invalid.fileOffset) is not UTF-8",
        at: Label(file: source.path, span: place, text: "not UTF-8"),
        help: meant.map { "in Windows-1252 it is '\(Character($0))'; save the file as UTF-8" }
          ?? "save the file as UTF-8",
        fix: meant.map {
          Fix("write '\(Character($0))'", [Edit(file: source.path, span: place, text: String(Character($0)))])
        })
    }
  }
}
