import Domain
import Scoring

/// What `rubric test` found, as it is kept beside the golden replies: one row a kind and tier.
///
/// The judge goes by it: kinds without a row, or whose row does not say `counts`, are shown as advice.
public struct AgreementRecord: Hashable, Sendable {
  public var rows: [Row]

  public struct Row: Hashable, Sendable {
    public var keyword: String
    /// `main`, `fast` or `phrase`.
    public var tier: String
    /// Golden replies on which the two trainers agree, and those on which the machine gives the same verdict.
    public var replies: Int
    public var same: Int
    public var withinOneStep: Int
    /// Thousandths; nil where nothing could be compared.
    public var kappa: Int?
    /// The two trainers with each other, in thousandths.
    public var peopleKappa: Int?
    public var standing: GoldenResult.Standing

    public init(_ result: GoldenResult, tier: String) {
      keyword = result.keyword
      self.tier = tier
      replies = result.machine.total
      same = result.machine.same
      withinOneStep = result.machine.withinOneStep
      kappa = result.machine.kappa.map { Int(($0 * 1_000).rounded()) }
      peopleKappa = result.people.kappa.map { Int(($0 * 1_000).rounded()) }
      standing = result.standing
    }
  }

  public init(rows: [Row]) { self.rows = rows }

  static let columns = [
    "keyword", "tier", "replies", "same", "within_one_step", "kappa", "people_kappa", "standing",
  ]

  /// The file's text: a header line and a line a row, sorted.
  public var text: String {
    let sorted = rows.sorted { ($0.tier, $0.keyword) < ($1.tier, $1.keyword) }
    return KeptTable.text(
      Self.columns,
      sorted.map { row in
        [
          row.keyword, row.tier, "\(row.replies)", "\(row.same)", "\(row.withinOneStep)",
          row.kappa.map { "\($0)" } ?? "", row.peopleKappa.map { "\($0)" } ?? "", row.standing.rawValue,
        ]
      })
  }

  /// Reads such a file; nil when it is none.
  public init?(_ text: String) {
    guard let rows = KeptTable.rows(text, Self.columns, row: Row.init) else { return nil }
    self.rows = rows
  }

  /// The gate for judging at a tier: every kind and auto-fail rule that is not proved there is advice.
  public func gate(
    for kinds: CriterionCatalog, _ rules: AutoFailCatalog = .standard, tier: String
  ) -> TrustGate {
    let counted = rows.filter { $0.tier == tier && $0.standing == .counts }.map(\.keyword)
    let all = kinds.kinds.map(\.keyword) + rules.rules.map { "auto-fail/" + $0.keyword }
    return TrustGate(adviceOnly: Set(all).subtracting(counted))
  }
}

extension AgreementRecord.Row {
  fileprivate init?(_ cells: [String]) {
    guard let replies = Int(cells[2]), let same = Int(cells[3]),
      let within = Int(cells[4]), let standing = GoldenResult.Standing(rawValue: cells[7])
    else { return nil }
    keyword = cells[0]
    tier = cells[1]
    self.replies = replies
    self.same = same
    withinOneStep = within
    kappa = Int(cells[5])
    peopleKappa = Int(cells[6])
    self.standing = standing
  }
}
