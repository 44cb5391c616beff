import Diagnostics

/// S110: a quote or bracket that is opened and never closed, or something left over behind one.
enum UnclosedQuote {
  static let page = CheckPage(
    "S110", "unclosed-quote", .error,
    title: "a quote or bracket is opened and never closed",
    why: """
      Without its end nobody can tell where the text or list stops; most tools then complain about a line \
      far below. The finding points to where it was opened.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("about: \"Sells toys.\nknowledge:\n  KB-1: Be kind.\n"),
    clean: ReadingExample.pack("about: \"Sells toys.\"\nknowledge:\n  KB-1: Be kind.\n"))

  static func quote(_ reading: Reading, _ start: Int, _ end: Int, row: Int) -> Diagnostic {
    let close = reading.span(end, end, row: row)
    return page.found(
      "this quote is never closed on its line",
      at: reading.label(reading.span(start, start + 1, row: row), "opened here"),
      help: "a text in quotes ends on the line it begins; longer texts go in a `|` block",
      fix: Fix("close the quote at the end", [reading.edit(close, "\"")], certainty: .suggested))
  }

  static func bracket(_ reading: Reading, _ open: Int, row: Int, stray: Position?) -> Diagnostic {
    let isList = reading.bytes[open] == UInt8(ascii: "[")
    let closer = isList ? "]" : "}"
    let place = reading.label(reading.span(open, open + 1, row: row), "opened here")
    if let stray {
      let end = Position(line: stray.line, column: stray.column + 1, offset: stray.offset + 1)
      let other = isList ? "}" : "]"
      return page.found(
        "this bracket is closed by '\(other)', not by '\(closer)'", at: place,
        others: [reading.label(Span(stray, end), "'\(closer)' belongs before this")],
        fix: Fix("put '\(closer)'", [reading.edit(Span(stray, stray), closer)], certainty: .suggested))
    }
    return page.found("this bracket is never closed", at: place, help: "put '\(closer)' where it ends")
  }

  static func leftover(_ reading: Reading, _ start: Int, _ end: Int, row: Int) -> Diagnostic {
    page.found(
      "nothing but a remark may follow the closing bracket",
      at: reading.label(reading.span(start, end, row: row), "left over"),
      help: "was a bracket closed too early, or one too often?")
  }

  static func missingComma(_ reading: Reading, _ at: Int, row: Int, closer: UInt8) -> Diagnostic {
    let place = reading.span(at, at, row: row)
    return page.found(
      "a comma or '\(Character(Unicode.Scalar(closer)))' is missing before this",
      at: reading.label(reading.span(at, at + 1, row: row), "a comma belongs before this"),
      fix: Fix("put a comma", [reading.edit(place, ", ")], certainty: .suggested))
  }
}
