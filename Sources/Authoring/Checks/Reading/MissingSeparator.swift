import Diagnostics

/// S105: a blank is missing behind a colon or dash, or the colon or dash itself.
enum MissingSeparator {
  static let page = CheckPage(
    "S105", "missing-separator", .error,
    title: "a colon or dash, or the blank behind it, is missing",
    why: """
      A key ends at a colon with a blank behind it, and a list item begins with a dash and a blank. Without \
      the blank YAML tools take the whole line for one text and say nothing.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about:Sells toys.\n"),
    clean: ReadingExample.pack("about: Sells toys.\n"))

  static func afterColon(_ reading: Reading, _ key: FoundKey, row: Int) -> Diagnostic {
    if key.valueStart > 1, reading.bytes[key.valueStart - 2] == UInt8(ascii: ":") {
      return doubledColon(reading, key, row: row)
    }
    let place = reading.span(key.valueStart, key.valueStart, row: row)
    return page.found(
      "a blank is missing behind '\(key.name):'",
      at: reading.label(reading.span(key.valueStart - 1, key.valueStart, row: row), "a blank belongs here"),
      fix: Fix("put a blank", [reading.edit(place, " ")]))
  }

  private static func doubledColon(_ reading: Reading, _ key: FoundKey, row: Int) -> Diagnostic {
    let colons = reading.bytes[..<key.valueStart].reversed().prefix { $0 == UInt8(ascii: ":") }.count
    let span = reading.span(key.valueStart - colons, key.valueStart, row: row)
    let isApart = key.valueStart < reading.bytes.count && reading.bytes[key.valueStart] == 0x20
    return page.found(
      "more than one colon stands behind '\(key.name)'", at: reading.label(span, "one is enough"),
      fix: Fix("write one colon", [reading.edit(span, isApart ? ":" : ": ")]))
  }

  static func noColon(_ reading: Reading, _ key: FoundKey) -> Diagnostic {
    let place = Span(key.span.end, key.span.end)
    return page.found(
      "a colon is missing behind '\(key.name)'", at: reading.label(key.span, "a colon belongs behind it"),
      fix: Fix("put a colon", [reading.edit(place, ":")]))
  }

  static func dash(_ reading: Reading, _ line: Reading.ContentLine, hasDash: Bool) -> Diagnostic {
    let place = hasDash ? line.start + 1 : line.start
    let span = reading.span(place, place, row: line.index)
    return page.found(
      hasDash ? "a blank is missing behind the dash" : "this line of a list has no dash",
      at: reading.label(
        hasDash
          ? reading.span(line.start, line.start + 1, row: line.index)
          : reading.span(line.start, line.end, row: line.index),
        hasDash ? "a blank belongs here" : "items begin with '- '"),
      fix: Fix(hasDash ? "put a blank" : "put a dash", [reading.edit(span, hasDash ? " " : "- ")]))
  }

  /// A line that is no `key: value` although its section holds nothing else.
  static func noKey(_ reading: Reading, _ line: Reading.ContentLine, section: Section) -> Diagnostic {
    let isItem = reading.isDash(line)
    return page.found(
      isItem
        ? "a list item stands where '\(section.title)' wants a key"
        : "this line has no 'key: value', as every line of '\(section.title)' must",
      at: reading.label(reading.span(line.start, line.end, row: line.index), "no key here"),
      help: UnknownKey.allowed(in: section) ?? "such as '\(section.otherExample): …'")
  }

  static func noFlowKey(
    _ reading: Reading, _ start: Int, _ end: Int, row: Int, section: Section
  ) -> Diagnostic {
    page.found(
      "between braces '\(section.title)' wants 'key: value'",
      at: reading.label(reading.span(start, reading.trimmedEnd(start, end), row: row), "no key here"),
      help: UnknownKey.allowed(in: section) ?? "such as '\(section.otherExample): …'")
  }
}
