import Domain

/// One criterion's verdict on one session, as a skill model takes it.
public struct SkillMark: Hashable, Sendable {
  public var skill: String
  public var criterion: String
  public var scenario: String
  public var session: String
  /// Milliseconds since 1970-01-01 UTC when the session began.
  public var at: Int
  /// Hundredths of a per cent of the points it could give, 0 to 10,000.
  public var share: Int

  public init(skill: String, criterion: String, scenario: String, session: String, at: Int, share: Int) {
    self.skill = skill
    self.criterion = criterion
    self.scenario = scenario
    self.session = session
    self.at = at
    self.share = share
  }
}

/// How much one skill's marks allow to say.
public enum Standing: String, Hashable, Sendable, CaseIterable {
  /// No mark at all.
  case none
  /// One or two marks: no number is shown, in any format.
  case tooFew = "too few"
  /// Three or more, of too few marks, sessions or scenarios to be measured.
  case provisional
  /// Five or more, of three sessions or more, in two scenarios or more.
  case measured

  /// In simulated teams the 80 % interval of a level was .42 wide after one or two marks and .37 after five or
  /// six; below three it spans most of the scale. Marks of one session hang together, and the same scenario played
  /// again asks the same: neither makes a level firm.
  public init(marks: Int, sessions: Int, scenarios: Int) {
    switch marks {
    case ..<1: self = .none
    case 1...2: self = .tooFew
    default: self = marks >= 5 && sessions >= 3 && scenarios >= 2 ? .measured : .provisional
    }
  }

  /// What marks allow to say.
  public init(_ marks: some Collection<SkillMark>) {
    self.init(
      marks: marks.count, sessions: Set(marks.map(\.session)).count,
      scenarios: Set(marks.map(\.scenario)).count)
  }

  /// What a provisional level lacks, for legends.
  static let provisionalMeans = "fewer than 5 marks, 3 sessions or 2 scenarios"
}

/// What a model says of one person's skill.
public struct SkillEstimate: Hashable, Sendable {
  /// Hundredths of a per cent, 0 to 10,000; nil unless provisional or measured.
  public var level: Int?
  public var standing: Standing

  /// - Parameter level: dropped when the standing allows no number.
  public init(level: Int?, standing: Standing) {
    self.standing = standing
    switch standing {
    case .none, .tooFew: self.level = nil
    case .provisional, .measured: self.level = level
    }
  }

  static let nothing = SkillEstimate(level: nil, standing: .none)
}

/// How marks become levels: the one place where a better model goes.
public struct SkillModel: Sendable {
  /// Written into every report made with it.
  public let name: String
  /// What it leaves out, one sentence for the reader of the report; no final full stop.
  public let limit: String
  /// Estimates by skill, from one person's marks in the order they were earned, as of a moment in milliseconds
  /// since 1970-01-01 UTC.
  public let estimates: @Sendable (_ marks: [SkillMark], _ asOf: Int) -> [String: SkillEstimate]

  public init(
    name: String, limit: String,
    estimates: @escaping @Sendable (_ marks: [SkillMark], _ asOf: Int) -> [String: SkillEstimate]
  ) {
    self.name = name
    self.limit = limit
    self.estimates = estimates
  }

  /// The mean share of points earned, every mark counting the same; rounded half up.
  public static let plainMeans = SkillModel(
    name: "plain means",
    limit: "levels are plain means of points earned: difficulty, learning and forgetting are not allowed for"
  ) { marks, _ in
    Dictionary(grouping: marks, by: \.skill).mapValues { marks in
      let shares = marks.reduce(0) { $0 + Swift.min(Swift.max($1.share, 0), 10_000) }
      return SkillEstimate(
        level: (2 * shares + marks.count) / (2 * marks.count), standing: Standing(marks))
    }
  }
}
