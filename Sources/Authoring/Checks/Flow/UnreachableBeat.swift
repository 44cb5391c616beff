import Diagnostics
import Domain

/// S301: no play can come to a beat.
enum UnreachableBeat: ScenarioCheck {
  static let page = CheckPage(
    "S301", "unreachable-beat", .error, title: "no play can come to this beat",
    why: """
      What is written there is never seen, and points that depend on it cannot be earned. Either nothing leads to \
      it, or every way to it asks for something that cannot be.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
        refund_offer:
          channel: chat
          say: And who pays me?
          expect:
            apologise: {go: solved}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: refund_offer}
        refund_offer:
          channel: chat
          say: And who pays me?
          expect:
            apologise: {go: solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let unreached = subject.names.beats.names.indices.filter { !subject.flow.reaches(beat: $0) }
    guard !unreached.isEmpty else { return [] }
    let waysIn = WaysIn(subject)
    return unreached.compactMap { index in
      let ways = waysIn[.beat(index)]
      guard ways.isEmpty || !subject.flow.leadsNowhere else { return nil }
      let name = subject.names.beats.names[index]
      return page.found(
        "beat '\(name.text)' can never be reached; \(waysIn.reason(.beat(index), "no 'go' names it"))",
        at: name.place.label("never reached"), others: waysIn.labels(.beat(index)),
        help: ways.isEmpty ? "let a 'go' lead to '\(name.text)', or take the beat out" : nil)
    }
  }
}
