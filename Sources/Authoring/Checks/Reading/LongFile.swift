import Diagnostics

/// S120: a file that is too long to be kept in mind, or to be read at all.
enum LongFile {
  /// Lines beyond which a file should be split.
  static let most = 2_000

  static let page = CheckPage(
    "S120", "long-file", .warning,
    title: "the file is longer than 2,000 lines",
    why: """
      Nobody reviews a file of this length. Shared moves, articles and policies go into a pack; a scenario \
      that is still long is usually two. Files beyond 1 MB are not read at all.
      """,
    triggering: ReadingExample.pack(String(repeating: "# a remark\n", count: 2_000)),
    clean: ReadingExample.pack("# a remark\n"))

  static func found(in source: SourceFile) -> [Diagnostic] {
    let count = source.lines.count - (source.bytes.last == UInt8(ascii: "\n") ? 1 : 0)
    guard count > most else { return [] }
    return [
      page.found(
        "this file has \(count) lines; \(most) are the most that can be kept in mind",
        at: Label(file: source.path, span: source.span(ofLine: most + 1), text: "line \(most + 1)"),
        help: "move shared items into a pack, or make two files of it")
    ]
  }

  static func tooLarge(_ source: SourceFile, most: Int) -> Diagnostic {
    page.found(
      "this file holds more than \(most) bytes, the most there may be, and was not read",
      at: Label(file: source.path, span: Span(.start, .start), text: "not read"),
      help: "move shared items into a pack, or make two files of it", severity: .error)
  }

  static func tooManyFindings(at label: Label, most: Int) -> Diagnostic {
    page.found(
      "there are more than \(most) findings; the file was not read further than this",
      at: Label(file: label.file, span: label.span, text: "read up to here"),
      help: "mend the first ones and check again", severity: .error)
  }

  static func tooManyValues(at label: Label, most: Int) -> Diagnostic {
    page.found(
      "this file holds more than \(most) values; the rest was not read", at: label,
      help: "make several files of it", severity: .error)
  }
}
