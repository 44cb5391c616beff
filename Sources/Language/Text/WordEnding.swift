/// The last letters of a word, at most seven of a to z and apostrophes, in one number: compared in one step.
struct WordEnding: Hashable, Sendable, ExpressibleByStringLiteral {
  /// How many letters there are.
  let count: Int
  /// A byte a letter, the last one lowest.
  private let letters: UInt64

  init(stringLiteral text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    count = bytes.count
    letters = bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The last eight letters of a word in the same form.
  static func tail(of word: [UInt8]) -> UInt64 {
    var tail: UInt64 = 0
    for place in max(0, word.count - 8)..<word.count { tail = tail << 8 | UInt64(word[place]) }
    return tail
  }

  /// Whether a word with this tail ends so.
  func isLast(of word: [UInt8], tail: UInt64) -> Bool {
    word.count >= count && tail & (1 << UInt64(count * 8) - 1) == letters
  }

  /// The last letter.
  fileprivate var last: UInt8 { UInt8(truncatingIfNeeded: letters) }
}

/// Endings of which a word is asked for the longest. Most words have none, as their last letter tells already.
struct WordEndings: Sendable {
  private let longestFirst: [WordEnding]
  /// A bit for each letter that some ending ends in, by its place in its row of 32.
  private let lastLetters: UInt32

  init(_ endings: some Sequence<WordEnding>) {
    longestFirst = endings.sorted { $0.count > $1.count }
    lastLetters = longestFirst.reduce(0) { $0 | Self.bit($1.last) }
  }

  /// The longest of them that a word ends in.
  func longest(of word: [UInt8]) -> WordEnding? {
    guard let last = word.last, lastLetters & Self.bit(last) != 0 else { return nil }
    let tail = WordEnding.tail(of: word)
    return longestFirst.first { $0.isLast(of: word, tail: tail) }
  }

  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }
}
