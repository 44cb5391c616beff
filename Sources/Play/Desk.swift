import Domain

extension SessionState {
  /// An act at the desk: policy first, then what the beat makes of it.
  mutating func act(_ taken: ActionTaken, _ effects: inout [SessionEffect]) {
    ledger = []
    let outcome = judge(taken)
    let desk = DeskTurn(taken: taken, outcome: outcome)
    transcript.turns.append(turn(.action(desk)))
    effects.append(.desk(desk))
    switch outcome {
    case .done, .breached: carryOut(taken, &effects)
    case .refused, .impossible: break
    }
  }

  private mutating func carryOut(_ taken: ActionTaken, _ effects: inout [SessionEffect]) {
    minimalEffects(of: taken, &effects)
    guard let index = taken.action, scenario.actions.indices.contains(index) else {
      return beginHold(taken)
    }
    world.did[index] = true
    silentSince = clock
    let action = scenario.actions[index]
    world.change(action.mood)
    if !action.mood.isEmpty { ledger.append(LedgerLine(cause: .action(index), mood: action.mood)) }
    var said = false
    if let line = action.say {
      speak(line, &effects)
      said = true
    }
    let exit = applyRule(of: index, &said, &effects)
    beginHold(taken)
    settle(exit, said: true, &effects)
  }

  /// Takes the customer off the line once they have answered; what they have to say from then on waits.
  private mutating func beginHold(_ taken: ActionTaken) {
    guard taken.name == "hold" else { return }
    onHoldSince = clock
    holdOverrunNoted = false
  }

  /// A note written when the talk is over: it goes into the file and changes nothing else.
  mutating func noteAfterEnd(_ taken: ActionTaken, _ effects: inout [SessionEffect]) {
    let outcome = judge(taken)
    let desk = DeskTurn(taken: taken, outcome: outcome)
    if outcome == .done {
      transcript.turns.append(turn(.action(desk)))
      caseNotes.append(taken.argument)
    }
    effects.append(.desk(desk))
  }

  /// What `resume` and `note` do whatever the scenario says.
  private mutating func minimalEffects(of taken: ActionTaken, _ effects: inout [SessionEffect]) {
    switch taken.name {
    case "resume": endHold(&effects)
    case "note": caseNotes.append(taken.argument)
    default: break
    }
  }

  private mutating func applyRule(
    of action: Int, _ said: inout Bool, _ effects: inout [SessionEffect]
  ) -> Destination? {
    guard let place = currentBeat.actions.firstIndex(where: { $0.action == action }),
      !appliedActions[place], allows(currentBeat.actions[place].consequence)
    else { return nil }
    appliedActions[place] = true
    let consequence = currentBeat.actions[place].consequence
    said = apply(consequence, because: .action(action), salt: 251 + place, &effects) || said
    return consequence.go
  }
}
