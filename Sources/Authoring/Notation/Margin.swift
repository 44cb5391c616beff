import Diagnostics

/// The remarks and empty lines of a document, handed out as the printer passes the lines they belong to.
struct Margin {
  private let comments: [Remark]
  private let gaps: Set<Int>
  /// Places in `comments` of remarks behind something, by line.
  private let trailing: [Int: Int]
  private var isPlaced: [Bool]
  /// The first remark that may not be placed yet.
  private var next = 0
  /// The last line of the source that is printed.
  private var passed = 0

  init(_ document: ReadDocument?) {
    comments = document?.comments ?? []
    isPlaced = [Bool](repeating: false, count: comments.count)
    var trailing: [Int: Int] = [:]
    for (place, comment) in comments.enumerated() where comment.isTrailing {
      trailing[comment.span.start.line] = place
    }
    self.trailing = trailing
    gaps = document.map { Self.emptyLines(of: $0.source) } ?? []
  }

  /// The numbers of all lines that hold nothing but blanks.
  private static func emptyLines(of source: SourceFile) -> Set<Int> {
    var empty: Set<Int> = []
    for (row, line) in source.lines.enumerated()
    where source.bytes[line.start..<line.end].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      empty.insert(row + 1)
    }
    return empty
  }

  /// Whether an empty line stands right before this one and nothing printed lies between.
  func hasGap(before line: Int) -> Bool { line - 1 > passed && gaps.contains(line - 1) }

  /// Notes that everything up to a line is printed.
  mutating func pass(_ line: Int) { passed = max(passed, line) }

  /// The remark behind something on a line, taken out of the margin.
  mutating func claim(trailing line: Int) -> Remark? {
    guard let place = trailing[line], !isPlaced[place] else { return nil }
    isPlaced[place] = true
    return comments[place]
  }

  /// The remarks above a line, taken out of the margin.
  mutating func remarks(before line: Int) -> [Remark] { remarks(before: line, from: 0) }

  /// The remarks above a line as long as they stand at a column (from 0) or further right, taken out.
  mutating func remarks(before line: Int, from column: Int) -> [Remark] {
    var found: [Remark] = []
    while next < comments.count {
      if !isPlaced[next] {
        let start = comments[next].span.start
        guard start.line < line, start.column > column else { break }
        isPlaced[next] = true
        found.append(comments[next])
      }
      next += 1
    }
    return found
  }

  /// Whether a remark that is still to be placed stands on lines from one up to, not including, another.
  func hasRemark(from line: Int, before end: Int) -> Bool {
    var place = next
    while place < comments.count, comments[place].span.start.line < end {
      if !isPlaced[place], comments[place].span.start.line >= line { return true }
      place += 1
    }
    return false
  }
}
