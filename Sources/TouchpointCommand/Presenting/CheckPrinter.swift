import Authoring
import Diagnostics
import Terminal

/// Prints what a check found: for people with lines and carets, for machines as JSON.
struct CheckPrinter {
  var report: CheckReport
  var colour: Bool

  func printText() throws {
    try Output.data(annotated + summary + "\n")
  }

  func printJSON() throws {
    try Output.data(DiagnosticsJSON.text(for: report.diagnostics) + "\n")
  }

  /// For commands that refuse a file: the same text, on standard error.
  func printToError() throws {
    Output.note(DiagnosticText(width: 80, sources: { report.sources[$0] }).text(errors).plain)
  }

  private var errors: [Diagnostic] { report.diagnostics.filter { $0.severity == .error } }

  private var annotated: String {
    DiagnosticText(width: 80, sources: { report.sources[$0] }).text(report.diagnostics).painted(paint)
  }

  private func paint(_ text: String, _ role: TextRole) -> String {
    let palette = Palette(usesColour: colour)
    guard let style = style(of: role) else { return text }
    return palette.draw(StyledText(text, style))
  }

  private func style(of role: TextRole) -> Style? {
    switch role {
    case .error, .lost: .bad
    case .warning: .heading
    case .advice, .place, .gutter, .secondary: .faint
    case .primary, .help: .customer
    case .earned, .mended: .good
    case .plain, .source: nil
    }
  }

  private var summary: String {
    let counts = Severity.allCases.reversed().map { severity in
      (severity, report.diagnostics.count { $0.severity == severity })
    }
    let found = counts.filter { $0.1 > 0 }.map { "\($0.1) \(name(of: $0.0, $0.1))" }
    let files = report.sources.count == 1 ? "1 file" : "\(report.sources.count) files"
    guard !report.sources.isEmpty else { return "no file checked" }
    return "\(files) checked: \(found.isEmpty ? "nothing found, all clean" : found.joined(separator: ", "))"
  }

  private func name(of severity: Severity, _ count: Int) -> String {
    switch severity {
    case .error: count == 1 ? "error" : "errors"
    case .warning: count == 1 ? "warning" : "warnings"
    case .advice: "advice"
    }
  }
}
