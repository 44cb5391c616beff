import Domain

/// What holds at a moment of a session: facts, mood and counts. Conditions are asked of it.
public struct World: Hashable, Sendable {
  /// By the scenario's order of facts.
  public var facts: [Bool]
  /// By the scenario's order of gauges; each 0 to 100.
  public var gauges: [Int]
  /// Replies the trainee has sent.
  public var turn = 0
  public var turnsHere = 0
  /// Replies in this beat that no rule of it expected.
  public var tries = 0
  public var minutes = 0
  /// Which moves were made so far, and which actions done.
  public var said: [Bool]
  public var did: [Bool]
  public var ending: Int?

  init(opening scenario: Scenario) {
    facts = scenario.facts.map(\.start)
    gauges = scenario.gauges.map { min(max($0.start, Gauge.range.lowerBound), Gauge.range.upperBound) }
    said = Array(repeating: false, count: scenario.moves.count)
    did = Array(repeating: false, count: scenario.actions.count)
  }

  /// Whether `condition` holds now; `goal` is what the condition `goal` stands for.
  public func holds(_ condition: Condition, goal: Condition? = nil) -> Bool {
    switch condition {
    case .fact(let fact): facts.indices.contains(fact) && facts[fact]
    case .gauge(let gauge, let comparison, let bound):
      gauges.indices.contains(gauge) && comparison.holds(gauges[gauge], bound)
    case .counter(let counter, let comparison, let bound): comparison.holds(count(counter), bound)
    case .said(let move): said.indices.contains(move) && said[move]
    case .did(let action): did.indices.contains(action) && did[action]
    case .ended(let ending): self.ending == ending
    case .goal: goal.map { holds($0) } ?? false
    case .all(let parts): parts.allSatisfy { holds($0, goal: goal) }
    case .any(let parts): parts.contains { holds($0, goal: goal) }
    case .not(let part): !holds(part, goal: goal)
    }
  }

  mutating func change(_ mood: [GaugeChange]) {
    for step in mood where gauges.indices.contains(step.gauge) {
      let moved = gauges[step.gauge].saturatingPlus(step.amount)
      gauges[step.gauge] = min(max(moved, Gauge.range.lowerBound), Gauge.range.upperBound)
    }
  }

  mutating func set(_ names: [Int], to value: Bool) {
    for fact in names where facts.indices.contains(fact) && facts[fact] != value { facts[fact] = value }
  }

  private func count(_ counter: Condition.Counter) -> Int {
    switch counter {
    case .turn: turn
    case .turnsHere: turnsHere
    case .minutes: minutes
    case .tries: tries
    }
  }
}
