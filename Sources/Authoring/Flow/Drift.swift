import Domain

/// How the mood moves by itself and what a beat's rules can add to it.
struct Drift: Hashable, Sendable {
  /// For each gauge, whether something may raise or lower it again and again in any beat.
  private var rises: [Bool]
  private var falls: [Bool]

  /// Rules of one beat may open one another; after this many rounds all are taken to apply.
  private static let roundLimit = 8

  init(_ story: Story) {
    rises = story.gauges.map { $0.everyTurn > 0 || $0.everyMinute > 0 }
    falls = story.gauges.map { $0.everyTurn < 0 || $0.everyMinute < 0 }
    for change in story.actions.flatMap(\.mood) { note(change) }
  }

  private mutating func note(_ change: GaugeChange) {
    if change.amount > 0 { rises[change.gauge] = true }
    if change.amount < 0 { falls[change.gauge] = true }
  }

  /// What the world may be at any moment in a beat that is entered like this.
  func settled(_ beat: Beat, from entry: Possible) -> Possible {
    let rules = beat.consequences
    var world = entry
    for round in 0...Self.roundLimit {
      let open = rules.filter { rule in
        round == Self.roundLimit || rule.condition.map { world.allows($0) } ?? true
      }
      let next = after(open, of: beat, from: entry)
      if next == world { return world }
      world = next
    }
    return world
  }

  private func after(_ rules: [Consequence], of beat: Beat, from entry: Possible) -> Possible {
    var drift = self
    for change in beat.otherwise?.consequence.mood ?? [] { drift.note(change) }
    var world = entry
    for rule in rules {
      for fact in rule.set { world.mayBeTrue.insert(fact) }
      for fact in rule.clear { world.mayBeFalse.insert(fact) }
      for change in rule.mood { world.move(change) }
    }
    for gauge in rises.indices {
      world.lowest[gauge] = drift.falls[gauge] ? 0 : world.lowest[gauge].onGauge
      world.highest[gauge] = drift.rises[gauge] ? 100 : world.highest[gauge].onGauge
    }
    return world
  }
}

extension Possible {
  /// Adds a step that may happen or not.
  fileprivate mutating func move(_ change: GaugeChange) {
    if change.amount > 0 { highest[change.gauge] = highest[change.gauge].saturatingPlus(change.amount) }
    if change.amount < 0 { lowest[change.gauge] = lowest[change.gauge].saturatingPlus(change.amount) }
  }
}

extension Beat {
  /// Everything a rule of this beat can cause.
  var consequences: [Consequence] {
    expect.map(\.consequence) + actions.map(\.consequence) + timers.map(\.consequence)
      + (otherwise.map { [$0.consequence] } ?? [])
  }
}
