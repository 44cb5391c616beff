import Diagnostics

/// S308: one move or action is told to go to two places.
enum TwoDestinations: ScenarioCheck {
  static let page = CheckPage(
    "S308", "two-destinations", .error, title: "one rule is told to go to two places",
    why: """
      A talk can only go on in one place, so one of the two would silently win. Where it depends on something, next \
      lists the ways with their conditions.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved or lost}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      """,
    clean: """
      facts: {was_kind: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: was_kind}
          next:
            - {if: was_kind, go: solved}
            - {if: turn >= 2, go: lost}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    subject.draft.beats.flatMap { severalPlaces($0) + moveAndAction($0) }
  }

  private static func severalPlaces(_ beat: BeatDraft) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func look(_ what: @autoclosure () -> String, _ places: [Written]) {
      if places.count > 1 { found.append(finding(what(), places)) }
    }
    for rule in beat.expect { look("'\(rule.name.text)'", rule.consequence.go) }
    for rule in beat.actions { look("'\(rule.name.text)'", rule.consequence.go) }
    for timer in beat.timers { look("this timer", timer.consequence.go) }
    for exit in beat.next { look("this way out", exit.go) }
    if let last = beat.otherwise { look("otherwise", last.consequence.go) }
    return found
  }

  /// A move and an action of one name in one beat, each with its own `go`.
  private static func moveAndAction(_ beat: BeatDraft) -> [Diagnostic] {
    let actions = beat.actions.filter { !$0.consequence.go.isEmpty }
    guard !beat.expect.isEmpty, !actions.isEmpty else { return [] }
    let moves = Dictionary(beat.expect.map { ($0.name.text, $0.consequence.go.first) }) { first, _ in first }
    return actions.compactMap { action in
      guard let go = moves[action.name.text], let first = go, let second = action.consequence.go.first,
        first.text != second.text
      else { return nil }
      return finding("'\(action.name.text)'", [first, second])
    }
  }

  private static func finding(_ what: String, _ places: [Written]) -> Diagnostic {
    page.found(
      "\(what) goes to \(places.count) places: \(places.map(\.text).quoted)",
      at: places[1].place.label("and to this one"), others: [places[0].place.label("to this one")],
      help: "keep one of them; if it depends on something, let next decide")
  }
}
