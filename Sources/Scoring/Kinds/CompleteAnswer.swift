import Domain

/// Whether every question and request of the customer got an answer, a no among them.
///
/// Does not apply where the customer asked nothing. Whether the answers are right is `correct-answer`'s business.
struct CompleteAnswer: CriterionKind {
  let keyword = "complete-answer"
  let summary = "Answers everything the customer asked: the first question, the others, and what came last."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let asks = Self.due(in: reading)
    guard let first = asks.first, let last = asks.last else {
      return Finding.notApplicable("The customer asked nothing.")
    }
    let finder = AnswerFinder(reading, asks)
    let answers = asks.map { finder.answer(to: $0) }
    let open = zip(asks, answers).filter { $0.1 == nil }.map(\.0)
    var finding = Finding()
    finding.ask("Answers the first question or request", !open.contains(first))
    if asks.count > 1 { finding.ask("Answers the others", answers.dropFirst().allSatisfy { $0 != nil }) }
    // What was taken up, if not surely answered, is not left open.
    finding.ask("Leaves nothing open at the end", !open.contains(last) || finder.takesUp(last))
    for answer in answers {
      if let answer, let reply = answer.reply { finding.quote(reply.quote(answer.range, .earned, "answers")) }
    }
    return finding.evidence(Self.reason(open, of: asks.count), better: criterion.better)
  }

  /// What was asked while it could still be answered; an ending takes the word from the trainee.
  private static func due(in reading: Reading) -> [CustomerAsk] {
    let asks = reading.asks
    guard reading.isConcluded, let last = reading.replies.last else { return asks }
    return asks.filter { $0.turn < last.turn }
  }

  private static func reason(_ open: [CustomerAsk], of count: Int) -> String {
    guard let first = open.first else { return "Everything the customer asked was answered." }
    return count == 1
      ? "The customer asked for \(first.words), and got no answer to it."
      : "Not everything was answered: the customer also asked for \(first.words)."
  }

  let examples = CompleteAnswerExamples.all
}
