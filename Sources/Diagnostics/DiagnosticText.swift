/// Draws diagnostics for people: message, place, the lines with carets, the help, the mended line.
public struct DiagnosticText {
  private let sources: (String) -> SourceFile?
  private let width: Int

  /// - Parameters:
  ///   - width: columns of the screen; longer lines are shown around what matters.
  ///   - sources: finds a file by its path; without it only the message and the place are drawn.
  public init(width: Int = 80, sources: @escaping (String) -> SourceFile?) {
    self.width = width
    self.sources = sources
  }

  /// Draws diagnostics of one file.
  public init(_ source: SourceFile, width: Int = 80) {
    self.init(width: width) { $0 == source.path ? source : nil }
  }

  /// All of them, an empty line between each two.
  public func text(_ diagnostics: [Diagnostic]) -> MarkedText {
    var text = MarkedText()
    for (place, diagnostic) in diagnostics.enumerated() {
      if place > 0 { text.add("\n") }
      text.append(self.text(diagnostic))
    }
    return text
  }

  /// One diagnostic, ending with a line feed.
  public func text(_ diagnostic: Diagnostic) -> MarkedText {
    var text = MarkedText()
    text.add(diagnostic.severity.rawValue, diagnostic.severity.role)
    let code = "[\(diagnostic.code.number) \(diagnostic.code.name)]"
    text.add(": \(VisibleText.oneLine(diagnostic.message)) \(code)\n")
    let mended = MendedLines(diagnostic.fix, sources)
    let gutter = gutterWidth(diagnostic, mended)
    for (place, file) in files(diagnostic).enumerated() {
      lines(of: file, diagnostic, gutter: gutter, isFirst: place == 0, into: &text)
    }
    let indent = String(repeating: " ", count: gutter + 1)
    if let help = diagnostic.help, !help.isEmpty {
      text.add(indent + "= help: " + VisibleText.oneLine(help) + "\n", .help)
    }
    if let fix = diagnostic.fix {
      text.add(indent + "= mend: " + VisibleText.oneLine(fix.title) + "\n", .help)
      mended?.draw(gutter: gutter, width: width, into: &text)
    }
    return text
  }

  /// Every file with a label, the primary one first.
  private func files(_ diagnostic: Diagnostic) -> [String] {
    var files = [diagnostic.primary.file]
    for label in diagnostic.others where !files.contains(label.file) { files.append(label.file) }
    return files
  }

  private func gutterWidth(_ diagnostic: Diagnostic, _ mended: MendedLines?) -> Int {
    let lines = ([diagnostic.primary] + diagnostic.others).map(\.span.start.line) + [mended?.lastLine ?? 1]
    return String(lines.max() ?? 1).utf8.count
  }

  private func lines(
    of file: String, _ diagnostic: Diagnostic, gutter: Int, isFirst: Bool, into text: inout MarkedText
  ) {
    let marks = marks(diagnostic, in: file)
    let start = (isFirst ? diagnostic.primary.span : marks.first?.span)?.start ?? .start
    let path = VisibleText.oneLine(file)
    let arrow = String(repeating: " ", count: gutter) + (isFirst ? "--> " : "::: ")
    text.add(arrow + "\(path):\(start.line):\(start.column)\n", .place)
    guard let source = sources(file) else { return }
    let drawing = AnnotatedText(source, width: width, gutter: gutter)
    var previous: Int?
    for line in Set(marks.map(\.span.start.line)).sorted() where line <= source.lines.count && line > 0 {
      if let previous, line > previous + 1 {
        text.add(String(repeating: " ", count: gutter) + "...\n", .gutter)
      }
      let here = marks.filter { $0.span.start.line == line }.map { clipped($0, in: source, line: line) }
      drawing.line(line - 1, named: String(line), here, into: &text)
      previous = line
    }
  }

  private func marks(_ diagnostic: Diagnostic, in file: String) -> [Underline] {
    let primary =
      diagnostic.primary.file == file
      ? [Underline(diagnostic.primary.span, .primary, diagnostic.primary.text)] : []
    let others = diagnostic.others.filter { $0.file == file }
    return primary + others.map { Underline($0.span, .secondary, $0.text) }
  }

  /// A mark that ends with the line it begins on.
  private func clipped(_ mark: Underline, in source: SourceFile, line: Int) -> Underline {
    var mark = mark
    let end = source.lines[line - 1].end
    if mark.span.end.offset > end {
      mark.span.end = source.position(at: max(end, mark.span.start.offset), onLine: line - 1)
    }
    return mark
  }
}

extension Severity {
  /// The role its word is drawn in.
  var role: TextRole {
    switch self {
    case .error: .error
    case .warning: .warning
    case .advice: .advice
    }
  }
}
