/// How a scenario is scored: the shared rubric's part and the scenario's own criteria, 100 together.
public struct ScenarioRubric: Hashable, Sendable {
  /// Id of the shared rubric, with the part of the 100 it decides; nil when the scenario stands alone.
  public var house: House?
  public var criteria: [ScenarioCriterion]
  /// Quality per cent needed to pass, 0 to 100.
  public var passMark: Int

  public struct House: Hashable, Sendable {
    public var rubric: String
    public var weight: Int
    /// Dimensions of the shared rubric that count more or less here, by name.
    public var emphasis: [String: Emphasis]

    public init(rubric: String, weight: Int, emphasis: [String: Emphasis] = [:]) {
      self.rubric = rubric
      self.weight = weight
      self.emphasis = emphasis
    }
  }

  public init(house: House?, criteria: [ScenarioCriterion], passMark: Int) {
    self.house = house
    self.criteria = criteria
    self.passMark = passMark
  }
}

/// A criterion a scenario adds: points for what the trainee did in this encounter.
public struct ScenarioCriterion: Hashable, Sendable {
  public var name: String
  public var title: String
  public var skill: String
  /// Whole points of 100.
  public var weight: Int
  /// Each part is one check; the share passed is the share of the points earned.
  public var earn: [Condition]
  /// Earning moves after this turn count half.
  public var bestBeforeTurn: Int?
  /// A model sentence, shown when it was missed.
  public var better: String?

  public init(
    name: String, title: String, skill: String, weight: Int, earn: [Condition], bestBeforeTurn: Int? = nil,
    better: String? = nil
  ) {
    self.name = name
    self.title = title
    self.skill = skill
    self.weight = weight
    self.earn = earn
    self.bestBeforeTurn = bestBeforeTurn
    self.better = better
  }
}

/// Something the trainee must never do, or not before something else holds; it fails the attempt.
public struct CriticalRule: Hashable, Sendable {
  /// A short stable name: the move or action as the author wrote it.
  public var name: String
  public var title: String
  public var moves: [Int]
  public var actions: [Int]
  /// The rule is kept when this held before the turn; nil: it is never allowed.
  public var before: Condition?
  /// Index of the article that gives the reason.
  public var because: Int

  public init(name: String, title: String, moves: [Int], actions: [Int], before: Condition?, because: Int) {
    self.name = name
    self.title = title
    self.moves = moves
    self.actions = actions
    self.before = before
    self.because = because
  }
}
