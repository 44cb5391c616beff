import Domain

/// A session at a moment: everything its events so far have made of the scenario. A pure fold of the journal.
public struct SessionState: Hashable, Sendable {
  public let scenario: Scenario
  public internal(set) var opening: Opening?
  public internal(set) var world: World
  /// Index of the beat the talk is in.
  public internal(set) var beat: Int
  public internal(set) var channel: Channel
  public internal(set) var transcript = Transcript()
  /// Time of the last event.
  public internal(set) var clock = Milliseconds.zero
  public internal(set) var isPaused = false
  /// When the hold began that the customer is on.
  public internal(set) var onHoldSince: Milliseconds?
  /// What is written of a message that is not sent yet, line by line.
  public internal(set) var draft: [String] = []
  /// Hints that cost points: each counts the first time it is shown.
  public internal(set) var hints = 0
  /// What the trainee wrote with `/note`, in order.
  public internal(set) var caseNotes: [String] = []
  /// Authors' remarks on what the trainee did, with the turn they belong to; for the debrief.
  public internal(set) var remarks: [Remark] = []
  /// Each gauge's value at the start and after every reply.
  public internal(set) var moods: [MoodTrack]
  /// Why the mood and the story moved in the last turn; for `/why`.
  public internal(set) var ledger: [LedgerLine] = []

  /// Rules of the current beat already applied in this visit, by their place in the beat.
  var appliedMoves: [Bool] = []
  var appliedActions: [Bool] = []
  var firedTimers: [Bool] = []
  var disclosed: [Bool]
  /// Since when nobody has spoken, written or acted.
  var silentSince = Milliseconds.zero
  /// When the customer last spoke; what a reply's waiting time is counted from.
  var customerSpokeAt = Milliseconds.zero
  /// When the running minute ends; nil where minutes do not tire the customer.
  var minuteEnds: Milliseconds?
  var holdOverrunNoted = false
  /// What the customer has to say when they are back from hold.
  var saidOnHold: [String] = []
  /// The hints shown so far.
  var hintsShown: [String] = []

  /// A scenario before its opening.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    world = World(opening: scenario)
    beat = scenario.start
    channel = scenario.beats[scenario.start].channel
    moods = zip(scenario.gauges, world.gauges).map { MoodTrack(gauge: $0.name, values: [$1]) }
    disclosed = Array(repeating: false, count: scenario.customer.tellsIfAsked.count)
  }

  /// Whether the talk is going on.
  public var isRunning: Bool { opening != nil && transcript.conclusion == nil }

  /// Whether the talk has come to an ending and no case note was written: one may still be.
  public var takesLastNote: Bool { transcript.conclusion?.ending != nil && caseNotes.isEmpty }

  /// The beat the talk is in.
  public var currentBeat: Beat { scenario.beats[beat] }

  /// The state after all of `events`; effects have been seen before and are dropped.
  public static func replay(_ events: some Sequence<SessionEvent>, of scenario: Scenario) -> SessionState {
    var state = SessionState(scenario)
    for event in events { _ = state.reduce(event) }
    return state
  }
}

/// One reason in the account of a turn: what happened and what it did to the customer's mood.
public struct LedgerLine: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    case move(Int)
    case action(Int)
    case timer
    case otherwise
    case everyTurn
    case everyMinute
  }

  public var cause: Cause
  public var mood: [GaugeChange]
}
