import Domain

extension Resolver {
  /// What a condition may ask for.
  enum Asking {
    /// Facts and numbers, while the talk goes on.
    case world
    /// Also what was said and done, after the end.
    case earning
  }

  mutating func condition(_ expression: Expression, asks asking: Asking) -> Condition {
    switch expression {
    case .name(let name): asking == .world ? fact(name) : earned(name)
    case .ending(let name): endedWith(name, asks: asking)
    case .comparison(let name, let comparison, let number): compared(name, comparison, number, asks: asking)
    case .constant(let holds): holds ? .all([]) : .any([])
    case .not(let inner): .not(condition(inner, asks: asking))
    case .all(let parts): .all(parts.map { condition($0, asks: asking) })
    case .any(let parts): .any(parts.map { condition($0, asks: asking) })
    }
  }

  private mutating func fact(_ name: Written) -> Condition {
    if let fact = names.facts[name.text] {
      note(name, .read, .fact(fact))
      return .fact(fact)
    }
    if let number = number(name) {
      note(name, .read, number, misuse: .needsComparison)
    } else if name.text == "goal" || names.moves[name.text] != nil || names.actions[name.text] != nil {
      note(name, .read, .builtIn, misuse: .onlyInEarn)
    } else {
      note(name, .read, nil)
    }
    return unknownFact()
  }

  /// A name in `earn`: a fact, `goal`, a move, an action, or a move and an action of one name.
  private mutating func earned(_ name: Written) -> Condition {
    if names.facts[name.text] != nil || number(name) != nil { return fact(name) }
    if name.text == "goal" {
      note(name, .earned, .goal)
      return .goal
    }
    var meanings: [Condition] = []
    if let move = names.moves[name.text] {
      note(name, .earned, .move(move))
      meanings.append(.said(move: move))
    }
    if let action = action(name) {
      note(name, .earned, .action(action))
      meanings.append(.did(action: action))
    }
    if meanings.isEmpty {
      note(name, .earned, nil)
      return unknownFact()
    }
    return meanings.count == 1 ? meanings[0] : .any(meanings)
  }

  private mutating func endedWith(_ name: Written, asks asking: Asking) -> Condition {
    let ending = names.endings[name.text]
    note(
      name, .earnedEnding, ending.map { .ending($0) }, misuse: asking == .world ? .onlyInEarn : nil)
    return ending.map { .ended(ending: $0) } ?? unknownFact()
  }

  private mutating func compared(
    _ name: Written, _ comparison: Condition.Comparison, _ number: Int, asks asking: Asking
  ) -> Condition {
    if let gauge = names.gauges[name.text] {
      note(name, .read, .gauge(gauge))
      return .gauge(gauge, comparison, number)
    }
    if let counter = Condition.Counter(rawValue: name.text) {
      note(name, .read, .counter)
      return .counter(counter, comparison, number)
    }
    let isSomethingElse = names.facts[name.text] != nil || names.moves[name.text] != nil
    note(name, .read, isSomethingElse ? .builtIn : nil, misuse: isSomethingElse ? .isNoNumber : nil)
    return unknownFact()
  }

  private func number(_ name: Written) -> NameUse.Target? {
    if let gauge = names.gauges[name.text] { return .gauge(gauge) }
    return Condition.Counter(rawValue: name.text) == nil ? nil : .counter
  }
}
