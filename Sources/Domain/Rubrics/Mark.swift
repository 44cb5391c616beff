/// What one criterion gave.
public struct Mark: Hashable, Sendable, Codable {
  public var criterion: String
  public var title: String
  public var skill: String
  /// Name of the rubric's dimension it stands in; empty for a scenario's own criterion.
  public var dimension: String
  /// Hundredths of a point it could give, after the weight of criteria that do not apply was shared out.
  public var possible: Int
  /// Hundredths of a point it gave, 0 to `possible`.
  public var earned: Int
  public var evidence: Evidence
  /// Whom an error hurts.
  public var errorClass: ErrorClass?
  /// Shown and not counted: people and machine do not agree well enough on it yet.
  public var isAdvice: Bool
  /// Why points were lost, as far as the talk shows it.
  public var cause: RootCause?
  /// Where the criterion is written, for the debrief.
  public var place: String

  public init(
    criterion: String, title: String, skill: String, dimension: String = "", possible: Int, earned: Int,
    evidence: Evidence, errorClass: ErrorClass? = nil, isAdvice: Bool = false, cause: RootCause? = nil,
    place: String
  ) {
    self.criterion = criterion
    self.title = title
    self.skill = skill
    self.dimension = dimension
    self.possible = possible
    self.earned = earned
    self.evidence = evidence
    self.errorClass = errorClass
    self.isAdvice = isAdvice
    self.cause = cause
    self.place = place
  }

  /// Whether it tells of an error or of its absence: it counts, applies, and was not withheld for want of work.
  public var isMeasured: Bool {
    !isAdvice && evidence.verdict != .notApplicable && evidence.lacksWork != true
  }

  /// Whether it is an error and no shade of one: missed or breached.
  public var isError: Bool { isMeasured && [.missed, .breached].contains(evidence.verdict) }

  /// Journals written before a field existed stay readable.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      criterion: try fields.decode(String.self, forKey: .criterion),
      title: try fields.decode(String.self, forKey: .title),
      skill: try fields.decode(String.self, forKey: .skill),
      dimension: try fields.decodeIfPresent(String.self, forKey: .dimension) ?? "",
      possible: try fields.decode(Int.self, forKey: .possible),
      earned: try fields.decode(Int.self, forKey: .earned),
      evidence: try fields.decode(Evidence.self, forKey: .evidence),
      errorClass: try fields.decodeIfPresent(ErrorClass.self, forKey: .errorClass),
      isAdvice: try fields.decodeIfPresent(Bool.self, forKey: .isAdvice) ?? false,
      cause: try fields.decodeIfPresent(RootCause.self, forKey: .cause),
      place: try fields.decode(String.self, forKey: .place))
  }
}

/// Why points were lost: a first guess from the talk alone, which a coach may change.
public enum RootCause: String, Hashable, Sendable, CaseIterable, Codable {
  /// What had to be known was never looked up.
  case knowledge
  /// It was known and could have been said better.
  case skill
  /// A rule or limit of the company stood in the way.
  case process
  /// An act at the desk did not work.
  case tool
  /// Nothing was tried.
  case will
  /// The scenario may not have understood the trainee.
  case scenarioDefect = "scenario defect"
}
