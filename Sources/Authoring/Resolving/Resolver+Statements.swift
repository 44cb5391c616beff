import Domain

extension Resolver {
  mutating func requiredFact(_ draft: RequiredFactDraft) -> RequiredFact {
    RequiredFact(
      name: draft.name.text, statement: draft.statement.statement,
      because: draft.because.flatMap { article($0) },
      condition: draft.condition.map { condition($0.expression, asks: .world) })
  }

  mutating func forbiddenClaim(_ draft: ForbiddenClaimDraft) -> ForbiddenClaim {
    ForbiddenClaim(
      name: draft.name.text, statement: draft.statement.statement,
      because: draft.because.flatMap { article($0) }, isCritical: draft.isCritical)
  }
}

extension StatementDraft {
  /// The statement with its placeholders as written.
  var statement: Statement {
    Statement(
      text: text?.text ?? "", question: question?.text, good: good.map(\.text), notQuite: notQuite.map(\.text)
    )
  }
}
