import Diagnostics

/// S119: a list where one text is wanted, or one text where a list is.
enum ListOrText {
  static let page = CheckPage(
    "S119", "list-or-text", .warning,
    title: "a list stands where one text is wanted, or the other way round",
    why: """
      What is meant is clear enough to go on with, so play is not stopped; the mended line says it the way \
      the field wants, and other tools will understand it too.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("moves:\n  apologise: {like: I am sorry}\n"),
    clean: ReadingExample.pack("moves:\n  apologise: {like: [I am sorry]}\n"))

  static func textForList(_ reading: Reading, _ value: Node, _ owner: Reading.Owner) -> Diagnostic {
    let text = value.text ?? ""
    let item = Quoting.canBeBare(text, inFlow: true) ? text : Quoting.quoted(text)
    return page.found(
      "'\(owner.name)' wants a list", at: reading.label(value.span, "one value, not a list"),
      fix: Fix("make it a list", [reading.edit(value.span, "[" + item + "]")]))
  }

  static func listForText(_ reading: Reading, _ list: Node, _ owner: Reading.Owner) -> Diagnostic {
    let text = list.items.compactMap(\.text).joined(separator: " ")
    let isBlock = list.form != .flow
    let start = isBlock ? reading.source.span(ofLine: owner.span.start.line).end : list.span.start
    let mended = Quoting.canBeBare(text, inFlow: true) ? text : Quoting.quoted(text)
    return page.found(
      "'\(owner.name)' wants one value, not a list", at: reading.label(list.span, "a list"),
      fix: Fix(
        "write one value", [reading.edit(Span(start, list.span.end), isBlock ? " " + mended : mended)]))
  }

  /// Lines below a key that wants a list, none with a dash.
  static func linesForList(
    _ reading: Reading, _ lines: [Reading.ContentLine], _ owner: Reading.Owner
  ) -> Diagnostic {
    let edits = lines.map { reading.edit(reading.span($0.start, $0.start, row: $0.index), "- ") }
    let place = lines.first.map { reading.span($0.start, $0.end, row: $0.index) } ?? owner.span
    return page.found(
      "'\(owner.name)' wants a list; each of its lines begins with '- '",
      at: reading.label(place, "no dash"), fix: Fix("put dashes", edits))
  }

  /// The keys of one map where a list of maps is wanted.
  static func mapForList(
    _ reading: Reading, _ first: Reading.ContentLine, _ owner: Reading.Owner
  ) -> Diagnostic {
    var edits: [Edit] = []
    var row = first.index
    while row < reading.source.lines.count {
      let bounds = reading.source.lines[row]
      let (start, indent, _) = reading.indentation(of: bounds)
      if start < bounds.end {
        guard indent >= first.indent else { break }
        let place = reading.span(start, start, row: row)
        edits.append(reading.edit(place, row == first.index ? "- " : "  "))
      }
      row += 1
    }
    return page.found(
      "'\(owner.name)' wants a list; each item begins with '- '",
      at: reading.label(reading.span(first.start, first.end, row: first.index), "no dash"),
      fix: Fix("make it an item", edits))
  }

  static func mapInFlowForList(_ reading: Reading, _ map: Node, _ owner: Reading.Owner) -> Diagnostic {
    let open = Span(map.span.start, map.span.start)
    let close = Span(map.span.end, map.span.end)
    return page.found(
      "'\(owner.name)' wants a list", at: reading.label(map.span, "one item, not a list"),
      fix: Fix("make it a list", [reading.edit(open, "["), reading.edit(close, "]")]))
  }
}
