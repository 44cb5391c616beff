import Domain

/// The parts of a scenario with every known name turned into an index.
///
/// Unlike a `Scenario` it may still hold what leads nowhere, so that one slip does not hide the next: an unknown
/// name in a condition became a fact beyond the last one, which may hold or not; an unknown destination became
/// `nowhere`, unless a declared name is so close that it must be meant.
struct Story: Hashable, Sendable {
  var actions: [DeskAction] = []
  var gauges: [Gauge] = []
  var facts: [Fact] = []
  var moves: [Move] = []
  var beats: [Beat] = []
  var start = 0
  var endings: [Ending] = []
  var goal: Condition?
  var criteria: [ScenarioCriterion] = []
  var criticalRules: [CriticalRule] = []
  var requiredFacts: [RequiredFact] = []
  var forbiddenClaims: [ForbiddenClaim] = []
  var tests: [ScenarioTest] = []
  var disclosures: [Disclosure] = []
  var articles: [Article] = []
  var thread: [EarlierMessage] = []
  var channels: [Channel] = []
  var signOffs: [String: String] = [:]

  /// Where a `go` leads whose name is not known.
  var nowhere: Destination { .beat(beats.count) }

  func isNowhere(_ destination: Destination) -> Bool {
    switch destination {
    case .beat(let index): !beats.indices.contains(index)
    case .ending(let index): !endings.indices.contains(index)
    }
  }
}

/// What came of resolving a linked scenario: the story, the names it declares and every use of a name.
struct Resolution: Hashable, Sendable {
  var linked: LinkedScenario
  var names: StoryNames
  var uses: [NameUse]
  var story: Story

  var draft: ScenarioDraft { linked.draft }

  /// Whether something was written in the scenario's own file, not in a pack.
  func isOwn(_ place: Place) -> Bool { place.file == draft.file }
}

/// The declared names of a scenario by kind.
struct StoryNames: Hashable, Sendable {
  var beats: NameTable
  var endings: NameTable
  var moves: NameTable
  var facts: NameTable
  var gauges: NameTable
  var articles: NameTable
  /// Policies first; then actions met in `do` and in rules.
  var actions: NameTable
  var policyCount: Int
  var channels: NameTable

  /// How many names there are of all kinds.
  var total: Int {
    beats.count + endings.count + moves.count + facts.count + gauges.count + articles.count + actions.count
  }

  init(_ linked: LinkedScenario) {
    let draft = linked.draft
    beats = NameTable(draft.beats.map(\.name))
    endings = NameTable(draft.endings.map(\.name))
    moves = NameTable(linked.moves.map(\.name))
    facts = NameTable(draft.facts.map(\.name))
    gauges = NameTable(draft.gauges.map(\.name))
    articles = NameTable(linked.articles.map(\.id))
    actions = NameTable(linked.policies.map(\.action))
    policyCount = linked.policies.count
    channels = NameTable(draft.channels)
  }
}
