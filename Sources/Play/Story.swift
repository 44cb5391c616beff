import Domain

extension SessionState {
  /// Whether a rule's own condition holds.
  func allows(_ consequence: Consequence) -> Bool {
    consequence.condition.map { world.holds($0, goal: scenario.goal) } ?? true
  }

  /// Does what a rule says, all but its way out. Returns whether the customer spoke.
  mutating func apply(
    _ consequence: Consequence, because cause: LedgerLine.Cause, salt: Int, _ effects: inout [SessionEffect]
  ) -> Bool {
    world.change(consequence.mood)
    world.set(consequence.set, to: true)
    world.set(consequence.clear, to: false)
    ledger.append(LedgerLine(cause: cause, mood: consequence.mood))
    if let note = consequence.note {
      remarks.append(Remark(turn: max(transcript.turns.count - 1, 0), text: expand(note)))
    }
    guard !consequence.say.isEmpty else { return false }
    speak(unsaid(consequence.say, salt: UInt64(truncatingIfNeeded: salt)), &effects)
    return true
  }

  /// After a turn of the trainee: patience spent, the way out a rule named, or the beat's own ways out.
  mutating func settle(_ exit: Destination?, said: Bool, _ effects: inout [SessionEffect]) {
    if let gauge = spentGauge {
      conclude(ending: scenario.gauges[gauge].endingAtZero, &effects)
    } else if let way = exit ?? openExit {
      go(way, &effects)
    } else if !said {
      effects.append(.customerWaits)
    }
  }

  private var openExit: Destination? {
    currentBeat.next.first { world.holds($0.condition, goal: scenario.goal) }?.go
  }

  /// The first gauge at 0 that ends the talk.
  var spentGauge: Int? {
    scenario.gauges.indices.first { world.gauges[$0] == 0 && scenario.gauges[$0].endingAtZero != nil }
  }

  mutating func go(_ way: Destination, _ effects: inout [SessionEffect]) {
    switch way {
    case .beat(let beat): enter(beat, &effects)
    case .ending(let ending): conclude(ending: ending, &effects)
    }
  }

  /// Begins a stretch of the talk: hand-off first, then the customer's opening words.
  mutating func enter(_ index: Int, _ effects: inout [SessionEffect]) {
    guard scenario.beats.indices.contains(index) else { return }
    let came = channel
    beat = index
    world.turnsHere = 0
    world.tries = 0
    appliedMoves = Array(repeating: false, count: currentBeat.expect.count)
    appliedActions = Array(repeating: false, count: currentBeat.actions.count)
    firedTimers = Array(repeating: false, count: currentBeat.timers.count)
    channel = currentBeat.channel
    let origin = currentBeat.handOffFrom ?? came
    if origin != channel {
      effects.append(.handedOff(from: origin, to: channel))
      endHold(&effects)
    }
    silentSince = clock
    startMinutes()
    guard !currentBeat.say.isEmpty else { return }
    speak(unsaid(currentBeat.say), &effects)
  }

  /// One of the lines, by chance among those the customer said least of late: people do not repeat themselves to
  /// the letter while they know another way to say it. Empty when there is none.
  private func unsaid(_ lines: [String], salt: UInt64 = 0) -> String {
    guard lines.count > 1 else { return lines.first ?? "" }
    let recent = transcript.turns.suffix(Self.remembered).filter { $0.speaker == .customer }.compactMap(
      \.text)
    let times = lines.map { line in
      let words = expand(line)
      return recent.count { $0 == words }
    }
    let fewest = times.min() ?? 0
    let rare = lines.indices.filter { times[$0] == fewest }
    return lines[rare[chance.choose(among: rare.count, beat: beat, turn: world.turn, salt: salt)]]
  }

  /// The turns a customer remembers having said something in.
  private static let remembered = 64

  /// Minutes tire the customer on live channels only: nobody waits at the other end of an e-mail.
  private mutating func startMinutes() {
    let counts = channel.isLive && scenario.gauges.contains { $0.everyMinute != 0 }
    minuteEnds = counts ? minuteEnds ?? clock + .minute : nil
  }

  /// Ends the talk; nil: the trainee left.
  mutating func conclude(ending index: Int?, _ effects: inout [SessionEffect]) {
    endHold(&effects)
    world.ending = index
    let ending = index.flatMap { scenario.endings.indices.contains($0) ? scenario.endings[$0] : nil }
    if let words = ending?.say { speak(words, &effects) }
    let conclusion = Conclusion(
      at: clock, ending: ending?.name, outcome: ending?.outcome ?? .failure,
      goalMet: scenario.goal.map { world.holds($0) }, csat: satisfaction(of: ending),
      comment: ending?.comment.map(expand), facts: world.facts, gauges: world.gauges)
    transcript.conclusion = conclusion
    effects.append(.ended(conclusion))
  }

  /// The survey's 1 to 5: fixed by the ending, or the gauge's 0 to 100 in five even steps around 1…5.
  private func satisfaction(of ending: Ending?) -> Int? {
    switch ending?.csat {
    case .none: nil
    case .fixed(let score): min(max(score, 1), 5)
    case .fromGauge(let gauge):
      world.gauges.indices.contains(gauge) ? Gauge.satisfaction(at: world.gauges[gauge]) : nil
    }
  }

  /// Takes the customer back on the line; now they say what waited.
  mutating func endHold(_ effects: inout [SessionEffect]) {
    onHoldSince = nil
    silentSince = clock
    let waiting = saidOnHold
    saidOnHold = []
    for line in waiting { speak(line, &effects) }
  }

  mutating func speak(_ line: String, _ effects: inout [SessionEffect]) {
    guard onHoldSince == nil else { return saidOnHold.append(line) }
    let words = expand(line)
    transcript.turns.append(
      Turn(
        at: clock, speaker: .customer, channel: channel.name, content: .words(words), facts: world.facts))
    customerSpokeAt = clock
    silentSince = clock
    effects.append(.customerSaid(words, on: channel))
  }

  /// A turn of the trainee at this moment.
  func turn(_ content: Turn.Content) -> Turn {
    Turn(at: clock, speaker: .trainee, channel: channel.name, content: content, facts: world.facts)
  }

  var chance: Chance { Chance(seed: opening?.seed ?? 0) }
}
