/// The lines of a file as they would be after a fix: only those that change, at most three or one for each edit.
struct MendedLines {
  private let source: SourceFile
  /// Number of the first line shown, from 1.
  private let firstLine: Int
  private let rows: [Int]

  /// Nothing when there is no fix, its file is not at hand, or no line is left to show.
  init?(_ fix: Fix?, _ sources: (String) -> SourceFile?) {
    guard let fix, let file = fix.edits.first?.file, let before = sources(file) else { return nil }
    let edits = fix.edits.filter { $0.file == file }
    let starts = edits.map(\.span.start.offset)
    let ends = edits.map(\.span.end.offset)
    let first = before.lineIndex(holding: starts.min() ?? 0)
    let last = before.lineIndex(holding: min(ends.max() ?? 0, before.bytes.count))
    let from = before.lines[first].start
    let part = SourceFile(path: file, text: before.text(from: from, to: before.lines[last].end))
    let after = SourceFile(path: file, text: Mending.apply(edits.map { Self.moved($0, by: from) }, to: part))
    let changed = Self.changedRows(part, after)
    guard !changed.isEmpty else { return nil }
    source = after
    firstLine = first + 1
    rows = Array(changed.prefix(max(3, min(edits.count, 12))))
  }

  private static func moved(_ edit: Edit, by offset: Int) -> Edit {
    var edit = edit
    edit.span.start.offset -= offset
    edit.span.end.offset -= offset
    return edit
  }

  /// The rows of the new text between the lines both texts begin and end with.
  private static func changedRows(_ before: SourceFile, _ after: SourceFile) -> Range<Int> {
    let old = before.lines.map { before.bytes[$0.start..<$0.end] }
    let new = after.lines.map { after.bytes[$0.start..<$0.end] }
    let start = zip(old, new).prefix { $0 == $1 }.count
    let shared = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    return start..<max(start, new.count - min(end, shared))
  }

  /// Number of the last line shown.
  var lastLine: Int { firstLine + (rows.last ?? 0) }

  func draw(gutter: Int, width: Int, into text: inout MarkedText) {
    let room = max(width - gutter - 3, 20)
    for row in rows {
      let line = DrawnLine(source, row: row, around: source.lines[row].start)
      let number = String(firstLine + row)
      let pad = String(repeating: " ", count: max(0, gutter - number.utf8.count))
      let words = line.width > room ? line.text(0..<(room - 3)) + "..." : line.text(0..<line.width)
      text.add(pad + number + " + ", .gutter)
      text.add(words + "\n", .mended)
    }
  }
}
