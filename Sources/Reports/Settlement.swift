import Domain

/// What people changed of a session's judgement since its end: the latest judgement with the verdicts that disputes won.
public struct Settlement: Hashable, Sendable {
  /// What counts in levels and averages.
  public var scorecard: Scorecard
  /// The verdicts won, by criterion or rule.
  public var upheld: [String: Verdict]
  /// How often the session was judged anew, and how many of its marks are others now.
  public var judgedAnew: Int
  public var marksAnew: Int

  public init(scorecard: Scorecard, upheld: [String: Verdict] = [:], judgedAnew: Int = 0, marksAnew: Int = 0)
  {
    self.scorecard = scorecard
    self.upheld = upheld
    self.judgedAnew = judgedAnew
    self.marksAnew = marksAnew
  }
}
