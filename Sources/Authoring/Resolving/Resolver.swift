import Domain

/// Turns names into indices and writes down every use of a name; what is wrong with a use is for the checks.
struct Resolver {
  let linked: LinkedScenario
  let catalog: ChannelCatalog
  var names: StoryNames
  var uses: [NameUse] = []
  var story = Story()
  /// How many unknown names conditions have met.
  private(set) var unknownFacts = 0
  /// How many names have been held against unknown ones.
  private var comparisons = 0

  /// Comparisons after which unknown names are only reported, so that a file of slips stays quick to check.
  private static let comparisonLimit = 20_000

  static func resolve(_ linked: LinkedScenario, channels catalog: ChannelCatalog) -> Resolution {
    var resolver = Resolver(linked: linked, catalog: catalog)
    resolver.run()
    return Resolution(
      linked: linked, names: resolver.names, uses: resolver.uses, story: resolver.story)
  }

  private init(linked: LinkedScenario, catalog: ChannelCatalog) {
    self.linked = linked
    self.catalog = catalog
    names = StoryNames(linked)
  }

  private var draft: ScenarioDraft { linked.draft }

  private mutating func run() {
    story.channels = draft.channels.compactMap { channel($0, mustBeDeclared: false) }
    story.signOffs = signOffs()
    story.facts = draft.facts.map { Fact(name: $0.name.text, start: $0.start) }
    story.gauges = draft.gauges.map { gauge($0) }
    story.moves = linked.moves.map {
      Move(
        name: $0.name.text, like: $0.like.map(\.text), notLike: $0.notLike.map(\.text),
        guided: $0.guided?.text)
    }
    story.articles = linked.articles.map { Article(id: $0.id.text, text: $0.text) }
    story.endings = draft.endings.map { ending($0) }
    story.disclosures = draft.customer.tellsIfAsked.compactMap { disclosure($0) }
    story.thread = draft.thread.map { threadLine($0) }
    resolveBeats()
    resolveJudgement()
    story.actions = allActions()
  }

  private mutating func resolveBeats() {
    let names = names
    story.start = draft.start.flatMap { start($0) } ?? 0
    story.beats = []
    story.beats.reserveCapacity(names.beats.count)
    let beats = draft.beats.map { beat($0) }
    story.beats = beats
  }

  private mutating func resolveJudgement() {
    story.goal = draft.goal.map { condition($0.expression, asks: .world) }
    story.criteria = draft.rubric.criteria.map { criterion($0) }
    story.criticalRules = draft.criticalRules.map { criticalRule($0) }
    story.requiredFacts = draft.requiredFacts.map { requiredFact($0) }
    story.forbiddenClaims = linked.forbiddenClaims.map { forbiddenClaim($0) }
    story.tests = draft.tests.map { test($0) }
  }

  mutating func note(
    _ name: Written, _ role: NameUse.Role, _ target: NameUse.Target?, misuse: NameUse.Misuse? = nil
  ) {
    var use = NameUse(name: name, role: role, target: target, misuse: misuse)
    if target == nil {
      use.isWorthGuessing = comparisons < Self.comparisonLimit
      comparisons += names.total
    }
    uses.append(use)
  }

  /// A fact that stands for a name nobody knows.
  mutating func unknownFact() -> Condition {
    unknownFacts += 1
    return .fact(story.facts.count + unknownFacts - 1)
  }

  private mutating func start(_ name: Written) -> Int? {
    let index = names.beats[name.text]
    note(name, .start, index.map { .beat($0) })
    return index
  }

  private mutating func signOffs() -> [String: String] {
    var lines: [String: String] = [:]
    for signOff in linked.signOffs {
      note(signOff.channel, .signOff, catalog[signOff.channel.text] == nil ? nil : .builtIn)
      lines[signOff.channel.text] = signOff.text
    }
    return lines
  }

  /// The channel of a name; an unknown one is written down, and chat stands in for it where one is needed.
  mutating func channel(_ name: Written, mustBeDeclared: Bool = true) -> Channel? {
    let channel = catalog[name.text]
    if mustBeDeclared {
      note(name, .channel, names.channels[name.text].map { .channel($0) })
    } else if channel == nil {
      note(name, .channel, nil)
    }
    return channel
  }
}
