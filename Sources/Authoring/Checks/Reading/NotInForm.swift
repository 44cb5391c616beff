import Diagnostics

/// S121: a file that `fmt` would write differently.
public enum NotInForm {
  static let page = CheckPage(
    "S121", "not-in-form", .advice,
    title: "the file is not in the form `fmt` writes",
    why: """
      One form for all files makes reviews short: a difference is then a change. `fmt` keeps every word and \
      remark and only settles blanks, quotes and brackets.
      """,
    mending: .automatic,
    triggering: ReadingExample.pack("about:    Sells toys.\n"),
    clean: ReadingExample.pack("about: Sells toys.\n"))

  /// The one finding for a file that `fmt` would change; nothing for a file with errors, which it leaves alone.
  public static func found(in document: ReadDocument) -> [Diagnostic] {
    guard !document.hasErrors else { return [] }
    let source = document.source
    let printed = Printer.bytes(of: document)
    guard printed != source.bytes, printed != source.withPlainLineEnds else { return [] }
    let offset = zip(printed, source.bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let row = source.lineIndex(holding: min(offset ?? printed.count, source.bytes.count))
    let whole = source.span(0, source.bytes.count)
    return [
      page.found(
        "`fmt` would write this line differently",
        at: Label(file: source.path, span: source.span(ofLine: row + 1), text: "the first such line"),
        fix: Fix(
          "put the file in form",
          [Edit(file: source.path, span: whole, text: String(decoding: printed, as: UTF8.self))]))
    ]
  }
}

extension SourceFile {
  /// Its bytes with a line feed alone at the end of each line: how lines end is no matter of form.
  fileprivate var withPlainLineEnds: [UInt8] {
    encoding.carriageReturns.isEmpty ? bytes : bytes.filter { $0 != 0x0D }
  }
}
