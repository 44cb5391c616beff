import Diagnostics

/// S107: a bare text that other YAML tools read as something else.
enum ReadDifferently {
  static let page = CheckPage(
    "S107", "read-differently", .warning,
    title: "other YAML tools would read this text differently",
    why: """
      Here a text field holds text, whatever it looks like. Other tools take `no` for false, `12:30` for 750 \
      and `0123` for 83, and refuse a text with a colon in it. In quotes everyone reads the same.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about: Our motto: be kind.\n"),
    clean: ReadingExample.pack("about: \"Our motto: be kind.\"\n"))

  static func quote(_ reading: Reading, _ text: String, _ span: Span) -> Fix {
    Fix("put it in quotes", [reading.edit(span, Quoting.quoted(text))])
  }

  static func colon(_ reading: Reading, _ text: String, _ place: Span, at colon: Int, row: Int) -> Diagnostic
  {
    page.found(
      "other YAML tools would stop at the colon in this text",
      at: reading.label(reading.span(colon, colon + 1, row: row), "text here, a key elsewhere"),
      fix: quote(reading, text, place))
  }

  static func retyped(_ reading: Reading, _ text: String, _ span: Span) -> Diagnostic {
    page.found(
      "other YAML tools would not read '\(text)' as text",
      at: reading.label(span, "text here, \(kind(text)) elsewhere"), fix: quote(reading, text, span))
  }

  private static func kind(_ text: String) -> String {
    guard let first = text.utf8.first else { return "nothing" }
    if text == "~" || text.lowercased() == "null" { return "nothing" }
    return (0x61...0x7A).contains(first | 0x20) ? "true or false" : "a number or time"
  }

  static func escape(_ reading: Reading, _ offset: Int, row: Int) -> Diagnostic {
    let span = reading.span(offset, offset + 1, row: row)
    return page.found(
      "in double quotes a backslash begins an escape, and this is none that YAML knows",
      at: reading.label(span, "kept as it is here, refused elsewhere"),
      fix: Fix("write the backslash twice", [reading.edit(span, "\\\\")]))
  }
}
