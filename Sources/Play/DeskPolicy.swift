import Domain

extension SessionState {
  /// Whether the act can be done here, and what the company's policy says to it.
  func judge(_ taken: ActionTaken) -> DeskTurn.Outcome {
    if let reason = obstacle(to: taken) { return .impossible(reason) }
    guard let index = taken.action else { return .done }
    let action = scenario.actions[index]
    if let needs = action.needs, !world.holds(needs, goal: scenario.goal) { return verdict(.needs) }
    guard let limit = action.limit else { return .done }
    guard let asked = amount(for: action, argument: taken.argument) else {
      return .impossible(Self.noAmount(taken.argument, of: action.name, limit))
    }
    guard asked.currency == limit.currency else {
      return .impossible("amounts here are in \(limit.currency): /\(action.name) \(limit)")
    }
    guard asked.hundredths > 0 else { return .impossible("an amount is more than nothing") }
    let most = min(limit.hundredths, paid(in: limit.currency) ?? limit.hundredths)
    guard asked.hundredths > most else { return .done }
    return verdict(.overLimit(limit: Money(hundredths: most, currency: limit.currency), asked: asked))
  }

  /// What is wrong with an amount that cannot be read.
  private static func noAmount(_ argument: String, of action: String, _ limit: Money) -> String {
    let mend = "/\(action) \(limit)"
    guard argument.contains(where: \.isNumber) else { return "say how much: \(mend)" }
    if argument.contains("-") { return "an amount is more than nothing: \(mend)" }
    if argument.contains(",") { return "write an amount with a point and no comma, such as 40.50: \(mend)" }
    let decimals = argument.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    if let decimals, decimals.prefix(while: \.isNumber).count > 2 {
      return "an amount has two decimals at most, such as 40.50: \(mend)"
    }
    return "'\(argument.prefix(40))' is no amount: \(mend)"
  }

  private func verdict(_ breach: PolicyBreach) -> DeskTurn.Outcome {
    opening?.mode == .exam ? .breached(breach) : .refused(breach)
  }

  private func obstacle(to taken: ActionTaken) -> String? {
    switch taken.name {
    case "note": return taken.argument.isEmpty ? "a note needs words: /note What was agreed" : nil
    case "resume": return onHoldSince == nil ? "nobody is on hold" : nil
    case "hold":
      if onHoldSince != nil { return "\(scenario.customer.firstName) is on hold already; /resume goes back" }
      if !channel.isLive { return "nobody waits at the other end of \(channel.title.lowercasedASCII)" }
      return nil
    default: break
    }
    guard let index = taken.action, scenario.actions.indices.contains(index) else {
      return unknown(taken)
    }
    return isAtHand(index) ? nil : "'\(scenario.actions[index].name)' is of no use at this point"
  }

  /// An act nobody listed: those that begin with its word, or else all there are.
  private func unknown(_ taken: ActionTaken) -> String {
    let offers = deskOffers.map { "/\($0.name)" }
    let alike = offers.filter { $0.hasPrefix("/\(taken.name) ") }
    guard alike.isEmpty else {
      let typed = taken.argument.isEmpty ? taken.name : "\(taken.name) \(taken.argument)"
      return "there is no '\(typed)' at this desk; did you mean \(alike.joined(separator: " or "))?"
    }
    return
      "there is no '\(taken.name)' at this desk; there is \(offers.joined(separator: ", ")); /help tells what they do"
  }

  /// Whether an action can be used in this beat: those with a policy always, others where the beat lists them.
  public func isAtHand(_ action: Int) -> Bool {
    scenario.actions.indices.contains(action)
      && (scenario.actions[action].hasPolicy || currentBeat.actions.contains { $0.action == action })
  }

  /// The amount asked for; with none given, what the only order with a price cost.
  private func amount(for action: DeskAction, argument: String) -> Money? {
    if let asked = Money.parse(argument, currency: action.limit?.currency) { return asked }
    let paid = scenario.customer.orders.compactMap(\.paid)
    return argument.isEmpty && paid.count == 1 ? paid.first : nil
  }

  /// The most any order cost, in this currency.
  private func paid(in currency: String) -> Int? {
    scenario.customer.orders.compactMap(\.paid).filter { $0.currency == currency }.map(\.hundredths).max()
  }
}

extension String {
  fileprivate var lowercasedASCII: String { lowercased() }
}
