import Domain

/// A rollup or an export laid out: sheets of typed cells, and what must be known to read them.
public struct Report: Hashable, Sendable {
  /// A word for machines: `team`, `sessions`.
  public var name: String
  public var title: String
  /// Milliseconds since 1970-01-01 UTC; passed in, so that the same input gives the same bytes.
  public var asOf: Int
  /// From what and by what it was made, by name: the model, the head of the journal.
  public var provenance: [Provenance]
  public var sheets: [Sheet]
  /// "What this report cannot tell you", one sentence each, no final full stop.
  public var limits: [String]

  public init(
    name: String, title: String, asOf: Int, provenance: [Provenance] = [], sheets: [Sheet],
    limits: [String] = []
  ) {
    self.name = name
    self.title = title
    self.asOf = asOf
    self.provenance = provenance
    self.sheets = sheets
    self.limits = limits
  }

  /// The same report with this sheet alone, for formats that hold one; nil when it has none of that name.
  public func only(_ sheet: String) -> Report? {
    guard let found = sheets.first(where: { $0.name == sheet }) else { return nil }
    var report = self
    report.sheets = [found]
    return report
  }
}

/// One line about where a report comes from.
public struct Provenance: Hashable, Sendable {
  /// A word for machines: `model`, `journal_head`.
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A table of typed cells.
public struct Sheet: Hashable, Sendable {
  /// A word for machines: `cells`.
  public var name: String
  public var title: String
  public var columns: [Column]
  /// Each as long as `columns`.
  public private(set) var rows: [[Cell]]
  /// How people see it best; machines always get the rows.
  public var view: View

  public enum View: Hashable, Sendable {
    case table
    /// A grid of the third column's values, the first column's downwards and the second's across.
    case heat
  }

  public init(name: String, title: String, columns: [Column], rows: [[Cell]], view: View = .table) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has one cell a column")
    precondition(view == .table || columns.count >= 3, "a heat grid needs row, column and value")
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.view = view
  }
}

/// A column's name for machines and its title for people.
public struct Column: Hashable, Sendable {
  public var name: String
  public var title: String

  public init(_ name: String, _ title: String) {
    self.name = name
    self.title = title
  }
}

/// One value of a sheet. Each format writes it in its own way; none takes missing for zero.
public enum Cell: Hashable, Sendable {
  case missing
  case text(String)
  case texts([String])
  /// A decimal fraction: `9150` with 2 decimals is 91.50.
  case number(Int, decimals: Int = 0)
  case flag(Bool)
  /// Milliseconds since 1970-01-01 UTC; written to the second.
  case moment(Int)
  /// A level in per cent where its standing allows a number.
  case level(SkillEstimate, marks: Int)

  /// A text, or missing when there is none.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  /// A number, or missing when there is none.
  public init(_ number: Int?) { self = number.map { .number($0) } ?? .missing }
  /// A flag, or missing when it was never decided.
  public init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .missing }
}

extension Cell {
  /// The digits of a number with decimals: `-0.05`; nil for every other cell.
  var digits: String? {
    switch self {
    case .number(let value, let decimals): Self.digits(value, decimals)
    case .level(let estimate, _): estimate.level.map { Self.digits($0, 2) }
    case .missing, .text, .texts, .flag, .moment: nil
    }
  }

  private static func digits(_ value: Int, _ decimals: Int) -> String {
    let text = String(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard decimals > 0 else { return sign + text }
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - text.utf8.count)) + text
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
