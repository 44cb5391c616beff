import Domain

/// Finds where a scenario's critical rules were broken; the first place of each rule, in the rules' order.
///
/// A move made or an act that happened breaks a rule unless what `before` names held before that turn. What
/// cannot be known from the transcript breaks nothing; an act a coach refused did not happen.
struct CriticalRules {
  let reading: Reading
  let scenario: Scenario

  func breaches() -> [Breach] {
    scenario.criticalRules.compactMap { rule in
      [brokenByMove(rule), brokenByAct(rule)].compactMap { $0 }.min { $0.turn < $1.turn }
    }
  }

  private func brokenByMove(_ rule: CriticalRule) -> Breach? {
    for reply in reading.replies {
      guard case .reply(let made, _) = reading.transcript.turns[reply.turn].content else { continue }
      guard let move = made.moves.first(where: { rule.moves.contains($0.move) }) else { continue }
      if isKept(rule, before: reply.turn) { continue }
      let start = move.words.map(\.start).min() ?? 0
      let end = move.words.map(\.end).max() ?? reply.text.utf8.count
      return breach(rule, reply.turn, reply.quote(TextRange(start, end), .lost, move.name.wordsOfName))
    }
    return nil
  }

  private func brokenByAct(_ rule: CriticalRule) -> Breach? {
    let act = reading.actions.first { action in
      action.happened && action.act.taken.action.map(rule.actions.contains) ?? false
        && !isKept(rule, before: action.turn)
    }
    return act.map { breach(rule, $0.turn, nil) }
  }

  private func isKept(_ rule: CriticalRule, before turn: Int) -> Bool {
    guard let condition = rule.before else { return false }
    return Truth(reading: reading, before: turn).holds(condition) ?? true
  }

  private func breach(_ rule: CriticalRule, _ turn: Int, _ quote: Quote?) -> Breach {
    let articles = scenario.articles
    let because = articles.indices.contains(rule.because) ? articles[rule.because].id : ""
    return Breach(rule: rule.name, title: rule.title, quote: quote, turn: turn, because: because)
  }
}
