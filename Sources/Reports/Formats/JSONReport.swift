import Domain

/// Every sheet as JSON, one row a line:
/// `{"report", "title", "as_of", "provenance": {…}, "limits": […], "sheets": {NAME: [{COLUMN: VALUE, …}, …]}}`.
///
/// Missing is null. Numbers are exact decimals, levels per cent or null, moments ISO 8601 UTC, lists arrays.
/// Control and format characters inside texts are written as `\uXXXX`: the same text to a program, harmless on
/// a terminal.
public struct JSONReport: ReportFormat {
  public let keyword = "json"
  public let summary = "every sheet as JSON, one row a line"
  public let holdsOneSheet = false

  public init() {}

  public func bytes(of report: Report) -> [UInt8] {
    let provenance = report.provenance.map { "\(Self.text($0.name)): \(Self.text($0.value))" }
    let sheets = report.sheets.map { sheet in
      "    \(Self.text(sheet.name)): \(Self.list(sheet.rows.map { Self.row($0, sheet.columns) }, indent: "    "))"
    }
    let text = """
      {
        "report": \(Self.text(report.name)),
        "title": \(Self.text(report.title)),
        "as_of": \(Self.text(UTCTime.text(milliseconds: report.asOf))),
        "provenance": {\(provenance.joined(separator: ", "))},
        "limits": \(Self.list(report.limits.map(Self.text), indent: "  ")),
        "sheets": {
      \(sheets.joined(separator: ",\n"))
        }
      }

      """
    return Array(text.utf8)
  }

  private static func list(_ items: [String], indent: String) -> String {
    guard !items.isEmpty else { return "[]" }
    return "[\n" + items.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n\(indent)]"
  }

  private static func row(_ cells: [Cell], _ columns: [Column]) -> String {
    let fields = zip(columns, cells).map { "\(text($0.name)): \(value($1))" }
    return "{\(fields.joined(separator: ", "))}"
  }

  private static func value(_ cell: Cell) -> String {
    switch cell {
    case .missing: "null"
    case .text(let words): text(words)
    case .texts(let list): "[\(list.map(text).joined(separator: ", "))]"
    case .number, .level: cell.digits ?? "null"
    case .flag(let flag): flag ? "true" : "false"
    case .moment(let moment): text(UTCTime.text(milliseconds: moment))
    }
  }

  /// A JSON string (RFC 8259, section 7).
  private static func text(_ words: String) -> String {
    var result = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if ShownText.isHidden(scalar) {
          result += escape(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }.joined()
  }
}
