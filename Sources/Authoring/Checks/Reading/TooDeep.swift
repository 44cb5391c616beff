import Diagnostics

/// S122: nesting deeper than any section allows.
enum TooDeep {
  static let page = CheckPage(
    "S122", "too-deep", .error,
    title: "lists and maps are nested deeper than any section allows",
    why: """
      No field of a scenario needs more than seven levels. Deeper nesting comes from brackets that are never \
      closed or from a damaged file, and is not read beyond 64 levels.
      """,
    triggering: ReadingExample.pack("knowledge: " + String(repeating: "{a: ", count: 65) + "\n"),
    clean: ReadingExample.pack("knowledge: {a: Be kind.}\n"))

  static func found(_ reading: Reading, _ line: Reading.ContentLine, most: Int) -> Diagnostic {
    page.found(
      "this line is nested more than \(most) levels deep",
      at: reading.label(reading.span(line.start, line.end, row: line.index), "too deep"))
  }

  static func bracket(_ reading: Reading, _ open: Int, row: Int, most: Int) -> Diagnostic {
    page.found(
      "this bracket is nested more than \(most) levels deep",
      at: reading.label(reading.span(open, open + 1, row: row), "too deep"),
      help: "is a bracket further left never closed?")
  }
}
