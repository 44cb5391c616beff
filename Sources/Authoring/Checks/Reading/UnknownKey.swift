import Diagnostics

/// S114: a key that its section does not have.
enum UnknownKey {
  static let page = CheckPage(
    "S114", "unknown-key", .error,
    title: "a key that is not known here",
    why: """
      A misspelt key is a field that silently never works. Every section knows its keys, so a slip is shown \
      with the nearest key and all that are allowed.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("abuot: Sells toys.\n"),
    clean: ReadingExample.pack("about: Sells toys.\n"))

  /// The field of a section that a key most likely means, one not written yet if possible.
  static func suggestion(for key: String, in section: Section, _ map: MapBuilder) -> FieldForm? {
    let open = section.fields.filter { !map.holds($0.name) }
    let name = closest(to: key, in: open.map(\.name)) ?? closest(to: key, in: section.fields.map(\.name))
    return name.flatMap(section.form)
  }

  static func found(
    _ reading: Reading, _ key: FoundKey, section: Section, suggestion: FieldForm?
  ) -> Diagnostic {
    let guess = suggestion.map { "did you mean '\($0.name)'? " } ?? ""
    let allowed = allowed(in: section) ?? ""
    return page.found(
      "'\(key.name)' is no key of \(section.article) \(section.title)",
      at: reading.label(key.span, suggestion == nil ? "no such key" : "a slip?"), help: guess + allowed,
      fix: suggestion.map {
        Fix("write '\($0.name)'", [reading.edit(key.span, $0.name)], certainty: .suggested)
      })
  }

  /// All fixed keys of a section in one line; nothing when it has none.
  static func allowed(in section: Section) -> String? {
    section.fields.isEmpty
      ? nil : "allowed here: " + section.fields.map(\.name).joined(separator: ", ")
  }
}

extension Section {
  /// "a" or "an", as its title wants.
  var article: String { title.first.map { "aeiou".contains($0) } == true ? "an" : "a" }
}
