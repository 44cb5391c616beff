import Domain
import Language

/// Whether the customer was told what they must know, and nothing that is not so.
///
/// Facts count in any words. Does not apply where no facts are named and nothing said goes against the records.
struct CorrectAnswer: CriterionKind {
  let keyword = "correct-answer"
  let summary = "Tells the customer what they must know, and nothing that the records or the scenario deny."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    evidence(in: reading, for: criterion, key: AnswerKey(reading))
  }

  /// The same with the facts that are due.
  func evidence(in reading: Reading, for criterion: Criterion, key: AnswerKey) -> Evidence {
    guard !reading.replies.isEmpty else {
      return reading.scenario == nil && key.isEmpty ? Self.notAsked : Finding.noReply
    }
    let records = RecordCheck(reading)
    let wrong = records.contradictions()
    let agreement = records.agreement()
    let keyed = KeyedAnswer(key, in: reading, by: reading.understanding)
    let (told, claims) = (keyed.told, keyed.claims)
    guard !told.isEmpty || !wrong.isEmpty || !claims.isEmpty || agreement != nil else { return Self.notAsked }
    let stated = told.filter { $0.standing == .states }
    let turned = told.filter { $0.standing == .contradicts }
    let isWorked = !stated.isEmpty || agreement != nil
    var finding = Finding()
    if !told.isEmpty {
      finding.ask("Tells something of what the customer must know", !stated.isEmpty)
      finding.ask("Tells all of it", stated.count == told.count)
    } else {
      finding.ask("Tells something that stands on record", agreement != nil)
    }
    finding.ask("Contradicts nothing on record", wrong.isEmpty && turned.isEmpty && isWorked)
    if !key.forbidden.isEmpty { finding.ask("Claims nothing that is not so", claims.isEmpty && isWorked) }
    for each in wrong { finding.quote(each.reply.quote(each.range, .lost, each.note)) }
    for claim in claims {
      finding.quote(claim.reply.quote(claim.range, .lost, "this is not so"))
      if claim.claim.isCritical { finding.breach() }
    }
    for each in told { Self.quote(each, &finding) }
    if told.isEmpty, let agreement {
      finding.quote(agreement.reply.quote(agreement.range, .earned, "as on record"))
    }
    return finding.evidence(
      Self.reason(
        stated: stated.count, of: told.count, isWrong: !wrong.isEmpty || !turned.isEmpty, !claims.isEmpty),
      better: Self.better(told, key) ?? criterion.better)
  }

  private static let notAsked = Finding.notApplicable("No facts are named that the customer must be told.")

  private static func quote(_ told: KeyedAnswer.Told, _ finding: inout Finding) {
    guard let reply = told.reply else { return }
    let range = told.range ?? TextRange(0, reply.text.utf8.count)
    switch told.standing {
    case .states: finding.quote(reply.quote(range, .earned, "as it is"))
    case .contradicts: finding.quote(reply.quote(range, .lost, "it is otherwise"))
    case .silent: break
    }
  }

  private static func reason(stated: Int, of all: Int, isWrong: Bool, _ isFalse: Bool) -> String {
    if isFalse { return "Something was said as a fact that is not so." }
    if isWrong { return "Something here is not what the records say." }
    if stated == 0, all > 0 { return "The customer was told nothing of what they must know." }
    return stated == all
      ? "The customer was told what they must know, and nothing false."
      : "The customer was told \(stated) of the \(all) things they must know."
  }

  /// The plainest wording of the first fact that is missing or was turned round.
  private static func better(_ told: [KeyedAnswer.Told], _ key: AnswerKey) -> String? {
    zip(told, key.required).first { $0.0.standing != .states }?.1.wordings.first
  }

  let examples = CorrectAnswerExamples.all
}
