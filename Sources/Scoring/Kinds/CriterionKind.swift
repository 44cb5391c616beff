import Domain

/// One way of asking a question of a transcript; criteria of a rubric name it by its keyword.
///
/// A kind asks two to four yes/no questions; the share answered with yes is the share of the points.
public protocol CriterionKind: Sendable {
  /// The word in a rubric file: `next-step`.
  var keyword: String { get }
  /// One sentence for the manual and for `explain`.
  var summary: String { get }
  /// What it takes besides the common fields of a criterion.
  var fields: [CriterionField] { get }
  /// Small talks with the verdict and the quoted words they must earn; they run as tests.
  var examples: [CriterionExample] { get }
  /// Kinds of useful work that must be in the talk before its points can be earned: none but for criteria of manner.
  ///
  /// Two are asked of a manner that any talk can show; one is enough where a single good line shows it.
  var workAsked: Int { get }
  /// What it finds; never fails, however poor the transcript.
  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence
}

extension CriterionKind {
  /// None: the criterion is about the work itself.
  public var workAsked: Int { 0 }

  /// What its rule found, with what is learned beside it.
  func weighed(_ evidence: Evidence, in reading: Reading) -> Evidence {
    reading.understanding.checks?.weighed(evidence, of: keyword, in: reading) ?? evidence
  }

  /// What it finds, and whether points come with it: manner alone earns nothing.
  ///
  /// Otherwise silence, "ok" and small talk would earn points for never breaking a rule. Half of the work brings half
  /// of the points and more with all that it says: no cliff that a wording falls off.
  public func earnedEvidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    var evidence = weighed(evidence(in: reading, for: criterion), in: reading)
    if evidence.better == criterion.better {
      evidence.example = criterion.better
      evidence.better = nil
    }
    guard Share(evidence).passed > 0, isShortOfWork(reading) else { return evidence }
    let question = CheckResult("Moves the customer's matter on", false)
    guard reading.workMeasure > 0 else {
      return Evidence(
        verdict: .missed, checks: [question], quotes: evidence.quotes.filter { $0.role == .lost },
        reason: "Points for manner come with the work: say what you know, ask, commit or act first.",
        lacksWork: true)
    }
    evidence.checks.append(question)
    if evidence.verdict == .met { evidence.verdict = .partly }
    evidence.reason +=
      reading.usefulWork > 0
      ? " Points were kept back: only one thing moved the matter on."
      : " Points were kept back: nothing moved the matter on yet."
    return evidence
  }

  /// The share of its points: as much of the answers' share as there is of the work.
  func earnedShare(_ evidence: Evidence, in reading: Reading) -> Share {
    let share = Share(evidence)
    guard share.passed > 0, isShortOfWork(reading) else { return share }
    return Share(passed: share.passed * reading.workMeasure, asked: (share.asked - 100) * 2_000)
  }

  /// Whether points for manner are kept back; one thing that says as much as two keeps none back.
  private func isShortOfWork(_ reading: Reading) -> Bool {
    reading.usefulWork < workAsked && reading.workMeasure < 2_000
  }

  /// None besides the common ones.
  public var fields: [CriterionField] { [] }
}

/// The kinds there are: the table of contents of this folder. Passed in, never global state.
public struct CriterionCatalog: Sendable {
  /// In the order the manual lists them.
  public let kinds: [any CriterionKind]

  /// A catalogue of these kinds; where two share a keyword the first is found.
  public init(_ kinds: [any CriterionKind]) { self.kinds = kinds }

  /// Every kind that comes with Touchpoint.
  public static let standard = CriterionCatalog([
    CorrectAnswer(),
    CompleteAnswer(),
    RightRemedy(),
    NextIssue(),
    RestatesIssue(),
    TellsRootCause(),
    UsesHistory(),
    NamesImpact(),
    SincereApology(),
    CalmTone(),
    TakesOwnership(),
    NextStep(),
    NoRepeatQuestion(),
    AnswerFirst(),
    PlainWords(),
    ConcreteWords(),
    CorrectLanguage(),
    Courtesy(),
    HonestConfidence(),
    PositiveNo(),
    FairInclusive(),
    PolicyKept(),
    IdentityFirst(),
    NoSecrets(),
    RequiredStatement(),
    CorrectEscalation(),
    CaseNote(),
    ChannelForm(),
    Pace(),
    GivesThanks(),
    PreventsRepeat(),
    LeastEffort(),
    ConfirmsCompletion(),
  ])

  /// The kind with this keyword, or nil.
  public subscript(_ keyword: String) -> (any CriterionKind)? { kinds.first { $0.keyword == keyword } }

  /// Each kind's own fields by keyword, for whoever checks rubric files.
  public var forms: [String: [CriterionField]] {
    Dictionary(kinds.map { ($0.keyword, $0.fields) }, uniquingKeysWith: { first, _ in first })
  }
}
