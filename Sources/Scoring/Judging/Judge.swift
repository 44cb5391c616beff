import Diagnostics
import Domain

/// Judges transcripts: pure, deterministic, linear in the turns, so that old transcripts can be re-scored.
public struct Judge: Sendable {
  /// The kinds that rubrics may name.
  public let kinds: CriterionCatalog
  /// The phrase lists the kinds listen for.
  public let lexicons: Lexicons
  /// The auto-fail rules that rubrics may name.
  public let rules: AutoFailCatalog
  /// Channels for transcripts whose scenario is not known.
  public let channels: ChannelCatalog
  /// What reads facts and tone.
  public let understanding: MeaningReader
  /// Which kinds may give points.
  public let gate: TrustGate
  private let shown = KeptLines()

  /// All the points there are, in hundredths.
  public static let total = 10_000
  /// What one hint costs, in hundredths of a point: enough to be felt, too little to fail an attempt by itself.
  public static let hintPrice = 200
  /// Tenths of the points that a fruitless talk keeps: enough to coach with, too few to play for.
  public static let fruitlessTenths = 3
  /// Quality per cent needed to pass where neither scenario nor rubric says.
  public static let usualPassMark = 70

  /// A judge with its catalogue, lists, channels, readers and gate, all passed in.
  public init(
    kinds: CriterionCatalog = .standard, rules: AutoFailCatalog = .standard, lexicons: Lexicons,
    channels: ChannelCatalog = .standard,
    understanding: MeaningReader = .words, gate: TrustGate = .open
  ) {
    self.kinds = kinds
    self.rules = rules
    self.lexicons = lexicons
    self.channels = channels
    self.understanding = understanding
    self.gate = gate
  }

  /// The transcript prepared for criteria.
  ///
  /// Turns that stand unchanged in `known`, an earlier reading by this judge of the same talk, are not read again.
  public func reading(
    _ transcript: Transcript, scenario: Scenario?, house: Rubric? = nil, customerName: String? = nil,
    known: Reading? = nil
  ) -> Reading {
    Reading(
      transcript, scenario: scenario, lexicons: lexicons, channels: channels, customerName: customerName,
      understanding: understanding, shown: shown.lines(of: scenario, house), known: known)
  }

  /// Judges a transcript by a scenario's rubric and the shared rubric it names, or by the shared rubric alone.
  ///
  /// Words that are surely not English are not judged: no criterion applies then, and no rule is broken.
  ///
  /// One mark a criterion, the shared rubric's first. A criterion that does not apply gives its points to the others
  /// of its dimension, a dimension in which nothing applies to the other dimensions; what can be earned always adds
  /// up to `total`, unless nothing applies at all. A critical breach decides the result and leaves the quality.
  ///
  /// - Throws: when a criterion names a kind the catalogue lacks, or the scenario a rubric that is not given;
  ///   never for a poor reply.
  public func judge(
    _ transcript: Transcript, scenario: Scenario?, house: Rubric?, customerName: String? = nil
  ) throws(Diagnosed) -> Scorecard {
    try judge(
      reading(transcript, scenario: scenario, house: house, customerName: customerName), house: house)
  }

  /// The same for a transcript that was read already.
  public func judge(_ reading: Reading, house: Rubric?) throws(Diagnosed) -> Scorecard {
    let part = try HousePart(reading.scenario, house)
    var judged = try part.map { part throws(Diagnosed) in try judgeHouse(part.rubric, reading) } ?? []
    judged += (reading.scenario?.rubric.criteria ?? []).map { JudgedCriterion($0, reading) }
    guard !ForeignWords.areSpoken(in: reading.transcript) else {
      let marks = judged.map { $0.leftOut(with: ForeignWords.evidence).mark }
      return Self.scorecard(marks, [], part, reading, isForeign: true)
    }
    let marks = Self.marks(judged, sharedBy: Self.tree(judged, part, reading), reading)
    let breaches =
      (reading.scenario.map { CriticalRules(reading: reading, scenario: $0).breaches() } ?? [])
      + judged.compactMap(\.breach) + autoFailures(part?.rubric, reading)
    return Self.scorecard(marks, Self.once(breaches), part, reading)
  }

  /// What the rubric's trusted auto-fail rules find.
  private func autoFailures(_ rubric: Rubric?, _ reading: Reading) -> [Breach] {
    guard let rubric else { return [] }
    return rubric.autoFail.filter { gate.trusts(autoFail: $0) }.flatMap { keyword in
      let found = rules.breaches(of: [keyword], criteria: rubric.criteria, in: reading)
      return found.map { breach in
        var breach = breach
        breach.errorClass = breach.errorClass ?? rules[keyword]?.errorClass
        return breach
      }
    }
  }

  /// The same words break one rule: the first that names them.
  private static func once(_ breaches: [Breach]) -> [Breach] {
    var seen: Set<Quote> = []
    return breaches.filter { breach in
      guard var quote = breach.quote else { return true }
      quote.note = ""
      return seen.insert(quote).inserted
    }
  }

  // MARK: The parts

  /// The shared rubric with its part of the 100 points.
  private struct HousePart {
    var rubric: Rubric
    var weight: Int
    var emphasis: [String: Emphasis] = [:]

    /// Nil where no shared rubric has a say.
    init?(_ scenario: Scenario?, _ house: Rubric?) throws(Diagnosed) {
      guard let scenario else {
        guard let house else { return nil }
        (rubric, weight) = (house, 100)
        return
      }
      guard let named = scenario.rubric.house else { return nil }
      guard let house, house.id == named.rubric else { throw .missingRubric(named.rubric, scenario.id) }
      (rubric, weight, emphasis) = (house, named.weight, named.emphasis)
    }

