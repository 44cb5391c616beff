import Domain

/// A report to be read on a screen or on paper: plain text, no colour, no line wider than asked for unless the
/// width is under 40.
public struct TextReport: ReportFormat {
  /// What bars are drawn with.
  public enum Drawing: Hashable, Sendable {
    case unicode
    /// For screens without UTF-8; people's own names stay as they are.
    case ascii

    /// What stands for a missing value.
    var nothing: String {
      switch self {
      case .unicode: "·"
      case .ascii: "-"
      }
    }
  }

  public let keyword = "text"
  public let summary = "plain text to be read on a screen, with bars for levels"
  public let holdsOneSheet = false

  private let columns: Int
  private let drawing: Drawing

  /// - Parameter columns: the width of the screen; less than 40 counts as 40.
  public init(columns: Int = 80, drawing: Drawing = .unicode) {
    self.columns = max(columns, 40)
    self.drawing = drawing
  }

  public func bytes(of report: Report) -> [UInt8] {
    var lines = paragraph(report.title) + ["as of \(UTCTime.text(milliseconds: report.asOf))"]
    for sheet in report.sheets { lines += [""] + self.lines(of: sheet) }
    if !report.limits.isEmpty {
      lines += ["", "What this report cannot tell you"] + report.limits.flatMap { item($0) }
    }
    let sources = report.provenance.flatMap { paragraph("\($0.name): \($0.value)") }
    if !sources.isEmpty { lines += [""] + sources }
    let text = lines.map { $0.withoutTrailingSpaces + "\n" }.joined()
    return Array(text.utf8)
  }

  private func lines(of sheet: Sheet) -> [String] {
    let title = paragraph(sheet.title)
    guard !sheet.rows.isEmpty else { return title + ["  nothing yet"] }
    switch sheet.view {
    case .heat: return title + TextGrid(sheet, columns: columns, drawing: drawing).lines
    case .table: return title + TextTable(sheet, columns: columns, nothing: drawing.nothing).lines
    }
  }

  private func paragraph(_ text: String) -> [String] {
    ShownText.wrapped(ShownText.visible(text), columns: columns)
  }

  private func item(_ text: String) -> [String] {
    ShownText.wrapped(ShownText.visible(text), columns: columns - 4).enumerated().map { index, line in
      (index == 0 ? "  - " : "    ") + line
    }
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Cell {
  /// `2026-11-22 09:30`, UTC as the report's own date.
  private static func toTheMinute(_ moment: Int) -> String {
    let text = UTCTime.text(milliseconds: moment)
    return String(text.dropLast(4).map { $0 == "T" ? " " : $0 })
  }

  /// One line for people.
  func shown(nothing: String) -> String {
    switch self {
    case .missing: nothing
    case .text(let text): ShownText.visible(text)
    case .texts(let texts):
      texts.isEmpty ? nothing : texts.map { ShownText.visible($0) }.joined(separator: " | ")
    case .number, .level: digits ?? nothing
    case .flag(let flag): flag ? "yes" : "no"
    case .moment(let moment): Self.toTheMinute(moment)
    }
  }
}
