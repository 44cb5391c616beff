import Diagnostics
import Terminal

/// Breaks the pages of `--help` between words at any width.
///
/// A line of two columns (an option and what it is, an example and what it does) keeps them while they have room; in
/// a narrow window what stands on the right goes under what stands on the left.
struct HelpLayout {
  var columns: Int

  /// The width at which the parser breaks no line itself.
  static let unbroken = "100000"

  /// The parser's pages set what an option is at this column.
  private static let tableColumn = 26
  /// Windows narrower than this have no room for two columns.
  private static let leastForTwo = 60

  func lines(of page: String) -> [String] {
    page.split(separator: "\n", omittingEmptySubsequences: false).flatMap { folded(String($0)) }
  }

  private func folded(_ line: String) -> [String] {
    let indent = line.prefix { $0 == " " }.count
    if indent > 0, isNarrow, let gap = gap(in: line), gap.upperBound == table(line) {
      return stacked(line, gap)
    }
    if indent == Self.tableColumn, isNarrow {
      return wrapped(String(line.dropFirst(indent)), from: 6, goesOnAt: 6)
    }
    if line.lowercased().hasPrefix("usage: ") { return usage(line) }
    guard DisplayWidth.of(line) > columns else { return [line] }
    guard indent > 0, let gap = gap(in: line) else {
      return wrapped(String(line.dropFirst(indent)), from: indent, goesOnAt: indent > 0 ? indent + 2 : 0)
    }
    guard isNarrow else {
      return wrapped(line, from: 0, goesOnAt: DisplayWidth.of(String(line[..<gap.upperBound])))
    }
    return stacked(line, gap)
  }

  /// Where the right column of the parser's table begins in a line that is long enough.
  private func table(_ line: String) -> String.Index? {
    line.index(line.startIndex, offsetBy: Self.tableColumn, limitedBy: line.endIndex)
  }

  /// What stands left of the gap, and under it what stands right.
  private func stacked(_ line: String, _ gap: Range<String.Index>) -> [String] {
    let left = line[..<gap.lowerBound]
    let indent = left.prefix { $0 == " " }.count
    return wrapped(String(left.dropFirst(indent)), from: indent, goesOnAt: indent + 2)
      + wrapped(String(line[gap.upperBound...]), from: indent + 4, goesOnAt: indent + 4)
  }

  private var isNarrow: Bool { columns < Self.leastForTwo }

  /// An option and its value stay together.
  private func usage(_ line: String) -> [String] {
    var depth = 0
    let bound = line.map { letter -> Character in
      if letter == "[" { depth += 1 }
      if letter == "]" { depth -= 1 }
      return letter == " " && depth > 0 ? "\u{A0}" : letter
    }
    return wrapped(String(bound), from: 0, goesOnAt: 4).map { $0.replacing("\u{A0}", with: " ") }
  }

  /// The blanks between the two columns of a line.
  private func gap(in line: String) -> Range<String.Index>? {
    guard let start = line.firstIndex(where: { $0 != " " }),
      let gap = line[start...].firstRange(of: "  ")
    else { return nil }
    let end = line[gap.lowerBound...].firstIndex { $0 != " " } ?? line.endIndex
    return gap.lowerBound..<end
  }

  private func wrapped(_ text: String, from indent: Int, goesOnAt depth: Int) -> [String] {
    let blanks = { (count: Int) in String(repeating: " ", count: count) }
    return Wrapping(width: columns, indent: blanks(indent), continuation: blanks(depth)).lines(of: text)
  }
}