    func weight(of dimension: Dimension, _ mix: ChannelMix) -> Int {
      mix.weight(dimension.weight).saturatingTimes((emphasis[dimension.name] ?? .usual).halves)
    }
  }

  private func judgeHouse(_ rubric: Rubric, _ reading: Reading) throws(Diagnosed) -> [JudgedCriterion] {
    var judged: [JudgedCriterion] = []
    for criterion in rubric.criteria {
      guard let kind = kinds[criterion.kind] else { throw .unknownKind(criterion, kinds) }
      let evidence = kind.earnedEvidence(in: reading, for: criterion)
      judged.append(
        JudgedCriterion(
          criterion, in: rubric, evidence, kind.earnedShare(evidence, in: reading),
          isAdvice: !gate.trusts(criterion.kind)))
    }
    return judged
  }

  private static func tree(
    _ judged: [JudgedCriterion], _ part: HousePart?, _ reading: Reading
  ) -> WeightTree {
    let own = WeightTree.group(
      weight: 100 - (part?.weight ?? 0), parts: judged.filter { $0.dimension == nil }.map(\.leaf))
    guard let part else { return .group(weight: 1, parts: [own]) }
    let mix = ChannelMix(reading)
    let dimensions = part.rubric.dimensions.enumerated().map { index, dimension in
      WeightTree.group(
        weight: part.weight(of: dimension, mix),
        parts: judged.filter { $0.dimension == index }.map(\.leaf))
    }
    return .group(weight: 1, parts: [.group(weight: part.weight, parts: dimensions), own])
  }

  // MARK: The sum

  /// In the rubric's order; the tree lists criteria dimension by dimension.
  private static func marks(
    _ judged: [JudgedCriterion], sharedBy tree: WeightTree, _ reading: Reading
  ) -> [Mark] {
    let ordered = judged.indices.sorted {
      (judged[$0].dimension ?? .max, $0) < (judged[$1].dimension ?? .max, $1)
    }
    var marks = judged.map(\.mark)
    for (index, possible) in zip(ordered, tree.shares(of: total)) {
      marks[index].possible = possible
      marks[index].earned = judged[index].share.of(possible)
      marks[index].cause = RootCause(of: marks[index], in: reading)
    }
    return marks
  }

  private static func scorecard(
    _ marks: [Mark], _ breaches: [Breach], _ part: HousePart?, _ reading: Reading, isForeign: Bool = false
  ) -> Scorecard {
    let (transcript, scenario) = (reading.transcript, reading.scenario)
    let earned = marks.reduce(0) { $0 + $1.earned }
    let kept = fruitlessTenths * 1_000 + (10 - fruitlessTenths) * fruit(of: reading)
    let fruitless = earned - earned * kept / 10_000
    let hintCost = min(earned - fruitless, transcript.hints.saturatingTimes(hintPrice))
    let passMark = scenario?.rubric.passMark ?? part?.rubric.passMark ?? usualPassMark
    let result =
      isForeign ? .notEnglish : result(earned - fruitless - hintCost, passMark, breaches, transcript)
    return Scorecard(
      quality: earned - fruitless - hintCost, passMark: passMark, result: result, marks: marks,
      breaches: breaches,
      rubrics: [part?.rubric.digest, scenario?.digest].compactMap { $0 }, hintCost: hintCost,
      fruitlessCost: fruitless,
      accuracy: Accuracy(of: marks, breaches),
      isZeroed: result == .criticalBreach && part?.rubric.zeroOnFail ?? false,
      tier: reading.understanding.tier)
  }

  /// Thousandths to which a talk came to something. In a scenario the world shows it: the goal, a success, or a deed at
  /// the desk. Without one it is a deed, or how far the talk spoke to the customer's case.
  private static func fruit(of reading: Reading) -> Int {
    if hasDeed(reading) { return 1_000 }
    guard reading.scenario != nil else { return CaseWords.share(of: reading) }
    guard let conclusion = reading.transcript.conclusion else { return 0 }
    return conclusion.goalMet == true || conclusion.ending != nil && conclusion.outcome == .success
      ? 1_000 : 0
  }

  /// Whether something was done at the desk that changes something.
  ///
  /// To pass on what policy lets the trainee settle is no deed where the story fails all the same.
  private static func hasDeed(_ reading: Reading) -> Bool {
    reading.actions.contains { action in
      action.isDeed
        && (!HandOver.isHandingOn(action.act.taken.name)
          || EscalationDue.isNeeded(reading, before: action.turn))
    }
  }

  private static func result(
    _ quality: Int, _ passMark: Int, _ breaches: [Breach], _ transcript: Transcript
  ) -> Scorecard.Result {
    if !breaches.isEmpty { return .criticalBreach }
    guard transcript.conclusion?.ending != nil else { return .unfinished }
    return quality >= passMark.saturatingTimes(100) ? .passed : .belowPassMark
  }
}

extension Diagnosed {
  fileprivate static func unknownKind(_ criterion: Criterion, _ kinds: CriterionCatalog) -> Diagnosed {
    let known = kinds.kinds.map(\.keyword).joined(separator: ", ")
    return Diagnosed([
      Diagnostic(
        DiagnosticCode("L201", "unknown-criterion-kind"), .error,
        "criterion '\(criterion.name)' is of kind '\(criterion.kind)', which this version does not know",
        at: Label(file: criterion.place, span: Span(.start, .start)), help: "the kinds are \(known)")
    ])
  }

  fileprivate static func missingRubric(_ rubric: String, _ scenario: String) -> Diagnosed {
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
