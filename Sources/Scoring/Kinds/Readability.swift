import Domain
import Language

/// Finds where a reply shouts: four capital words in a row, mostly capitals, or rows of exclamation marks.
enum Shouting {
  private static let longestRun = 3

  static func place(in reply: ReadReply) -> TextRange? { capitals(in: reply) ?? marks(in: reply) }

  /// A stretch of words in capitals; numbers of record and short forms among small words are none.
  private static func capitals(in reply: ReadReply) -> TextRange? {
    let tokens = reply.reply.tokens
    let words = tokens.indices.filter { tokens[$0].kind == .word && !tokens[$0].isContractionTail }
    var run: [Int] = []
    var longest: [Int] = []
    for index in words {
      if tokens[index].letterCase == .upper || (!run.isEmpty && ["i", "a"].contains(tokens[index].normal)) {
        run.append(index)
      } else {
        run = []
      }
      let loud = run.count { tokens[$0].letterCase == .upper }
      if loud > longest.count { longest = run }
    }
    let isMost = longest.count >= 2 && longest.count * 2 > words.count
    guard longest.count > longestRun || isMost, let first = longest.first, let last = longest.last else {
      return nil
    }
    return reply.range(of: first..<last + 1)
  }

  /// "!!!" once, or an exclamation mark after nearly everything.
  private static func marks(in reply: ReadReply) -> TextRange? {
    let signs = reply.reply.tokens.filter { $0.kind == .punctuation && $0.range.utf8.count >= 3 }
    return signs.first { $0.normal == "!" || $0.normal == "?" }.map { TextRange($0.range) }
  }
}

/// Finds a sentence that cannot be read for want of signs.
enum Readability {
  struct Trouble {
    var range: TextRange
    var note: String
  }

  /// How many words may stand without a sign: few in a message that is read as writing, more in lines and speech.
  private static func longestRun(on channel: Channel?) -> Int {
    switch channel?.turnForm {
    case .message: 26
    case .lines, .speech, nil: 45
    }
  }

  /// Capitals have no shape to rest the eye on: a run of them is harder to read.
  private static let longestShout = 15

  static func trouble(in reply: ReadReply, on channel: Channel?) -> Trouble? {
    let limit = Shouting.place(in: reply) == nil ? longestRun(on: channel) : longestShout
    for sentence in reply.sentences where sentence.wordCount > limit {
      if let run = longRun(in: sentence, reply, limit) {
        return Trouble(range: run, note: "no sign to rest at")
      }
    }
    guard channel?.turnForm == .message else { return nil }
    if let chain = commaChain(in: reply) { return chain }
    return smallStarts(in: reply)
  }

  /// A stretch without a comma, a colon or the like that is longer than the limit.
  private static func longRun(in sentence: ReadSentence, _ reply: ReadReply, _ limit: Int) -> TextRange? {
    var start = sentence.tokens.lowerBound
    var words = 0
    for index in sentence.tokens {
      let token = reply.reply.tokens[index]
      if token.kind == .punctuation, !["'", "\""].contains(token.normal) {
        (start, words) = (index + 1, 0)
      } else if token.isWordLike, !token.isContractionTail {
        words += 1
        if words > limit { return reply.range(of: start..<sentence.tokens.upperBound) }
      }
    }
    return nil
  }

  /// A sentence of many small ones with only commas between: "the van broke down, the driver called, we sent another".
  private static func commaChain(in reply: ReadReply) -> Trouble? {
    let chain = reply.sentences.first { sentence in
      guard sentence.wordCount >= 24 else { return false }
      let parts = sentence.tokens.split { reply.reply.tokens[$0].normal == "," }
      return parts.count { isSmallSentence($0.map { reply.reply.tokens[$0] }) } >= longestChain
    }
    return chain.map { Trouble(range: $0.range, note: "a chain of commas; make sentences of it") }
  }

  private static let longestChain = 6

  /// Three words or more that open with who or what it is about, so that it could stand alone.
  private static func isSmallSentence(_ tokens: [Token]) -> Bool {
    let words = tokens.filter(\.isWordLike)
    guard words.count >= 3 else { return false }
    let subjects: Set<String> = [
      "i", "we", "you", "he", "she", "it", "they", "the", "your", "our", "this", "that", "there", "so", "now",
    ]
    return subjects.contains(words[0].normal)
  }

  /// A message in which most sentences begin with a small letter.
  private static func smallStarts(in reply: ReadReply) -> Trouble? {
    let whole = reply.sentences.filter { $0.wordCount >= 4 }
    let small = whole.filter { sentence in
      let first = sentence.tokens.map { reply.reply.tokens[$0] }.first(where: \.isWordLike)
      return first?.kind == .word && first?.letterCase == .lower
    }
    guard whole.count >= 2, small.count * 2 > whole.count, let first = small.first else { return nil }
    return Trouble(range: first.range, note: "no capital, no beginning")
  }
}
