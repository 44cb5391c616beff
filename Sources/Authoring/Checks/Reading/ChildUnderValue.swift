import Diagnostics

/// S104: lines below a line that already has its value.
enum ChildUnderValue {
  static let page = CheckPage(
    "S104", "child-under-value", .error,
    title: "lines stand under a line that already has a value",
    why: """
      A key has either a value on its own line or lines below it, never both. YAML tools glue such lines to \
      the text above, so a forgotten colon or a wrong indentation goes unseen.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("about: Sells toys\n  and sends them by post.\n"),
    clean: ReadingExample.pack("about: Sells toys and sends them by post.\n"))

  /// The line is a neighbour of the key above it, pushed too far in.
  static func sibling(
    _ reading: Reading, _ next: Reading.ContentLine, _ owner: Reading.Owner
  ) -> Diagnostic {
    finding(
      reading, next, owner, help: "indent it by \(owner.indent), like '\(owner.name)'",
      fix: OddIndentation.indent(reading, next, by: owner.indent))
  }

  /// The lines are right and the value above them is one too many.
  static func extraValue(
    _ reading: Reading, _ next: Reading.ContentLine, _ owner: Reading.Owner, _ value: Node
  ) -> Diagnostic {
    finding(
      reading, next, owner, help: "take out the value, or the lines below it",
      fix: Fix(
        "take out the value", [reading.edit(Span(owner.span.end, value.span.end), ":")],
        certainty: .suggested))
  }

  /// The lines go on with a text.
  static func moreText(
    _ reading: Reading, _ first: Reading.ContentLine, _ lines: [Reading.ContentLine],
    _ owner: Reading.Owner, _ value: Node
  ) -> Diagnostic {
    var fix: Fix?
    if value.text != nil, value.form == .plain, let last = lines.last {
      let more = lines.map { reading.string($0.start, $0.end) }.joined(separator: " ")
      let end = reading.source.position(at: last.end, onLine: last.index)
      fix = Fix(
        "write it on one line", [reading.edit(Span(value.span.end, end), " " + more)], certainty: .suggested)
    }
    return finding(
      reading, first, owner,
      help: "write the whole text on one line, or put `|` behind the key and the text below it", fix: fix)
  }

  private static func finding(
    _ reading: Reading, _ line: Reading.ContentLine, _ owner: Reading.Owner, help: String, fix: Fix?
  ) -> Diagnostic {
    page.found(
      "this line stands under '\(owner.name)', which already has a value",
      at: reading.label(reading.span(line.start, line.end, row: line.index), "one value too many"),
      others: [reading.label(owner.span, "has its value on its own line")], help: help, fix: fix)
  }
}
