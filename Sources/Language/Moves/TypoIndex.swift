/// Finds the known word that a mistyped one is an edit away from: one letter wrong, missing, added, or two swapped.
///
/// Known words are filed under each of their forms with one letter left out, so a look-up takes as many steps as the
/// word has letters, however many words are known: the method of W. Garbe's SymSpell (2012).
struct TypoIndex: Sendable {
  /// Shorter words are too easily another word.
  static let shortest = 6
  static let longest = 24

  private var forms: [String: [String]] = [:]
  private var known: Set<String> = []

  init(_ words: some Sequence<String>) {
    for word in Set(words).sorted() where Self.isLongEnough(word) {
      known.insert(word)
      for form in Self.shortened(word) { forms[form, default: []].append(word) }
    }
  }

  private static func isLongEnough(_ word: String) -> Bool {
    let count = word.utf8.count
    return count >= shortest && count <= longest && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// The known word that `word` was meant for: itself, or the first in the alphabet one edit away.
  func correction(of word: String) -> String? {
    if known.contains(word) { return word }
    guard word.utf8.count + 1 >= Self.shortest, word.utf8.count <= Self.longest + 1 else { return nil }
    let candidates = ([word] + Self.shortened(word)).flatMap {
      (forms[$0] ?? []) + (known.contains($0) ? [$0] : [])
    }
    return candidates.filter { Self.isOneEdit(Array($0.utf8), Array(word.utf8)) }.min()
  }

  private static func shortened(_ word: String) -> [String] {
    let letters = Array(word.utf8)
    return letters.indices.map { index in
      var form = letters
      form.remove(at: index)
      return String(decoding: form, as: UTF8.self)
    }
  }

  /// Whether two different words are one edit apart; compares outwards-in, so in linear time.
  static func isOneEdit(_ one: [UInt8], _ two: [UInt8]) -> Bool {
    var head = 0
    while head < min(one.count, two.count), one[head] == two[head] { head += 1 }
    var tail = 0
    while tail < min(one.count, two.count) - head, one[one.count - 1 - tail] == two[two.count - 1 - tail] {
      tail += 1
    }
    let (from, to) = (one[head..<one.count - tail], two[head..<two.count - tail])
    if from.count + to.count == 0 { return false }
    if from.count <= 1 && to.count <= 1 { return true }
    return from.count == 2 && to.count == 2 && from.first == to.last && from.last == to.first
  }
}
