import Diagnostics
import Domain

/// Judges transcripts: pure, deterministic, linear in the turns, so that old transcripts can be re-scored.
public struct Judge: Sendable {
  /// The kinds that rubrics may name.
  public let kinds: CriterionCatalog
  /// The phrase lists the kinds listen for.
  public let lexicons: Lexicons
  /// Channels for transcripts whose scenario is not known.
  public let channels: ChannelCatalog

  /// All the points there are, in hundredths.
  public static let total = 10_000
  /// What one hint costs, in hundredths of a point: enough to be felt, too little to fail an attempt by itself.
  public static let hintPrice = 200
  /// Quality per cent needed to pass where neither scenario nor rubric says.
  public static let usualPassMark = 70

  /// A judge with its catalogue, lists and channels, all passed in.
  public init(
    kinds: CriterionCatalog = .standard, lexicons: Lexicons, channels: ChannelCatalog = .standard
  ) {
    self.kinds = kinds
    self.lexicons = lexicons
    self.channels = channels
  }

  /// Judges a transcript by a scenario's rubric and the shared rubric it names, or by the shared rubric alone.
  ///
  /// One mark a criterion, the shared rubric's first. Criteria that do not apply give and take nothing: their
  /// points go to the others in proportion, and what can be earned always adds up to `total`, unless nothing
  /// applies at all. A critical breach decides the result and leaves the quality as it is.
  ///
  /// - Throws: when a criterion names a kind the catalogue lacks, or the scenario a rubric that is not given;
  ///   never for a poor reply.
  public func judge(
    _ transcript: Transcript, scenario: Scenario?, house: Rubric?
  ) throws(Diagnosed) -> Scorecard {
    let reading = Reading(transcript, scenario: scenario, lexicons: lexicons, channels: channels)
    let part = try housePart(scenario: scenario, house: house)
    var judged: [Judged] = []
    if let part { judged += try judgeHouse(part.rubric, weight: part.weight, reading) }
    judged += (scenario?.rubric.criteria ?? []).map { Self.judgeOwn($0, reading) }
    let marks = Self.marks(judged)
    let breaches =
      (scenario.map { CriticalRules(reading: reading, scenario: $0).breaches() } ?? [])
      + judged.compactMap(\.breach)
    let earned = marks.reduce(0) { $0 + $1.earned }
    let hintCost = min(earned, transcript.hints.saturatingTimes(Self.hintPrice))
    let quality = earned - hintCost
    let passMark = scenario?.rubric.passMark ?? part?.rubric.passMark ?? Self.usualPassMark
    return Scorecard(
      quality: quality, passMark: passMark,
      result: Self.result(quality, passMark, breaches, transcript, hasScenario: scenario != nil),
      marks: marks,
      breaches: breaches, rubrics: [part?.rubric.digest, scenario?.digest].compactMap { $0 },
      hintCost: hintCost)
  }

  // MARK: The parts

  /// A criterion with what it found, before points are shared out.
  private struct Judged {
    var mark: Mark
    /// Hundredths of a point as written.
    var weight: Int
    var share: Share
    var breach: Breach?
  }

  private func housePart(scenario: Scenario?, house: Rubric?) throws(Diagnosed) -> (
    rubric: Rubric, weight: Int
  )? {
    guard let scenario else { return house.map { ($0, 100) } }
    guard let named = scenario.rubric.house else { return nil }
    guard let house, house.id == named.rubric else { throw Self.missingRubric(named.rubric, scenario.id) }
    return (house, named.weight)
  }

  private func judgeHouse(_ rubric: Rubric, weight: Int, _ reading: Reading) throws(Diagnosed) -> [Judged] {
    var judged: [Judged] = []
    for criterion in rubric.criteria {
      guard let kind = kinds[criterion.kind] else { throw Self.unknownKind(criterion, kinds) }
      let evidence = kind.evidence(in: reading, for: criterion)
      judged.append(
        Judged(
          mark: Self.mark(criterion.name, criterion.title, criterion.skill, evidence, criterion.place),
          weight: max(weight, 0).saturatingTimes(max(criterion.weight, 0)), share: Share(evidence),
          breach: Self.breach(criterion, evidence)))
    }
    return judged
  }

  private static func judgeOwn(_ criterion: ScenarioCriterion, _ reading: Reading) -> Judged {
    let (evidence, share) = Earned(reading: reading, criterion: criterion).judged()
    let place = reading.scenario.map { "scenario \($0.id)" } ?? ""
    return Judged(
      mark: mark(criterion.name, criterion.title, criterion.skill, evidence, place),
      weight: max(criterion.weight, 0).saturatingTimes(100), share: share, breach: nil)
  }

  private static func mark(
    _ name: String, _ title: String, _ skill: String, _ evidence: Evidence, _ place: String
  ) -> Mark {
    Mark(
      criterion: name, title: title, skill: skill, possible: 0, earned: 0, evidence: evidence, place: place)
  }

  private static func breach(_ criterion: Criterion, _ evidence: Evidence) -> Breach? {
    guard criterion.isCritical, evidence.verdict == .breached else { return nil }
    let quote = evidence.quotes.first { $0.role == .lost }
    let isAct = quote.map { $0.range.start == $0.range.end } ?? true
    return Breach(
      rule: criterion.name, title: criterion.title, quote: isAct ? nil : quote, turn: quote?.turn ?? 0,
      because: criterion.place)
  }

  // MARK: The sum

  private static func marks(_ judged: [Judged]) -> [Mark] {
    let weights = judged.map { $0.mark.evidence.verdict == .notApplicable ? 0 : $0.weight }
    let possible = Apportionment.share(total, by: weights)
    return zip(judged, possible).map { judged, possible in
      var mark = judged.mark
      mark.possible = possible
      mark.earned = judged.share.of(possible)
      return mark
    }
  }

  private static func result(
    _ quality: Int, _ passMark: Int, _ breaches: [Breach], _ transcript: Transcript, hasScenario: Bool
  ) -> Scorecard.Result {
    if !breaches.isEmpty { return .criticalBreach }
    if let conclusion = transcript.conclusion {
      if conclusion.ending == nil { return .unfinished }
    } else if hasScenario {
      return .unfinished
    }
    return quality >= passMark.saturatingTimes(100) ? .passed : .belowPassMark
  }

  // MARK: What can fail

  private static func unknownKind(_ criterion: Criterion, _ kinds: CriterionCatalog) -> Diagnosed {
    let known = kinds.kinds.map(\.keyword).joined(separator: ", ")
    return Diagnosed([
      Diagnostic(
        DiagnosticCode("L201", "unknown-criterion-kind"), .error,
        "criterion '\(criterion.name)' is of kind '\(criterion.kind)', which this version does not know",
        at: Label(file: criterion.place, span: Span(.start, .start)), help: "the kinds are \(known)")
    ])
  }

  private static func missingRubric(_ rubric: String, _ scenario: String) -> Diagnosed {
    Diagnosed([
      Diagnostic(
        DiagnosticCode("L202", "missing-rubric"), .error,
        "scenario '\(scenario)' uses the rubric '\(rubric)', which is not at hand",
        at: Label(file: scenario, span: Span(.start, .start)),
        help: "put '\(rubric).yaml' into scoring/rubrics, or mend 'use' in the scenario")
    ])
  }
}

extension Transcript {
  /// How often the trainee asked for a hint.
  fileprivate var hints: Int { turns.count { $0.content == .hint } }
}
