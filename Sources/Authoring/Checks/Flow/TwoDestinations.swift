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
    let rules = beat.expect + beat.actions
    let named = rules.map { ("'\($0.name.text)'", $0.consequence.go) }
    let other =
      beat.timers.map { ("this timer", $0.consequence.go) } + beat.next.map { ("this way out", $0.go) }
    let last = beat.otherwise.map { [("otherwise", $0.consequence.go)] } ?? []
    return (named + other + last).compactMap { what, places in
      guard places.count > 1 else { return nil }
      return finding(what, places)
    }
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
