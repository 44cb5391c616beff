/// Countable sides of a reply: how long, how hard to read, how loud. Whole numbers; ratios in hundredths or thousandths.
public struct TextMeasures: Hashable, Sendable {
  /// Sentences with at least one word.
  public let sentences: Int
  /// Words as written: a contraction is one, a value such as "ten pounds" as many as it has.
  public let words: Int
  /// Syllables of all words by `Syllables.count`; a numeral counts as one.
  public let syllables: Int
  /// Words in the longest sentence.
  public let longestSentence: Int
  /// Letters that have a case.
  public let letters: Int
  /// Those of them that are capitals.
  public let capitals: Int

  /// Counts a reply.
  public init(_ reply: Reply) {
    let counts = reply.sentences.map { sentence in
      reply.tokens[sentence.tokens].filter(\.isWordLike).map(Self.writtenWords)
    }
    let lengths = counts.map { $0.reduce(0) { $0 + $1.words } }
    sentences = lengths.count { $0 > 0 }
    words = lengths.reduce(0, +)
    syllables = counts.reduce(0) { $0 + $1.reduce(0) { $0 + $1.syllables } }
    longestSentence = lengths.max() ?? 0
    (letters, capitals) = Self.cased(reply.text)
  }

  /// Words a sentence, in hundredths; 0 for a reply without words.
  public var averageSentenceHundredths: Int { sentences == 0 ? 0 : words * 100 / sentences }

  /// Share of capitals among letters, in thousandths; 0 for a reply without letters.
  public var capitalsPerMille: Int { letters == 0 ? 0 : capitals * 1000 / letters }

  /// School grade that is needed to read it, in hundredths; may be negative; nil for a reply without words.
  ///
  /// 0.39 words/sentence + 11.8 syllables/word - 15.59: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom,
  /// "Derivation of new readability formulas", Research Branch Report 8-75, Naval Technical Training, 1975.
  public var gradeHundredths: Int? {
    guard words > 0, sentences > 0 else { return nil }
    return 39 * words / sentences + 1180 * syllables / words - 1559
  }

  /// Letters that have a case, and the capitals among them. Plain letters need no look at Unicode's tables.
  private static func cased(_ text: String) -> (letters: Int, capitals: Int) {
    var (letters, capitals) = (0, 0)
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.count <= Reply.limit, bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in bytes where (0x61...0x7A).contains(byte | 0x20) {
        letters += 1
        if byte & 0x20 == 0 { capitals += 1 }
      }
      return true
    }
    if isPlain { return (letters, capitals) }
    for scalar in text.unicodeScalars.prefix(Reply.limit) {
      let isUpper, isLower: Bool
      if scalar.value < 0x80 {
        (isUpper, isLower) = ((0x41...0x5A).contains(scalar.value), (0x61...0x7A).contains(scalar.value))
      } else {
        (isUpper, isLower) = (scalar.properties.isUppercase, scalar.properties.isLowercase)
      }
      if isUpper || isLower { letters += 1 }
      if isUpper { capitals += 1 }
    }
    return (letters, capitals)
  }

  /// The second half of a contraction is no word of its own, and adds at most the syllable of "n't" after d.
  private static func writtenWords(_ token: Token) -> (words: Int, syllables: Int) {
    if token.isContractionTail { return (0, 0) }
    guard token.normal.utf8.contains(UInt8(ascii: " ")) else {
      return token.normal.isEmpty ? (0, 0) : (1, Syllables.count(token.normal))
    }
    let parts = token.normal.utf8.split(separator: UInt8(ascii: " "))
    return (parts.count, parts.reduce(0) { $0 + Syllables.count(Substring($1)) })
  }
}
