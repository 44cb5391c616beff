/// An inline test: replies to play and what must come of them.
public struct ScenarioTest: Hashable, Sendable {
  public var name: String
  /// Replies, `/actions`, and `wait 90s`.
  public var play: [String]
  public var seed: UInt64
  public var mode: PolicyMode
  public var expected: Expectation
  /// Where the test stands in its file, for messages.
  public var file: String
  public var line: Int

  public struct Expectation: Hashable, Sendable {
    /// Index of the ending.
    public var ending: Int?
    public var outcome: Ending.Outcome?
    /// Quality per cent.
    public var score: ClosedRange<Int>?
    public var critical: CriticalExpectation?
    public var goal: Bool?
    public var passed: Bool?

    public init(
      ending: Int? = nil, outcome: Ending.Outcome? = nil, score: ClosedRange<Int>? = nil,
      critical: CriticalExpectation? = nil, goal: Bool? = nil, passed: Bool? = nil
    ) {
      self.ending = ending
      self.outcome = outcome
      self.score = score
      self.critical = critical
      self.goal = goal
      self.passed = passed
    }
  }

  public enum CriticalExpectation: Hashable, Sendable {
    case none
    /// Index of the rule that must be broken.
    case broken(Int)
  }

  public init(
    name: String, play: [String], seed: UInt64, mode: PolicyMode, expected: Expectation, file: String,
    line: Int
  ) {
    self.name = name
    self.play = play
    self.seed = seed
    self.mode = mode
    self.expected = expected
    self.file = file
    self.line = line
  }
}

/// What happens when the trainee breaks policy: a coach refuses and explains, an exam lets it happen.
public enum PolicyMode: String, Hashable, Sendable, CaseIterable, Codable {
  case coach, exam
}
