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

  /// The order in which the longest ending of a word is found first.
  static func longestFirst(_ endings: some Sequence<WordEnding>) -> [WordEnding] {
    endings.sorted { $0.count > $1.count }
  }
}
