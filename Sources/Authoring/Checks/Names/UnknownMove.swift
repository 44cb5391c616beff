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
    // An unknown action that a beat lists is reported there; its critical rule has the same slip.
    let acts = Set(subject.unknown([.done, .overLimit]).map(\.name.text))
    return subject.unknown([.expected, .asked, .forbidden, .testedRule])
      .filter { $0.role != .forbidden || !acts.contains($0.name.text) }.map { finding($0, subject) }
      + subject.unknown([.earned]).filter { isMeantAsMove($0, subject) }.map { finding($0, subject) }
  }

  /// An unknown name in `earn` counts as a move unless a fact, gauge or action is nearer.
  static func isMeantAsMove(_ use: NameUse, _ subject: Subject) -> Bool {
    let names = subject.names
    if use.closest(in: [names.moves]) != nil { return true }
    return use.closest(in: [names.facts, names.gauges, names.actions]) == nil
  }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let names = subject.names
    let moves = use.isWorthGuessing ? subject.resolution.linked.moves : []
    let renamed = moves.first { $0.was?.text == use.name.text }?.name
    let tables = use.role == .forbidden ? [names.moves, names.actions] : [names.moves]
    let suggestion =
      renamed.map { Suggestion(for: use.name, meaning: $0) } ?? rule(use, subject)
      ?? Suggestion(for: use, among: tables, instead: instead(use.name, names))
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
    guard use.role == .testedRule, use.isWorthGuessing else { return nil }
    let rules = NameTable(subject.draft.criticalRules.flatMap { [$0.never] + $0.names })
    return Suggestion(for: use, among: [rules], instead: "name one of \(rules.quoted), or none")
  }

  private static func instead(_ name: Written, _ names: StoryNames) -> String {
    names.moves.count == 0
      ? "declare '\(name.text)' under moves" : "the moves are \(names.moves.quoted)"
  }
}
