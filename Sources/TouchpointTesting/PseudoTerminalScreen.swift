/// A screen that understands as much of VT100 and xterm as line editors and prompts send.
///
/// Each cell holds one character with the marks on it; the right half of a wide one is empty.
/// Colours are not kept. What scrolls off the top is.
public struct PseudoTerminalScreen: Hashable, Sendable {
  /// Cells in a line.
  public private(set) var columns: Int
  /// Lines on the screen.
  public private(set) var rows: Int
  /// Where the next character goes, from 0.
  public private(set) var cursor: Cursor
  /// Whether the program asked for marks around pasted text.
  public private(set) var marksPastes = false
  /// How often the bell rang.
  public private(set) var bells = 0
  /// Lines that have scrolled off the top.
  public private(set) var scrolledOff: [String] = []

  /// A place on the screen, from 0.
  public struct Cursor: Hashable, Sendable {
    /// Lines from the top, from 0.
    public var row: Int
    /// Cells from the left, from 0.
    public var column: Int

    /// A place, counted from the top left corner.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  private var cells: [[String]]
  private var wrapsNext = false
  private var saved = Cursor(row: 0, column: 0)
  private var undecoded: [UInt8] = []
  private var sequence: Sequence = .none

  private enum Sequence: Hashable {
    case none, escape, charset
    case control(String)
    case text(escaped: Bool)
  }

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cursor = Cursor(row: 0, column: 0)
    cells = Array(repeating: Array(repeating: " ", count: self.columns), count: self.rows)
  }

  /// The lines a person sees, without spaces at their ends.
  public var lines: [String] { cells.map(Self.line) }

  /// The lines with something on them, down to the last.
  public var filledLines: [String] {
    Array(lines.reversed().drop { $0.isEmpty }.reversed())
  }

  /// All that was ever shown, scrolled off or not, and not overwritten.
  public var text: String { (scrolledOff + lines).joined(separator: "\n") }

  /// The line the cursor is on.
  public var cursorLine: String { lines[cursor.row] }

  private static func line(_ cells: [String]) -> String {
    String(cells.joined().reversed().drop { $0 == " " }.reversed())
  }

