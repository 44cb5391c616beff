/// Cuts a text into words, numerals and signs, left to right, each scalar looked at a fixed number of times.
struct Scanner {
  private let text: ScalarText
  private let classes: [ScalarClass]
  private var index = 0
  private(set) var tokens: [Token] = []
  /// Indices into `tokens`: a line break stands before that token.
  private(set) var lineStarts: Set<Int> = []

  init(_ text: ScalarText) {
    self.text = text
    classes = text.scalars.map(ScalarClass.of)
  }

  mutating func run() {
    while index < classes.count {
      switch classes[index] {
      case .newline:
        lineStarts.insert(tokens.count)
        index += 1
      case .space, .invisible: index += 1
      case .letter, .digit: scanRun()
      case .apostrophe, .hyphen, .sign: scanSign()
      case .emoji: scanEmoji()
      }
    }
  }

  // MARK: Looking around

  private func kind(at position: Int) -> ScalarClass {
    position >= 0 && position < classes.count ? classes[position] : .newline
  }

  private func isWordPart(_ position: Int) -> Bool {
    switch kind(at: position) {
    case .letter, .digit, .invisible: true
    case .space, .newline, .apostrophe, .hyphen, .emoji, .sign: false
    }
  }

  private func scalarValue(_ position: Int) -> UInt32 { text.scalar(at: position)?.value ?? 0 }

  private func spaceBefore(_ position: Int) -> Bool {
    switch kind(at: position - 1) {
    case .space, .newline: true
    case .letter, .digit, .apostrophe, .hyphen, .invisible, .emoji, .sign: false
    }
  }

  // MARK: Signs and emoji

  private mutating func scanSign() {
    if scanEmoticon() || scanNumberSign() { return }
    let start = index
    let value = scalarValue(index)
    index += 1
    if ".!?\u{2026}".unicodeScalars.contains(where: { $0.value == value }) {
      while ".!?\u{2026}".unicodeScalars.contains(where: { $0.value == scalarValue(index) }) { index += 1 }
    }
    append(.punctuation, signName(start..<index), start..<index)
  }

  /// One name for signs that mean the same: any run with a question mark is "?", three dots are "…".
  private func signName(_ range: Range<Int>) -> String {
    let run = text.scalars[range].map(\.value)
    if run.contains(0x3F) { return "?" }
    if run.contains(0x21) { return "!" }
    if run.contains(0x2026) || (run.count > 1 && run.allSatisfy { $0 == 0x2E }) { return "…" }
    switch run.first ?? 0 {
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x22: return "\""
    case 0x2D, 0x2010...0x2015: return "-"
    case 0x27, 0x2018, 0x2019, 0x2BC: return "'"
    default: return text.folded(range)
    }
  }

  private mutating func scanEmoticon() -> Bool {
    guard spaceBefore(index), [0x3A, 0x3B, 0x3D].contains(scalarValue(index)) else { return false }
    var end = index + 1
    if scalarValue(end) == 0x2D { end += 1 }
    guard ")(DPp/|]".unicodeScalars.contains(where: { $0.value == scalarValue(end) }) else { return false }
    end += 1
    guard !isWordPart(end) else { return false }
    append(.emoji, String(String.UnicodeScalarView(text.scalars[index..<end])), index..<end)
    index = end
    return true
  }

  /// "#4412" and "# 4412" are an identifier.
  private mutating func scanNumberSign() -> Bool {
    guard scalarValue(index) == 0x23, kind(at: index + 1) == .digit else { return false }
    var end = index + 1
    while isWordPart(end) || (kind(at: end) == .hyphen && isWordPart(end + 1)) { end += 1 }
    append(.identifier, text.folded(index + 1..<end), index..<end)
    index = end
    return true
  }

  private mutating func scanEmoji() {
    let start = index
    index += 1
    while index < classes.count {
      let value = scalarValue(index)
      let joined = value == 0x200D || scalarValue(index - 1) == 0x200D
      let modifier = (0x1F3FB...0x1F3FF).contains(value) || (0xFE00...0xFE0F).contains(value)
      let flag = (0x1F1E6...0x1F1FF).contains(value) && (0x1F1E6...0x1F1FF).contains(scalarValue(index - 1))
      guard (joined && kind(at: index) != .space) || modifier || (flag && index - start == 1) else { break }
      index += 1
    }
    let name = text.scalars[start..<index].filter { !(0xFE00...0xFE0F).contains($0.value) }
    append(.emoji, String(String.UnicodeScalarView(name)), start..<index)
  }

  // MARK: Words and numerals

