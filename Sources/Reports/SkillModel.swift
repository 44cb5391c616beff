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
  /// Three or four.
  case provisional
  /// Five or more.
  case measured

  /// In simulated teams the 80 % interval of a level was .42 wide after one or two marks and .37 after five or
  /// six; below three it spans most of the scale.
  public init(marks: Int) {
    switch marks {
    case ..<1: self = .none
    case 1...2: self = .tooFew
    case 3...4: self = .provisional
    default: self = .measured
    }
  }
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
    var sums: [String: Sum] = [:]
    for mark in marks { sums[mark.skill, default: Sum()].take(mark.share) }
    return sums.mapValues { total in
      SkillEstimate(
        level: (2 * total.shares + total.count) / (2 * total.count), standing: Standing(marks: total.count))
    }
  }

  private struct Sum {
    var shares = 0
    var count = 0

    mutating func take(_ share: Int) {
      shares += Swift.min(Swift.max(share, 0), 10_000)
      count += 1
    }
  }
}
