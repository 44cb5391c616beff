/// Reads texts whose every word stands for itself, as most phrases of lists do: no sign, no value, nothing cut short.
///
/// What such a word is does not hang on its neighbours, so it is read once and then known: the tokens of a reply
/// would be the same. Every other text is left to the reading of replies.
struct PlainWords {
  /// What is told of each token.
  enum Form {
    case normal, stem
  }

  private let form: Form
  private var known = NameTable(expecting: 1_024)
  /// By number of a word: its tokens; nil where its neighbours may change what it is.
  private var tokens: [[String]?] = []
  /// By number of a word: whether some neighbours would make two words of it.
  private var mayLackMark: [Bool] = []

  init(_ form: Form) { self.form = form }

  /// The tokens of a text, all of them words; nil where a word does not stand for itself.
  mutating func words(of text: String) -> [String]? { words(of: text.utf8.span) }

  /// The same of bytes.
  mutating func words(of text: Span<UInt8>) -> [String]? {
    guard text.count < Reply.limit else { return nil }
    var found: [String] = []
    var start = 0
    var isDoubtful = false
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x20 { end += 1 }
      if start < end {
        let number = number(of: text.extracting(start..<end))
        guard let tokens = tokens[number] else { return nil }
        if tokens.count == 1 { found.append(tokens[0]) } else { found += tokens }
        isDoubtful = isDoubtful || mayLackMark[number]
      }
      start = end + 1
    }
    return isDoubtful && Self.lacksMark(text) ? nil : found
  }

  /// Whether two neighbours are read otherwise than each by itself: "ill send", "must of".
  private static func lacksMark(_ text: Span<UInt8>) -> Bool {
    let words = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }.split(separator: " ")
      .map(String.init)
    return words.indices.dropLast().contains { index in
      let last = index > 0 ? words[index - 1] : ""
      return Contractions.unmarked(words[index], after: last, before: words[index + 1]) != nil
        || words[index] == "of" && SpokenFuture.isHave(after: last, before: words[index + 1])
    }
  }

  private mutating func number(of word: Span<UInt8>) -> Int {
    let number = known.insert(word)
    if number == tokens.count {
      let name = known.name(number)
      let words = Self.read(name)
      mayLackMark.append(name == "of" || Contractions.mayLackMark(name))
      tokens.append(form == .stem ? words.map { $0.map(Stemmer.stem) } : words)
    }
    return number
  }

  /// The tokens of a word by itself; nil where that may be another thing than the word beside others.
  private static func read(_ word: String) -> [String]? {
    let parts = Contractions.parts(of: word)
    guard word.utf8.allSatisfy(isPlain), word.utf8.first != 0x27, word.utf8.last != 0x27 else { return nil }
    if parts == nil, !word.utf8.contains(0x27) { return standsAlone(word) ? [word] : nil }
    guard parts != nil || !word.hasSuffix("'s") else { return nil }
    let tokens = Reply.tokens(of: word)
    let isPlain = tokens.allSatisfy { $0.kind == .word && $0.value == nil && standsAlone($0.normal) }
    return isPlain ? tokens.map(\.normal) : nil
  }

  private static func standsAlone(_ word: String) -> Bool {
    !ValueReader.mayBegin(word) && !SpokenFuture.mayChange(word)
  }

  /// Small letters and apostrophes: a capital may make a name of a word.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte == 0x27 }
}
