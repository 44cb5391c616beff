import Diagnostics

/// S211: a fact is asked for and no rule ever changes it.
enum UnsetFact: ScenarioCheck {
  static let page = CheckPage(
    "S211", "unset-fact", .warning, title: "a fact is asked for and never set",
    why: """
      The condition always comes out the same, so a way out stays shut for ever or is always open. Usually the \
      rule that should set the fact is missing.
      """,
    triggering: """
      facts: {order_seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {if: not order_seen, go: solved}
      """,
    clean: """
      facts: {order_seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {if: not order_seen, go: solved}
          do:
            lookup order: {set: order_seen}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let use = FactUse(subject)
    return subject.names.facts.names.enumerated().compactMap { index, name in
      guard use.firstChange[index] == nil, let read = use.firstRead[index] else { return nil }
      let start = subject.story.facts[index].start
      return page.found(
        "fact '\(name.text)' is asked for, but no rule sets it", at: read.label("always \(start)"),
        others: [name.place.label("declared \(start)")],
        help: "add 'set: \(name.text)' to the rule that makes it true")
    }
  }
}
