import Authoring
import Domain
import Journal
import Play

/// What trainees said in a store's sessions, for the check that shows what was not understood (S413).
public struct StoredAttempts: Sendable {
  /// For `Checker.reading`.
  public let attempts: Attempts
  /// What could not be read, a line each.
  public let setAside: [String]

  /// Reads every session once. Only free replies count: a chosen sentence is always understood.
  public init(_ store: any JournalStore) throws(JournalFailure) {
    var sessions: [Session] = []
    var setAside: [String] = []
    for entry in try store.sessions() {
      let history = try store.history(of: entry.session)
      setAside += history.setAside.map { "\($0)" }
      if history.setAside.isEmpty, let session = Session(entry.session, history.values) {
        sessions.append(session)
      }
    }
    self.setAside = setAside
    attempts = Attempts { [sessions] scenario in sessions.flatMap { $0.unrecognised(in: scenario) } }
  }

  /// The events of one session, from its opening on.
  private struct Session: Sendable {
    var name: String
    var opening: Opening
    var events: [SessionEvent]

    /// Nothing for a session without an opening, or one played by choosing.
    init?(_ name: String, _ entries: [JournalEntry]) {
      let events = entries.compactMap { entry -> SessionEvent? in
        guard case .event(let event) = entry.record else { return nil }
        return event
      }
      guard case .opened(let opening) = events.first?.kind, opening.style == .free else { return nil }
      (self.name, self.opening, self.events) = (name, opening, events)
    }

    /// The replies without a move; none when another scenario, or another version of it, was played.
    func unrecognised(in scenario: Scenario) -> [Attempts.Unrecognised] {
      guard opening.scenario == scenario.id, opening.scenarioDigest == scenario.digest else { return [] }
      var state = SessionState(scenario)
      var found: [Attempts.Unrecognised] = []
      for event in events {
        if case .replied(let reply) = event.kind, reply.moves.isEmpty, state.isRunning {
          found.append(
            Attempts.Unrecognised(
              beat: state.beat, text: reply.text, attempt: name, trainee: opening.trainee))
        }
        _ = state.reduce(event)
      }
      return found
    }
  }
}
