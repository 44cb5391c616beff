import Diagnostics

/// S203: a rule, criterion or critical rule names a move that is not there.
enum UnknownMove: ScenarioCheck {
  static let page = CheckPage(
    "S203", "unknown-move", .error, title: "a rule names a move that does not exist",
    why: """
      No reply could ever be recognised as this move, so the rule would never apply and its points could never \
      be earned.
      """,
    mending: .shown,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologize: {go: solved}
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
    subject.unknown([.expected, .asked, .forbidden, .testedRule]).map { finding($0, subject) }
      + subject.unknown([.earned]).filter { isMeantAsMove($0.name, subject) }.map { finding($0, subject) }
  }

  /// An unknown name in `earn` counts as a move unless a fact, gauge or action is nearer.
  static func isMeantAsMove(_ name: Written, _ subject: Subject) -> Bool {
    let names = subject.names
    if names.moves.closest(to: name.text) != nil { return true }
    return names.facts.closest(to: name.text) == nil && names.gauges.closest(to: name.text) == nil
      && names.actions.closest(to: name.text) == nil
  }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let names = subject.names
    let renamed = subject.resolution.linked.moves.first { $0.was?.text == use.name.text }?.name
    let tables = use.role == .forbidden ? [names.moves, names.actions] : [names.moves]
    let suggestion =
      renamed.map { Suggestion(for: use.name, meaning: $0) } ?? rule(use, subject)
      ?? Suggestion(for: use.name, among: tables, instead: instead(use.name, names))
    return page.found(
      message(use), at: use.name.place.label("no such \(what(use.role))"), help: suggestion.help,
      fix: suggestion.fix)
  }

  private static func what(_ role: NameUse.Role) -> String {
    switch role {
    case .forbidden: "move or action"
    case .testedRule: "critical rule"
    default: "move"
    }
  }

  private static func message(_ use: NameUse) -> String {
    "no \(what(use.role)) named '\(use.name.text)' in this scenario"
  }

  private static func rule(_ use: NameUse, _ subject: Subject) -> Suggestion? {
    guard use.role == .testedRule else { return nil }
    let rules = NameTable(subject.draft.criticalRules.flatMap { [$0.never] + $0.names })
    return Suggestion(
      for: use.name, among: [rules], instead: "name one of \(rules.names.map(\.text).quoted), or none")
  }

  private static func instead(_ name: Written, _ names: StoryNames) -> String {
    names.moves.count == 0
      ? "declare '\(name.text)' under moves" : "the moves are \(names.moves.names.map(\.text).quoted)"
  }
}
