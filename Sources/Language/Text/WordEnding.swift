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
    let letters = word.span
    if letters.count >= 8 {
      // One load instead of eight: any eight bytes make a number, and the place is checked.
      let last = letters.bytes.unsafeLoadUnaligned(fromByteOffset: letters.count - 8, as: UInt64.self)
      return UInt64(bigEndian: last)
    }
    for place in letters.indices { tail = tail << 8 | UInt64(letters[place]) }
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
  /// By last letter, as its place in its row of 32: the endings that end in it, the longest first.
  private let byLastLetter: [[WordEnding]]

  init(_ endings: some Sequence<WordEnding>) {
    var rows = [[WordEnding]](repeating: [], count: 32)
    for ending in endings { rows[Self.row(ending.last)].append(ending) }
    byLastLetter = rows.map { $0.sorted { $0.count > $1.count } }
  }

  /// The longest of them that a word ends in.
  func longest(of word: [UInt8]) -> WordEnding? {
    guard let last = word.last else { return nil }
    let candidates = byLastLetter[Self.row(last)]
    guard !candidates.isEmpty else { return nil }
    let tail = WordEnding.tail(of: word)
    return candidates.first { $0.isLast(of: word, tail: tail) }
  }

  private static func row(_ letter: UInt8) -> Int { Int(letter & 31) }
}
