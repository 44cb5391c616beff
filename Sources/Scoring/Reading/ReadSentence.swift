import Domain
import Language

/// One sentence of a trainee's reply and whether it may earn anything.
struct ReadSentence: Hashable, Sendable {
  /// What keeps a sentence from earning.
  enum Standing: Hashable, Sendable {
    /// The trainee's own words.
    case own
    /// Taken over from the customer or from an article.
    case copied
    /// Catch words strung together without a sentence around them.
    case strung
    /// Said before in the same session: a phrase counts once.
    case repeated
  }

  var tokens: Range<Int>
  var range: TextRange
  var standing: Standing
  /// Indices of the tokens that take up something the customer or the records speak of.
  var matter: [Int]
  /// Words and values in it.
  var wordCount: Int
  /// Share of grammar words in thousandths.
  var grammarShare: Int
  /// Whether it asks something.
  var isQuestion: Bool
}

/// Judges the standing of sentences, one after the other in the order they were sent.
struct StandingJudge {
  /// What the customer and the articles say.
  private var heard = WordRuns()
  /// What the program shows, where the talk is pasted from it.
  var pastedFrom: ShownLines?
  /// Sentences the trainee sent before.
  private var sent: Set<UInt64> = []

  /// What a sentence is made of.
  struct Make {
    var words: [String]
    /// Share of grammar words in thousandths.
    var grammarShare: Int
    /// Lists of catch words it has phrases of.
    var lists: Int
    /// Phrases of them.
    var baits: Int
    /// Parts between commas.
    var parts: Int
    /// Words that take up something the customer spoke of: their name and their things are no catch words.
    var matter: Int
    /// Chosen from the beginner's menu.
    var isChosen: Bool
  }

  /// Remembers words of the customer or an article, so that taking them over is seen.
  mutating func hear(_ words: [String]) { heard.hear(words) }

  /// What a sentence may claim; a sentence judged once counts as said.
  mutating func standing(_ make: Make) -> ReadSentence.Standing {
    let words = make.words
    if words.count >= 7, heard.share(of: words) >= 750 { return .copied }
    if !make.isChosen, let pastedFrom, pastedFrom.contain(words) { return .copied }
    if Self.isStrung(make), make.matter * 2 < words.count { return .strung }
    if words.count >= 3, !sent.insert(WordRuns.mark(of: words[...])).inserted { return .repeated }
    return .own
  }

  /// Hardly a grammar word between catch words, one after the other through a long sentence, or scraps of them: six and
  /// more between commas, four words each at most, or five and more between "and" and "and".
  private static func isStrung(_ make: Make) -> Bool {
    let count = make.words.count
    let joins = make.words.count { $0 == "and" }
    if joins >= 4, make.lists >= 2, count <= joins * 7, make.matter * 2 < joins { return true }
    if count >= 30, make.lists >= 8, count <= make.baits * 4, make.matter * 3 < make.baits { return true }
    if count >= 6, make.grammarShare < 250, make.lists >= 3 { return true }
    return make.parts >= 6 && make.lists >= 4 && count <= make.parts * 4
  }
}
