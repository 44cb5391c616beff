/// A stretch of a reply that is heard as one: a clause, a sentence, or all of it.
struct HeardWindow: Hashable, Sendable {
  var tokens: Range<Int>
  /// Indices into the reply's terms.
  var terms: Range<Int>
  var range: TextRange

  var passage: Passage { Passage(tokens: tokens, range: range) }

  /// Whether all of another lies inside.
  func holds(_ other: HeardWindow) -> Bool {
    tokens.lowerBound <= other.tokens.lowerBound && other.tokens.upperBound <= tokens.upperBound
  }

  /// The tokens that carry weight.
  func content(_ all: [Term]) -> [Int] {
    let weighty = all[terms].filter { [.content, .common, .value].contains($0.load) }
    return (weighty.isEmpty ? Array(all[terms]) : weighty).flatMap { Array($0.tokens) }
  }

  /// Clauses, sentences and, if it is short, the whole, each once; sentences first when there are too many.
  static func all(in reply: Reply, _ terms: [Term], most: Int) -> [HeardWindow] {
    var passages = reply.clauses.prefix(most) + reply.sentences.prefix(most)
    if passages.count > most { passages = reply.sentences.prefix(most) + reply.clauses.prefix(most) }
    if let first = reply.tokens.first, let last = reply.tokens.last,
      terms.count <= PhraseRecogniser.shortReply, passages.count < most
    {
      passages.append(Passage(tokens: reply.tokens.indices, range: first.range.through(last.range)))
    }
    var seen: Set<Range<Int>> = []
    return passages.prefix(most).compactMap { passage in
      let own = Self.terms(terms, in: passage.tokens)
      guard saysSomething(terms[own]), seen.insert(own).inserted else { return nil }
      return HeardWindow(tokens: passage.tokens, terms: own, range: passage.range)
    }
  }

  /// A word of weight, or three of grammar.
  private static func saysSomething(_ terms: ArraySlice<Term>) -> Bool {
    terms.count >= 3 || terms.contains { [.content, .common].contains($0.load) }
  }

  /// The terms that begin inside these tokens, by binary search.
  private static func terms(_ terms: [Term], in tokens: Range<Int>) -> Range<Int> {
    let first = place(terms, of: tokens.lowerBound)
    return first..<max(first, place(terms, of: tokens.upperBound))
  }

  private static func place(_ terms: [Term], of token: Int) -> Int {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
