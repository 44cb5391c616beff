import Diagnostics
/// Breaks text into lines of a width, between words where it can.
///
/// Widths are terminal columns. A word longer than a line is broken; nothing is ever left out but
/// the spaces at a break. Line breaks in the text stay.
public struct Wrapping: Hashable, Sendable {
  /// Columns of a whole line, indentation included; less than one counts as one.
  public var width: Int
  /// Put before the first line.
  public var indent: String
  /// Put before every further line.
  public var continuation: String

  /// A way to wrap; an indentation that leaves less than a quarter of the width is left out.
  public init(width: Int, indent: String = "", continuation: String = "") {
    self.width = max(1, width)
    let room = self.width - self.width / 4
    self.indent = DisplayWidth.of(indent) <= room ? indent : ""
    self.continuation = DisplayWidth.of(continuation) <= room ? continuation : ""
  }

  /// The lines of a text. At least one, perhaps empty.
  public func lines(of text: StyledText) -> [StyledText] {
    var lines: [StyledText] = []
    for paragraph in paragraphs(of: text) { wrap(paragraph, into: &lines) }
    return lines
  }

  /// The lines of a text without styles.
  public func lines(of text: String) -> [String] {
    lines(of: StyledText(text)).map(\.plain)
  }

  /// The lines joined again, ready to print.
  public func callAsFunction(_ text: StyledText) -> StyledText {
    .joined(lines(of: text), separator: "\n")
  }

  private typealias Cell = (character: Character, style: Style?, width: Int)

  private func paragraphs(of text: StyledText) -> [[Cell]] {
    var paragraphs: [[Cell]] = [[]]
    for run in text.runs {
      for character in VisibleText.paragraph(run.text) {
        if character == "\n" {
          paragraphs.append([])
        } else {
          paragraphs[paragraphs.count - 1].append((character, run.style, DisplayWidth.of(character)))
        }
      }
    }
    return paragraphs
  }

  private func wrap(_ cells: [Cell], into lines: inout [StyledText]) {
    var rest = cells[...]
    repeat {
      let prefix = lines.isEmpty ? indent : continuation
      let end = lineEnd(in: rest, columns: max(1, width - DisplayWidth.of(prefix)))
      let line = rest[..<end]
      lines.append(StyledText(runs: [.init(prefix)] + line.map { .init(String($0.character), $0.style) }))
      rest = rest[end...]
      if !rest.isEmpty { rest = rest.drop { $0.character == " " } }
    } while !rest.isEmpty
  }

  /// Where the first line of these cells ends: past the first cell or at a space.
  private func lineEnd(in cells: ArraySlice<Cell>, columns: Int) -> Int {
    var taken = 0
    let overflow = cells.firstIndex {
      taken += $0.width
      return taken > columns
    }
    guard let overflow else { return cells.endIndex }
    if cells[overflow].character == " " { return overflow }
    let fitting = cells[..<overflow]
    guard let gap = fitting.lastIndex(where: { $0.character == " " }),
      let word = cells[..<gap].lastIndex(where: { $0.character != " " })
    else { return max(overflow, cells.startIndex + 1) }
    return word + 1
  }
}
