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
    minimalEffects(of: taken)
    guard let index = taken.action, scenario.actions.indices.contains(index) else { return }
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
    settle(exit, said: true, &effects)
  }

  /// What `hold`, `resume` and `note` do whatever the scenario says.
  private mutating func minimalEffects(of taken: ActionTaken) {
    switch taken.name {
    case "hold":
      onHoldSince = clock
      holdOverrunNoted = false
    case "resume":
      onHoldSince = nil
      silentSince = clock
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
