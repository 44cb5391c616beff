import Domain

extension SessionState {
  /// Takes one event in and says what to show and arrange. No clock, no chance but the seed's, no I/O.
  ///
  /// An event that makes no sense now (a reply after the end, a second opening) changes nothing.
  public mutating func reduce(_ event: SessionEvent) -> [SessionEffect] {
    var effects: [SessionEffect] = []
    if case .opened(let opening) = event.kind {
      guard self.opening == nil else { return [] }
      clock = max(event.at, clock)
      open(opening, &effects)
    } else if takesLastNote, case .acted(let taken) = event.kind, taken.name == "note" {
      noteAfterEnd(taken, &effects)
    } else {
      guard isRunning else { return [] }
      advance(to: event.at, &effects)
      if isRunning { take(event.kind, &effects) }
    }
    effects.append(.wake(at: nextDue))
    return effects
  }

  private mutating func take(_ kind: SessionEvent.Kind, _ effects: inout [SessionEffect]) {
    switch kind {
    case .opened, .woke: break
    case .replied(let reply):
      draft = []
      hear(reply, &effects)
    case .typed: silentSince = clock
    case .drafted(let line):
      draft.append(line)
      silentSince = clock
    case .discarded: draft = []
    case .acted(let taken): act(taken, &effects)
    case .hinted: giveHint(&effects)
    case .paused: isPaused = true
    case .resumed: isPaused = false
    case .left: conclude(ending: nil, &effects)
    }
  }

  private mutating func open(_ opening: Opening, _ effects: inout [SessionEffect]) {
    self.opening = opening
    for message in scenario.thread {
      transcript.turns.append(
        Turn(
          at: clock, speaker: message.speaker, channel: message.channel.name,
          content: .words(expand(message.text)), isEarlier: true))
    }
    enter(scenario.start, &effects)
  }

  private mutating func giveHint(_ effects: inout [SessionEffect]) {
    let words = expand(currentHint)
    let isFree = hintsShown.contains(words)
    if !isFree {
      hintsShown.append(words)
      hints = hints.saturatingPlus(1)
      transcript.turns.append(turn(.hint))
    }
    effects.append(.hint(words, isFree: isFree))
  }

  /// The author's hint, or the first thing the beat still waits for, or what to do when nothing is listed.
  private var currentHint: String {
    if let hint = currentBeat.hint { return hint }
    let open = currentBeat.expect.indices.first { place in
      let rule = currentBeat.expect[place]
      return !appliedMoves[place] && rule.consequence.isWelcome
        && rule.consequence.condition.map { world.holds($0, goal: scenario.goal) } ?? true
    }
    if let open {
      let move = scenario.moves[currentBeat.expect[open].move]
      return "This is a moment to \(move.name.replacingUnderscores())."
    }
    if let action = currentBeat.actions.indices.first(where: { !appliedActions[$0] }) {
      return "Look at your desk: /\(scenario.actions[currentBeat.actions[action].action].name)."
    }
    return "Read the customer's last words again: what do they still need from you?"
  }
}

extension Consequence {
  /// Whether the author means it as something good: it costs the customer no mood.
  var isWelcome: Bool { mood.allSatisfy { $0.amount >= 0 } }
}

extension String {
  func replacingUnderscores() -> String { String(map { $0 == "_" ? " " : $0 }) }
}
