import Domain

extension Resolver {
  mutating func beat(_ draft: BeatDraft) -> Beat {
    Beat(
      name: draft.name.text, channel: draft.channel.flatMap { channel($0) } ?? .chat,
      handOffFrom: draft.handOffFrom.flatMap { channel($0) }, say: draft.say.map(\.text),
      hint: draft.hint?.text,
      timers: draft.timers.map { BeatTimer(after: $0.after, consequence: consequence($0.consequence)) },
      expect: draft.expect.compactMap { expectedMove($0) },
      actions: draft.actions.compactMap { expectedAction($0) },
      next: draft.next.compactMap { exit($0) },
      otherwise: draft.otherwise.map {
        Otherwise(consequence: consequence($0.consequence), afterTries: $0.afterTries)
      })
  }

  private mutating func expectedMove(_ rule: RuleDraft) -> ExpectedMove? {
    let move = names.moves[rule.name.text]
    note(rule.name, .expected, move.map { .move($0) })
    let consequence = consequence(rule.consequence)
    return ExpectedMove(move: move ?? names.moves.count, consequence: consequence)
  }

  private mutating func expectedAction(_ rule: RuleDraft) -> ExpectedAction? {
    let action = action(rule.name)
    note(rule.name, .done, action.map { .action($0) })
    let consequence = consequence(rule.consequence)
    return ExpectedAction(action: action ?? -1, consequence: consequence)
  }

  private mutating func exit(_ exit: ExitDraft) -> Exit? {
    let asked = exit.condition.map { condition($0.expression, asks: .world) } ?? unknownFact()
    guard let go = destination(exit.go) else { return nil }
    return Exit(condition: asked, go: go)
  }

  private mutating func consequence(_ draft: ConsequenceDraft) -> Consequence {
    Consequence(
      condition: draft.condition.map { condition($0.expression, asks: .world) },
      mood: gaugeChanges(draft.mood),
      set: facts(draft.set, .set), clear: facts(draft.clear, .clear), say: draft.say.map(\.text),
      go: destination(draft.go), note: draft.note)
  }

  private mutating func facts(_ written: [Written], _ role: NameUse.Role) -> [Int] {
    var indices: [Int] = []
    for name in written {
      let fact = names.facts[name.text]
      note(name, role, fact.map { .fact($0) })
      if let fact { indices.append(fact) }
    }
    return indices
  }

  /// Where a `go` leads; of several places the first.
  private mutating func destination(_ places: [Written]) -> Destination? {
    var first: Destination?
    for name in places {
      let place = destination(name)
      first = first ?? place
    }
    return first
  }

  private mutating func destination(_ name: Written) -> Destination {
    if let beat = names.beats[name.text] {
      note(name, .destination, .beat(beat))
      return .beat(beat)
    }
    if let ending = names.endings[name.text] {
      note(name, .destination, .ending(ending))
      return .ending(ending)
    }
    note(name, .destination, nil)
    guard let use = uses.last, use.isWorthGuessing else { return .beat(names.beats.count) }
    return meant(by: name) ?? .beat(names.beats.count)
  }

  /// The beat or ending an unknown name must stand for, so close is it.
  private func meant(by name: Written) -> Destination? {
    if let beat = names.beats.closest(to: name.text) { return names.beats[beat.text].map { .beat($0) } }
    return names.endings.closest(to: name.text).flatMap { names.endings[$0.text] }.map { .ending($0) }
  }
}
