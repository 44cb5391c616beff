import Diagnostics
import Domain

/// S303: an ending is named, and no play can come to it.
enum UnreachableEnding: ScenarioCheck {
  static let page = CheckPage(
    "S303", "unreachable-ending", .error, title: "no play can come to this ending",
    why: """
      Something leads to the ending, but a condition on the way can never hold, so no trainee will ever see it. The \
      condition that blocks it is shown.
      """,
    triggering: """
      facts: {order_seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {if: order_seen, go: praised}
      endings:
        solved: {outcome: success}
        praised: {outcome: success}
      """,
    clean: """
      facts: {order_seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {if: order_seen, go: praised}
          do:
            lookup order: {set: order_seen}
      endings:
        solved: {outcome: success}
        praised: {outcome: success}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let unreached = subject.names.endings.names.indices.filter { !subject.flow.reaches(ending: $0) }
    guard !unreached.isEmpty else { return [] }
    let waysIn = WaysIn(subject)
    let used = Set(subject.uses.compactMap(\.target))
    return unreached.filter { used.contains(.ending($0)) }.compactMap { finding($0, waysIn, subject) }
  }

  private static func finding(_ index: Int, _ waysIn: WaysIn, _ subject: Subject) -> Diagnostic? {
    let gauge = subject.story.gauges.firstIndex { $0.endingAtZero == index }
    let isLedTo = !waysIn[.ending(index)].isEmpty
    guard !(isLedTo && subject.flow.leadsNowhere) else { return nil }
    let name = subject.names.endings.names[index]
    let spent = gauge.map { "gauge '\(subject.story.gauges[$0].name)' never comes to 0" }
    return page.found(
      "ending '\(name.text)' can never be reached; \(waysIn.reason(.ending(index), spent ?? "no 'go' leads to it"))",
      at: name.place.label("never reached"), others: waysIn.labels(.ending(index)))
  }
}
