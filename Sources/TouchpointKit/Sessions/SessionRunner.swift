import Domain
import Journal
import Play

/// Runs one session: stamps what the trainee does, appends it to the journal, and only then lets play see it.
///
/// The one place where time and storage meet play. When the store fails the session goes on in memory, says so
/// once, and can be saved elsewhere; nothing that was acknowledged is ever lost.
@MainActor public final class SessionRunner {
  public private(set) var state: SessionState
  public let session: String
  /// Every event so far, stored or not.
  public private(set) var events: [SessionEvent] = []
  /// Why the session is not being stored, from the moment that happened.
  private var judgement: SessionSummary?
  public private(set) var trouble: JournalFailure?
  public let clock: any SessionClock
  private var store: any JournalStore
  /// When a key was last pressed, and when somebody is going to speak or tire unasked.
  private var keyAt: Milliseconds?
  private var due: Milliseconds?
  private let wallClock: () -> Int
  private let understand: (String) -> ReplyMade
  private let judge: (SessionState) throws -> Scorecard

  /// - Parameters:
  ///   - session: a fresh id, or the id of the stored session to take up.
  ///   - wallClock: milliseconds since 1970-01-01 UTC, for people to read.
  ///   - trouble: why the store asked for could not be opened; nothing counts as saved then.
  ///   - understand: what a reply means in this scenario.
  ///   - judge: scores the finished session.
  public init(
    _ scenario: Scenario, session: String, store: any JournalStore, clock: any SessionClock,
    trouble: JournalFailure? = nil, wallClock: @escaping () -> Int,
    understand: @escaping (String) -> ReplyMade,
    judge: @escaping (SessionState) throws -> Scorecard
  ) {
    state = SessionState(scenario)
    self.session = session
    self.store = store
    self.clock = clock
    self.trouble = trouble
    self.wallClock = wallClock
    self.understand = understand
    self.judge = judge
  }

  /// Begins a new session.
  ///
  /// - Parameter file: the scenario's file, when it is not one of the library.
  public func open(
    seed: UInt64, mode: PolicyMode, style: PlayStyle, trainee: String, file: String? = nil
  ) -> [SessionEffect] {
    clock.start(at: .zero)
    let opening = Opening(
      scenario: state.scenario.id, scenarioDigest: state.scenario.digest, file: file, seed: seed, mode: mode,
      style: style, trainee: trainee, wallClock: wallClock())
    return take(.opened(opening))
  }

  /// Takes up a stored session where it stopped. What is due next comes back as the only effect.
  public func takeUp(_ stored: [SessionEvent]) -> [SessionEffect] {
    state = SessionState.replay(stored, of: state.scenario)
    events = stored
    clock.start(at: state.clock)
    return state.isPaused ? take(.resumed) : take(.woke)
  }

  /// Says something to the customer. Where people talk, it is said when its typing began: nobody types as fast as
  /// they speak, so a fair time for the keys does not count as silence.
  public func say(_ text: String) -> [SessionEffect] {
    let isTyped = state.channel.turnForm == .speech && clock is LiveClock
    let typing = isTyped ? Milliseconds(text.count.saturatingTimes(Self.keyTime.count)) : .zero
    let now = clock.now
    return take(.replied(understand(text)), at: now - min(typing, now))
  }

  /// The time a key takes somebody who types 40 words a minute.
  private static let keyTime = Milliseconds(300)

  public func choose(_ choice: GuidedChoice) -> [SessionEffect] {
    take(.replied(state.reply(choosing: choice)))
  }
  public func act(_ typed: String) -> [SessionEffect] { take(.acted(state.action(typed: typed))) }
  /// Keeps one more line of a message that is not sent yet.
  public func write(_ line: String) -> [SessionEffect] { take(.drafted(line)) }
  /// Notes that a key was pressed. It is stored once it matters: when silence would have made the customer speak.
  public func type() { keyAt = clock.now }
  public func discardDraft() -> [SessionEffect] { take(.discarded) }
  public func hint() -> [SessionEffect] { take(.hinted) }
  public func wake() -> [SessionEffect] { take(.woke) }
  public func leave() -> [SessionEffect] { take(.left) }

  public func pause() -> [SessionEffect] {
    let effects = take(.paused)
    clock.pause()
    return effects
  }

  public func resume() -> [SessionEffect] {
    clock.resume()
    return take(.resumed)
  }

  /// Whether everything so far is in the store.
  public var isSaved: Bool { trouble == nil }

  private func take(_ kind: SessionEvent.Kind, at moment: Milliseconds? = nil) -> [SessionEffect] {
    let moment = max(moment ?? clock.now, state.clock)
    return noteTyping(before: moment) + record(SessionEvent(at: moment, kind))
  }

  /// Who was typing up to the moment something came due was not silent.
  private func noteTyping(before moment: Milliseconds) -> [SessionEffect] {
    guard let keyAt, let due, due <= moment else { return [] }
    let seen = min(keyAt, due - Milliseconds(1))
    return seen < state.clock ? [] : record(SessionEvent(at: seen, .typed))
  }

  private func record(_ event: SessionEvent) -> [SessionEffect] {
    append(.event(event))
    events.append(event)
    let effects = state.reduce(event)
    if case .wake(let next)? = effects.last { due = next }
    return effects
  }

  private func append(_ record: JournalRecord) {
    guard trouble == nil else { return }
    do throws(JournalFailure) {
      _ = try store.append(record, to: session, at: wallClock())
    } catch {
      trouble = error
    }
  }

  /// Judges the finished session, stores the result and returns it; nil while the talk goes on.
  ///
  /// - Throws: what the judge throws: phrase lists that cannot be read, a rubric that cannot be applied. The talk
  ///   itself is stored by then and can be judged later.
  public func finish() throws -> SessionSummary? {
    guard let summary = try summarised() else { return nil }
    judgement = summary
    append(.judged(summary))
    return summary
  }

  /// Writes the whole session to another store and goes on there.
  public func save(to other: any JournalStore) throws(JournalFailure) {
    for event in events { _ = try other.append(.event(event), to: session, at: wallClock()) }
    if let judgement { _ = try other.append(.judged(judgement), to: session, at: wallClock()) }
    store = other
    trouble = nil
  }

  private func summarised() throws -> SessionSummary? {
    guard let opening = state.opening, state.transcript.conclusion != nil else { return nil }
    let scorecard = try judge(state)
    return SessionSummary(
      session: session, trainee: opening.trainee, scenario: state.scenario.id,
      scenarioTitle: state.scenario.title, scenarioDigest: state.scenario.digest, mode: opening.mode,
      style: opening.style, seed: opening.seed, startedAt: opening.wallClock, active: state.clock,
      replies: state.world.turn, hints: state.hints, transcript: state.transcript, scorecard: scorecard,
      moods: state.moods, remarks: state.remarks)
  }
}
