import Domain

/// Whether the acts at the desk stayed inside policy. An act that happened against it is a breach.
///
/// Does not apply where nothing was done that policy speaks of. What a coach stopped did not happen: it loses
/// the points and is no breach.
struct PolicyKept: CriterionKind {
  let keyword = "policy-kept"
  let summary = "Every act at the desk has what policy asks for first and stays inside its limit."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let acts = reading.actions.filter { Self.isGoverned($0, reading) }
    guard !acts.isEmpty else { return Finding.notApplicable("Nothing was done that a policy speaks of.") }
    var missing: [ReadAction] = []
    var over: [ReadAction] = []
    var long: [ReadAction] = []
    var finding = Finding()
    for act in acts {
      guard let trouble = Self.trouble(act) else { continue }
      switch trouble {
      case .needs: missing.append(act)
      case .overLimit: over.append(act)
      case .tooLong: long.append(act)
      }
      finding.quote(
        Quote(
          turn: act.turn, range: TextRange(0, 0), role: .lost,
          note: "\(act.asTyped): \(act.happened ? "" : "stopped, ")\(Self.note(trouble))"))
      if act.happened, !trouble.isPoorService { finding.breach() }
    }
    // Where every act was stopped, nothing was kept: the rules an act never came to are not asked about.
    let isKept = acts.contains { Self.trouble($0) == nil }
    if isKept || !missing.isEmpty { finding.ask("Has first what the policy asks for", missing.isEmpty) }
    if isKept || !over.isEmpty { finding.ask("Stays inside the limit", over.isEmpty) }
    if acts.contains(where: { $0.act.taken.name == "hold" }) {
      finding.ask("Comes back from hold in time", long.isEmpty)
    }
    return finding.evidence(
      Self.reason(finding.verdict, missing: !missing.isEmpty, long: !long.isEmpty),
      better: Self.better(missing: missing.first, over: over.first, criterion))
  }

  private static func isGoverned(_ action: ReadAction, _ reading: Reading) -> Bool {
    switch action.act.outcome {
    case .refused, .breached: return true
    case .impossible: return false
    case .done: break
    }
    guard let scenario = reading.scenario else { return !["note", "resume"].contains(action.act.taken.name) }
    guard let index = action.act.taken.action, scenario.actions.indices.contains(index) else { return false }
    return scenario.actions[index].hasPolicy
  }

  private static func trouble(_ action: ReadAction) -> PolicyBreach? {
    switch action.act.outcome {
    case .refused(let breach), .breached(let breach): breach
    case .done, .impossible: nil
    }
  }

  private static func note(_ breach: PolicyBreach) -> String {
    switch breach {
    case .needs: "before what the policy asks for"
    case .overLimit(let limit, let asked): "\(asked) is over the limit of \(limit)"
    case .tooLong(let limit): "longer than \(limit.count / 1_000) seconds"
    }
  }

  private static func reason(_ verdict: Verdict, missing: Bool, long: Bool) -> String {
    switch verdict {
    case .met, .notApplicable: "Every act stayed inside policy."
    case .breached: "An act went against policy and could not be taken back."
    case .partly, .missed:
      if missing {
        "An act was stopped because something had to come first."
      } else if long {
        "The customer was on hold for longer than policy allows."
      } else {
        "An act was stopped at the limit."
      }
    }
  }

  private static func better(missing: ReadAction?, over: ReadAction?, _ criterion: Criterion) -> String? {
    if let better = criterion.better { return better }
    if let missing { return "Do first what the policy asks for, then /\(missing.act.taken.name)." }
    guard let over, case .overLimit(let limit, _)? = trouble(over) else { return nil }
    return "Stay at \(limit) or less, or hand it to somebody who may decide more."
  }

  let examples = [
    CriterionExample(
      "a hold that is too long is poor service, not a breach", .partly, quotes: [""],
      [
        .customer("Be quick."), .act("hold"), .act("hold", "", .breached(.tooLong(limit: .seconds(120)))),
      ]),
    CriterionExample(
      "inside the limit", .met,
      [
        .customer("Refund me."), .trainee("I will refund 20 euros now."), .act("refund", "20 EUR"),
      ]),
    CriterionExample(
      "stopped by the coach, and nothing done", .missed, quotes: [""],
      [
        .customer("Refund me."), .act("refund", "20 EUR", .refused(.needs)),
      ]),
    CriterionExample(
      "stopped by the coach, then done right", .partly, quotes: [""],
      [
        .customer("Refund me."), .act("refund", "20 EUR", .refused(.needs)), .act("verify"),
        .act("refund", "20 EUR"),
      ]),
    CriterionExample(
      "over the limit in an exam", .breached, quotes: [""],
      [
        .customer("Refund me."),
        .act(
          "refund", "64.90 EUR",
          .breached(
            .overLimit(
              limit: Money(hundredths: 4_000, currency: "EUR"),
              asked: Money(hundredths: 6_490, currency: "EUR")))),
      ]),
    CriterionExample(
      "a note is governed by nothing", .notApplicable,
      [
        .customer("Refund me."), .act("note", "customer asks for a refund"),
      ]),
    CriterionExample(
      "an act that made no sense did not happen", .notApplicable,
      [
        .customer("Refund me."), .act("refund", "much", .impossible("no amount")),
      ]),
  ]
}

extension PolicyBreach {
  /// Whether it wrongs nobody's rights, only their patience: it costs points and never fails an attempt.
  fileprivate var isPoorService: Bool {
    switch self {
    case .tooLong: true
    case .needs, .overLimit: false
    }
  }
}
