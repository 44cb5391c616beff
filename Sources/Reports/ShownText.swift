/// Texts from people made fit to be shown: nothing hidden in them, and measured as a screen draws them.
enum ShownText {
  /// Whether a scalar is not drawn as itself: controls (C0, DEL, C1), format characters (bidirectional, zero
  /// width, tags), line and paragraph separators, unassigned and private ones, and fillers drawn as nothing.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      return true
    default:
      return [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(scalar.value)
    }
  }

  /// For a screen: hidden scalars as `\u{1B}`, and at most eight marks on one letter.
  static func visible(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var marks = 0
    let bearable = text.unicodeScalars.filter { scalar in
      marks = isMark(scalar) ? marks + 1 : 0
      return marks <= 8
    }
    return escaped(String(String.UnicodeScalarView(bearable)), keeping: [])
  }

  /// The whole text with hidden scalars as `\u{1B}`, but for those kept.
  static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar), !kept.contains(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Columns a visible text takes: two for East Asian wide scalars and emoji, none for marks.
  static func width(_ text: String) -> Int {
    guard !text.utf8.allSatisfy({ $0 < 0x7F }) else { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text cut into lines of at most `columns`: at spaces, and inside a word only when it is too long alone.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ broken(String($0), columns) }) {
      if !line.isEmpty, width(line) + 1 + width(word) > columns {
        lines.append(line)
        line = word
      } else {
        line += line.isEmpty ? word : " " + word
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// Padded to so many columns on the right; unchanged when wider.
  static func padded(_ text: String, columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  private static func broken(_ word: String, _ columns: Int) -> [String] {
    guard width(word) > columns else { return [word] }
    var parts: [String] = []
    var part = ""
    for character in word {
      if !part.isEmpty, width(part) + width(String(character)) > columns {
        parts.append(part)
        part = ""
      }
      part.append(character)
    }
    return parts + [part]
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if isMark(scalar) { return 0 }
    switch scalar.value {
    // Unicode's EastAsianWidth.txt, W and F, in whole blocks.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
