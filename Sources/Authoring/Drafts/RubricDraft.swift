import Domain

/// The part of a scenario that says how it is scored, as written.
struct ScenarioRubricDraft: Hashable, Sendable {
  /// Where the word `rubric` stands.
  var place: Place?
  var house: HouseDraft?
  var criteria: [ScenarioCriterionDraft] = []
}

struct HouseDraft: Hashable, Sendable {
  var use: Written
  var weight: WeightDraft?
  var emphasis: [EmphasisDraft] = []
}

struct EmphasisDraft: Hashable, Sendable {
  var dimension: Written
  var emphasis: Emphasis
}

/// A weight and where it stands, so that it can be mended.
struct WeightDraft: Hashable, Sendable {
  var points: Int
  var place: Place
}

struct ScenarioCriterionDraft: Hashable, Sendable {
  var name: Written
  var weight: WeightDraft?
  var earn: ExpressionDraft?
  var bestBeforeTurn: Int?
  var skill: Written?
  var title: String?
  var better: String?
}

struct CriticalRuleDraft: Hashable, Sendable {
  /// The whole of `never`, as written.
  var never: Written
  /// The moves and actions it names.
  var names: [Written]
  var before: ExpressionDraft?
  var because: Written?
  var title: String?
}

struct TestDraft: Hashable, Sendable {
  var name: Written
  var line: Int
  var play: [Written] = []
  var seed: UInt64 = 1
  var mode = PolicyMode.coach
  var ending: Written?
  var outcome: Ending.Outcome?
  var score: ClosedRange<Int>?
  var critical: Written?
  var goal: Bool?
  var passed: Bool?

  /// Whether it would hold whatever came of it.
  var expectsNothing: Bool {
    ending == nil && outcome == nil && score == nil && critical == nil && goal == nil && passed == nil
  }
}

/// A shared rubric's file as written.
struct RubricDraft: Hashable, Sendable {
  var file: String
  var top: Place
  var id: Written?
  var title = ""
  var passMark = 70
  var skills: [SkillDraft] = []
  var dimensions: [DimensionDraft] = []
  /// Where the word `criteria` stands.
  var criteriaPlace: Place?
  var criteria: [CriterionDraft] = []
  var autoFail: [Written] = []
  var zeroOnFail = false

  init(file: String, top: Place) {
    self.file = file
    self.top = top
  }
}

struct SkillDraft: Hashable, Sendable {
  var name: Written
  var text: String
}

/// A dimension of a shared rubric as written: one weight a column, `usual` among them.
struct DimensionDraft: Hashable, Sendable {
  var name: Written
  var title: String?
  var weights: [ColumnDraft] = []

  struct ColumnDraft: Hashable, Sendable {
    var channel: Written
    var weight: WeightDraft
  }

  /// The weight on a channel: its own column's, else the usual one's.
  func weight(on channel: String) -> WeightDraft? {
    let column = weights.first { $0.channel.text == channel } ?? weights.first { $0.channel.text == "usual" }
    return column?.weight
  }
}

struct CriterionDraft: Hashable, Sendable {
  var name: Written
  var kind: Written?
  var title = ""
  var skill: Written?
  var dimension: Written?
  var weight: WeightDraft?
  var errorClass: ErrorClass?
  var isCritical = false
  var about = ""
  var better: String?
  var settings: [String: [String]] = [:]
}