  /// The longest run of letters and digits with inner apostrophes, hyphens and, between digits, points and colons.
  private mutating func scanRun() {
    let start = index
    var hasDigit = false
    var hasHyphen = false
    while index < classes.count {
      switch classes[index] {
      case .digit: hasDigit = true
      case .letter, .invisible: break
      case .hyphen where isWordPart(index + 1): hasHyphen = true
      case .apostrophe where kind(at: index + 1) == .letter: break
      case .sign where joinsDigits(index): break
      default:
        return finishRun(start..<index, hasDigit: hasDigit, hasHyphen: hasHyphen)
      }
      index += 1
    }
    finishRun(start..<index, hasDigit: hasDigit, hasHyphen: hasHyphen)
  }

  private func joinsDigits(_ position: Int) -> Bool {
    [0x2E, 0x2C, 0x3A, 0x2F].contains(scalarValue(position)) && kind(at: position - 1) == .digit
      && kind(at: position + 1) == .digit
  }

  private mutating func finishRun(_ range: Range<Int>, hasDigit: Bool, hasHyphen: Bool) {
    if let end = addressEnd(from: range) {
      append(.address, text.folded(range.lowerBound..<end), range.lowerBound..<end)
      index = end
    } else if hasDigit {
      appendNumeral(range, hasHyphen: hasHyphen)
    } else if let end = initialsEnd(from: range) {
      let name = text.folded(range.lowerBound..<end).filter { $0 != "." }
      append(.word, name, range.lowerBound..<end)
      index = end
    } else if hasHyphen {
      appendHyphenated(range)
    } else {
      appendWord(range)
    }
  }

  /// "p.m.", "e.g.", "U.S.": single letters each with a full stop.
  private func initialsEnd(from range: Range<Int>) -> Int? {
    guard range.count == 1 else { return nil }
    var end = range.upperBound
    var letters = 1
    while scalarValue(end) == 0x2E, kind(at: end + 1) == .letter, !isWordPart(end + 2), letters < 6 {
      end += 2
      letters += 1
    }
    guard letters > 1 else { return nil }
    let isLast = { (position: Int) in [.space, .newline].contains(self.kind(at: position)) }
    return scalarValue(end) == 0x2E && !isLast(end) ? end + 1 : end
  }

  /// The end of a web link or an e-mail address that starts here; looks ahead to the next white space only.
  private mutating func addressEnd(from range: Range<Int>) -> Int? {
    let next = scalarValue(range.upperBound)
    let looksLikeLink = next == 0x3A && scalarValue(range.upperBound + 1) == 0x2F
    let looksLikeMail = next == 0x40 || next == 0x2E || next == 0x5F || next == 0x2B
    guard looksLikeLink || looksLikeMail, isWordPart(range.upperBound + 1) || looksLikeLink else {
      return nil
    }
    if range.upperBound < addressSearchedTo { return nil }
    var end = range.upperBound
    var at: Int?
    while kind(at: end) != .space && kind(at: end) != .newline {
      if scalarValue(end) == 0x40 { at = end }
      end += 1
    }
    addressSearchedTo = end
    while end > range.upperBound, !isWordPart(end - 1), scalarValue(end - 1) != 0x2F { end -= 1 }
    let isHostName = text.folded(range) == "www"
    let isMail = at.map { isWordPart($0 - 1) && isWordPart($0 + 1) } ?? false
    return looksLikeLink || isHostName || isMail ? end : nil
  }

  /// Up to here the text was searched for an address already, so no stretch is searched twice.
  private var addressSearchedTo = 0

  private mutating func appendWord(_ range: Range<Int>) {
    let word = foldedWord(range)
    if let parts = Contractions.parts(of: word)
      ?? Contractions.isVerb(word, before: followingWord(range.upperBound))
    {
      appendParts(parts, range, isEasy: Contractions.isEasySpeech(word))
    } else if let parts = Contractions.unmarked(
      word, after: tokens.last?.normal ?? "", before: followingWord(range.upperBound))
    {
      appendParts(parts, range, isEasy: true)
    } else if let restored = Contractions.restored(
      word, cutBefore: isApostrophe(range.lowerBound - 1), cutAfter: isApostrophe(range.upperBound))
    {
      let isCutAfter = range.upperBound == index && isApostrophe(range.upperBound)
      append(.word, restored, isCutAfter ? range.lowerBound..<range.upperBound + 1 : range)
      tokens[tokens.count - 1].respelling = .dialect
      if isCutAfter { index += 1 }
    } else {
      append(.word, Contractions.withoutPossessive(word), range)
    }
  }

