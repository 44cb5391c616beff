import Domain

/// A heat sheet as a grid: one line a person, one column a skill, in bands that fit the width.
///
/// `▆ 78%` is measured, `▅ 61% prov` provisional, `?` has one or two marks and therefore no number, `·` none. Skills
/// without any number are named below.
struct TextGrid {
  private let names: [Cell]
  private let skills: [Cell]
  private let values: [Place: Cell]
  private let columns: Int
  private let drawing: TextReport.Drawing

  private struct Place: Hashable {
    var name: Cell
    var skill: Cell
  }

  private static let cellWidth = 10
  private static let gap = 2

  init(_ sheet: Sheet, columns: Int, drawing: TextReport.Drawing) {
    names = sheet.rows.map { $0[0] }.withoutRepeats
    skills = sheet.rows.map { $0[1] }.withoutRepeats
    values = Dictionary(
      sheet.rows.map { (Place(name: $0[0], skill: $0[1]), $0[2]) }, uniquingKeysWith: { _, last in last })
    self.columns = columns
    self.drawing = drawing
  }

  var lines: [String] {
    let longest = names.map { ShownText.width(shown($0)) }.max() ?? 0
    let nameWidth = min(max(longest, 8), columns / 4)
    let perBand = max(1, (columns - nameWidth) / (Self.cellWidth + Self.gap))
    var lines: [String] = []
    let skills = skills.filter(isTold)
    for start in stride(from: 0, to: skills.count, by: perBand) {
      let band = Array(skills[start..<min(start + perBand, skills.count)])
      lines += row("", band.map(shown), nameWidth)
      lines += names.flatMap { name in
        row(shown(name), band.map { drawn(values[Place(name: name, skill: $0)] ?? .missing) }, nameWidth)
      }
      lines.append("")
    }
    return lines + untold + legend
  }

  /// Whether anybody has a number in a skill; the others get no column.
  private func isTold(_ skill: Cell) -> Bool {
    names.contains { name in
      guard case .level(let estimate, _)? = values[Place(name: name, skill: skill)] else { return true }
      return estimate.level != nil
    }
  }

  private var untold: [String] {
    let skills = skills.filter { !isTold($0) }.map(shown)
    guard !skills.isEmpty else { return [] }
    return ShownText.wrapped(
      "too few marks for any number: " + skills.joined(separator: ", "), columns: columns)
  }

  private func row(_ name: String, _ cells: [String], _ nameWidth: Int) -> [String] {
    let widths = [nameWidth] + cells.map { _ in Self.cellWidth }
    let wrapped = zip([name] + cells, widths).map { ShownText.wrapped($0, columns: $1) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
      zip(wrapped, widths).map { lines, width in
        ShownText.padded(lines.indices.contains(line) ? lines[line] : "", columns: width)
      }.joined(separator: String(repeating: " ", count: Self.gap))
    }
  }

  private func shown(_ cell: Cell) -> String { cell.shown(nothing: drawing.nothing) }

  private func drawn(_ cell: Cell) -> String {
    guard case .level(let estimate, _) = cell else { return shown(cell) }
    switch estimate.standing {
    case .none: return drawing.nothing
    case .tooFew: return "?"
    case .provisional: return number(estimate.level) + " prov"
    case .measured: return number(estimate.level)
    }
  }

  private func number(_ level: Int?) -> String {
    guard let level else { return "?" }
    let whole = min(max(level, 0), 10_000)
    let percent = "\((whole + 50) / 100)%"
    // Of 100 % the bar and the number touch, so that "prov" fits beside them.
    let blanks = percent.utf8.count < 4 ? " " : ""
    return "\(bars[min(whole * bars.count / 10_000, bars.count - 1)])\(blanks)\(percent)"
  }

  private var legend: [String] {
    [
      "\(bars.joined()) from low to high; prov: provisional, \(Standing.provisionalMeans); ?: 1 or 2 marks, no number;"
        + " \(drawing.nothing): no marks"
    ].flatMap { ShownText.wrapped($0, columns: columns) }
  }

  private var bars: [String] {
    switch drawing {
    case .unicode: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    case .ascii: ["_", ".", "-", "=", "+", "*", "#", "@"]
    }
  }
}

extension [Cell] {
  /// The first of each, in order.
  fileprivate var withoutRepeats: [Cell] {
    var known: Set<Cell> = []
    return filter { known.insert($0).inserted }
  }
}
