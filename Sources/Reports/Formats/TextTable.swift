import Domain

/// A sheet as a table when it fits, else as one short list a row.
struct TextTable {
  private let sheet: Sheet
  private let columns: Int
  private let nothing: String
  private static let gap = 2
  private static let narrowest = 6

  init(_ sheet: Sheet, columns: Int, nothing: String) {
    self.sheet = sheet
    self.columns = columns
    self.nothing = nothing
  }

  var lines: [String] {
    let cells = sheet.rows.map { $0.map { $0.shown(nothing: nothing) } }
    let titles = sheet.columns.map { ShownText.visible($0.title) }
    guard let widths = widths(titles, cells) else { return lists(titles, cells) }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([titles, rule] + cells).flatMap { row($0, widths) }
  }

  /// Nil when even narrow columns do not fit. The widest column gives way first.
  private func widths(_ titles: [String], _ cells: [[String]]) -> [Int]? {
    guard titles.count * (Self.narrowest + Self.gap) <= columns else { return nil }
    var widths = titles.indices.map { index in
      max(ShownText.width(titles[index]), cells.map { ShownText.width($0[index]) }.max() ?? 0)
    }
    let room = columns - Self.gap * widths.count
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let floor = max(Self.narrowest, min(second, widths[widest] - 1))
      guard widths[widest] > floor else { return nil }
      let give = min(excess, widths[widest] - floor)
      widths[widest] -= give
      excess -= give
    }
    return widths
  }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { ShownText.wrapped($0, columns: $1) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
      zip(wrapped, widths).map { lines, width in
        ShownText.padded(lines.indices.contains(line) ? lines[line] : "", columns: width)
      }.joined(separator: String(repeating: " ", count: Self.gap))
    }
  }

  private func lists(_ titles: [String], _ cells: [[String]]) -> [String] {
    let width = min(titles.map { ShownText.width($0) }.max() ?? 0, columns / 3)
    return cells.enumerated().flatMap { index, row in
      (index == 0 ? [] : [""])
        + zip(titles, row).flatMap { self.row([$0, $1], [width, columns - width - Self.gap]) }
    }
  }
}
