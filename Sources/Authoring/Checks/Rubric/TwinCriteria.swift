import Diagnostics
import Domain

/// S609: two criteria that are always earned together.
enum TwinCriteria: ScenarioCheck, RubricCheck {
  static let page = CheckPage(
    "S609", "twin-criteria", .warning, title: "two criteria are always earned together",
    why: """
      They ask for the same, so one deed is paid twice and one slip punished twice. Either one of them is left \
      over, or its question was copied and never changed.
      """,
    triggering: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: apologise}
      """,
    clean: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: apologise + explain}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let story = subject.story
    let asked = zip(story.criteria, subject.draft.rubric.criteria).map { criterion, draft in
      (name: draft.name, question: Question(criterion, goal: story.goal))
    }
    return twins(asked.filter { !$0.question.parts.isEmpty })
  }

  static func findings(in subject: RubricSubject) -> [Diagnostic] {
    twins(
      subject.draft.criteria.filter { $0.kind != nil }.map {
        ($0.name, Judged(kind: $0.kind?.text, settings: $0.settings))
      })
  }

  private struct Judged: Hashable {
    var kind: String?
    var settings: [String: [String]]
  }

  private struct Question: Hashable {
    var parts: Set<Condition>
    var bestBeforeTurn: Int?

    init(_ criterion: ScenarioCriterion, goal: Condition?) {
      parts = Set(criterion.earn.map { $0 == .goal ? goal ?? $0 : $0 })
      bestBeforeTurn = criterion.bestBeforeTurn
    }
  }

  private static func twins(_ criteria: [(name: Written, question: some Hashable)]) -> [Diagnostic] {
    var first: [AnyHashable: Written] = [:]
    return criteria.compactMap { name, question in
      guard let twin = first[question] else {
        first[question] = name
        return nil
      }
      return page.found(
        "'\(name.text)' and '\(twin.text)' are always earned together",
        at: name.place.label("asks for the same"), others: [twin.place.label("as this one")],
        help: "let one of them ask for something else, or join their weights")
    }
  }
}
