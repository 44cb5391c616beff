import Domain

/// One stored session judged in two ways: what a change of the rubric, or of the machine, does to it.
public struct ScoreChange: Hashable, Sendable {
  public let session: String
  public let trainee: String
  public let scenario: String
  public let before: Scorecard
  public let after: Scorecard

  public init(_ summary: SessionSummary, before: Scorecard, after: Scorecard) {
    session = summary.session
    trainee = summary.trainee
    scenario = summary.scenario
    self.before = before
    self.after = after
  }

  /// Whether the session would pass where it did not, or no longer pass.
  public var crosses: Bool { (before.result == .passed) != (after.result == .passed) }

  /// Whether points or the result differ at all.
  public var isChange: Bool { before.quality != after.quality || before.result != after.result }

  /// Hundredths of a per cent gained; below 0 lost.
  public var gain: Int { after.quality.saturatingMinus(before.quality) }
}
