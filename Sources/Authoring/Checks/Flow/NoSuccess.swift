import Diagnostics
import Domain

/// S304: no play can end well.
enum NoSuccess: ScenarioCheck {
  static let page = CheckPage(
    "S304", "no-success", .error, title: "no play can end in success",
    why: """
      A scenario that cannot be won teaches nothing but giving up. At least one ending has the outcome success, and \
      at least one play leads there. Refusing rightly can be a success, too.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: lost}
      endings:
        lost: {outcome: failure}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {go: lost}
      endings:
        lost: {outcome: failure}
        solved: {outcome: success}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let successes = subject.story.endings.indices.filter { subject.story.endings[$0].outcome == .success }
    guard !successes.contains(where: { subject.flow.reaches(ending: $0) }), !subject.flow.leadsNowhere else {
      return []
    }
    let place = subject.draft.endingsPlace ?? subject.draft.top
    guard !subject.story.beats.isEmpty else {
      return [
        page.found("this scenario has no beats, so no play can end in success", at: subject.draft.top.label())
      ]
    }
    guard let first = successes.first else {
      return [
        page.found(
          "no ending has the outcome 'success'", at: place.label("none of these"),
          help: "give one ending 'outcome: success'")
      ]
    }
    let waysIn = WaysIn(subject)
    return [
      page.found(
        "no play can end in success; \(waysIn.reason(.ending(first), "no 'go' leads to '\(subject.story.endings[first].name)'"))",
        at: place.label("no success among these can be reached"),
        others: successes.prefix(4).map { subject.names.endings.names[$0].place.label("a success") })
    ]
  }
}
