/// What the journal keeps: every event of every session, how each finished session was judged, and what people said
/// of it since.
public enum JournalRecord: Hashable, Sendable, Codable {
  case event(SessionEvent)
  case judged(SessionSummary)
  /// A coach gave marks of their own.
  case reviewed(Review)
  /// The trainee objected to a mark.
  case disputed(Dispute)
  /// A coach answered a dispute.
  case decided(Decision)
  /// The talk was judged anew.
  case rescored(Rescoring)
}

/// A finished session as reports and exports read it; complete by itself, so that old sessions outlive edits.
public struct SessionSummary: Hashable, Sendable, Codable {
  /// The session's id, made by the runner.
  public var session: String
  public var trainee: String
  public var scenario: String
  public var scenarioTitle: String
  public var scenarioDigest: String
  public var mode: PolicyMode
  public var style: PlayStyle
  public var seed: UInt64
  /// Milliseconds since 1970-01-01 UTC.
  public var startedAt: Int
  /// Time in the session without pauses.
  public var active: Milliseconds
  /// Replies the trainee sent.
  public var replies: Int
  public var hints: Int
  public var transcript: Transcript
  public var scorecard: Scorecard
  /// Each gauge by name, with its value after every turn.
  public var moods: [MoodTrack]
  /// Authors' remarks on what the trainee did.
  public var remarks: [Remark]

  public init(
    session: String, trainee: String, scenario: String, scenarioTitle: String, scenarioDigest: String,
    mode: PolicyMode, style: PlayStyle, seed: UInt64, startedAt: Int, active: Milliseconds, replies: Int,
    hints: Int, transcript: Transcript, scorecard: Scorecard, moods: [MoodTrack], remarks: [Remark] = []
  ) {
    self.session = session
    self.trainee = trainee
    self.scenario = scenario
    self.scenarioTitle = scenarioTitle
    self.scenarioDigest = scenarioDigest
    self.mode = mode
    self.style = style
    self.seed = seed
    self.startedAt = startedAt
    self.active = active
    self.replies = replies
    self.hints = hints
    self.transcript = transcript
    self.scorecard = scorecard
    self.moods = moods
    self.remarks = remarks
  }
}

/// An author's remark on a turn: why a kind-sounding line breaks a rule.
public struct Remark: Hashable, Sendable, Codable {
  /// Index into the transcript's turns.
  public var turn: Int
  public var text: String

  public init(turn: Int, text: String) {
    self.turn = turn
    self.text = text
  }
}

/// One side of the customer's mood through a session: the start, then the value after every turn of the trainee.
public struct MoodTrack: Hashable, Sendable, Codable {
  public var gauge: String
  public var values: [Int]

  public init(gauge: String, values: [Int]) {
    self.gauge = gauge
    self.values = values
  }
}
