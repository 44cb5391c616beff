/// Shows what cannot be seen, so that no text can steer a terminal or pretend to be another.
///
/// Controls (C0, DEL, C1), direction and zero-width characters, tags and invisible fillers come out as
/// `\u{1B}`. Joiners between emoji stay, since taking them out would show another picture; beyond eight, the
/// combining marks of one character are counted. See reliability.md, faults 44 to 46, and "Trojan Source"
/// (Boucher and Anderson, 2021).
public struct VisibleText: Hashable, Sendable {
  /// What becomes of a line end: a line feed, or a carriage return and line feed.
  public enum LineBreaks: Hashable, Sendable { case kept, escaped }
  /// What becomes of a tab.
  public enum Tabs: Hashable, Sendable { case kept, spaces, escaped }

  /// The most combining marks one character keeps; no writing system needs more.
  public static let markLimit = 8
  /// The blanks that stand for a tab.
  public static let tabWidth = 4

  /// What becomes of line ends.
  public var lineBreaks: LineBreaks
  /// What becomes of tabs.
  public var tabs: Tabs

  /// The rules for one place: names, cells and prompts, which are one line, escape line ends as well.
  public init(lineBreaks: LineBreaks = .kept, tabs: Tabs = .spaces) {
    self.lineBreaks = lineBreaks
    self.tabs = tabs
  }

  /// Text of several lines: line ends stay, tabs become blanks.
  public static let paragraph = VisibleText()
  /// Text of one line: line ends and tabs are shown.
  public static let oneLine = VisibleText(lineBreaks: .escaped, tabs: .escaped)

  /// The text with everything hidden shown; printable ASCII comes back as it is.
  public func callAsFunction(_ text: some StringProtocol) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return String(text) }
    return text.reduce(into: "") { $0 += shown($1) }
  }

  /// One character with everything hidden in it shown.
  public func shown(_ character: Character) -> String {
    switch character {
    case "\n" where lineBreaks == .kept, "\r\n" where lineBreaks == .kept: return "\n"
    case "\t" where tabs == .kept: return "\t"
    case "\t" where tabs == .spaces: return String(repeating: " ", count: Self.tabWidth)
    default: break
    }
    let scalars = Array(character.unicodeScalars)
    guard scalars.count > 1 || scalars.contains(where: Self.hides) else { return String(character) }
    return cluster(scalars)
  }

  private func cluster(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var marks = 0
    for (place, scalar) in scalars.enumerated() {
      if Self.isMark(scalar) { marks += 1 }
      if Self.isMark(scalar), marks > Self.markLimit { continue }
      if Self.hides(scalar), !Self.joinsEmoji(scalars, at: place) {
        text.append(contentsOf: Self.escape(scalar).unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text) + (marks > Self.markLimit ? "[+\(marks - Self.markLimit) marks]" : "")
  }

  /// Whether a scalar is never shown as it is.
  public static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: return false
    case ..<0xA0: return true
    case 0x115F, 0x1160, 0x3164, 0xFFA0: return true  // Hangul fillers
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false  // have ink
    case 0x2060...0x206F, 0xFDD0...0xFDEF, 0xE0000...0xE00FF: return true
    default: break
    }
    if scalar.value & 0xFFFE == 0xFFFE { return true }
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// A scalar as a visible escape: `\u{202E}`.
  public static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func joinsEmoji(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard scalars[place] == "\u{200D}", place + 1 < scalars.count else { return false }
    let before = scalars[..<place].last { $0 != "\u{FE0F}" && !$0.properties.isEmojiModifier }
    return [before, scalars[place + 1]].allSatisfy { scalar in
      scalar.map { $0.properties.isEmoji && $0.value > 0xFF } ?? false
    }
  }
}
