import Diagnostics
import Domain

/// S204: a condition, `set`, `clear` or a step of the mood names a fact or gauge that is not there.
enum UnknownFact: ScenarioCheck {
  static let page = CheckPage(
    "S204", "unknown-fact", .error, title: "a condition or rule names a fact or gauge that does not exist",
    why: """
      A misspelled fact would be false for ever and a misspelled gauge would never move, without anyone noticing. \
      Facts are declared under facts, gauges under mood; conditions may also count turn, turns_here, minutes and \
      tries.
      """,
    mending: .shown,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trst +8, go: solved}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8, go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let unknown = subject.unknown([.set, .clear, .read, .stepped, .rated]).map { finding($0, subject) }
    let earned = subject.unknown([.earned]).filter { isMeantAsFact($0, subject) }
    return unknown + earned.map { finding($0, subject) }
      + subject.uses.compactMap { use in use.misuse.map { misused(use, $0, subject) } }
  }

  private static func isMeantAsFact(_ use: NameUse, _ subject: Subject) -> Bool {
    !UnknownMove.isMeantAsMove(use, subject) && !UnknownAction.isMeantAsAction(use, subject)
  }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let (what, tables) = wanted(use.role, subject.names)
    let suggestion = Suggestion(
      for: use, among: tables, instead: instead(use, tables))
    return page.found(
      "no \(what) named '\(use.name.text)' in this scenario", at: use.name.place.label("no such \(what)"),
      others: subject.origin(of: use.name.place), help: suggestion.help, fix: suggestion.fix)
  }

  private static func wanted(_ role: NameUse.Role, _ names: StoryNames) -> (String, [NameTable]) {
    switch role {
    case .set, .clear: ("fact", [names.facts])
    case .stepped, .rated: ("gauge", [names.gauges])
    default: ("fact or gauge", [names.facts, names.gauges])
    }
  }

  private static func instead(_ use: NameUse, _ tables: [NameTable]) -> String {
    if let counter = nearest(to: use.name.text, in: Condition.Counter.allCases.map(\.rawValue)),
      use.role == .read
    {
      return "did you mean '\(counter)'?"
    }
    let section = use.role == .stepped || use.role == .rated ? "mood" : "facts"
    let declare = "declare it under \(section)"
    let isAnyDeclared = tables.contains { $0.count > 0 }
    return isAnyDeclared ? "\(declare), or name one of \(tables.quoted)" : declare
  }

  private static func misused(_ use: NameUse, _ misuse: NameUse.Misuse, _ subject: Subject) -> Diagnostic {
    let name = use.name.text
    let (message, help) =
      switch misuse {
      case .needsComparison:
        ("'\(name)' is a number and must be compared here", "for example \(name) >= 45")
      case .isNoNumber:
        ("'\(name)' is no number, so it cannot be compared", "write \(name), or not \(name)")
      case .onlyInEarn:
        (
          "'\(name)' can only be asked for in 'earn'; conditions ask for facts and gauges",
          "let the rule set a fact, and ask for that fact here"
        )
      }
    return page.found(
      message, at: use.name.place.label("no fact"), others: subject.origin(of: use.name.place), help: help)
  }
}
