import Diagnostics

/// S111: typographic quotes where straight ones are meant.
enum CurlyQuotes {
  static let page = CheckPage(
    "S111", "curly-quotes", .warning,
    title: "typographic quotes are used like straight ones",
    why: """
      Word processors turn quotes into curly ones. Around a whole text they are taken for quotes here, but \
      other YAML tools make them part of the text, and commas and brackets inside then break the line.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about: \u{201C}Sells toys.\u{201D}\n"),
    clean: ReadingExample.pack("about: \"Sells toys.\"\n"))

  static func found(_ reading: Reading, label place: Span, _ text: String) -> Diagnostic {
    page.found(
      "typographic quotes stand around this text; quotes are straight",
      at: reading.label(place, "curly quotes"),
      fix: Fix("use straight quotes", [reading.edit(place, Quoting.quoted(text))]))
  }
}
