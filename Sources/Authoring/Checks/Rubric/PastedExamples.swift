import Diagnostics
import Domain

/// S613: who pastes all examples of what a beat expects, and understands nothing, passes.
enum PastedExamples: PlayedCheck {
  static let page = CheckPage(
    "S613", "pasted-examples", .warning, title: "a reply that pastes all examples passes",
    why: """
      A trainee who says everything at once in every beat has understood nothing of the customer. Such a play is \
      tried: every beat is answered with all examples of the moves it expects, with and without everything the beat \
      has a rule for at the desk. A move that costs something, expected beside the good ones, tells a choice from \
      a heap: one of a critical rule, or one that leads to a worse ending.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            explain: {}
            apologise: {go: solved}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            explain: {}
            promise_date: {note: The day is the carrier's.}
            apologise: {go: solved}
      """)

  static func findings(in subject: PlayedSubject) -> [Diagnostic] {
    guard let rehearsal = subject.rehearsal, let hearing = subject.hearing else { return [] }
    let (scenario, draft) = (subject.scenario, subject.draft)
    let lines = pastes(of: scenario).map {
      Rehearsal.Line(text: $0, moves: $0.isEmpty ? [] : hearing.moves(in: $0))
    }
    guard let outcome = rehearsal.play(scenario, subject.house, lines), outcome.passed else {
      return []
    }
    return [
      page.found(
        "pasting all examples of each beat's moves passes with \(outcome.quality / 100) of 100 points",
        at: (draft.rubric.place ?? draft.top).label("earned without choosing any words"),
        help: "expect a move that costs something beside the good ones"
          + (scenario.goal == nil ? ", or let 'goal' ask for a deed at the desk" : ""))
    ]
  }

  /// For each beat all examples of the moves it expects, a sentence each.
  private static func pastes(of scenario: Scenario) -> [String] {
    let words = Placeholders(customer: scenario.customer, company: scenario.company)
    return scenario.beats.map { beat in
      let examples = beat.expect.flatMap { scenario.moves[$0.move].like }
      return examples.map { words.filled($0) + "." }.joined(separator: " ")
    }
  }
}
