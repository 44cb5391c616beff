import Domain

/// A scenario file as written: names are still words, and anything may be missing.
struct ScenarioDraft: Hashable, Sendable {
  var file: String
  /// The top of the file, for what is wrong with the file as a whole.
  var top: Place
  var id: Written?
  var title = ""
  var touchpoint = ""
  var journeyStage: JourneyStage?
  var channels: [Written] = []
  var difficulty = 1
  var skills: [Written] = []
  var minutes = 0
  var language = "en"
  var uses: [Written] = []
  var overrides: [Written] = []
  var customer = CustomerDraft()
  var shared = SharedDraft()
  var gauges: [GaugeDraft] = []
  var facts: [FactDraft] = []
  var start: Written?
  var goal: ExpressionDraft?
  /// Whether a goal is written that could not be read.
  var hasUnreadGoal = false
  var thread: [ThreadLineDraft] = []
  var beats: [BeatDraft] = []
  /// Where the word `endings` stands.
  var endingsPlace: Place?
  var endings: [EndingDraft] = []
  var passMark = 70
  var rubric = ScenarioRubricDraft()
  var criticalRules: [CriticalRuleDraft] = []
  var requiredFacts: [RequiredFactDraft] = []
  var tests: [TestDraft] = []
  var translations: [Written] = []

  init(file: String, top: Place) {
    self.file = file
    self.top = top
  }
}

/// What scenarios and packs both may hold.
struct SharedDraft: Hashable, Sendable {
  var articles: [ArticleDraft] = []
  var policies: [PolicyDraft] = []
  var moves: [MoveDraft] = []
  var forbiddenClaims: [ForbiddenClaimDraft] = []
}

/// A company pack as written.
struct PackDraft: Hashable, Sendable {
  var file: String
  var top: Place
  var id: Written?
  var title = ""
  var uses: [Written] = []
  var shared = SharedDraft()
  var signOffs: [SignOffDraft] = []

  init(file: String, top: Place) {
    self.file = file
    self.top = top
  }
}

struct CustomerDraft: Hashable, Sendable {
  var name = ""
  var persona = ""
  var goal = ""
  var knows: [String] = []
  var tellsIfAsked: [DisclosureDraft] = []
  var crm: [Field] = []
  var orders: [Order] = []
}

struct DisclosureDraft: Hashable, Sendable {
  var move: Written
  var text: Written
}

struct ArticleDraft: Hashable, Sendable {
  var id: Written
  var text: String
}

struct SignOffDraft: Hashable, Sendable {
  var channel: Written
  var text: String
}

struct PolicyDraft: Hashable, Sendable {
  var action: Written
  var limit: Money?
  var longest: Milliseconds?
  var needs: ExpressionDraft?
  var overLimit: Written?
  var to = ""
  var mood: [GaugeStepDraft] = []
  var say: Written?
  var because: Written?
}

struct MoveDraft: Hashable, Sendable {
  var name: Written
  var like: [Written] = []
  var notLike: [Written] = []
  var guided: Written?
  var was: Written?
}

struct GaugeDraft: Hashable, Sendable {
  var name: Written
  var start = 0
  var everyTurn = 0
  var everyMinute = 0
  var atZero: Written?
}

struct FactDraft: Hashable, Sendable {
  var name: Written
  var start: Bool
}

struct ThreadLineDraft: Hashable, Sendable {
  var channel: Written?
  var speaker: Speaker
  var text: Written
}
