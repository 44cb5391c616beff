import Domain
import Language

/// What a talk that was written down, not played, shows of a scenario's facts.
///
/// A fact that an act at the desk sets holds when that act was done. One that only words can set is left open.
struct WrittenFacts {
  private let reading: Reading
  private let scenario: Scenario

  init(_ reading: Reading, _ scenario: Scenario) {
    self.reading = reading
    self.scenario = scenario
  }

  /// Whether a condition holds at the end; nil where the talk does not show it.
  func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .fact(let fact): return held(fact)
    case .all(let parts): return Self.all(parts.map(holds))
    case .any(let parts): return Self.all(parts.map { holds($0).map { !$0 } }).map { !$0 }
    case .not(let part): return holds(part).map { !$0 }
    case .did(let action): return wasDone(action)
    case .gauge, .counter, .said, .ended, .goal: return nil
    }
  }

  private static func all(_ answers: [Bool?]) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  private func held(_ fact: Int) -> Bool? {
    let acts = scenario.beats.flatMap(\.actions).filter { $0.consequence.set.contains(fact) }
    if acts.contains(where: { wasDone($0.action) }) { return true }
    let isSaid = scenario.beats.flatMap(\.expect).contains { $0.consequence.set.contains(fact) }
    return acts.isEmpty || isSaid ? nil : false
  }

  private func wasDone(_ action: Int) -> Bool {
    guard scenario.actions.indices.contains(action) else { return false }
    return reading.actions.contains { act in
      act.happened
        && (act.act.taken.action == action || act.act.taken.name.hasPrefix(scenario.actions[action].name))
    }
  }
}