  /// Cuts or extends the screen, as xterm does: no line is wrapped anew.
  public mutating func resize(columns: Int, rows: Int) {
    let (columns, rows) = (max(1, columns), max(1, rows))
    cells = cells.map { row in
      Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
    }
    while cells.count > rows {
      if cursor.row < cells.count - 1 { cells.removeLast() } else { scrollOff() }
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    (self.columns, self.rows) = (columns, rows)
    moveTo(row: cursor.row, column: cursor.column)
  }

  /// Draws what the program wrote. Bytes of an unfinished character wait for the rest.
  public mutating func feed(_ bytes: some Swift.Sequence<UInt8>) {
    for byte in bytes {
      undecoded.append(byte)
      guard let scalar = takeScalar() else { continue }
      handle(scalar)
    }
  }

  private mutating func takeScalar() -> Unicode.Scalar? {
    guard let first = undecoded.first else { return nil }
    let expected = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    if undecoded.count < expected { return nil }
    let scalar = String(decoding: undecoded, as: UTF8.self).unicodeScalars.first
    undecoded = []
    return scalar
  }

  // MARK: Characters

  private mutating func handle(_ scalar: Unicode.Scalar) {
    switch sequence {
    case .none: show(scalar)
    case .escape: escape(scalar)
    case .charset: sequence = .none
    case .control(let parameters):
      if (0x40...0x7E).contains(scalar.value) {
        sequence = .none
        control(parameters, final: Character(scalar))
      } else {
        sequence = .control(parameters + String(scalar))
      }
    case .text(let escaped):
      let ends = scalar == "\u{7}" || (escaped && scalar == "\\")
      sequence = ends ? .none : .text(escaped: scalar == "\u{1B}")
    }
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x07: bells += 1
    case 0x08: moveTo(row: cursor.row, column: cursor.column - 1)
    case 0x09: moveTo(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(row: cursor.row, column: 0)
    case 0x1B: sequence = .escape
    case 0x9B: sequence = .control("")
    case ..<0x20, 0x7F...0x9F: break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 { return addMark(scalar) }
    if wrapsNext || cursor.column + width > columns {
      moveTo(row: cursor.row, column: 0)
      lineFeed()
    }
    cells[cursor.row][cursor.column] = String(scalar)
    if width == 2 && cursor.column + 1 < columns { cells[cursor.row][cursor.column + 1] = "" }
    wrapsNext = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    var column = wrapsNext ? cursor.column : cursor.column - 1
    while column > 0 && cells[cursor.row][column].isEmpty { column -= 1 }
    if column >= 0 { cells[cursor.row][column].unicodeScalars.append(scalar) }
  }

  /// Columns by a table of its own, so that it does not share the mistakes of what it tests.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  // MARK: Movement

  private mutating func moveTo(row: Int, column: Int) {
    cursor = Cursor(row: min(max(row, 0), rows - 1), column: min(max(column, 0), columns - 1))
    wrapsNext = false
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursor.row + 1 < rows {
      cursor.row += 1
    } else {
      scrollOff()
      cells.append(Array(repeating: " ", count: columns))
      cursor.row = rows - 1
    }
  }

  private mutating func scrollOff() {
    scrolledOff.append(Self.line(cells.removeFirst()))
    cursor.row = max(0, cursor.row - 1)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    sequence = .none
    switch scalar {
    case "[": sequence = .control("")
    case "]", "P", "X", "^", "_": sequence = .text(escaped: false)
    case "(", ")", "*", "+", "#", "%": sequence = .charset
    case "7": saved = cursor
    case "8": moveTo(row: saved.row, column: saved.column)
    case "D": lineFeed()
    case "E":
      moveTo(row: cursor.row, column: 0)
      lineFeed()
    case "M":
      if cursor.row > 0 { moveTo(row: cursor.row - 1, column: cursor.column) }
    case "c": self = PseudoTerminalScreen(columns: columns, rows: rows)
    default: break
    }
  }

  private mutating func control(_ parameters: String, final: Character) {
    let isPrivate = parameters.hasPrefix("?")
    let numbers = parameters.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, min(first, 10_000))
    switch final {
    case "A": moveTo(row: cursor.row - count, column: cursor.column)
    case "B": moveTo(row: cursor.row + count, column: cursor.column)
    case "C": moveTo(row: cursor.row, column: cursor.column + count)
    case "D": moveTo(row: cursor.row, column: cursor.column - count)
    case "G": moveTo(row: cursor.row, column: count - 1)
    case "H", "f": moveTo(row: count - 1, column: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P": changeRow { $0.removeSubrange($1..<min($1 + count, $0.count)) }
    case "@": changeRow { $0.insert(contentsOf: Array(repeating: " ", count: count), at: $1) }
    case "X": eraseCells(cursor.column..<min(cursor.column + count, columns))
    case "h", "l": if isPrivate && first == 2004 { marksPastes = final == "h" }
    default: break  // colours and modes change nothing that is kept here
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    let blank = Array(repeating: " ", count: columns)
    if part != 1 { eraseLine(part) } else { eraseLine(1) }
    let erased =
      part == 0 ? (cursor.row + 1)..<rows : part == 1 ? 0..<cursor.row : 0..<rows
    for row in erased { cells[row] = blank }
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: eraseCells(cursor.column..<columns)
    case 1: eraseCells(0..<(cursor.column + 1))
    default: eraseCells(0..<columns)
    }
  }

  private mutating func eraseCells(_ erased: Range<Int>) {
    wrapsNext = false
    for column in erased { cells[cursor.row][column] = " " }
  }

  /// Changes the cursor's row, and makes it as long as the screen is wide again.
  private mutating func changeRow(_ change: (inout [String], Int) -> Void) {
    var row = cells[cursor.row]
    change(&row, cursor.column)
    cells[cursor.row] =
      Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
    wrapsNext = false
  }
}
