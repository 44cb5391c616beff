/// Knows a slip of the keyboard from a word: a slip is one edit from a common word and no word itself.
///
/// The list holds the common words and the words one edit away from them; no other word can be mistaken for a slip,
/// so no other need be known. Reading the list takes one pass; a look-up halves it, and only an unknown word is held
/// against the common ones.
public struct Spelling: Sendable {
  /// Shorter words are too easily another word, or somebody's initials.
  public static let shortest = 4
  /// Longer ones are no words.
  public static let longest = 20

  private let bytes: [UInt8]
  private let common: [CommonWord]

  /// A word that a slip may be meant for, and which letters are in it.
  private struct CommonWord: Sendable {
    var range: Range<Int>
    var letters: UInt32
    /// Meant only where no commoner word is.
    var isRare: Bool
  }

  /// Reads a list: a word a line in the order of its letters, common ones with "+" after them, rarer ones that
  /// may still be meant with "~", "#" before comments.
  ///
  /// Lines that hold anything else are passed over.
  public init(_ list: String) {
    var bytes: [UInt8] = []
    var common: [CommonWord] = []
    var list = list
    list.withUTF8 { text in
      bytes.reserveCapacity(text.count)
      var next = 0
      while next < text.count {
        let start = next
        while next < text.count, Self.isLetter(text[next]) { next += 1 }
        let word = start..<next
        while next < text.count, text[next] != 0x0A { next += 1 }
        let rest = next - word.upperBound
        next += 1
        guard !word.isEmpty, rest <= 1 else { continue }
        let place = bytes.count
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[word]))
        if rest == 1 {
          common.append(
            CommonWord(
              range: place..<bytes.count, letters: Self.letters(text[word]),
              isRare: text[word.upperBound] == UInt8(ascii: "~")))
        }
        bytes.append(0x0A)
      }
    }
    self.bytes = bytes
    self.common = common
  }

  /// What a word was meant for, when it is surely a slip; nil for a word, a name, or what may be anything.
  ///
  /// Asks for the word in lower case without accents, as `Token.normal` is.
  public func correction(of word: String) -> String? {
    if let short = Self.shortSlips[word] { return short }
    let letters = Array(word.utf8)
    guard (Self.shortest...Self.longest).contains(letters.count), letters.allSatisfy(Self.isLetter),
      !knows(letters), !isInflected(letters)
    else { return nil }
    let held = Self.letters(letters)
    var best: (rank: Int, range: Range<Int>)?
    for candidate in common
    where abs(candidate.range.count - letters.count) <= 2
      && (candidate.letters ^ held).nonzeroBitCount <= 2
    {
      let meant = bytes[candidate.range]
      guard let likely = Self.rank(of: letters, for: meant) else { continue }
      let rank = likely + (candidate.isRare ? Self.rareness : 0)
      guard rank < best?.rank ?? .max else { continue }
      if Self.isSlip(letters, for: Array(meant)) { best = (rank, candidate.range) }
    }
    return best.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Worse than every rank of a common word.
  private static let rareness = 8

  /// One edit apart, or two longer words that differ in doubled letters alone: "tommorow".
  private static func isSlip(_ word: [UInt8], for meant: [UInt8]) -> Bool {
    if abs(word.count - meant.count) <= 1, TypoIndex.isOneEdit(word, meant) { return true }
    return word.count > 5 && single(word) == single(meant)
  }

  private static func single(_ word: [UInt8]) -> [UInt8] {
    word.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How likely one word was typed for another of nearly the same length; lower is likelier, nil too unlikely.
  ///
  /// People leave letters out, swap them and double them; they seldom get the first one wrong, and a four-letter
  /// word with a letter changed may be a name.
  private static func rank(of word: [UInt8], for meant: ArraySlice<UInt8>) -> Int? {
    let isSameStart = word.first == meant.first
    let isChanged = word.count == meant.count && letters(word) != letters(meant)
    if word.count == shortest, isChanged || !isSameStart { return nil }
    return (isSameStart ? 0 : 4) + (meant.count > word.count ? 0 : isChanged ? 2 : 1)
  }

  /// Slips too short for the rule, and words left short in haste, that nothing else is written for.
  private static let shortSlips = [
    "teh": "the", "hte": "the", "adn": "and", "nad": "and", "yuo": "you", "hav": "have", "yor": "your",
    "wil": "will", "nto": "not", "sry": "sorry", "srry": "sorry", "soz": "sorry", "sozz": "sorry",
    "tnx": "thanks", "thnx": "thanks", "thanx": "thanks",
  ]

  // MARK: The list

  /// Whether the list holds a word; found by halving the bytes and going back to the start of a line.
  private func knows(_ word: [UInt8]) -> Bool {
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      let line = bytes[start...].prefix { $0 != 0x0A }
      if line.elementsEqual(word) { return true }
      if line.lexicographicallyPrecedes(word) { low = line.endIndex + 1 } else { high = start }
    }
    return false
  }

  /// A known word with a regular ending: "texting", "emailed", not "runing" and "copys".
  private func isInflected(_ word: [UInt8]) -> Bool {
    for ending in Self.endings
    where word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
      let root = Array(word.dropLast(ending.count))
      guard let last = root.last, knows(root) else { continue }
      let vowels = root.suffix(3).map(Self.isVowel)
      let changes =
        ending.count == 1
        ? "szxhy".utf8.contains(last) : vowels == [false, true, false] || Self.isVowel(last) || last == 0x79
      if !changes { return true }
    }
    return false
  }

  private static let endings = ["ing", "ed", "s"].map { Array($0.utf8) }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// One bit for each letter that occurs: words one edit apart differ in two at most.
  private static func letters(_ word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 &- 0x61) }
  }
}
