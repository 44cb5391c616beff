/// Diagnostics for machines: `{"diagnostics":[{code,name,severity,file,line,column,endLine,endColumn,…}]}`.
///
/// Lines and columns count from 1, columns in Unicode scalars; `help` and `fix` are null when there is none.
public enum DiagnosticsJSON {
  /// The whole document on one line, without a line feed.
  public static func text(for diagnostics: [Diagnostic]) -> String {
    JSONText.object([.init("diagnostics", .list(diagnostics.map(value)))]).line
  }

  private static func value(_ diagnostic: Diagnostic) -> JSONText {
    .object(
      [
        .init("code", .text(diagnostic.code.number)),
        .init("name", .text(diagnostic.code.name)),
        .init("severity", .text(diagnostic.severity.rawValue)),
        .init("file", .text(diagnostic.primary.file)),
      ] + members(diagnostic.primary.span) + [
        .init("message", .text(diagnostic.message)),
        .init("help", diagnostic.help.map { .text($0) } ?? .null),
        .init("fix", diagnostic.fix.map { value($0, in: diagnostic.primary.file) } ?? .null),
      ])
  }

  private static func members(_ span: Span) -> [JSONText.Member] {
    [
      .init("line", .number(span.start.line)),
      .init("column", .number(span.start.column)),
      .init("endLine", .number(span.end.line)),
      .init("endColumn", .number(span.end.column)),
    ]
  }

  /// An edit of another file than the diagnostic's names that file.
  private static func value(_ fix: Fix, in file: String) -> JSONText {
    let edits = fix.edits.map { edit in
      let other: [JSONText.Member] = edit.file == file ? [] : [.init("file", .text(edit.file))]
      return JSONText.object(other + members(edit.span) + [.init("text", .text(edit.text))])
    }
    return .object([.init("title", .text(fix.title)), .init("edits", .list(edits))])
  }
}