  private func isApostrophe(_ index: Int) -> Bool {
    classes.indices.contains(index) && classes[index] == .apostrophe
  }

  private func foldedWord(_ range: Range<Int>) -> String {
    if let plain = text.lowered(range) { return plain }
    var word = ""
    for position in range {
      if classes[position] == .apostrophe {
        word.append("'")
      } else {
        Folding.append(text.scalars[position], to: &word)
      }
    }
    return word
  }

  /// The next word of the line after one blank, as far as it is short; "" where there is none.
  private func followingWord(_ start: Int) -> String {
    guard kind(at: start) == .space else { return "" }
    if kind(at: start + 1) == .digit || [0xA3, 0x20AC, 0x24].contains(scalarValue(start + 1)) {
      return Contractions.figure
    }
    var end = start + 1
    while kind(at: end) == .letter, end - start < 10 { end += 1 }
    return isWordPart(end) ? "" : text.folded(start + 1..<end)
  }

  private mutating func appendParts(_ parts: [Contractions.Part], _ range: Range<Int>, isEasy: Bool) {
    let first = tokens.count
    var start = range.lowerBound
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let cut =
        isLast ? range.upperBound : min(end(ofLetters: part.letters, from: start), range.upperBound - 1)
      guard cut > start else { continue }
      append(.word, part.word, start..<cut, spaced: index == 0)
      tokens[tokens.count - 1].isContractionTail = tokens.count - 1 > first
      if isEasy { tokens[tokens.count - 1].respelling = .dialect }
      start = cut
    }
  }

  /// Where so many folded letters end: a ligature is one scalar and two letters, a zero-width sign none.
  private func end(ofLetters count: Int, from start: Int) -> Int {
    var letters = ""
    var position = start
    while position < classes.count, letters.unicodeScalars.count < count {
      Folding.append(text.scalars[position], to: &letters)
      position += 1
    }
    return position
  }

  private mutating func appendHyphenated(_ range: Range<Int>) {
    let pieces = hyphenPieces(range)
    if pieces.count == 2, Self.joiningPrefixes.contains(text.folded(pieces[0])) {
      let word = text.folded(pieces[0]) + foldedWord(pieces[1])
      return append(.word, word, range)
    }
    for piece in pieces { appendWord(piece) }
  }

  private static let joiningPrefixes: Set<String> = ["e", "re", "pre", "co", "un", "post"]

  private func hyphenPieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for position in range where classes[position] == .hyphen {
      if start < position { pieces.append(start..<position) }
      start = position + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  private mutating func appendNumeral(_ range: Range<Int>, hasHyphen: Bool) {
    switch Numeral.read(foldedWord(range)) {
    case .value(let value, let kind): append(kind, text.folded(range), range, value: value)
    case .identifier: append(.identifier, text.folded(range), range)
    case .word: append(.word, text.folded(range), range)
    case .split(let at):
      let cut = min(range.lowerBound + at, range.upperBound - 1)
      guard cut > range.lowerBound else { return append(.word, text.folded(range), range) }
      appendSplit(range, at: cut)
    }
  }

  /// "10-day" and "20min": the digits, then the rest by itself.
  private mutating func appendSplit(_ range: Range<Int>, at cut: Int) {
    appendNumeral(range.lowerBound..<cut, hasHyphen: false)
    let rest = kind(at: cut) == .hyphen ? cut + 1 : cut
    guard rest < range.upperBound else { return }
    if rest > cut { append(.punctuation, "-", cut..<rest, spaced: false) }
    let tail = rest..<range.upperBound
    if tail.contains(where: { classes[$0] == .digit }) {
      appendNumeral(tail, hasHyphen: true)
    } else {
      appendHyphenated(tail)
    }
  }

  private mutating func append(
    _ kind: TokenKind, _ normal: String, _ range: Range<Int>, value: Value? = nil, spaced: Bool = true
  ) {
    var token = Token(
      kind, normal, at: text.range(range), letterCase: letterCase(range),
      followsSpace: spaced && spaceBefore(range.lowerBound) || range.lowerBound == 0)
    token.value = value
    if kind == .identifier { token.value = .identifier(Identifier(normal)) }
    tokens.append(token)
  }

  private func letterCase(_ range: Range<Int>) -> LetterCase {
    var upper = 0
    var letters = 0
    for position in range where classes[position] == .letter {
      letters += 1
      if isUpper(text.scalars[position]) { upper += 1 }
    }
    if upper == 0 { return .lower }
    if upper == letters && letters > 1 { return .upper }
    return upper == 1 && isUpper(text.scalars[range.lowerBound]) ? .capitalised : .mixed
  }

  private func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }
}
