import Diagnostics

/// S101: a tab where blanks should indent a line.
enum TabInIndentation {
  static let page = CheckPage(
    "S101", "tab-in-indentation", .error,
    title: "a tab indents this line",
    why: """
      Editors show tabs at different widths, so two people see two different structures in one file, and \
      YAML tools refuse tabs here altogether. Every level is two blanks.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("moves:\n\tapologise:\n\t\tlike: [\"I am sorry\"]\n"),
    clean: ReadingExample.pack("moves:\n  apologise:\n    like: [\"I am sorry\"]\n"))

  /// - Parameter column: where the line belongs, when that is known; otherwise every tab counts as two blanks.
  static func found(_ reading: Reading, row: Int, end: Int, column: Int? = nil) -> Diagnostic {
    let start = reading.source.lines[row].start
    let span = reading.span(start, end, row: row)
    var blanks = ""
    for byte in reading.bytes[start..<end] where byte & 0xC0 != 0x80 {
      blanks += byte == UInt8(ascii: "\t") ? "  " : " "
    }
    if let column { blanks = String(repeating: " ", count: column) }
    return page.found(
      "this line is indented with a tab; lines are indented with blanks, two for each level",
      at: reading.label(span, "a tab"),
      fix: Fix("indent with blanks", [reading.edit(span, blanks)]))
  }
}
