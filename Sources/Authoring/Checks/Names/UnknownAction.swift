import Diagnostics
import Domain

/// S205: `do`, `over_limit` or `earn` names an action that neither policy nor the desk knows.
enum UnknownAction: ScenarioCheck {
  static let page = CheckPage(
    "S205", "unknown-action", .error, title: "a rule names an action that neither policy nor the desk knows",
    why: """
      The trainee could never do it. The desk knows lookup, verify, refund, resend, escalate, hold, resume, note, \
      transfer and callback; every key under policy is an action too.
      """,
    mending: .shown,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
          do:
            refnd: {mood: trust +2}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
          do:
            refund: {mood: trust +2}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.unknown([.done, .overLimit]).map { finding($0, subject) }
      + subject.unknown([.earned]).filter { isMeantAsAction($0, subject) }.map { finding($0, subject) }
  }

  /// Whether an unknown name in `earn` is near to an action and to no move.
  static func isMeantAsAction(_ use: NameUse, _ subject: Subject) -> Bool {
    !UnknownMove.isMeantAsMove(use, subject) && use.closest(in: [subject.names.actions]) != nil
  }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let name = use.name
    let suggestion =
      use.closest(in: [subject.names.actions]).map { Suggestion(for: name, meaning: $0) }
      ?? Suggestion(
        for: name, amongWords: DeskAction.builtIn,
        instead: "declare it under policy, or use one of \(DeskAction.builtIn.quoted)")
    return page.found(
      "no action named '\(name.text)'", at: name.place.label("no such action"),
      others: subject.origin(of: name.place), help: suggestion.help, fix: suggestion.fix)
  }
}
