import Diagnostics
import Domain

/// S603: every play that ends earns this criterion.
enum UnavoidablePoints: ScenarioCheck {
  static let page = CheckPage(
    "S603", "unavoidable-points", .warning, title: "every play earns this criterion",
    why: """
      Points that everybody gets tell nobody anything; they only lift the score. However a play ends, what the \
      criterion asks for holds by then: all endings stand behind it, or it is true from the start.
      """,
    triggering: """
      facts: {asked: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: asked}
            explain: {}
          next:
            - {if: asked, go: solved}
      rubric:
        empathy: {weight: 60, earn: asked}
        clarity: {weight: 40, earn: explain}
      """,
    clean: """
      facts: {asked: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: asked}
            explain: {}
          next:
            - {if: asked, go: solved}
            - {if: turns_here >= 3, go: given_up}
      endings:
        solved: {outcome: success}
        given_up: {outcome: failure}
      rubric:
        empathy: {weight: 60, earn: asked}
        clarity: {weight: 40, earn: explain}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let story = subject.story
    let ends = subject.flow.finals.enumerated().compactMap { index, world in world.map { (index, $0) } }
    guard !ends.isEmpty, !subject.flow.leadsNowhere else { return [] }
    let pairs = zip(story.criteria, subject.draft.rubric.criteria)
    return pairs.compactMap { criterion, draft in
      guard criterion.weight > 0, !criterion.earn.isEmpty else { return nil }
      let isSure = ends.allSatisfy { ending, world in
        criterion.earn.allSatisfy { part in
          !world.allowsNot(part.asked(at: ending, goal: story.goal), subject.flow.attainable)
        }
      }
      guard isSure, !PointsForNothing.pays(criterion, subject) else { return nil }
      return page.found(
        "every play that ends earns '\(criterion.name)', however it went",
        at: (draft.earn?.written ?? draft.name).place.label("holds at every ending"),
        help: "ask for something a play can miss, such as the move that brings it about")
    }
  }
}
