/// Counts the syllables of an English word by its letters.
///
/// One for each group of vowels, less a silent final e, -es and -ed, plus the vowel pairs that are spoken apart: the
/// usual rules behind the Kincaid formula. Against a pronouncing dictionary such rules are right for most words.
public enum Syllables {
  /// Syllables of a word in lower case; at least 1, also for numerals and unknown scripts.
  public static func count(_ word: some StringProtocol) -> Int {
    let letters = Array(word.utf8.filter { (0x61...0x7A).contains($0) })
    guard letters.count > 2 else { return 1 }
    return max(1, groups(letters) - silent(letters) + split(letters))
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private static func groups(_ letters: [UInt8]) -> Int {
    letters.indices.count { isVowel(letters[$0]) && ($0 == 0 || !isVowel(letters[$0 - 1])) }
  }

  /// Final vowels written but not spoken: "late", "times", "asked"; not "table", "boxes", "waited".
  private static func silent(_ letters: [UInt8]) -> Int {
    let count = letters.count
    if ends(letters, "e"), !isVowel(letters[count - 2]) {
      return ends(letters, "le") && count > 2 && !isVowel(letters[count - 3]) ? 0 : 1
    }
    if ends(letters, "ely"), count > 4 { return 1 }
    if ends(letters, "ed"), !isVowel(letters[count - 3]) {
      return "td".utf8.contains(letters[count - 3]) ? 0 : 1
    }
    if ends(letters, "es"), !isVowel(letters[count - 3]) {
      let hisses = "sxzcg".utf8.contains(letters[count - 3]) || ends(letters, "ches") || ends(letters, "shes")
      let isLiquid = ends(letters, "les") && count > 3 && !isVowel(letters[count - 4])
      return hisses || isLiquid ? 0 : 1
    }
    return 0
  }

  /// Vowels side by side in two syllables: "trial", "previous" is not, "being", "create", "idea".
  private static func split(_ letters: [UInt8]) -> Int {
    var extra = 0
    if ends(letters, "ier"), letters.count > 5, !ends(letters, "shier") { extra += 1 }
    if ends(letters, "ea"), groups(letters) > 1 { extra += 1 }
    for index in letters.indices.dropLast() {
      let next = letters[index + 1]
      let before: UInt8 = index > 0 ? letters[index - 1] : 0
      switch letters[index] {
      case 0x69:  // i
        let softened = "tcsg".utf8.contains(before)
        if next == 0x61 && !softened { extra += 1 }
        if next == 0x6F && !softened && before != 0x6E { extra += 1 }
      case 0x65:  // e
        if next == 0x69 && ends(letters, "eing") && index == letters.count - 4 { extra += 1 }
        if next == 0x6F && before != 0x67 && !letters.dropFirst(index + 2).starts(with: "p".utf8) {
          extra += 1
        }
        if next == 0x61 && before == 0x72 && letters.dropFirst(index + 2).starts(with: "t".utf8) && index > 1
        {
          extra += letters[index - 2] == 0x63 ? 1 : 0
        }
      case 0x75, 0x79:  // u, y
        if next == 0x69 && ends(letters, "ing") && index == letters.count - 4 && before != 0x71 { extra += 1 }
        let after: UInt8 = index + 2 < letters.count ? letters[index + 2] : 0
        if next == 0x61 && "tl".utf8.contains(after) && !"qg".utf8.contains(before) { extra += 1 }
      default: break
      }
    }
    return extra
  }

  private static func ends(_ letters: [UInt8], _ suffix: String) -> Bool {
    guard letters.last == suffix.utf8.last else { return false }
    let start = letters.count - suffix.utf8.count
    return start >= 0 && letters[start...].elementsEqual(suffix.utf8)
  }
}
