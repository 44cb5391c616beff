/// Words that tell more or less of one thing in several forms: "fast", "faster", "quickly".
enum Grades {
  /// The plain word that stands for a form of it and of its like: "fast" for "quicker"; nil for any other word.
  static func base(of word: String) -> String? { forms[word] }

  /// Whether a word compares by its own form: "faster", not "more quickly".
  static func isComparative(_ word: String) -> Bool { comparatives.contains(word) }

  private static let (forms, comparatives): ([String: String], Set<String>) = {
    var forms: [String: String] = [:]
    var comparatives: Set<String> = []
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      for word in words {
        forms[word] = words[0]
        let comparative = comparative(of: word)
        forms[comparative] = words[0]
        comparatives.insert(comparative)
        if hasAdverb.contains(word) { forms[adverb(of: word)] = words[0] }
      }
    }
    for (word, base) in [("better", "good"), ("worse", "bad"), ("further", "far"), ("farther", "far")] {
      forms[word] = base
      comparatives.insert(word)
    }
    return (forms, comparatives)
  }()

  private static func comparative(of word: String) -> String {
    if word.hasSuffix("e") { return word + "r" }
    if word.hasSuffix("y") { return word.dropLast() + "ier" }
    return word + (doubled.contains(word) ? String(word.suffix(1)) : "") + "er"
  }

  private static func adverb(of word: String) -> String {
    word.hasSuffix("y") ? word.dropLast() + "ily" : word + "ly"
  }

  /// The first word of a line stands for all.
  private static let lines = [
    "fast quick rapid swift speedy", "slow sluggish", "big large", "small little tiny", "high", "low", "tall",
    "short", "long", "wide broad", "narrow", "thick", "thin", "deep", "shallow", "heavy", "hot", "warm",
    "cool", "cold", "hard", "soft", "strong", "weak", "loud noisy", "quiet", "bright", "dim", "dark", "old",
    "young", "rich", "poor", "cheap", "safe", "easy", "dense", "smooth", "rough", "sharp", "blunt", "clean",
    "dirty", "wet", "dry", "steep", "flat", "tight", "loose", "happy", "sad", "early", "late", "good", "bad",
    "far",
  ]

  private static let doubled: Set<String> = ["big", "hot", "thin", "wet", "dim", "sad", "flat"]

  private static let hasAdverb: Set<String> = [
    "quick", "rapid", "swift", "slow", "loud", "quiet", "bright", "cheap", "safe", "easy", "strong", "weak",
    "tight", "loose", "dense", "thick", "thin", "poor", "bad", "heavy", "happy", "sad", "smooth",
  ]
}
