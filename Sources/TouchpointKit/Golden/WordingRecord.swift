/// What `rubric wordings --keep` found: how far other words for the same move a score, one row a tier.
public struct WordingRecord: Hashable, Sendable {
  public var rows: [Row]

  public struct Row: Hashable, Sendable {
    /// `main`, `fast` or `phrase`.
    public var tier: String
    public var groups: Int
    public var held: Int
    /// Hundredths of a point, as in `WordingSummary`.
    public var spread: Int
    public var margin: Int

    public init(_ summary: WordingSummary, tier: String) {
      self.tier = tier
      groups = summary.groups
      held = summary.held
      spread = summary.spread
      margin = summary.margin
    }

    fileprivate init?(_ cells: [String]) {
      let numbers = cells.dropFirst().compactMap { Int($0) }
      guard numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
      tier = cells[0]
      (groups, held, spread, margin) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }
  }

  public init(rows: [Row]) { self.rows = rows }

  static let columns = ["tier", "groups", "held", "spread", "margin"]

  /// The file's text: a header line and a line a row.
  public var text: String {
    KeptTable.text(
      Self.columns, rows.map { [$0.tier, "\($0.groups)", "\($0.held)", "\($0.spread)", "\($0.margin)"] })
  }

  /// Reads such a file; nil when it is none.
  public init?(_ text: String) {
    guard let rows = KeptTable.rows(text, Self.columns, row: Row.init) else { return nil }
    self.rows = rows
  }

  /// Hundredths of a point by which a score read at a tier may be another in other words; nil where never measured.
  public func margin(tier: String) -> Int? { rows.first { $0.tier == tier }?.margin }
}
