/// Forms that no suffix rule can bring together: irregular verbs and plurals, and British -ise.
enum IrregularForms {
  /// The letters of the base form of an inflected form; nil for every other word.
  static func base(of word: Span<UInt8>) -> [UInt8]? { base[word] }

  private static let base: WordTable = {
    var table: [String: String] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      for form in words.dropFirst() { table[form] = words[0] }
    }
    return WordTable(table)
  }()

  /// "apologise" as "apologize", "organisation" as "organization"; other words as they are.
  static func withZed(_ word: String) -> String {
    for ending in isEndings where word.hasSuffix(ending) {
      let root = word.dropLast(ending.utf8.count)
      if root.utf8.count < 3 || keepsEss.contains(String(root)) { return word }
      return root + "iz" + ending.dropFirst(2)
    }
    return word
  }

  /// Whether `withZed` may change a word: it is long, and "is" stands in it, as it does in all these endings.
  static func mayTakeZed(_ word: [UInt8]) -> Bool {
    guard word.count > 5 else { return false }
    var (before, hasIs) = (UInt8(0), false)
    for byte in word {
      if byte == 0x27 { return false }
      if before == 0x69, byte == 0x73 { hasIs = true }
      before = byte
    }
    return hasIs
  }

  private static let isEndings = ["isation", "isations", "ise", "ised", "ises", "ising", "iser", "isers"]

  /// Roots whose -ise is no verb ending.
  private static let keepsEss: Set<String> = [
    "prom", "exerc", "surpr", "adv", "rev", "superv", "prec", "conc", "expert", "franch", "compr",
    "comprom", "disgu", "enterpr", "merchand", "prem", "treat", "dev", "desp", "improv", "telev", "adver",
    "advert", "exc", "inc", "cru", "bru", "otherw", "likew", "parad", "demi", "dem", "mort", "circumc", "ra",
    "pra", "no", "appra", "po", "turquo", "porpo", "tortoi", "anyw", "clockw", "para", "rad", "upr", "ar",
  ]

  private static let lines = [
    "tell told", "say said", "send sent", "get got gotten", "give gave given", "take took taken",
    "make made", "go went gone", "come came", "leave left", "lose lost", "keep kept", "buy bought",
    "pay paid", "find found", "know knew known", "understand understood", "feel felt", "hear heard",
    "hold held", "speak spoke spoken", "write wrote written", "break broke broken", "choose chose chosen",
    "see saw seen", "bring brought", "think thought", "sell sold", "meet met", "run ran", "begin began begun",
    "become became", "show shown", "spend spent", "stand stood", "catch caught", "teach taught",
    "ring rang rung", "forget forgot forgotten", "mean meant", "let lets", "deal dealt", "rise risen",
    "fall fell fallen", "drive drove driven", "grow grew grown", "throw threw thrown", "steal stole stolen",
    "wake woke woken", "sleep slept", "read reads", "lead led", "build built", "lend lent", "fix fixes",
    "man men", "woman women", "child children", "person people", "foot feet", "do did done does",
    "have has had", "sorry sory srry soory sorrry", "be am is are was were been being",
  ]
}

/// A word for each of some words, by their letters.
struct WordTable: Sendable {
  private var names = NameTable()
  private var words: [[UInt8]] = []

  init(_ table: [String: String]) {
    for (name, word) in table {
      _ = names.insert(name)
      words.append(Array(word.utf8))
    }
  }

  subscript(name: Span<UInt8>) -> [UInt8]? { names.number(of: name).map { words[$0] } }
  subscript(name: [UInt8]) -> [UInt8]? { self[name.span] }
}
