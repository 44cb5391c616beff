/// One coach's marks on a finished session, beside the machine's; neither replaces the other.
public struct Review: Hashable, Sendable, Codable {
  public var coach: String
  /// Whether the coach did not see the machine's marks: only such reviews are compared in calibration.
  public var isBlind: Bool
  public var marks: [HumanMark]

  public init(coach: String, isBlind: Bool, marks: [HumanMark]) {
    self.coach = coach
    self.isBlind = isBlind
    self.marks = marks
  }
}

/// One person's verdict on one criterion.
public struct HumanMark: Hashable, Sendable, Codable {
  /// The criterion's name.
  public var criterion: String
  public var verdict: Verdict
  /// Why, in the person's words; may be empty.
  public var comment: String
  /// Why points were lost as the person sees it; nil where the machine's guess stands.
  public var cause: RootCause?

  public init(criterion: String, verdict: Verdict, comment: String = "", cause: RootCause? = nil) {
    self.criterion = criterion
    self.verdict = verdict
    self.comment = comment
    self.cause = cause
  }

  /// A comment longer than this many characters is refused.
  public static let longestComment = 4_000
}

/// A trainee's objection to one mark.
public struct Dispute: Hashable, Sendable, Codable {
  /// Session, a full stop and its number in the session: `7k2m9qp4wtx.1`.
  public var id: String
  public var trainee: String
  /// The criterion or the broken rule, with the verdict asked for and why.
  public var mark: HumanMark

  public init(id: String, trainee: String, mark: HumanMark) {
    self.id = id
    self.trainee = trainee
    self.mark = mark
  }
}

/// A coach's answer to a dispute.
public struct Decision: Hashable, Sendable, Codable {
  /// The dispute's id.
  public var dispute: String
  public var coach: String
  /// Whether the trainee was right.
  public var isUpheld: Bool
  public var comment: String

  public init(dispute: String, coach: String, isUpheld: Bool, comment: String) {
    self.dispute = dispute
    self.coach = coach
    self.isUpheld = isUpheld
    self.comment = comment
  }
}

/// A stored talk judged anew; the judgement before it stands as it was, under its own rubric digests.
public struct Rescoring: Hashable, Sendable, Codable {
  /// Who asked for it.
  public var by: String
  public var scorecard: Scorecard

  public init(by: String, scorecard: Scorecard) {
    self.by = by
    self.scorecard = scorecard
  }
}
