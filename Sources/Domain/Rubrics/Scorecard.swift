/// Points of points by criterion and skill, breaches apart, with all the evidence. Integer hundredths throughout.
public struct Scorecard: Hashable, Sendable, Codable {
  /// Hundredths of a per cent, 0 to 10,000: the points earned, less what hints cost. Kept whatever the result.
  public var quality: Int
  /// Quality per cent needed to pass.
  public var passMark: Int
  public var result: Result
  public var marks: [Mark]
  public var breaches: [Breach]
  /// Digests of the rubrics it was judged by.
  public var rubrics: [String]
  /// Hundredths of a point that hints cost; taken off the quality already.
  public var hintCost: Int

  public enum Result: String, Hashable, Sendable, Codable {
    case passed
    /// Below the pass mark.
    case belowPassMark = "below pass mark"
    /// A critical rule was broken.
    case criticalBreach = "critical breach"
    /// The trainee left before an ending.
    case unfinished
  }

  public init(
    quality: Int, passMark: Int, result: Result, marks: [Mark], breaches: [Breach], rubrics: [String],
    hintCost: Int = 0
  ) {
    self.quality = quality
    self.passMark = passMark
    self.result = result
    self.marks = marks
    self.breaches = breaches
    self.rubrics = rubrics
    self.hintCost = hintCost
  }
}

/// What one criterion gave.
public struct Mark: Hashable, Sendable, Codable {
  public var criterion: String
  public var title: String
  public var skill: String
  /// Hundredths of a point it could give, after the weight of criteria that do not apply was shared out.
  public var possible: Int
  /// Hundredths of a point it gave, 0 to `possible`.
  public var earned: Int
  public var evidence: Evidence
  /// Where the criterion is written, for the debrief.
  public var place: String

  public init(
    criterion: String, title: String, skill: String, possible: Int, earned: Int, evidence: Evidence,
    place: String
  ) {
    self.criterion = criterion
    self.title = title
    self.skill = skill
    self.possible = possible
    self.earned = earned
    self.evidence = evidence
    self.place = place
  }
}

/// A critical rule that was broken.
public struct Breach: Hashable, Sendable, Codable {
  public var rule: String
  public var title: String
  /// Where it happened; nil for an act at the desk, which `turn` names.
  public var quote: Quote?
  public var turn: Int
  /// The article or line that forbids it.
  public var because: String

  public init(rule: String, title: String, quote: Quote?, turn: Int, because: String) {
    self.rule = rule
    self.title = title
    self.quote = quote
    self.turn = turn
    self.because = because
  }
}
