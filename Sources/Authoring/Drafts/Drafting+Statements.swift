extension Drafting {
  mutating func requiredFact(_ entry: Node.Entry) -> RequiredFactDraft {
    var draft = RequiredFactDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "fact": draft.statement.text = written(field.value)
      case "because": draft.because = written(field.value)
      case "if": draft.condition = expression(field.value)
      default: readAnswers(field, into: &draft.statement)
      }
    }
    return draft
  }

  mutating func forbiddenClaim(_ entry: Node.Entry) -> ForbiddenClaimDraft {
    var draft = ForbiddenClaimDraft(name: key(entry))
    for field in entry.value.entries {
      switch field.key {
      case "claim": draft.statement.text = written(field.value)
      case "because": draft.because = written(field.value)
      case "critical": draft.isCritical = truth(field.value) ?? false
      default: readAnswers(field, into: &draft.statement)
      }
    }
    return draft
  }

  private func readAnswers(_ field: Node.Entry, into draft: inout StatementDraft) {
    switch field.key {
    case "question": draft.question = written(field.value)
    case "good": draft.good = texts(field.value)
    case "not_quite": draft.notQuite = texts(field.value)
    default: break
    }
  }
}
