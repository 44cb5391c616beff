/// A mark on one drawn line: the columns it covers.
struct Stroke {
  var from: Int
  var to: Int
  var mark: Underline
}

/// Lays the strokes under one line out in rows, with their words beside or below them.
enum StrokeRows {
  /// Something to draw at a column.
  struct Piece {
    var column: Int
    var text: String
    var role: TextRole
  }

  /// Rows from the top; the pieces of a row stand from left to right and do not touch.
  static func rows(_ strokes: [Stroke], room: Int) -> [[Piece]] {
    var rows: [[Piece]] = []
    var left = strokes.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    while !left.isEmpty {
      var row: [Stroke] = []
      var later: [Stroke] = []
      for stroke in left {
        if let last = row.last, stroke.from < last.to { later.append(stroke) } else { row.append(stroke) }
      }
      rows += drawn(row, room: room)
      left = later
    }
    return rows
  }

  private static func drawn(_ row: [Stroke], room: Int) -> [[Piece]] {
    var first = row.map {
      Piece(
        column: $0.from, text: String(repeating: $0.mark.kind.stroke, count: $0.to - $0.from),
        role: $0.mark.kind.role)
    }
    var waiting = row.filter { !$0.mark.text.isEmpty }
    if let last = row.last, !last.mark.text.isEmpty {
      let words = VisibleText.oneLine(last.mark.text)
      if last.to + 1 + DisplayWidth.of(words) <= room || waiting.count == 1 && last.to + 1 < room / 2 {
        first.append(Piece(column: last.to + 1, text: words, role: last.mark.kind.role))
        waiting.removeLast()
      }
    }
    return [first] + below(waiting, room: room)
  }

  /// The words that found no place beside their strokes, the rightmost first, each on a row of its own.
  private static func below(_ waiting: [Stroke], room: Int) -> [[Piece]] {
    var rows: [[Piece]] = []
    for place in waiting.indices.reversed() {
      let stroke = waiting[place]
      let words = VisibleText.oneLine(stroke.mark.text)
      let column = max(0, min(stroke.from, room - DisplayWidth.of(words)))
      var row = waiting[..<place].filter { $0.from < column - 1 }.map {
        Piece(column: $0.from, text: "|", role: $0.mark.kind.role)
      }
      row.append(Piece(column: column, text: words, role: stroke.mark.kind.role))
      rows.append(row)
    }
    return rows
  }
}
