import Diagnostics

/// S117: a value of another type than its field wants.
enum WrongType {
  static let page = CheckPage(
    "S117", "wrong-type", .error,
    title: "a value is not what its field wants",
    why: """
      Each field holds one kind of value: a number, a name, a list, a few fixed words. The finding says which \
      and shows one that would do.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("policy:\n  escalate: {mood: less patience}\n"),
    clean: ReadingExample.pack("policy:\n  escalate: {mood: patience -5}\n"))

  /// A word that is not spelt as its type is.
  static func spelling(
    _ reading: Reading, _ value: Node, _ slip: Spelling.Slip, _ type: FieldType, _ owner: Reading.Owner
  ) -> Diagnostic {
    if slip == .amount { return BadAmount.found(reading, value, type, owner) }
    let text = value.text ?? ""
    let meant = guess(text, type)
    let many = type.manyWords
    return page.found(
      many.isEmpty
        ? "'\(owner.name)' wants \(type.wanted), not '\(text)'" : "there is no \(owner.name) '\(text)'",
      at: reading.label(value.span, many.isEmpty ? "not \(type.wanted)" : "no such \(owner.name)"),
      help: meant.map { "did you mean '\($0)'?" }
        ?? (many.isEmpty ? "such as \(type.sample)" : "one of " + many.joined(separator: ", ")),
      fix: meant.map {
        Fix("write '\($0)'", [reading.edit(value.span, $0)], certainty: .suggested)
      })
  }

  private static func guess(_ text: String, _ type: FieldType) -> String? {
    switch type {
    case .truth:
      switch text.lowercased() {
      case "yes", "on", "true", "y", "1": "true"
      case "no", "off", "false", "n", "0": "false"
      default: nil
      }
    case .choice(let words): closest(to: text, in: words)
    case .text, .name, .expression, .integer, .duration, .money, .moneyOrDuration, .range, .gauges, .route,
      .difficulty, .satisfaction, .list, .oneOrList, .section, .anything:
      nil
    }
  }

  /// A text, list or map where another of them is wanted.
  static func shape(
    _ reading: Reading, _ value: Node, wanted type: FieldType, _ owner: Reading.Owner
  ) -> Diagnostic {
    page.found(
      "'\(owner.name)' wants \(type.wanted), not \(value.shape)",
      at: reading.label(value.span, "not \(type.wanted)"), help: "such as \(type.sample)")
  }

  static func listForMap(
    _ reading: Reading, _ line: Reading.ContentLine, section: Section, _ owner: Reading.Owner
  ) -> Diagnostic {
    page.found(
      "'\(owner.name)' wants 'key: value' lines, not a list",
      at: reading.label(reading.span(line.start, line.end, row: line.index), "an item of a list"),
      help: "write the names without dashes, such as \(FieldType.section(section).sample)")
  }

  /// A text or word on the lines below its key instead of beside it.
  static func textBelow(
    _ reading: Reading, _ value: Node, lines: Int, _ type: FieldType, _ owner: Reading.Owner
  ) -> Diagnostic {
    let isText = reading.holdsText(type)
    let end = reading.source.span(ofLine: owner.span.start.line).end
    let block = Fix("put `|` behind the key", [reading.edit(Span(end, end), " |")], certainty: .suggested)
    let beside = Fix(
      "write it behind the key",
      [reading.edit(Span(end, value.span.end), " " + (value.text ?? ""))], certainty: .suggested)
    return page.found(
      isText
        ? "text on the lines below '\(owner.name)' needs `|` behind the key"
        : "'\(owner.name)' wants \(type.wanted) on its own line",
      at: reading.label(value.span, isText ? "a text of its own" : "not \(type.wanted)"),
      help: isText ? "write `\(owner.name): |`, or the text behind the key" : "such as \(type.sample)",
      fix: isText && lines > 1 ? block : beside)
  }

  /// Quotes or a block with no words in it.
  static func blank(_ reading: Reading, _ value: Node, _ key: FoundKey) -> Diagnostic {
    page.found(
      "'\(key.name)' holds no words", at: reading.label(value.span, "empty"),
      help: "write the words, or take the line out")
  }

  /// A key or dash with nothing behind it where a value is wanted.
  static func empty(_ reading: Reading, _ type: FieldType, _ owner: Reading.Owner) -> Diagnostic {
    page.found(
      "'\(owner.name)' has nothing behind it; it wants \(type.wanted)",
      at: reading.label(owner.span, "no value"), help: "such as \(type.sample)")
  }
}

extension FieldType {
  /// The words of a choice among more than a few: too many to be said twice.
  fileprivate var manyWords: [String] {
    if case .choice(let words) = self, words.count > 4 { words } else { [] }
  }
}

extension Node {
  /// What was written, in words.
  var shape: String {
    switch value {
    case .text: "a text"
    case .list: "a list"
    case .map: "keys and values"
    case .nothing: "nothing"
    }
  }
}
