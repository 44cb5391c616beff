import Diagnostics
import Domain

/// S205: `do`, `over_limit`, `earn` or a line of a test names an action that neither policy nor the desk knows.
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
      + subject.draft.tests.flatMap(\.play).compactMap { line in
        unknownAct(line, subject).map { finding($0, subject) }
      }
  }

  /// What a test's line wants done at the desk, when no desk of this scenario could do it.
  private static func unknownAct(_ line: Written, _ subject: Subject) -> NameUse? {
    guard line.text.hasPrefix("/"), !line.text.hasPrefix("//") else { return nil }
    let words = line.text.dropFirst().split(separator: " ").map { $0.lowercased() }
    guard let first = words.first, !DeskAction.keptWords.contains(first), first != "?",
      !["hold", "resume", "note"].contains(first)
    else { return nil }
    let isKnown = subject.story.actions.contains { action in
      let name = action.name.lowercased().split(separator: " ").map(String.init)
      return words.starts(with: name) || (name.count > 1 && name[0] == first && words.count == 1)
        || (name.count > 1 && name[0] == first && isOrder(words.dropFirst(), subject))
    }
    guard !isKnown else { return nil }
    let name = line.part(1..<line.text.utf8.count)
    return NameUse(name: name, role: .done, target: nil)
  }

  /// An order's number may stand in place of the author's word: `/lookup A-4412`.
  private static func isOrder(_ words: ArraySlice<String>, _ subject: Subject) -> Bool {
    let typed = words.joined(separator: " ")
    return subject.draft.customer.orders.contains { $0.id.lowercased() == typed }
  }

  /// Whether an unknown name in `earn` is near to an action and to no move.
  static func isMeantAsAction(_ use: NameUse, _ subject: Subject) -> Bool {
    !UnknownMove.isMeantAsMove(use, subject) && use.closest(in: [subject.names.actions]) != nil
  }

  /// The line under policy that makes a name an action.
  private static func declared(_ name: String) -> String { name + ": {say: What the customer says to it.}" }

  private static func finding(_ use: NameUse, _ subject: Subject) -> Diagnostic {
    let name = use.name
    let suggestion =
      use.closest(in: [subject.names.actions]).map { Suggestion(for: name, meaning: $0) }
      ?? Suggestion(
        for: name, amongWords: DeskAction.builtIn,
        instead: "add '\(declared(name.text))' under policy, or use one of "
          + DeskAction.builtIn.joined(separator: ", "))
    return page.found(
      "no action named '\(name.text)'", at: name.place.label("no such action"),
      others: subject.origin(of: name.place), help: suggestion.help, fix: suggestion.fix)
  }
}
