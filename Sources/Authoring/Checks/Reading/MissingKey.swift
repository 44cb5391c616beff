import Diagnostics

/// S116: a key that its section cannot do without.
enum MissingKey {
  static let page = CheckPage(
    "S116", "missing-key", .error,
    title: "a required key is missing",
    why: """
      Without it the section cannot be played, scored or found. The line to add is shown with an example \
      value, ready to be changed.
      """,
    mending: .shown,
    triggering: "format: service-pack 1\nid: parcel-shop\nabout: Sells toys.\n",
    clean: "format: service-pack 1\nid: parcel-shop\ntitle: Parcel Shop\nabout: Sells toys.\n")

  static func found(
    _ reading: Reading, _ form: FieldForm, _ section: Section, owner: String, at place: Span, fix: Fix?
  ) -> Diagnostic {
    page.found(
      "\(whose(section, owner)) has no '\(form.name)': \(form.meaning)",
      at: reading.label(place, "'\(form.name)' is missing"),
      help: form.example.isEmpty ? "add `\(form.name):`" : "add `\(form.name): \(form.example)`", fix: fix)
  }

  /// Several keys that one section cannot do without, in one finding.
  static func found(
    _ reading: Reading, _ forms: [FieldForm], _ section: Section, owner: String, at place: Span, fix: Fix?
  ) -> Diagnostic {
    let names = forms.map { "'\($0.name)'" }
    return page.found(
      "\(whose(section, owner)) has no \(names.dropLast().joined(separator: ", ")) and no \(names.last ?? "")",
      at: reading.label(place, "\(forms.count) keys are missing"),
      help: forms.map { "'\($0.name)': \($0.meaning)" }.joined(separator: " · "), fix: fix)
  }

  private static func whose(_ section: Section, _ owner: String) -> String {
    owner.isEmpty || owner == section.title ? "the \(section.title)" : "\(section.title) '\(owner)'"
  }
}

extension Reading {
  /// Reports every required field of a section that its map does not have.
  mutating func reportMissing(
    _ section: Section, in map: MapBuilder, at place: Span, owner: String, isFlow: Bool
  ) {
    // An item of a list has the list's key for an owner; its own name, if any, says more.
    let isItem = levels.last.map { $0.section == nil } ?? false
    let own = isItem ? (section.form("name") == nil ? "" : map.earlier("name")?.value.text ?? "") : owner
    let missing = section.fields.filter { $0.isRequired && !map.holds($0.name) }
    guard let first = missing.first else { return }
    let fixes = missing.map { insertion(of: $0, section, map, at: place, isFlow: isFlow) }
    let end = source.lines[place.start.line - 1].end
    let shown =
      isFlow
      ? place
      : Span(place.start, source.position(at: max(end, place.start.offset), onLine: place.start.line - 1))
    guard missing.count > 1 else {
      return report(MissingKey.found(self, first, section, owner: own, at: shown, fix: fixes[0]))
    }
    let all = joined(fixes.compactMap { $0 }, by: isFlow && map.entries.isEmpty ? ", " : nil)
    report(MissingKey.found(self, missing, section, owner: own, at: shown, fix: all))
  }

  /// All insertions as one mend; with a separator they are one edit, as into empty braces.
  private func joined(_ fixes: [Fix], by separator: String?) -> Fix? {
    var edits = fixes.flatMap(\.edits)
    guard let first = edits.first else { return nil }
    if let separator { edits = [edit(first.span, edits.map(\.text).joined(separator: separator))] }
    return Fix("add what is missing", edits, certainty: .suggested)
  }

  /// The edit that adds a field behind the fields that usually stand before it.
  private func insertion(
    of form: FieldForm, _ section: Section, _ map: MapBuilder, at place: Span, isFlow: Bool
  ) -> Fix? {
    let before = section.fields.prefix { $0.name != form.name }.reversed()
    let previous = before.lazy.compactMap { map.earlier($0.name) }.first
    if isFlow { return flowInsertion(of: form, after: previous, map, at: place) }
    let text = Template.lines(of: form, indent: place.start.column - 1)
    if let previous {
      let row = max(previous.value.span.end.line, previous.keySpan.end.line) - 1
      let end = source.position(at: source.lines[row].end, onLine: row)
      let indent = String(repeating: " ", count: previous.keySpan.start.column - 1)
      let lines = Template.lines(of: form, indent: indent.count)
      return Fix("add '\(form.name)'", [edit(Span(end, end), "\n" + indent + lines)], certainty: .suggested)
    }
    let indent = String(repeating: " ", count: place.start.column - 1)
    return Fix(
      "add '\(form.name)'", [edit(Span(place.start, place.start), text + "\n" + indent)],
      certainty: .suggested)
  }

  private func flowInsertion(
    of form: FieldForm, after previous: Node.Entry?, _ map: MapBuilder, at place: Span
  ) -> Fix? {
    guard !form.example.isEmpty else { return nil }
    let text = form.name + ": " + form.example
    if let previous {
      let end = max(previous.value.span.end, previous.keySpan.end)
      return Fix("add '\(form.name)'", [edit(Span(end, end), ", " + text)], certainty: .suggested)
    }
    let start = source.position(
      at: min(place.start.offset + 1, bytes.count), onLine: place.start.line - 1)
    let tail = map.entries.isEmpty ? "" : ", "
    return Fix("add '\(form.name)'", [edit(Span(start, start), text + tail)], certainty: .suggested)
  }
}
