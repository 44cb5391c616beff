import Diagnostics
import Domain

/// S606: whoever reaches a success fails all the same, or whoever fails the customer passes all the same.
enum ScoreAgainstEnding: ScenarioCheck {
  static let page = CheckPage(
    "S606", "score-against-ending", .error,
    title: "a success that never passes, or a failure that always does",
    why: """
      The ending is what the customer saw, the score what the trainer thinks of it. Where every play with a good \
      ending stays below the pass mark, or every play with a failure is above it, one of the two is wrong.
      """,
    triggering: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {go: informed}
      endings:
        solved: {outcome: success}
        informed: {outcome: success}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: ending informed}
      """,
    clean: """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            explain: {go: informed}
      endings:
        solved: {outcome: success}
        informed: {outcome: success}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: ending informed or ending solved}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let passMark = subject.draft.passMark.saturatingTimes(100)
    let merits = EndingMerits(subject)
    // Where nobody can pass, that is the one thing to say.
    guard !subject.flow.leadsNowhere, let best = merits.best, best >= passMark else { return [] }
    return subject.story.endings.indices.compactMap { index in
      let ending = subject.story.endings[index]
      let place = subject.names.endings.names[index].place
      if ending.outcome == .success, let most = merits.most(index), most < passMark {
        return page.found(
          "no play that ends in '\(ending.name)' earns more than \(most / 100) points; the pass mark is \(subject.draft.passMark)",
          at: place.label("a success that cannot pass"),
          help: "let criteria count what this ending brings, or make it partial")
      }
      guard ending.outcome == .failure, let least = merits.least(index), least >= passMark else { return nil }
      return page.found(
        "every play that ends in '\(ending.name)' earns at least \(least / 100) points; the pass mark is \(subject.draft.passMark)",
        at: place.label("a failure that always passes"),
        help: "let criteria ask for what this ending misses, such as the goal")
    }
  }
}
