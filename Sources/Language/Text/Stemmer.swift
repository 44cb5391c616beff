/// Reduces an English word to its stem, so that "refunding", "refunded" and "refunds" are one word.
///
/// Written from the description of Porter2: M. F. Porter, "The English (Porter2) stemming algorithm",
/// snowballstem.org/algorithms/english/stemmer.html. Two steps of our own come first: common irregular
/// forms go to their base ("told" to "tell") and the British -ise to -ize.
public struct Stemmer: Sendable {
  /// Words longer than this, in letters, are left as they are.
  public static let longestWord = 40

  /// The stem of a word in lower case; a word with anything but a–z and apostrophes is its own stem.
  public static func stem(_ word: String) -> String {
    StemMemory.shared.stem(word) { word in
      var stemmer = Stemmer()
      return String(decoding: stemmer.stem(word.utf8.span), as: UTF8.self)
    }
  }

  /// The stem by Porter2 alone, without the irregular forms and the -ise rule.
  public static func porter2(_ word: String) -> String {
    var stemmer = Stemmer()
    stemmer.word = Array(word.utf8)
    stemmer.porter2()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  /// One that has read nothing yet: it stems word after word in the same memory.
  init() {}

  /// The letters of a word's stem: what reads long lists asks for them, word by word.
  mutating func stem(_ word: Span<UInt8>) -> [UInt8] {
    self.word.removeAll(keepingCapacity: true)
    if let base = IrregularForms.base(of: word) {
      self.word.append(contentsOf: base)
    } else {
      word.withUnsafeBufferPointer { self.word.append(contentsOf: $0) }
    }
    if IrregularForms.mayTakeZed(self.word) {
      self.word = Array(IrregularForms.withZed(String(decoding: self.word, as: UTF8.self)).utf8)
    }
    porter2()
    return self.word
  }

  private mutating func porter2() {
    guard word.count > 2, word.count <= Self.longestWord, word.allSatisfy(Self.isStemmable) else { return }
    if word.count <= Self.longestException, let known = Self.exceptions[word] {
      word = known
      return
    }
    if word.first == 0x27 { word.removeFirst() }
    markConsonantY()
    region1 = firstRegion()
    region2 = regionStart(from: region1)
    run()
    // Only the consonant "y" was made a capital.
    for place in word.indices where word[place] == 0x59 { word[place] = 0x79 }
  }

  private static func isStemmable(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte == 0x27
  }

  // MARK: The word and its regions

  private var word: [UInt8] = []
  private var region1 = 0
  private var region2 = 0

  private mutating func run() {
    step0()
    step1a()
    if (6...7).contains(word.count),
      Self.finishedAfterStep1a.contains(where: { $0.count == word.count && ends($0) })
    {
      return
    }
    step1b()
    step1c()
    step2()
    step3()
    step4()
    step5()
  }

  private mutating func markConsonantY() {
    for index in word.indices where word[index] == 0x79 {
      if index == 0 || Self.isVowel(word[index - 1]) { word[index] = 0x59 }
    }
  }

  private func firstRegion() -> Int {
    guard let prefix = Self.wholePrefix(by: word[0]), word.starts(with: prefix.utf8) else {
      return regionStart(from: 0)
    }
    return prefix.utf8.count
  }

  /// Where it begins a word, the first region begins after it: there is one at most for a first letter.
  private static func wholePrefix(by letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "a"): "arsen"
    case UInt8(ascii: "c"): "commun"
    case UInt8(ascii: "e"): "emerg"
    case UInt8(ascii: "g"): "gener"
    case UInt8(ascii: "i"): "inter"
    case UInt8(ascii: "l"): "later"
    case UInt8(ascii: "o"): "organ"
    case UInt8(ascii: "p"): "past"
    case UInt8(ascii: "u"): "univers"
    default: nil
    }
  }

  private func regionStart(from start: Int) -> Int {
    var index = start + 1
    while index < word.count {
      if !Self.isVowel(word[index]) && Self.isVowel(word[index - 1]) { return index + 1 }
      index += 1
    }
    return word.count
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  // MARK: Looking at endings

  private func ends(_ ending: WordEnding) -> Bool { ending.isLast(of: word, tail: WordEnding.tail(of: word)) }

  private func inRegion1(_ ending: WordEnding) -> Bool { word.count - ending.count >= region1 }
  private func inRegion2(_ ending: WordEnding) -> Bool { word.count - ending.count >= region2 }

  private func letter(before ending: WordEnding) -> UInt8? {
    let index = word.count - ending.count - 1
    return index >= 0 ? word[index] : nil
  }

  private mutating func replace(_ ending: WordEnding, with other: String) {
    word.removeLast(min(ending.count, word.count))
    word.append(contentsOf: other.utf8)
  }

  private func hasVowel(before ending: WordEnding) -> Bool {
    word.dropLast(ending.count).contains(where: Self.isVowel)
  }

  private func endsInShortSyllable() -> Bool {
    let count = word.count
    if ends("past") && count == 4 { return true }
    if count == 2 { return Self.isVowel(word[0]) && !Self.isVowel(word[1]) }
    guard count > 2 else { return false }
    let last = word[count - 1]
    return !Self.isVowel(word[count - 3]) && Self.isVowel(word[count - 2]) && !Self.isVowel(last)
      && last != 0x77 && last != 0x78 && last != 0x59
  }

  private var isShort: Bool { region1 >= word.count && endsInShortSyllable() }

  // MARK: The steps

  private mutating func step0() {
    if let ending = Self.step0Endings.longest(of: word) { replace(ending, with: "") }
  }

  private mutating func step1a() {
    guard let ending = Self.step1aEndings.longest(of: word) else { return }
    switch ending {
    case "sses": replace(ending, with: "ss")
    case "ied", "ies": replace(ending, with: word.count > 4 ? "i" : "ie")
    case "s":
      if word.dropLast(2).contains(where: Self.isVowel) { word.removeLast() }
    default: break
    }
  }

  private mutating func step1b() {
    guard let ending = Self.step1bEndings.longest(of: word) else { return }
    if ending == "eed" || ending == "eedly" {
      if inRegion1(ending) { replace(ending, with: "ee") }
      return
    }
    if ending == "ing", word.count == 5, word[1] == 0x79, !Self.isVowel(word[0]) {
      return replace("ying", with: "ie")  // dying, lying, tying, vying
    }
    guard hasVowel(before: ending) else { return }
    replace(ending, with: "")
    mendAfterStep1b()
  }

  private mutating func mendAfterStep1b() {
    if ends("at") || ends("bl") || ends("iz") {
      word.append(0x65)
    } else if endsInDouble() {
      let firstIsVowel = word.count == 3 && [0x61, 0x65, 0x6F].contains(word[0])
      if !firstIsVowel { word.removeLast() }
    } else if isShort {
      word.append(0x65)
    }
  }

  private func endsInDouble() -> Bool {
    guard word.count > 1, let last = word.last, last == word[word.count - 2] else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  private mutating func step1c() {
    guard word.count > 2, let last = word.last, last == 0x79 || last == 0x59 else { return }
    if !Self.isVowel(word[word.count - 2]) { word[word.count - 1] = 0x69 }
  }

  private mutating func step2() {
    guard let ending = Self.step2Suffixes.longest(of: word), inRegion1(ending) else { return }
    switch ending {
    case "li":
      if let before = letter(before: "li"), "cdeghkmnrt".utf8.contains(before) { replace("li", with: "") }
    case "ogi":
      if letter(before: "ogi") == 0x6C { replace("ogi", with: "og") }
    default:
      if let other = Self.step2Endings[ending] { replace(ending, with: other) }
    }
  }

  private mutating func step3() {
    guard let ending = Self.step3Suffixes.longest(of: word), inRegion1(ending) else { return }
    if ending == "ative" {
      if inRegion2(ending) { replace(ending, with: "") }
    } else if let other = Self.step3Endings[ending] {
      replace(ending, with: other)
    }
  }

  private mutating func step4() {
    guard let ending = Self.step4Endings.longest(of: word), inRegion2(ending) else { return }
    if ending == "ion" {
      if let before = letter(before: "ion"), before == 0x73 || before == 0x74 { replace("ion", with: "") }
    } else {
      replace(ending, with: "")
    }
  }

  private mutating func step5() {
    if ends("e") {
      let long = inRegion2("e")
      word.removeLast()
      let keep = !(long || (word.count >= region1 && !endsInShortSyllable()))
      if keep { word.append(0x65) }
    } else if ends("ll"), inRegion2("l") {
      word.removeLast()
    }
  }

  // MARK: Tables of the algorithm

  private static let exceptions = WordTable([
    "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli",
    "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas",
    "cosmos": "cosmos", "bias": "bias", "andes": "andes",
  ])
  private static let longestException = 6
  private static let finishedAfterStep1a: [WordEnding] = [
    "inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed",
  ]
  private static let step2Endings: [WordEnding: String] = [
    "tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent",
    "izer": "ize", "ization": "ize", "ational": "ate", "ation": "ate", "ator": "ate",
    "alism": "al", "aliti": "al", "alli": "al", "fulness": "ful", "ousli": "ous",
    "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble", "bli": "ble",
    "ogi": "og", "ogist": "og", "fulli": "ful", "lessli": "less", "li": "",
  ]
  private static let step3Endings: [WordEnding: String] = [
    "tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic",
    "ical": "ic", "ful": "", "ness": "", "ative": "",
  ]
  private static let step0Endings = WordEndings(["'", "'s", "'s'"])
  private static let step1aEndings = WordEndings(["sses", "ied", "ies", "us", "ss", "s"])
  private static let step1bEndings = WordEndings(["eed", "eedly", "ed", "edly", "ing", "ingly"])
  private static let step2Suffixes = WordEndings(step2Endings.keys)
  private static let step3Suffixes = WordEndings(step3Endings.keys)
  private static let step4Endings = WordEndings([
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti",
    "ous", "ive", "ize", "ion",
  ])
}
