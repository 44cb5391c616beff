/// One line of a text as it is drawn: visible, tabs widened, every character with its columns.
struct DrawnLine {
  /// One character: where it stands in the text, and where on the screen.
  struct Cell {
    var offset: Int
    var column: Int
    var width: Int
    var text: String
  }

  var cells: [Cell] = []
  /// Byte offset of the line's end.
  var end: Int
  /// Columns of the whole line.
  var width = 0
  /// Whether the line goes on to the left or right of what was drawn of it.
  let isCutLeft: Bool
  let isCutRight: Bool

  /// Draws a line, of a very long one only what lies within a few thousand bytes of `offset`.
  init(_ source: SourceFile, row: Int, around offset: Int? = nil) {
    let bounds = source.lines[row]
    var from = bounds.start
    var to = bounds.end
    if let offset, bounds.end - bounds.start > 2 * Self.reach {
      from = Self.boundary(in: source, at: max(from, min(offset, to) - Self.reach), from: from)
      to = Self.boundary(in: source, at: min(to, from + 2 * Self.reach), from: from)
    }
    (isCutLeft, isCutRight) = (from > bounds.start, to < bounds.end)
    end = to
    draw(source.text(from: from, to: to), from: from)
  }

  /// Bytes drawn on either side of what matters.
  private static let reach = 4_096

  /// The nearest start of a character at or before an offset.
  private static func boundary(in source: SourceFile, at offset: Int, from start: Int) -> Int {
    var at = offset
    while at > start, at < source.bytes.count, source.bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  private mutating func draw(_ text: String, from start: Int) {
    var offset = start
    for character in text {
      let text =
        character == "\t"
        ? String(repeating: " ", count: VisibleText.tabWidth - width % VisibleText.tabWidth)
        : VisibleText.oneLine.shown(character)
      let columns = DisplayWidth.of(text)
      cells.append(Cell(offset: offset, column: width, width: columns, text: text))
      offset += character.utf8.count
      width += columns
    }
  }

  /// The columns that a stretch of bytes covers: at least one.
  func columns(_ start: Int, _ end: Int) -> Range<Int> {
    let from = column(of: start)
    let last = cells.last { $0.offset < end }.map { $0.column + $0.width } ?? 0
    return from..<max(from + 1, last)
  }

  private func column(of offset: Int) -> Int {
    guard offset < end else { return width }
    return cells.last { $0.offset <= offset }?.column ?? 0
  }

  /// The part of the line between two columns; characters cut by either are left out.
  func text(_ columns: Range<Int>) -> String {
    cells.filter { $0.column >= columns.lowerBound && $0.column + $0.width <= columns.upperBound }
      .map(\.text).joined()
  }

  /// The line in parts of at most so many columns, broken behind blanks where there are any.
  func parts(of room: Int) -> [Range<Int>] {
    guard width > room, room > 0 else { return [0..<width] }
    var parts: [Range<Int>] = []
    var start = 0
    var lastBlank: Int?
    for cell in cells {
      if cell.column + cell.width - start > room {
        let stop = lastBlank ?? max(cell.column, start + 1)
        parts.append(start..<stop)
        start = stop
        lastBlank = nil
      }
      if cell.text == " " { lastBlank = cell.column + 1 }
    }
    return parts + [start..<width]
  }

  /// The columns to show of a line too wide for the screen: those around a mark.
  func window(around mark: Range<Int>, room: Int) -> Range<Int> {
    guard width > room else { return 0..<max(width, mark.upperBound) }
    let length = min(mark.count, room * 2 / 3)
    let start = max(0, min(mark.lowerBound - (room - length) / 2, width - room))
    let from = mark.upperBound <= room ? 0 : start
    return from..<(from + room)
  }
}
