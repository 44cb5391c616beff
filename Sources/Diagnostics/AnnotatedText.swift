/// Draws lines of a text with strokes under the places that matter: files and replies alike.
public struct AnnotatedText {
  /// What becomes of a line wider than the screen.
  public enum Overflow: Hashable, Sendable {
    /// Only the part around the first mark is shown.
    case window
    /// It goes on on lines of its own.
    case wrap
  }

  private let source: SourceFile
  private let width: Int
  private let overflow: Overflow
  /// Columns of the names before the bar.
  private let gutter: Int

  /// - Parameters:
  ///   - width: columns of the screen; below 16 counts as 16.
  ///   - gutter: columns kept for line numbers or names.
  public init(_ source: SourceFile, width: Int = 80, overflow: Overflow = .window, gutter: Int = 0) {
    self.source = source
    self.width = max(width, 16)
    self.overflow = overflow
    self.gutter = gutter
  }

  /// A trainee's reply, named in the margin, with strokes under the words that earned or lost points.
  ///
  /// Spans count bytes and lines of `reply`. A reply of more than `longest` lines on the screen is shown where it has
  /// strokes, with dots for the rest; a shorter one, or one without strokes, whole.
  public static func reply(
    _ reply: String, name: String, marks: [Underline], width: Int = 80, longest: Int = 6
  ) -> MarkedText {
    let source = SourceFile(path: name, text: reply)
    let shown = VisibleText.oneLine(name)
    let drawing = AnnotatedText(
      source, width: width, overflow: .wrap, gutter: DisplayWidth.of(shown))
    let pieces = source.lines.indices.flatMap { row in
      drawing.pieces(of: row, marks.filter { $0.span.start.line == row + 1 })
    }
    let isWhole = pieces.count <= longest || pieces.allSatisfy(\.strokes.isEmpty)
    var text = MarkedText()
    var isGap = false
    var name = shown
    for piece in pieces {
      guard isWhole || !piece.strokes.isEmpty else {
        if !isGap { drawing.dots(named: name, into: &text) }
        (isGap, name) = (true, "")
        continue
      }
      drawing.draw(piece, named: name, into: &text)
      (isGap, name) = (false, "")
    }
    return text
  }

  private var room: Int { max(width - gutter - 3, 6) }

  /// Draws one line (counted from 0) and the strokes under it.
  func line(_ row: Int, named name: String, _ marks: [Underline], into text: inout MarkedText) {
    switch overflow {
    case .wrap:
      for (place, piece) in pieces(of: row, marks).enumerated() {
        draw(piece, named: place == 0 ? name : "", into: &text)
      }
    case .window:
      let first = marks.first { $0.kind == .primary } ?? marks.first
      let line = DrawnLine(source, row: row, around: first?.span.start.offset)
      let placed = placed(marks, on: line)
      let middle = placed.first { $0.mark.kind == .primary } ?? placed.first
      let window = line.window(around: middle?.columns ?? 0..<1, room: room)
      draw(piece(line, window, placed), named: name, into: &text)
    }
  }

  /// What stands on one line of the screen: words of the source and the strokes under them.
  private struct Piece {
    var words: String
    var strokes: [Stroke]
  }

  private func piece(_ line: DrawnLine, _ part: Range<Int>, _ marks: [Placed]) -> Piece {
    Piece(words: words(line, part), strokes: marks.compactMap { stroke($0, on: line, part) })
  }

  /// A line of the source as it goes on over lines of the screen.
  private func pieces(of row: Int, _ marks: [Underline]) -> [Piece] {
    let line = DrawnLine(source, row: row, around: nil)
    let placed = placed(marks, on: line)
    return line.parts(of: room).map { piece(line, $0, placed) }
  }

  private func placed(_ marks: [Underline], on line: DrawnLine) -> [Placed] {
    marks.map { Placed(mark: $0, columns: line.columns($0.span.start.offset, $0.span.end.offset)) }
  }

  private func dots(named name: String, into text: inout MarkedText) {
    margin(name, into: &text)
    text.add("...\n", .gutter)
  }

  private func draw(_ piece: Piece, named name: String, into text: inout MarkedText) {
    margin(name, into: &text)
    text.add(piece.words, .source)
    text.add("\n")
    for row in StrokeRows.rows(piece.strokes, room: room) {
      margin("", into: &text)
      var at = 0
      for piece in row {
        text.add(String(repeating: " ", count: max(0, piece.column - at)))
        text.add(piece.text, piece.role)
        at = piece.column + DisplayWidth.of(piece.text)
      }
      text.add("\n")
    }
  }

  /// The words of a part of a line, with dots where a window cuts them.
  private func words(_ line: DrawnLine, _ part: Range<Int>) -> String {
    let isCutLeft = overflow == .window && (part.lowerBound > 0 || line.isCutLeft)
    let isCutRight = overflow == .window && (part.upperBound < line.width || line.isCutRight)
    guard isCutLeft || isCutRight else { return trimmed(line.text(part)) }
    let from = part.lowerBound + (isCutLeft ? 3 : 0)
    let to = max(from, part.upperBound - (isCutRight ? 3 : 0))
    let first = line.cells.first { $0.column >= from }?.column ?? from
    let lead = isCutLeft ? "..." + String(repeating: " ", count: first - from) : ""
    return lead + (isCutRight ? line.text(from..<to) + "..." : trimmed(line.text(from..<to)))
  }

  /// The stroke of a mark on one part of its line; nothing when it lies elsewhere.
  private func stroke(_ placed: Placed, on line: DrawnLine, _ part: Range<Int>) -> Stroke? {
    let columns = placed.columns
    let isAtEnd = columns.lowerBound >= line.width && part.upperBound >= line.width
    guard isAtEnd || columns.overlaps(part) else { return nil }
    let from = max(columns.lowerBound, part.lowerBound)
    let to = isAtEnd ? columns.upperBound : min(columns.upperBound, part.upperBound)
    var mark = placed.mark
    if to < columns.upperBound, overflow == .wrap { mark.text = "" }
    return Stroke(from: from - part.lowerBound, to: max(to, from + 1) - part.lowerBound, mark: mark)
  }

  /// A mark and the columns of its line that it covers.
  private struct Placed {
    var mark: Underline
    var columns: Range<Int>
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
    return text
  }

  private func margin(_ name: String, into text: inout MarkedText) {
    let pad = String(repeating: " ", count: max(0, gutter - DisplayWidth.of(name)))
    text.add(pad + name + " | ", .gutter)
  }
}
