import Diagnostics

/// S210: a fact is set and nothing ever asks for it.
enum UnreadFact: ScenarioCheck {
  static let page = CheckPage(
    "S210", "unread-fact", .warning, title: "a fact is set and never asked for",
    why: """
      Setting it changes nothing in the talk or the score. Usually the condition that should ask for it is missing, \
      or asks for another name.
      """,
    triggering: """
      facts: {solved_it: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: solved_it, go: solved}
      """,
    clean: """
      facts: {solved_it: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: solved_it}
          next:
            - {if: solved_it, go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let use = FactUse(subject)
    return subject.names.facts.names.enumerated().compactMap { index, name in
      guard !use.read.contains(index), let set = use.firstChange[index] else { return nil }
      return page.found(
        "fact '\(name.text)' is set and never asked for", at: set.label("set here"),
        others: [name.place.label("declared here")],
        help: "ask for it in a condition, the goal or an earn, or take it out")
    }
  }
}

/// How each fact is used.
struct FactUse: Hashable, Sendable {
  /// Facts that some condition asks for.
  private(set) var read: Set<Int> = []
  /// Where each fact is first set or cleared.
  private(set) var firstChange: [Int: Place] = [:]
  /// Where each fact is first asked for.
  private(set) var firstRead: [Int: Place] = [:]

  init(_ subject: Subject) {
    for use in subject.uses {
      guard case .fact(let fact) = use.target else { continue }
      switch use.role {
      case .set, .clear: if firstChange[fact] == nil { firstChange[fact] = use.name.place }
      default:
        read.insert(fact)
        if firstRead[fact] == nil { firstRead[fact] = use.name.place }
      }
    }
  }
}
