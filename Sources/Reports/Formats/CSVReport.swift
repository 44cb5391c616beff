import Domain

/// The first sheet as comma-separated values: RFC 4180, UTF-8, CRLF, a header of column names, `.` as the decimal
/// mark, ISO 8601 UTC, and an empty field for what is missing (never 0). Lists are joined by ` | `.
public struct CSVReport: ReportFormat {
  /// For whom it is written. People's words may be anything, and a spreadsheet takes some for formulas.
  public enum Reader: Hashable, Sendable {
    /// Safe to open anywhere: a text that a spreadsheet would evaluate gets a `'` before it (also one that is such
    /// a text after `'`s, so that removing one `'` gives back what was written), and control and format
    /// characters but tab and line feed are shown as `\u{1B}`.
    case people
    /// Byte for byte what was said, for programs alone: open it in no spreadsheet, show it on no terminal.
    case exact
    /// As for people, with a byte order mark, by which Excel knows UTF-8.
    case excel
  }

  private let reader: Reader

  public init(_ reader: Reader = .people) { self.reader = reader }

  public var keyword: String {
    switch reader {
    case .people: "csv"
    case .exact: "csv-exact"
    case .excel: "csv-excel"
    }
  }

  public var summary: String {
    switch reader {
    case .people: "comma-separated values, with texts that a spreadsheet would run as formulas made harmless"
    case .exact: "comma-separated values, texts byte for byte; for programs, not for spreadsheets"
    case .excel: "comma-separated values as 'csv', with a byte order mark for Excel"
    }
  }

  public var holdsOneSheet: Bool { true }

  public func bytes(of report: Report) -> [UInt8] {
    guard let sheet = report.sheets.first else { return [] }
    var text = reader == .excel ? "\u{FEFF}" : ""
    text += line(sheet.columns.map(\.name))
    for row in sheet.rows { text += line(row.map(field)) }
    return Array(text.utf8)
  }

  private func line(_ fields: [String]) -> String {
    fields.map(Self.quoted).joined(separator: ",") + "\r\n"
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): safe(text)
    case .texts(let texts): safe(texts.joined(separator: " | "))
    case .number, .level: cell.digits ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .moment(let moment): UTCTime.text(milliseconds: moment)
    }
  }

  private func safe(_ text: String) -> String {
    switch reader {
    case .exact: text
    case .people, .excel: (Self.isFormula(text) ? "'" : "") + ShownText.escaped(text, keeping: ["\t", "\n"])
    }
  }

  /// Whether a spreadsheet may take a text for a formula (OWASP ASVS 1.2.10, and the full-width signs); spaces
  /// before it hide nothing.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { !["'", " ", "\u{A0}"].contains($0) }) {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func quoted(_ field: String) -> String {
    guard needsQuotes(field) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static func needsQuotes(_ field: String) -> Bool {
    if field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ") { return true }
    return field.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
  }
}
