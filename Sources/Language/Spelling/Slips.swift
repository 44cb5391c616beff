/// Reads slips of the keyboard as the words they were meant for, before phrases and values are looked for.
///
/// Only sure slips in small letters, or in a word that opens a sentence: a capital elsewhere is a name.
struct Slips {
  let spelling: Spelling
  let names: NameHints

  /// So many different unknown words of a text are looked up; a text with more of them is no slip but noise.
  static let mostUnknown = 400

  func mended(_ tokens: [Token], lineStarts: Set<Int>) -> [Token] {
    var tokens = tokens
    var known: [String: String?] = [:]
    for index in tokens.indices where mayBeSlip(tokens, at: index, lineStarts) {
      let word = tokens[index].normal
      if known[word] == nil {
        guard known.count < Self.mostUnknown else { break }
        known[word] = .some(spelling.correction(of: word))
      }
      guard let meant = known[word] ?? nil,
        tokens[index].letterCase == .lower || isPlain(tokens, index, meant)
      else { continue }
      tokens[index].read(as: meant, .slip)
    }
    return tokens
  }

  private func mayBeSlip(_ tokens: [Token], at index: Int, _ lineStarts: Set<Int>) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.traits.isEmpty, token.respelling == nil, !token.isContractionTail,
      !names.contains(token)
    else { return false }
    let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
    if next?.isContractionTail == true || next?.normal == "'" { return false }
    switch token.letterCase {
    case .lower: return true
    case .capitalised:
      let opens = index == 0 || lineStarts.contains(index) || Self.ends.contains(tokens[index - 1].normal)
      return opens && next != nil || token.normal.hasSuffix("day")
    case .upper, .mixed: return false
    }
  }

  /// A capital before a comma may be a name, unless it was meant for a word that talks open with: "Helo, sorry".
  private func isPlain(_ tokens: [Token], _ index: Int, _ meant: String) -> Bool {
    let opens = index == 0 || Self.ends.contains(tokens[index - 1].normal)
    let leads = tokens.indices.contains(index + 1) && tokens[index + 1].kind == .word
    return opens && leads || Self.openings.contains(meant)
      || Self.days.contains(meant)
  }

  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let openings: Set<String> = [
    "hello", "sorry", "thanks", "good", "dear", "sure", "right", "okay",
  ]
  private static let ends: Set<String> = [".", "!", "?", "\u{2026}", ":"]
}
