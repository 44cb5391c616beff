/// How the words of each type are spelt: what the reader checks before anyone asks what they mean.
///
/// Only the shape is judged here; whether a name exists or a condition makes sense is the resolver's to say.
enum Spelling {
  /// What is wrong with a word.
  enum Slip: Hashable {
    /// Not of the field's type at all.
    case type
    /// A length of time, amount or range that is misspelt or the wrong way round.
    case amount
  }

  /// The judgement on one word.
  enum Verdict: Hashable {
    /// Well spelt; `isLiteral` for numbers and truth values.
    case fine(isLiteral: Bool)
    case wrong(Slip)
  }

  static func check(_ text: String, as type: FieldType) -> Verdict {
    switch type {
    case .text, .section, .list, .oneOrList, .anything: .fine(isLiteral: false)
    case .name: word(isName(text))
    case .expression: word(text.utf8.contains { $0 != 0x20 })
    case .integer: word(isInteger(text[...]), isLiteral: true)
    case .truth: word(text == "true" || text == "false", isLiteral: true)
    case .duration: amount(isDuration(text))
    case .money: amount(isMoney(text))
    case .moneyOrDuration: amount(isMoney(text) || isDuration(text))
    case .range: range(text)
    case .gauges: word(isGauges(text))
    case .route: word(isRoute(text))
    case .difficulty: word(isDifficulty(text))
    case .satisfaction: satisfaction(text)
    case .choice(let words): word(words.contains(text))
    }
  }

  private static func word(_ isRight: Bool, isLiteral: Bool = false) -> Verdict {
    isRight ? .fine(isLiteral: isLiteral) : .wrong(.type)
  }

  private static func amount(_ isRight: Bool) -> Verdict {
    isRight ? .fine(isLiteral: false) : .wrong(.amount)
  }

  private static func range(_ text: String) -> Verdict {
    if isInteger(text[...]) { return .fine(isLiteral: true) }
    guard let dots = parts(of: text, around: "..") else { return .wrong(.amount) }
    guard let low = integer(dots.0), let high = integer(dots.1), low <= high else { return .wrong(.amount) }
    return .fine(isLiteral: false)
  }

  /// The two ends of a range, blanks taken off.
  static func parts(of text: String, around middle: String) -> (Substring, Substring)? {
    let bytes = Array(text.utf8)
    let wanted = Array(middle.utf8)
    guard bytes.count > wanted.count else { return nil }
    for at in 1...(bytes.count - wanted.count) where bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
      let left = String(decoding: bytes[..<at], as: UTF8.self)
      let right = String(decoding: bytes[(at + wanted.count)...], as: UTF8.self)
      return (trimmed(left[...]), trimmed(right[...]))
    }
    return nil
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.utf8.first == 0x20 { text.removeFirst() }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isInteger(_ text: Substring) -> Bool { integer(text) != nil }

  /// A whole number of at most nine figures.
  static func integer(_ text: Substring) -> Int? {
    let digits = text.utf8.first == 0x2D || text.utf8.first == 0x2B ? text.utf8.dropFirst() : text.utf8[...]
    guard (1...9).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != 0x20 else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20, 0x2D, 0x2E, 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
      default: false
      }
    }
  }

  /// `90s`, `2m`, `1h`, `3d`: at most six figures and one letter.
  static func isDuration(_ text: String) -> Bool {
    guard let unit = text.utf8.last, "smhd".utf8.contains(unit) else { return false }
    let digits = text.utf8.dropLast()
    return (1...6).contains(digits.count) && digits.allSatisfy(isDigit)
  }

  /// `40 EUR`, `64.90 EUR`: at most nine figures, perhaps two behind a point, and a currency's three letters.
  static func isMoney(_ text: String) -> Bool {
    let words = text.utf8.split(separator: 0x20)
    guard words.count == 2, words[1].count == 3, words[1].allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return false
    }
    let number = words[0].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...9).contains(number[0].count), number[0].allSatisfy(isDigit), number.count <= 2 else {
      return false
    }
    return number.count == 1 || (number[1].count == 2 && number[1].allSatisfy(isDigit))
  }

  /// Pairs of a gauge and a signed change.
  static func isGauges(_ text: String) -> Bool {
    let words = text.utf8.split(separator: 0x20)
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return false }
    return words.enumerated().allSatisfy { place, word in
      place.isMultiple(of: 2) ? isGaugeName(word) : isChange(word)
    }
  }

  private static func isGaugeName(_ word: Substring.UTF8View) -> Bool {
    guard let first = word.first, !isDigit(first), first != 0x2D else { return false }
    return word.allSatisfy {
      isDigit($0) || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20)
    }
  }

  private static func isChange(_ word: Substring.UTF8View) -> Bool {
    guard word.first == 0x2B || word.first == 0x2D else { return false }
    let digits = word.dropFirst()
    return (1...9).contains(digits.count) && digits.allSatisfy(isDigit)
  }

  static func isRoute(_ text: String) -> Bool {
    guard let ends = parts(of: text, around: "->") else { return isPlainWord(text[...]) }
    return isPlainWord(ends.0) && isPlainWord(ends.1)
  }

  private static func isPlainWord(_ text: Substring) -> Bool {
    isName(String(text)) && !text.utf8.contains(0x20)
  }

  static func isDifficulty(_ text: String) -> Bool {
    guard let ends = parts(of: text, around: " of "), let level = integer(ends.0) else { return false }
    return ends.1 == "5" && (1...5).contains(level)
  }

  private static func satisfaction(_ text: String) -> Verdict {
    if let stars = integer(text[...]) { return word((1...5).contains(stars), isLiteral: true) }
    let words = text.split(separator: " ")
    return word(words.count == 2 && words[0] == "from" && isName(String(words[1])))
  }
}
