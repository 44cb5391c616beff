/// A way to write a report down.
///
/// Deterministic: the same report gives the same bytes, on every machine and in every locale.
public protocol ReportFormat: Sendable {
  /// What `--format` takes.
  var keyword: String { get }
  /// One sentence for the manual; no final full stop.
  var summary: String { get }
  /// Whether it holds the first sheet alone; `Report.only(_:)` chooses another.
  var holdsOneSheet: Bool { get }

  /// The whole file. Never fails: every text has a form in every format.
  func bytes(of report: Report) -> [UInt8]
}

/// The formats there are: the table of contents for `Formats/`.
public struct ReportFormatCatalog: Sendable {
  public var formats: [any ReportFormat]

  public init(_ formats: [any ReportFormat]) { self.formats = formats }

  public static let standard = ReportFormatCatalog([
    TextReport(), CSVReport(), CSVReport(.exact), CSVReport(.excel), JSONReport(),
  ])

  /// The keywords for a message: `text, csv, json`.
  public var names: String { formats.map(\.keyword).joined(separator: ", ") }

  /// The format with this keyword, or nil.
  public subscript(_ keyword: String) -> (any ReportFormat)? {
    formats.first { $0.keyword == keyword }
  }
}
