/// Makes hidden things in a text visible, so that nothing in it can steer a terminal or deceive a reader.
///
/// Control characters (C0, DEL, C1), bidirectional and zero-width format characters, tags, invisible
/// fillers and noncharacters come out as `\u{1B}`. Emoji joined by U+200D stay joined. More than
/// eight combining marks on one character are counted instead of stacked.
/// See reliability faults 44 to 46; "Trojan Source" (Boucher and Anderson, 2021) for why.
public struct VisibleText: Hashable, Sendable {
  /// What becomes of a line break: U+000A, or CR LF taken as one.
  public enum LineBreaks: Hashable, Sendable { case kept, escaped }
  /// What becomes of a tab.
  public enum Tabs: Hashable, Sendable { case kept, spaces, escaped }

  /// The most combining marks shown on one character; real writing systems need fewer.
  public static let markLimit = 8
  /// How many spaces stand for a tab.
  public static let tabWidth = 4

  public var lineBreaks: LineBreaks
  public var tabs: Tabs

  /// A policy for one sink. For one-line places (prompts, table cells, names) escape line breaks.
  public init(lineBreaks: LineBreaks = .kept, tabs: Tabs = .spaces) {
    self.lineBreaks = lineBreaks
    self.tabs = tabs
  }

  /// For text that may have several lines: line breaks kept, a tab is four spaces.
  public static let paragraph = VisibleText()
  /// For text that must stay on its line: line breaks and tabs are escaped too.
  public static let oneLine = VisibleText(lineBreaks: .escaped, tabs: .escaped)

  /// The text with everything hidden shown. Unchanged when there is nothing hidden; never fails.
  public func callAsFunction(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    var shown = ""
    shown.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &shown) }
    return shown
  }

  /// Whether a scalar is never shown as it is, whatever stands around it.
  public static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case ..<0x20, 0x7F...0x9F: true
    case 0x115F, 0x1160, 0x3164, 0xFFA0: true  // Hangul fillers: letters that cannot be seen
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: false  // seen, though Cf
    case 0xFDD0...0xFDEF, 0xE0000...0xE00FF: true
    default: scalar.value & 0xFFFE == 0xFFFE || isFormat(scalar)
    }
  }

  /// A scalar as a visible escape: `\u{202E}`.
  public static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private func append(_ character: Character, to shown: inout String) {
    let scalars = character.unicodeScalars
    if character == "\r\n" || character == "\n" {
      return shown += lineBreaks == .kept ? "\n" : scalars.map(Self.escape).joined()
    }
    if character == "\t" { return shown += shownTab }
    if scalars.count == 1, let only = scalars.first {
      return Self.hides(only) ? shown += Self.escape(only) : shown.unicodeScalars.append(only)
    }
    appendCluster(Array(scalars), to: &shown)
  }

  private var shownTab: String {
    switch tabs {
    case .kept: "\t"
    case .spaces: String(repeating: " ", count: Self.tabWidth)
    case .escaped: Self.escape("\t")
    }
  }

  private func appendCluster(_ scalars: [Unicode.Scalar], to shown: inout String) {
    var marks = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\u{200D}" && Self.joinsEmoji(scalars, at: index) {
        shown.unicodeScalars.append(scalar)
      } else if Self.hides(scalar) {
        shown += Self.escape(scalar)
      } else if Self.isMark(scalar) {
        marks += 1
        if marks <= Self.markLimit { shown.unicodeScalars.append(scalar) }
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    if marks > Self.markLimit { shown += "[+\(marks - Self.markLimit) marks]" }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether the joiner at `index` stands between two emoji, past variation selectors and skin tones.
  private static func joinsEmoji(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 1 < scalars.count, isEmoji(scalars[index + 1]) else { return false }
    let before = scalars[..<index].last { $0 != "\u{FE0F}" && !$0.properties.isEmojiModifier }
    return before.map(isEmoji) ?? false
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmoji && scalar.value > 0xFF
  }
}
