import Domain

extension SessionState {
  /// Lets time pass up to `moment`: whatever comes due on the way happens in order. Time never goes back.
  mutating func advance(to moment: Milliseconds, _ effects: inout [SessionEffect]) {
    var steps = 0
    while isRunning, steps < Self.mostSteps, let due = nextDue, due <= moment {
      pass(to: due)
      happen(&effects)
      steps += 1
    }
    pass(to: moment)
  }

  /// The most that can come due at one moment: two beats whose timers lead to each other never spin for ever.
  private static let mostSteps = 500

  private mutating func pass(to moment: Milliseconds) {
    clock = max(clock, moment)
    world.minutes = clock.count / Milliseconds.minute.count
  }

  /// When the next timer, minute or hold limit comes due; nil when the customer would wait for ever.
  var nextDue: Milliseconds? {
    guard isRunning, !isPaused else { return nil }
    return [nextTimer?.due, minuteEnds, holdLimit].compactMap { $0 }.min()
  }

  private mutating func happen(_ effects: inout [SessionEffect]) {
    if let minute = minuteEnds, minute <= clock {
      passMinute(&effects)
    } else if let limit = holdLimit, limit <= clock {
      overrunHold(&effects)
    } else if let (place, due) = nextTimer, due <= clock {
      fire(place, &effects)
    }
  }

  /// The beat's first timer still to fire, by silence; a customer on hold expects silence.
  private var nextTimer: (place: Int, due: Milliseconds)? {
    guard onHoldSince == nil else { return nil }
    var first: (place: Int, due: Milliseconds)?
    for place in currentBeat.timers.indices where !firedTimers[place] {
      let timer = currentBeat.timers[place]
      guard allows(timer.consequence) else { continue }
      let due = silentSince + timer.after
      if first.map({ due < $0.due }) ?? true { first = (place, due) }
    }
    return first
  }

  private mutating func fire(_ place: Int, _ effects: inout [SessionEffect]) {
    ledger = []
    firedTimers[place] = true
    let timer = currentBeat.timers[place]
    let silence = (silentSince, customerSpokeAt)
    _ = apply(timer.consequence, because: .timer, salt: 499 + place, &effects)
    (silentSince, customerSpokeAt) = silence
    if let gauge = spentGauge {
      conclude(ending: scenario.gauges[gauge].endingAtZero, &effects)
    } else if let way = timer.consequence.go {
      go(way, &effects)
    }
  }

  private mutating func passMinute(_ effects: inout [SessionEffect]) {
    minuteEnds = minuteEnds.map { $0 + .minute }
    let steps = scenario.gauges.indices.map {
      GaugeChange(gauge: $0, amount: scenario.gauges[$0].everyMinute)
    }.filter { $0.amount != 0 }
    world.change(steps)
    ledger.append(LedgerLine(cause: .everyMinute, mood: steps))
    if let gauge = spentGauge { conclude(ending: scenario.gauges[gauge].endingAtZero, &effects) }
  }

  private var holdAction: DeskAction? { scenario.actions.first { $0.name == "hold" } }

  private var holdLimit: Milliseconds? {
    guard let since = onHoldSince, !holdOverrunNoted, let longest = holdAction?.longest else { return nil }
    return since + longest
  }

  private mutating func overrunHold(_ effects: inout [SessionEffect]) {
    holdOverrunNoted = true
    guard let longest = holdAction?.longest else { return }
    let taken = ActionTaken(
      action: scenario.actions.firstIndex { $0.name == "hold" }, name: "hold", argument: "")
    let desk = DeskTurn(taken: taken, outcome: .breached(.tooLong(limit: longest)))
    transcript.turns.append(turn(.action(desk)))
    effects.append(.desk(desk))
  }
}
