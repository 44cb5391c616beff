import Domain

/// What a transcript says about a scenario's conditions: yes, no, or nothing (nil).
///
/// Gauges and the goal are known at the end alone (a goal is not met while the talk runs), counters within a beat to play alone; a part that is not known
/// is left out where the others decide.
struct Truth {
  let reading: Reading
  /// The question is put for the moment before this turn; nil: at the end.
  var before: Int?

  func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .fact(let fact): return fact < 0 ? nil : held(fact)
    case .gauge(let gauge, let comparison, let bound):
      return stood(gauge).map { comparison.holds($0, bound) }
    case .counter(let counter, let comparison, let number):
      return count(counter).map { comparison.holds($0, number) }
    case .said(let move): return firstReply(making: move) != nil
    case .did(let action): return reading.actions.contains { isCounted($0, action) }
    case .ended(let ending): return before == nil ? ended(ending) : false
    case .goal: return goalIsMet
    case .all(let parts): return Self.all(parts.map(holds))
    case .any(let parts): return Self.all(parts.map { holds($0).map { !$0 } }).map { !$0 }
    case .not(let part): return holds(part).map { !$0 }
    }
  }

  private static func all(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  private func isInTime(_ turn: Int) -> Bool { before.map { turn < $0 } ?? true }

  /// The facts as they stood before the turn, or at the end.
  private func held(_ fact: Int) -> Bool? {
    let turns = reading.transcript.turns
    let facts: [Bool]
    if let before {
      facts = turns.indices.contains(before) ? turns[before].facts : []
    } else {
      let final = reading.transcript.conclusion?.facts ?? []
      facts = final.isEmpty ? turns.last { !$0.facts.isEmpty }?.facts ?? [] : final
    }
    return facts.indices.contains(fact) ? facts[fact] : nil
  }

  /// Where a gauge stood at the end; unknown before it.
  private func stood(_ gauge: Int) -> Int? {
    let gauges = reading.transcript.conclusion?.gauges ?? []
    return before == nil && gauges.indices.contains(gauge) ? gauges[gauge] : nil
  }

  private func count(_ counter: Condition.Counter) -> Int? {
    switch counter {
    case .turn: return reading.replies.count { isInTime($0.turn) }
    case .minutes:
      let turns = reading.transcript.turns
      let at = before.flatMap { turns.indices.contains($0) ? turns[$0].at : nil }
      return (at ?? reading.transcript.conclusion?.at ?? turns.last?.at).map { $0.count / 60_000 }
    case .turnsHere, .tries: return nil
    }
  }

  private func ended(_ ending: Int) -> Bool {
    guard let scenario = reading.scenario, scenario.endings.indices.contains(ending) else { return false }
    return reading.transcript.conclusion?.ending == scenario.endings[ending].name
  }

  private func isCounted(_ action: ReadAction, _ index: Int) -> Bool {
    action.act.taken.action == index && action.act.outcome == .done && isInTime(action.turn)
  }

  /// What was not reached in a talk that was broken off is open, not unknown.
  private var goalIsMet: Bool? {
    guard before == nil else { return nil }
    guard let conclusion = reading.transcript.conclusion else {
      return reading.scenario?.goal == nil ? nil : false
    }
    return conclusion.goalMet
  }

  // MARK: Where it was earned

  /// The first reply that makes a move, in words of the trainee's own.
  func firstReply(making move: Int) -> (reply: ReadReply, made: MoveMade)? {
    for reply in reading.replies where isInTime(reply.turn) {
      guard case .reply(let made, _) = reading.transcript.turns[reply.turn].content else { continue }
      if let match = made.moves.first(where: { $0.move == move && isOwn($0, in: reply, tier: made.tier) }) {
        return (reply, match)
      }
    }
    return nil
  }

  /// Words taken over from the customer or an article, or strung together, make no move that scores.
  private func isOwn(_ made: MoveMade, in reply: ReadReply, tier: String) -> Bool {
    if tier == "guided" || made.words.isEmpty { return true }
    let places = made.words.compactMap { words in
      reply.sentences.first { $0.range.start < words.end && words.start < $0.range.end }
    }
    return places.isEmpty || places.contains { $0.standing == .own || $0.standing == .repeated }
  }

  /// The moves a condition asks for, those it forbids left out.
  static func moves(in condition: Condition) -> [Int] {
    switch condition {
    case .said(let move): [move]
    case .all(let parts), .any(let parts): parts.flatMap(moves)
    case .fact, .gauge, .counter, .did, .ended, .goal, .not: []
    }
  }
}
