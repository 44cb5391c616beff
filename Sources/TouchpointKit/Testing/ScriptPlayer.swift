import Domain
import Play

/// Plays a script of lines against a scenario without a terminal, a clock or a store.
///
/// The inline tests, the golden transcripts and piped rehearsals are all this. Time passes only on `wait`.
public struct ScriptPlayer {
  private let scenario: Scenario
  private let understand: (String) -> ReplyMade

  /// - Parameter understand: what a reply means in this scenario.
  public init(_ scenario: Scenario, understand: @escaping (String) -> ReplyMade) {
    self.scenario = scenario
    self.understand = understand
  }

  /// What one line of the script came to.
  public struct Step: Hashable, Sendable {
    public var line: String
    /// Index of the beat the line was said in.
    public var beat: Int
    /// Names of the moves found in it.
    public var moves: [String]
    /// Whether a reply met no rule of its beat.
    public var isUnmatched: Bool
    /// Why nothing could be done, for a command or an act at the desk that came to nothing.
    public var obstacle: String?
    /// Whether the talk had ended before it.
    public var isAfterEnd: Bool
  }

  /// A played script: its events, the state they lead to, and each line's step.
  public struct Played: Hashable, Sendable {
    public var events: [SessionEvent]
    public var state: SessionState
    public var steps: [Step]
  }

  /// Plays the lines in order; what comes after the end is noted and dropped.
  public func play(_ lines: [String], seed: UInt64, mode: PolicyMode) -> Played {
    var rest = lines[...]
    return play(seed: seed, mode: mode) { _ in rest.popFirst() }
  }

  /// Plays what `next` has to say to each state, until it has nothing.
  func play(seed: UInt64, mode: PolicyMode, next: (SessionState) -> String?) -> Played {
    var played = Played(events: [], state: SessionState(scenario), steps: [])
    var now = Milliseconds.zero
    let opening = Opening(
      scenario: scenario.id, scenarioDigest: scenario.digest, seed: seed, mode: mode, style: .free,
      trainee: "Trainee", wallClock: 0)
    take(.opened(opening), at: now, into: &played)
    while let line = next(played.state) {
      let input = TraineeInput.scripted(line)
      if case .wait(let wait) = input { now = now + wait }
      let kind = event(for: input, in: played.state)
      played.steps.append(step(line, kind, in: played.state))
      if case .incomplete(let reason) = input { played.steps[played.steps.count - 1].obstacle = reason }
      guard let kind, played.state.isRunning || played.state.takesLastNote else { continue }
      take(kind, at: now, into: &played)
      if case .acted = kind { played.steps[played.steps.count - 1].obstacle = obstacle(in: played.state) }
    }
    return played
  }

  /// Why the last act at the desk could not be done.
  private func obstacle(in state: SessionState) -> String? {
    guard case .action(let desk)? = state.transcript.turns.last(where: \.isAct)?.content,
      case .impossible(let reason) = desk.outcome
    else { return nil }
    return reason
  }

  private func take(_ kind: SessionEvent.Kind, at now: Milliseconds, into played: inout Played) {
    let event = SessionEvent(at: now, kind)
    played.events.append(event)
    _ = played.state.reduce(event)
  }

  private func event(for input: TraineeInput, in state: SessionState) -> SessionEvent.Kind? {
    switch input {
    case .say(let text): .replied(understand(text))
    case .desk(let typed): .acted(state.action(typed: typed))
    case .wait: .woke
    case .hint: .hinted
    case .leave: .left
    case .show, .why, .pause, .send, .discard, .save, .nothing, .incomplete: nil
    }
  }

  private func step(_ line: String, _ kind: SessionEvent.Kind?, in state: SessionState) -> Step {
    var moves: [String] = []
    var isUnmatched = false
    if case .replied(let reply) = kind {
      moves = reply.moves.map(\.name)
      let expected = Set(state.currentBeat.expect.map(\.move))
      isUnmatched = !reply.moves.contains { expected.contains($0.move) }
    }
    var isLastNote = false
    if state.takesLastNote, case .acted(let taken) = kind { isLastNote = taken.name == "note" }
    return Step(
      line: line, beat: state.beat, moves: moves, isUnmatched: isUnmatched,
      isAfterEnd: !state.isRunning && !isLastNote)
  }
}

extension Turn {
  /// Whether it is an act at the desk.
  fileprivate var isAct: Bool {
    if case .action = content { true } else { false }
  }
}
