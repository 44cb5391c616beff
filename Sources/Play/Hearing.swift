import Domain

extension SessionState {
  /// A reply to the customer: moves steer, the mood answers, and the beat may be left.
  mutating func hear(_ reply: ReplyMade, _ effects: inout [SessionEffect]) {
    guard onHoldSince == nil else {
      effects.append(.unheard)
      return
    }
    ledger = []
    world.turn = world.turn.saturatingPlus(1)
    world.turnsHere = world.turnsHere.saturatingPlus(1)
    transcript.turns.append(turn(.reply(reply, waited: clock - customerSpokeAt)))
    silentSince = clock
    for made in reply.moves where world.said.indices.contains(made.move) { world.said[made.move] = true }

    var said = false
    var exit = applyExpected(reply.moves, &said, &effects)
    if !meetsExpectation(reply.moves) && !disclose(reply.moves, &said, &effects) {
      exit = applyOtherwise(&said, &effects) ?? exit
    }
    tire()
    noteMood()
    settle(exit, said: said, &effects)
  }

  /// Applies the rules of the beat that the moves meet, in the order listed. The first way out wins.
  private mutating func applyExpected(
    _ moves: [MoveMade], _ said: inout Bool, _ effects: inout [SessionEffect]
  ) -> Destination? {
    var exit: Destination?
    let here = beat
    for place in scenario.beats[here].expect.indices {
      let rule = scenario.beats[here].expect[place]
      guard moves.contains(where: { $0.move == rule.move }), !appliedMoves[place] else { continue }
      guard allows(rule.consequence) else { continue }
      appliedMoves[place] = true
      said = apply(rule.consequence, because: .move(rule.move), salt: place, &effects) || said
      exit = exit ?? rule.consequence.go
    }
    return exit
  }

  /// Whether any of the moves is one this beat has a rule for that counts now or has counted before.
  private func meetsExpectation(_ moves: [MoveMade]) -> Bool {
    currentBeat.expect.indices.contains { place in
      let rule = currentBeat.expect[place]
      return moves.contains { $0.move == rule.move } && (appliedMoves[place] || allows(rule.consequence))
    }
  }

  /// Lets the customer tell what they tell only when asked, each once.
  private mutating func disclose(
    _ moves: [MoveMade], _ said: inout Bool, _ effects: inout [SessionEffect]
  ) -> Bool {
    var answered = false
    for place in scenario.customer.tellsIfAsked.indices where !disclosed[place] {
      let disclosure = scenario.customer.tellsIfAsked[place]
      guard moves.contains(where: { $0.move == disclosure.move }) else { continue }
      disclosed[place] = true
      speak(disclosure.text, &effects)
      said = true
      answered = true
    }
    return answered
  }

  private mutating func applyOtherwise(_ said: inout Bool, _ effects: inout [SessionEffect]) -> Destination? {
    world.tries = world.tries.saturatingPlus(1)
    guard let otherwise = currentBeat.otherwise, allows(otherwise.consequence) else { return nil }
    let leaves = otherwise.consequence.go != nil && world.tries >= otherwise.afterTries
    said = apply(otherwise.consequence, because: .otherwise, salt: 997, &effects) || said
    return leaves ? otherwise.consequence.go : nil
  }

  private mutating func tire() {
    let steps = scenario.gauges.indices.compactMap { gauge -> GaugeChange? in
      let step = scenario.gauges[gauge].everyTurn
      return step == 0 ? nil : GaugeChange(gauge: gauge, amount: step)
    }
    guard !steps.isEmpty else { return }
    world.change(steps)
    ledger.append(LedgerLine(cause: .everyTurn, mood: steps))
  }

  private mutating func noteMood() {
    for gauge in moods.indices { moods[gauge].values.append(world.gauges[gauge]) }
  }
}
