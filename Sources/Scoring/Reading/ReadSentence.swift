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
  /// Every run of four words that others wrote before.
  private var runs: Set<UInt64> = []
  /// Sentences the trainee sent before.
  private var sent: Set<UInt64> = []

  private static let runLength = 4

  /// Remembers words of the customer or an article, so that taking them over is seen.
  mutating func hear(_ words: [String]) {
    for run in Self.runs(of: words) { runs.insert(run) }
  }

  /// What a sentence may claim; a sentence judged once counts as said.
  mutating func standing(words: [String], grammarShare: Int, lists: Int) -> ReadSentence.Standing {
    if words.count >= 6, isTakenOver(words) { return .copied }
    if words.count >= 6, grammarShare < 250, lists >= 3 { return .strung }
    if words.count >= 3, !sent.insert(Self.mark(of: words[...])).inserted { return .repeated }
    return .own
  }

  /// At least three quarters of the runs of four words stand in what others wrote.
  private func isTakenOver(_ words: [String]) -> Bool {
    let own = Self.runs(of: words)
    let known = own.count { runs.contains($0) }
    return !own.isEmpty && known * 4 >= own.count * 3
  }

  private static func runs(of words: [String]) -> [UInt64] {
    guard words.count >= runLength else { return [] }
    return (0...(words.count - runLength)).map { mark(of: words[$0..<$0 + runLength]) }
  }

  /// FNV-1a over the words (Fowler, Noll, Vo: 64-bit offset basis and prime); the same in every run.
  private static func mark(of words: ArraySlice<String>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01b3
    }
    return hash
  }
}
