import Diagnostics

/// S216: something looks renamed without `was:`, or its `was:` cannot be right.
enum RenamedWithoutWas: ScenarioCheck {
  static let page = CheckPage(
    "S216", "renamed-without-was", .advice,
    title: "a rename without 'was:', or a 'was:' that cannot be right",
    why: """
      Attempts already stored know the old name; `was: old_name` lets them still be replayed and reported. A rename \
      shows as a name that is used in several places and declared nowhere, while a declared one is used nowhere.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: farewell}
            explain: {go: farewell}
        closing_words:
          channel: chat
          say: Thank you.
          expect:
            apologise: {go: solved}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: closing_words}
            explain: {go: closing_words}
        closing_words:
          was: farewell
          channel: chat
          say: Thank you.
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    wrongWas(subject) + renames(subject)
  }

  /// `was:` that names something still there.
  private static func wrongWas(_ subject: Subject) -> [Diagnostic] {
    let names = subject.names
    let beats = subject.draft.beats.compactMap { earlier($0.was, of: $0.name, in: names.beats) }
    let endings = subject.draft.endings.compactMap { earlier($0.was, of: $0.name, in: names.endings) }
    let moves = subject.draft.shared.moves.compactMap { earlier($0.was, of: $0.name, in: names.moves) }
    return beats + endings + moves
  }

  private static func earlier(_ was: Written?, of name: Written, in table: NameTable) -> Diagnostic? {
    guard let was, let index = table[was.text] else { return nil }
    return page.found(
      "'\(name.text)' says it was '\(was.text)', which is still there",
      at: was.place.label("the earlier name"),
      others: [table.names[index].place.label("declared here")],
      help: "take 'was' out, or rename the other one")
  }

  /// One unknown name in two or more places and one unused declared name of the same kind.
  private static func renames(_ subject: Subject) -> [Diagnostic] {
    let used = Set(subject.uses.compactMap(\.target))
    let names = subject.names
    let moves = names.moves.names.indices.filter { !used.contains(.move($0)) }.map { names.moves.names[$0] }
    let beats = names.beats.names.indices.filter { $0 != subject.story.start && !used.contains(.beat($0)) }
      .map { names.beats.names[$0] }
    return rename(subject.unknown([.expected, .asked]), moves, "move", subject)
      + rename(subject.unknown([.destination, .start]), beats, "beat", subject)
  }

  private static func rename(
    _ unknown: [NameUse], _ unused: [Written], _ what: String, _ subject: Subject
  ) -> [Diagnostic] {
    let old = Set(unknown.map(\.name.text))
    guard old.count == 1, unknown.count > 1, unused.count == 1, let now = unused.first,
      let first = unknown.first,
      subject.resolution.isOwn(now.place)
    else { return [] }
    let finding = page.found(
      "\(what) '\(now.text)' looks like the new name of '\(first.name.text)', which \(unknown.count) places still use",
      at: now.place.label("renamed?"), others: unknown.prefix(3).map { $0.name.place.label("the old name") },
      help: "add 'was: \(first.name.text)' to it and write '\(now.text)' in those places")
    return [finding]
  }
}
