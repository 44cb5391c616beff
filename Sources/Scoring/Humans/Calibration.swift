import Domain

/// Several coaches' blind marks over the same sessions, compared criterion by criterion and coach by coach.
public struct Calibration: Hashable, Sendable {
  /// In order of name.
  public let criteria: [CriterionAgreement]
  /// In order of name.
  public let coaches: [CoachBias]
  /// Where all coaches who marked it, two at least, gave the same verdict: by session, then criterion.
  public let anchors: [Anchor]

  /// One coach's verdict on one criterion of one session.
  public struct BlindMark: Hashable, Sendable {
    public var session: String
    public var coach: String
    public var criterion: String
    public var verdict: Verdict

    public init(session: String, coach: String, criterion: String, verdict: Verdict) {
      self.session = session
      self.coach = coach
      self.criterion = criterion
      self.verdict = verdict
    }
  }

  public struct CriterionAgreement: Hashable, Sendable {
    public let criterion: String
    /// Sessions that two coaches or more marked, and the coaches who marked any of them.
    public let sessions: Int
    public let coaches: Int
    /// Pairs of verdicts compared, and those with the same verdict.
    public let pairs: Int
    public let same: Int
    /// The mean over pairs of coaches of quadratic kappa; nil without a pair.
    public let kappa: Double?
    /// Krippendorff's alpha over breached, missed, partly, met; "not applicable" is left out of it.
    public let alpha: Double?
  }

  /// How far a coach stands from the others, in steps of the scale breached, missed, partly, met.
  public struct CoachBias: Hashable, Sendable {
    public let coach: String
    /// Marks that another coach gave too.
    public let marks: Int
    /// The mean distance from the other coaches' mean in hundredths of a step, above 0 lenient; nil without a mark.
    public let bias: Int?

    /// Fewer marks than these tell nothing of a coach.
    public static let fewest = 5
    /// A quarter of a step either way is called even: our own choice.
    public static let even = 25

    public var words: String {
      guard let bias, marks >= Self.fewest else { return "too few to tell" }
      return bias > Self.even ? "lenient" : bias < -Self.even ? "strict" : "even"
    }
  }

  public struct Anchor: Hashable, Sendable {
    public let session: String
    public let criterion: String
    public let verdict: Verdict
    public let coaches: [String]
  }

  /// Of a coach's several marks on the same criterion of the same session the last counts.
  public init(_ marks: [BlindMark]) {
    let cases = Self.cases(marks)
    let byCriterion = Dictionary(grouping: cases, by: \.criterion)
    criteria = byCriterion.keys.sorted().map { Self.agreement($0, byCriterion[$0] ?? []) }
    coaches = Set(marks.map(\.coach)).sorted().map { Self.bias($0, cases) }
    anchors = cases.compactMap { marked in
      guard let verdict = marked.verdicts.values.first, marked.verdicts.count > 1,
        marked.verdicts.values.allSatisfy({ $0 == verdict })
      else { return nil }
      return Anchor(
        session: marked.session, criterion: marked.criterion, verdict: verdict,
        coaches: marked.verdicts.keys.sorted())
    }
  }

  /// One criterion of one session with everybody's verdict.
  private struct MarkedCase {
    var session: String
    var criterion: String
    var verdicts: [String: Verdict] = [:]
  }

  private struct Key: Hashable {
    var session: String
    var criterion: String
  }

  private static func cases(_ marks: [BlindMark]) -> [MarkedCase] {
    var cases: [Key: MarkedCase] = [:]
    for mark in marks {
      let key = Key(session: mark.session, criterion: mark.criterion)
      cases[key, default: MarkedCase(session: mark.session, criterion: mark.criterion)]
        .verdicts[mark.coach] = mark.verdict
    }
    return cases.values.sorted { ($0.session, $0.criterion) < ($1.session, $1.criterion) }
  }

  private static func agreement(_ criterion: String, _ cases: [MarkedCase]) -> CriterionAgreement {
    let compared = cases.filter { $0.verdicts.count > 1 }
    let coaches = Set(compared.flatMap(\.verdicts.keys)).sorted()
    var kappas: [Double] = []
    var (pairs, same) = (0, 0)
    for (place, first) in coaches.enumerated() {
      for second in coaches[(place + 1)...] {
        let agreement = Agreement(
          compared.compactMap { marked in
            guard let one = marked.verdicts[first], let other = marked.verdicts[second] else { return nil }
            return (one, other)
          })
        pairs += agreement.total
        same += agreement.same
        if let kappa = agreement.quadraticKappa { kappas.append(kappa) }
      }
    }
    let ranks = compared.map { $0.verdicts.values.compactMap(\.step) }
    return CriterionAgreement(
      criterion: criterion, sessions: compared.count, coaches: coaches.count, pairs: pairs, same: same,
      kappa: kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count),
      alpha: OrdinalAlpha(ranks).value)
  }

  private static func bias(_ coach: String, _ cases: [MarkedCase]) -> CoachBias {
    let distances = cases.compactMap { marked -> Double? in
      guard let own = marked.verdicts[coach]?.step else { return nil }
      let others = marked.verdicts.filter { $0.key != coach }.compactMap(\.value.step)
      guard !others.isEmpty else { return nil }
      return Double(own) - Double(others.reduce(0, +)) / Double(others.count)
    }
    let mean = distances.isEmpty ? nil : distances.sorted().reduce(0, +) / Double(distances.count)
    return CoachBias(
      coach: coach, marks: distances.count, bias: mean.map { Int(($0 * 100).rounded()) })
  }
}

extension Verdict {
  /// Its place on the scale from worst to best; nil for what does not apply.
  var step: Int? {
    switch self {
    case .breached: 0
    case .missed: 1
    case .partly: 2
    case .met: 3
    case .notApplicable: nil
    }
  }
}
