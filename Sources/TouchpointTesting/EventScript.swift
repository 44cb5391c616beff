import Domain
import Play

/// Writes a session's events as a test would tell them: who did what, how much later.
public struct EventScript {
  public private(set) var events: [SessionEvent]
  private var now = Milliseconds.zero
  private let scenario: Scenario

  public init(
    _ scenario: Scenario = ScenarioFixture.parcel, seed: UInt64 = 7, mode: PolicyMode = .coach
  ) {
    self.scenario = scenario
    let opening = Opening(
      scenario: scenario.id, scenarioDigest: scenario.digest, seed: seed, mode: mode, style: .free,
      trainee: "Robin", wallClock: 1_790_000_000_000)
    events = [SessionEvent(at: .zero, .opened(opening))]
  }

  /// The trainee says something that makes these moves.
  public func says(
    _ moves: ScenarioFixture.MoveNumber..., after wait: Milliseconds = .seconds(5)
  ) -> EventScript {
    let made = moves.map {
      MoveMade(
        move: $0.rawValue, name: scenario.moves[$0.rawValue].name, words: [TextRange(0, 2)], confidence: 900,
        example: scenario.moves[$0.rawValue].like[0])
    }
    return then(.replied(ReplyMade(text: "words", moves: made, tier: "phrase")), after: wait)
  }

  /// The trainee types a desk command.
  public func types(_ command: String, after wait: Milliseconds = .seconds(5)) -> EventScript {
    let taken = SessionState.replay(events, of: scenario).action(typed: command)
    return then(.acted(taken), after: wait)
  }

  public func waits(_ wait: Milliseconds) -> EventScript { then(.woke, after: wait) }

  public func then(_ kind: SessionEvent.Kind, after wait: Milliseconds = .zero) -> EventScript {
    var longer = self
    longer.now = now + wait
    longer.events.append(SessionEvent(at: longer.now, kind))
    return longer
  }

  /// The state at the end.
  public var state: SessionState { SessionState.replay(events, of: scenario) }

  /// The effects of the last event.
  public var lastEffects: [SessionEffect] {
    var state = SessionState(scenario)
    var effects: [SessionEffect] = []
    for event in events { effects = state.reduce(event) }
    return effects
  }
}
