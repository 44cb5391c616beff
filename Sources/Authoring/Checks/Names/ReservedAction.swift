import Diagnostics
import Domain

/// S217: an action begins with a word that the desk keeps for itself.
enum ReservedAction: ScenarioCheck {
  static let page = CheckPage(
    "S217", "reserved-action", .error, title: "an action begins with a word that the desk keeps for itself",
    why: """
      Whoever types it gets the desk's own command instead: '/save parts' writes a file and orders nothing. The desk \
      keeps help, customer, orders, policy, kb, hint, why, pause, send, discard, save, wait, leave and quit.
      """,
    triggering: """
      policy:
        save parts: {because: KB-17, say: Good.}
      """,
    clean: """
      policy:
        keep parts: {because: KB-17, say: Good.}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.names.actions.names.compactMap { name in
      guard let first = name.text.split(separator: " ").first.map({ $0.lowercased() }),
        DeskAction.keptWords.contains(first)
      else { return nil }
      return page.found(
        "the desk keeps '\(first)' for itself, so the action '\(name.text)' can never be done",
        at: name.place.label("'/\(first)' is the desk's own"), others: subject.origin(of: name.place),
        help: "begin it with another word; kept are \(DeskAction.keptWords.joined(separator: ", "))")
    }
  }
}
