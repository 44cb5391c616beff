import Domain

extension Transcript {
  /// Gives acts that were written by name the place they have at a scenario's desk.
  ///
  /// `stop payment today` is the desk's act `stop payment`, not a `stop`; what was stopped, or done against policy,
  /// because of its amount is told from what lacked something else.
  public mutating func place(at desk: Scenario) {
    for index in turns.indices {
      guard case .action(var act) = turns[index].content, act.taken.action == nil else { continue }
      act = desk.placing(act)
      turns[index].content = .action(act)
    }
  }
}

extension Scenario {
  fileprivate func placing(_ act: DeskTurn) -> DeskTurn {
    let typed = act.taken.name.split(separator: " ") + act.taken.argument.split(separator: " ")
    let index = actions.indices.filter { typed.starts(with: actions[$0].name.split(separator: " ")) }
      .max { actions[$0].name.utf8.count < actions[$1].name.utf8.count }
    guard let index else { return act }
    let rest = typed.dropFirst(actions[index].name.split(separator: " ").count)
    let taken = ActionTaken(
      action: index, name: actions[index].name, argument: rest.joined(separator: " "))
    return DeskTurn(taken: taken, outcome: outcome(act.outcome, of: actions[index], words: rest))
  }

  /// Written talks say that policy was in the way, not which part of it.
  private func outcome(
    _ outcome: DeskTurn.Outcome, of action: DeskAction, words: ArraySlice<Substring>
  ) -> DeskTurn.Outcome {
    guard let over = overLimit(of: action, words: words) else { return outcome }
    return switch outcome {
    case .refused(.needs): .refused(over)
    case .breached(.needs): .breached(over)
    case .done, .refused, .breached, .impossible: outcome
    }
  }

  private func overLimit(of action: DeskAction, words: ArraySlice<Substring>) -> PolicyBreach? {
    guard let limit = action.limit else { return nil }
    let asked = words.indices.lazy.compactMap { start in
      Money.parse(words[start...].prefix(2).joined(separator: " "))
        ?? Money.parse(String(words[start]), currency: limit.currency)
    }.first
    guard let asked, asked.currency == limit.currency, asked.hundredths > limit.hundredths else { return nil }
    return .overLimit(limit: limit, asked: asked)
  }
}
