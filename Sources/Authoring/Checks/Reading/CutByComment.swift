import Diagnostics

/// S108: a `#` in a bare text that other YAML tools take for the start of a comment.
enum CutByComment {
  static let page = CheckPage(
    "S108", "cut-by-comment", .warning,
    title: "other YAML tools would cut this text at '#'",
    why: """
      Here a remark needs two blanks before its '#', so `My order #4412 is late` is all text. Other YAML \
      tools need one blank and would read `My order`. In quotes everyone reads the same.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about: Orders such as #4412 are sent by post.\n"),
    clean: ReadingExample.pack("about: \"Orders such as #4412 are sent by post.\"\n"))

  static func found(_ reading: Reading, _ text: String, _ place: Span, hash: Int, row: Int) -> Diagnostic {
    page.found(
      "other YAML tools would cut this text at '#'",
      at: reading.label(reading.span(hash, hash + 1, row: row), "text here, a remark elsewhere"),
      help: "a remark needs two blanks before its '#'", fix: ReadDifferently.quote(reading, text, place))
  }
}
