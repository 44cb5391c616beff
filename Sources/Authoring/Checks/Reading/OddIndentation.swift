import Diagnostics

/// S103: an indentation that fits no open level.
enum OddIndentation {
  static let page = CheckPage(
    "S103", "odd-indentation", .error,
    title: "the indentation fits no open level",
    why: """
      What a line belongs to is said by its indentation alone. One blank too many or too few leaves two \
      readings, and guessing would attach the line to the wrong thing without a word.
      """,
    mending: .shown,
    triggering: ReadingExample.pack(
      "moves:\n  apologise:\n    like: [\"I am sorry\"]\n   guided: I am sorry for the delay.\n"),
    clean: ReadingExample.pack(
      "moves:\n  apologise:\n    like: [\"I am sorry\"]\n    guided: I am sorry for the delay.\n"))

  static func found(
    _ reading: Reading, _ line: Reading.ContentLine, outer: Reading.Level?, inner: Reading.Level,
    chosen: Reading.Level
  ) -> Diagnostic {
    var wanted: [String] = []
    if let outer, outer.indent != inner.indent { wanted.append(place(outer)) }
    wanted.append(place(inner))
    return page.found(
      "this line is indented by \(count(line.indent)); did you mean \(wanted.joined(separator: " or "))?",
      at: reading.label(
        reading.span(line.start, line.end, row: line.index), "fits no level that is open here"),
      fix: indent(reading, line, by: chosen.indent))
  }

  /// The first dash of a list, left of where the keys of its item want it.
  static func dash(_ reading: Reading, _ line: Reading.ContentLine, wanted: Int) -> Diagnostic {
    page.found(
      "this item is indented by \(count(line.indent)); the keys below it want \(wanted)",
      at: reading.label(reading.span(line.start, line.end, row: line.index), "left of its own keys"),
      fix: indent(reading, line, by: wanted))
  }

  static func inBlock(_ reading: Reading, _ start: Int, row: Int, column: Int, wanted: Int) -> Diagnostic {
    let line = Reading.ContentLine(
      index: row, start: start, end: reading.trimmedEnd(start, reading.source.lines[row].end), indent: column)
    return page.found(
      "this line of a text block is indented by \(count(column)); the block's lines begin at \(wanted)",
      at: reading.label(reading.span(start, line.end, row: row), "left of its block"),
      fix: indent(reading, line, by: wanted))
  }

  static func indent(_ reading: Reading, _ line: Reading.ContentLine, by column: Int) -> Fix {
    let start = reading.source.lines[line.index].start
    let span = reading.span(start, line.start, row: line.index)
    return Fix(
      "indent by \(count(column))", [reading.edit(span, String(repeating: " ", count: column))],
      certainty: .suggested)
  }

  private static func place(_ level: Reading.Level) -> String {
    level.name.isEmpty ? "\(level.indent) (the top level)" : "\(level.indent) (inside '\(level.name)')"
  }

  private static func count(_ blanks: Int) -> String { blanks == 1 ? "1 blank" : "\(blanks) blanks" }
}
