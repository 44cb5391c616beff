/// One rehearsable encounter, checked: every name in it is an index that leads somewhere.
///
/// Only the resolver in Authoring makes one, so play never meets a dangling name.
public struct Scenario: Hashable, Sendable {
  public var id: String
  public var title: String
  public var touchpoint: String
  public var journeyStage: JourneyStage
  /// Names of the channels the scenario may be on, in the order declared.
  public var channels: [Channel]
  /// 1 (first day) to 5 (hardest).
  public var difficulty: Int
  public var skills: [String]
  /// How long a play takes, as the author judges it.
  public var minutes: Int
  public var language: String
  /// The company's name, from its pack; empty when no pack gives one.
  public var company: String
  public var customer: Customer
  public var articles: [Article]
  /// The desk actions this scenario knows: those of `policy`, `do` and rules. Conditions point into it.
  public var actions: [DeskAction]
  public var gauges: [Gauge]
  public var facts: [Fact]
  public var moves: [Move]
  /// What was said before the trainee came in.
  public var thread: [EarlierMessage]
  public var beats: [Beat]
  /// Index of the first beat.
  public var start: Int
  public var endings: [Ending]
  /// What the world must hold at the end, or nil when the author names nothing.
  public var goal: Condition?
  public var rubric: ScenarioRubric
  public var criticalRules: [CriticalRule]
  /// What the customer must have been told, in the author's order.
  public var requiredFacts: [RequiredFact]
  /// What must never be said as a fact: the scenario's own, then its packs'.
  public var forbiddenClaims: [ForbiddenClaim]
  /// Sign-off lines the company wants, by channel name.
  public var signOffs: [String: String]
  public var tests: [ScenarioTest]
  /// SHA-256 over the files the scenario was made from, in hexadecimal.
  public var digest: String

  package init(
    id: String, title: String, touchpoint: String, journeyStage: JourneyStage, channels: [Channel],
    difficulty: Int, skills: [String], minutes: Int, language: String, company: String, customer: Customer,
    articles: [Article], actions: [DeskAction], gauges: [Gauge], facts: [Fact], moves: [Move],
    thread: [EarlierMessage], beats: [Beat], start: Int, endings: [Ending], goal: Condition?,
    rubric: ScenarioRubric, criticalRules: [CriticalRule], requiredFacts: [RequiredFact] = [],
    forbiddenClaims: [ForbiddenClaim] = [],
    signOffs: [String: String], tests: [ScenarioTest], digest: String
  ) {
    precondition(beats.indices.contains(start), "a scenario starts in one of its beats")
    self.id = id
    self.title = title
    self.touchpoint = touchpoint
    self.journeyStage = journeyStage
    self.channels = channels
    self.difficulty = difficulty
    self.skills = skills
    self.minutes = minutes
    self.language = language
    self.company = company
    self.customer = customer
    self.articles = articles
    self.actions = actions
    self.gauges = gauges
    self.facts = facts
    self.moves = moves
    self.thread = thread
    self.beats = beats
    self.start = start
    self.endings = endings
    self.goal = goal
    self.rubric = rubric
    self.criticalRules = criticalRules
    self.requiredFacts = requiredFacts
    self.forbiddenClaims = forbiddenClaims
    self.signOffs = signOffs
    self.tests = tests
    self.digest = digest
  }
}

/// Where on the customer's journey an encounter stands.
public enum JourneyStage: String, Hashable, Sendable, CaseIterable, Codable {
  case beforePurchase = "before purchase"
  case duringPurchase = "during purchase"
  case afterPurchase = "after purchase"
}

/// Something said in the thread before the trainee came in; it stays visible and counts.
public struct EarlierMessage: Hashable, Sendable {
  public var channel: Channel
  public var speaker: Speaker
  public var text: String

  public init(channel: Channel, speaker: Speaker, text: String) {
    self.channel = channel
    self.speaker = speaker
    self.text = text
  }
}
