import Diagnostics

/// S201: `go`, `start`, `at_zero` or `ending` names a beat or ending that is not there.
enum UnknownBeat: ScenarioCheck {
  static let page = CheckPage(
    "S201", "unknown-beat", .error, title: "a way out names a beat or ending that does not exist",
    why: """
      The talk would stop here for good. Either the name is spelled differently where the beat is declared, or \
      the beat is still to be written.
      """,
    mending: .shown,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solvd}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.unknown([.destination, .start, .atZero, .earnedEnding, .testedEnding]).map {
      finding($0, subject)
    }
  }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let (what, tables) = wanted(use.role, subject.names)
    let suggestion =
      renamed(use, in: subject)
      ?? Suggestion(for: use, among: tables, instead: instead(use, tables, subject))
    return page.found(
      "no \(what) named '\(use.name.text)' in this scenario", at: use.name.place.label("no such \(what)"),
      help: suggestion.help, fix: suggestion.fix)
  }

  private static func wanted(_ role: NameUse.Role, _ names: StoryNames) -> (String, [NameTable]) {
    switch role {
    case .start: ("beat", [names.beats])
    case .atZero, .earnedEnding, .testedEnding: ("ending", [names.endings])
    default: ("beat or ending", [names.beats, names.endings])
    }
  }

  private static func instead(_ use: NameUse, _ tables: [NameTable], _ subject: Subject) -> String {
    guard tables.contains(where: { $0.count > 0 }) else {
      return "declare '\(use.name.text)' under beats or endings"
    }
    let channel = subject.draft.channels.first { $0.text != "bot" }?.text ?? "chat"
    let stub = "add it under beats as '\(use.name.text): {channel: \(channel), say: ...}'"
    switch use.role {
    case .atZero, .earnedEnding, .testedEnding: return "the endings are \(tables.quoted)"
    default: return "\(stub), or name one of \(tables.quoted)"
    }
  }

  /// The beat or ending whose `was:` is this name.
  private static func renamed(_ use: NameUse, in subject: Subject) -> Suggestion? {
    guard use.isWorthGuessing else { return nil }
    let name = use.name
    let draft = subject.draft
    let now =
      draft.beats.first { $0.was?.text == name.text }?.name
      ?? draft.endings.first { $0.was?.text == name.text }?.name
    return now.map { Suggestion(for: name, meaning: $0) }
  }
}
