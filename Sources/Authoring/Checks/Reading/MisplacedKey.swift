import Diagnostics

/// S115: a key that belongs in another section.
enum MisplacedKey {
  static let page = CheckPage(
    "S115", "misplaced-key", .error,
    title: "a key that belongs in another section",
    why: """
      The key exists, but not here: here it would do nothing. Moves say how a reply is recognised, beats say \
      what it causes, and the sections at the top hold what the whole scenario shares.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("limit: 40 EUR\n"),
    clean: ReadingExample.pack("policy:\n  refund: {limit: 40 EUR}\n"))

  static func found(_ reading: Reading, _ key: FoundKey, section: Section, place: String) -> Diagnostic {
    let wanted = place.isEmpty ? "at the top of the file" : "under `\(place)`"
    return page.found(
      "'\(key.name)' is no key of \(section.article) \(section.title); it belongs \(wanted)",
      at: reading.label(key.span, "not here"),
      help: "move it \(place.isEmpty ? "to the top level, without indentation" : wanted)")
  }
}
