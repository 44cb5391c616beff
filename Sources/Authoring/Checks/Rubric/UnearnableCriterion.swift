import Diagnostics
import Domain

/// S602: no play can earn a criterion, or a part of it.
enum UnearnableCriterion: ScenarioCheck {
  static let page = CheckPage(
    "S602", "unearnable-criterion", .error, title: "no play can earn this criterion, or a part of it",
    why: """
      Its points would be lost to everyone. It asks for a move without examples, an action that is at hand nowhere, \
      an ending nobody reaches, a fact nothing sets, or two endings at once.
      """,
    triggering: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        policy: {weight: 40, earn: refund}
      """,
    clean: """
      rubric:
        empathy: {weight: 60, earn: apologise}
        policy: {weight: 40, earn: refund}
      policy:
        refund: {limit: 40 EUR}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    guard !subject.flow.leadsNowhere, !subject.draft.hasUnreadGoal else { return [] }
    return zip(subject.story.criteria, subject.draft.rubric.criteria).flatMap { criterion, draft in
      zip(criterion.earn, draft.earn?.parts ?? []).compactMap { condition, part in
        finding(criterion, condition, part, subject)
      }
    }
  }

  private static func finding(
    _ criterion: ScenarioCriterion, _ condition: Condition, _ part: ExpressionDraft.Part, _ subject: Subject
  ) -> Diagnostic? {
    let flow = subject.flow
    guard !flow.anywhere.allows(condition, flow.attainable) else { return nil }
    let block = flow.anywhere.blocks(in: condition, flow.attainable).first ?? condition
    return page.found(
      "criterion '\(criterion.name)' can never be earned; \(ConditionWords(subject.story, flow.anywhere).whyNot(block))",
      at: part.place.label("can never hold"), help: "let a beat make it possible, or ask for something else")
  }
}
