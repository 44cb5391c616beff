import Diagnostics

/// S113: anchors, aliases, tags, merge keys and document markers, which this notation does without.
enum ForbiddenYAML {
  static let page = CheckPage(
    "S113", "forbidden-yaml", .error,
    title: "an anchor, alias, tag, merge key or document marker",
    why: """
      These make one line mean another, far away, and a few hundred bytes of them can fill a machine's \
      memory. What several scenarios share belongs in a pack and is named in `uses`.
      """,
    mending: .shown,
    triggering: "---\n" + ReadingExample.pack("about: Sells toys.\n"),
    clean: ReadingExample.pack("about: Sells toys.\n"))

  static func marker(_ reading: Reading, row: Int) -> Diagnostic {
    let line = reading.source.lines[row]
    let end = row + 1 < reading.source.lines.count ? reading.source.lines[row + 1].start : line.end
    let whole = Span(
      reading.source.position(at: line.start, onLine: row),
      reading.source.position(at: end))
    return page.found(
      "document markers and directives have no place here; a file is one document",
      at: reading.label(reading.span(line.start, line.end, row: row), "not needed"),
      fix: Fix("take the line out", [reading.edit(whole, "")], certainty: .suggested))
  }

  static func machinery(_ reading: Reading, _ start: Int, _ end: Int, row: Int) -> Diagnostic {
    let span = reading.span(start, end, row: row)
    let (name, help): (String, String) =
      switch reading.bytes[start] {
      case UInt8(ascii: "&"): ("an anchor", "take it out; what is shared goes in a pack")
      case UInt8(ascii: "*"): ("an alias", "write the value out, or put it in a pack")
      default: ("a tag", "take it out; the field says what its value is")
      }
    return page.found(
      "'\(reading.string(start, end))' is \(name) of YAML, which is not used here",
      at: reading.label(span, name), help: help,
      fix: Fix("take it out", [reading.edit(span, "")], certainty: .suggested))
  }

  static func mergeKey(_ reading: Reading, _ key: FoundKey) -> Diagnostic {
    page.found(
      "'<<' is a merge key of YAML, which is not used here", at: reading.label(key.span, "a merge key"),
      help: "write the keys out, or put them in a pack and name it in `uses`")
  }
}
