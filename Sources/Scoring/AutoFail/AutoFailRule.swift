import Domain

/// One thing that fails an attempt whatever the score. No false alarm is its first duty: where in doubt it is silent.
///
/// The quality stays for coaching, and every finding can be argued with: it names its rule, its turn and its words.
public protocol AutoFailRule: Sendable {
  /// The word in a rubric's `auto_fail` list: `secret-asked`.
  var keyword: String { get }
  /// What a scorecard calls it.
  var title: String { get }
  /// Who is hurt by it.
  var errorClass: ErrorClass { get }
  /// One sentence for the manual and for `explain`.
  var summary: String { get }
  /// Talks that break the rule and talks that come near it; they run as tests.
  var examples: [AutoFailExample] { get }
  /// The rule as a rubric's criteria sharpen it: most rules need nothing from them.
  func requiring(_ criteria: [Criterion]) -> any AutoFailRule
  /// Where it was broken, in the order of the talk; never fails, however odd the transcript.
  func breaches(in reading: Reading) -> [Breach]
}

extension AutoFailRule {
  /// The rule itself.
  public func requiring(_ criteria: [Criterion]) -> any AutoFailRule { self }

  /// A breach by these words.
  func breach(_ quote: Quote, because: String? = nil) -> Breach {
    let isAct = quote.range.start == quote.range.end
    return Breach(
      rule: keyword, title: title, quote: isAct ? nil : quote, turn: quote.turn,
      because: because ?? "auto_fail: \(keyword)")
  }

  /// A breach by an act at the desk.
  func breach(_ action: ReadAction, because: String? = nil) -> Breach {
    Breach(
      rule: keyword, title: title, quote: nil, turn: action.turn, because: because ?? "auto_fail: \(keyword)")
  }
}

/// A talk with the words that break a rule in it; none where the rule must stay silent.
public struct AutoFailExample: Sendable, CustomStringConvertible {
  public var name: String
  /// The words of each breach, in order; empty words for an act at the desk.
  public var breaches: [String]
  public var lines: [CriterionExample.Line]
  /// The scenario it was played from, where the rule reads one.
  public var scenario: Scenario?
  /// Criteria of the rubric, where the rule reads them.
  public var criteria: [Criterion]

  public init(
    _ name: String, breaches: [String] = [], scenario: Scenario? = nil, criteria: [Criterion] = [],
    _ lines: [CriterionExample.Line]
  ) {
    self.name = name
    self.breaches = breaches
    self.lines = lines
    self.scenario = scenario
    self.criteria = criteria
  }

  public var description: String { name }

  /// The talk as a transcript, one second a line; acts are the scenario's where it has them.
  public var transcript: Transcript {
    var transcript = CriterionExample(name, .met, lines).transcript
    for index in transcript.turns.indices {
      guard case .action(var act) = transcript.turns[index].content else { continue }
      act.taken.action = scenario?.actions.firstIndex { $0.name == act.taken.name }
      transcript.turns[index].content = .action(act)
    }
    return transcript
  }
}

/// The rules there are: the table of contents of this folder. Passed in, never global state.
public struct AutoFailCatalog: Sendable {
  /// In the order the manual lists them.
  public let rules: [any AutoFailRule]

  /// A catalogue of these rules; where two share a keyword the first is found.
  public init(_ rules: [any AutoFailRule]) { self.rules = rules }

  /// Every rule that comes with Touchpoint.
  public static let standard = AutoFailCatalog([
    IdentityBreach(), SecretAsked(), SecretRepeated(), MissedDisclosure(), InsultOrThreat(),
    DiscriminatoryTerm(),
    FalseClaim(), PromiseBeyondAuthority(), PublicPersonalData(), IgnoredStop(), EndedContact(),
    IgnoredSafetyCue(),
    FalseNote(), WrongIrreversibleAct(),
  ])

  /// The rule with this keyword, or nil.
  public subscript(_ keyword: String) -> (any AutoFailRule)? { rules.first { $0.keyword == keyword } }

  /// What the named rules find in a transcript, in the order of the names; unknown names find nothing.
  ///
  /// `criteria` are those of the rubric: they say which statements are required.
  public func breaches(of keywords: [String], criteria: [Criterion] = [], in reading: Reading) -> [Breach] {
    keywords.compactMap { self[$0]?.requiring(criteria) }.flatMap { $0.breaches(in: reading) }
  }
}
