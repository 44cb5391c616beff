import Domain

/// A criterion with what it found, before points are shared out.
struct JudgedCriterion {
  var mark: Mark
  /// Whole points of its group, as written.
  var weight: Int
  var share: Share
  var breach: Breach?
  /// Index into the shared rubric's dimensions; nil for a scenario's own criterion.
  var dimension: Int?

  /// One of the shared rubric.
  init(_ criterion: Criterion, in rubric: Rubric, _ evidence: Evidence, _ share: Share, isAdvice: Bool) {
    let dimension = rubric.dimensions.indices.contains(criterion.dimension) ? criterion.dimension : 0
    mark = Mark(
      criterion: criterion.name, title: criterion.title, skill: criterion.skill,
      dimension: rubric.dimensions[dimension].name, possible: 0, earned: 0, evidence: evidence,
      errorClass: criterion.errorClass, isAdvice: isAdvice, place: criterion.place)
    weight = criterion.weight
    self.share = share
    breach = isAdvice ? nil : Self.breach(criterion, evidence)
    self.dimension = dimension
  }

  /// One that a scenario adds.
  init(_ criterion: ScenarioCriterion, _ reading: Reading) {
    let (evidence, share) = Earned(reading: reading, criterion: criterion).judged()
    mark = Mark(
      criterion: criterion.name, title: criterion.title, skill: criterion.skill, possible: 0, earned: 0,
      evidence: evidence, place: reading.scenario.map { "scenario \($0.id)" } ?? "")
    weight = criterion.weight
    self.share = share
  }

  /// The same when nothing can be said of it, for the reason in the evidence.
  func leftOut(with evidence: Evidence) -> JudgedCriterion {
    var judged = self
    judged.mark.evidence = evidence
    judged.breach = nil
    return judged
  }

  /// Advice and what does not apply weigh nothing.
  var leaf: WeightTree {
    .leaf(weight: weight, applies: mark.evidence.verdict != .notApplicable && !mark.isAdvice)
  }

  private static func breach(_ criterion: Criterion, _ evidence: Evidence) -> Breach? {
    guard criterion.isCritical, evidence.verdict == .breached else { return nil }
    let quote = evidence.quotes.first { $0.role == .lost }
    let isAct = quote.map { $0.range.start == $0.range.end } ?? true
    return Breach(
      rule: criterion.name, title: criterion.title, quote: isAct ? nil : quote, turn: quote?.turn ?? 0,
      because: criterion.place, errorClass: criterion.errorClass)
  }
}

extension Accuracy {
  /// A class is accurate when none of its criteria was missed or breached and no rule of its was broken.
  ///
  /// Half-met criteria cost points, not accuracy: COPC counts an error, not a shade. Advice does not count.
  init(of marks: [Mark], _ breaches: [Breach]) {
    self.init()
    for errorClass in ErrorClass.allCases {
      let judged = marks.filter { $0.errorClass == errorClass && $0.isMeasured }
      let broken = breaches.contains { $0.errorClass == errorClass }
      guard !judged.isEmpty || broken else { continue }
      self[errorClass] = !broken && !judged.contains(where: \.isError)
    }
  }
}
