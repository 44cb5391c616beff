import Diagnostics
import Domain

/// S604: who neither speaks nor acts earns points.
enum PointsForNothing: ScenarioCheck {
  static let page = CheckPage(
    "S604", "points-for-nothing", .error, title: "doing nothing earns points",
    why: """
      A trainee who leaves the customer waiting must end with 0 points. What is only asked to be absent, "not \
      promised", holds in silence, too: join it with something that must be done.
      """,
    triggering: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: explain + not promise_date}
      """,
    clean: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: explain and not promise_date}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let silence = Silence(subject.story)
    return zip(subject.story.criteria, subject.draft.rubric.criteria).flatMap { criterion, draft in
      guard criterion.weight > 0 else { return [Diagnostic]() }
      return zip(criterion.earn, draft.earn?.parts ?? []).compactMap { condition, part in
        guard silence.earns(condition) else { return nil }
        return page.found(
          "doing nothing earns points for '\(criterion.name)'",
          at: part.place.label("holds when the trainee neither speaks nor acts"),
          help: "join it with 'and' to something the trainee must do")
      }
    }
  }

  /// Whether silence earns a criterion in part.
  static func pays(_ criterion: ScenarioCriterion, _ subject: Subject) -> Bool {
    let silence = Silence(subject.story)
    return criterion.earn.contains { silence.earns($0) }
  }
}

/// The plays in which the trainee neither speaks nor acts: cut off at once, or waited out to an ending.
private struct Silence {
  private let goal: Condition?
  private let attainable: Attainable
  private let ends: [(ending: Int?, world: Possible)]

  init(_ story: Story) {
    let silent = story.inSilence
    let flow = Flow(silent)
    goal = story.goal
    attainable = Attainable(
      actions: FactSet(size: 0), endings: flow.attainable.endings, moves: FactSet(size: 0), goal: false)
    let waited = flow.finals.enumerated().compactMap { ending, world in
      world.map { (ending: Optional(ending), world: $0) }
    }
    ends = [(nil, Possible(opening: silent))] + waited
  }

  /// Whether a silent play surely earns it.
  func earns(_ condition: Condition) -> Bool {
    ends.contains { ending, world in
      !world.allowsNot(condition.asked(at: ending, goal: goal), attainable)
    }
  }
}
