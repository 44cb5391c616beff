/// How well one stretch of a reply matches one example.
struct WindowScore: Hashable, Sendable {
  var example: Int
  /// Harmonic mean of the example's share found and the stretch's share used, in thousandths.
  var score: Int
  /// Tokens that matched, words of grammar included; not told for a score that is too low to count.
  var tokens: [Int]
  /// Tokens that matched and carry weight; likewise.
  var content: [Int]
}

/// Scores stretches of a reply against all examples that share a word with them.
struct WindowScorer {
  private let index: ExampleIndex
  private let terms: [Term]
  /// For each term of the reply, where the examples have it; looked up once, for a term stands in several stretches.
  private let hits: [[Hit]]
  /// For each term of the reply, what it takes from an example that lacks it, and whether it carries weight.
  private let surplus: [Int]
  private let isContent: [Bool]

  /// A term of an example that a term of the reply meets.
  private struct Hit {
    var example: Int
    /// Its place among the terms of all examples.
    var place: Int
    var closeness: Int
    /// Whether it is meant the same.
    var holds: Bool
  }

  init(index: ExampleIndex, terms: [Term]) {
    self.index = index
    self.terms = terms
    surplus = terms.map { ExampleIndex.surplus($0.load) }
    isContent = terms.map { $0.load != .light && $0.load != .adverb }
    hits = terms.map { term in
      (index.postings[term.key] ?? []).map { posting in
        let meant = index.examples[posting.example].terms[posting.term]
        return Hit(
          example: posting.example, place: index.firstTerms[posting.example] + posting.term,
          closeness: term.value == nil ? 1000 : Self.closeness(meant, term),
          holds: Agreement.holds(meant, term))
      }
    }
  }

  /// One shared word of weight is thinner evidence than its share of the example says.
  static let singleWordCost = 80

  /// For a term of an example: which term of the stretch was found, how close it is, and whether it is meant the same.
  private struct Found {
    var term = -1
    var closeness = 0
    var holds = false
  }

  /// Scores of every example that shares a weighty word with these terms, by example.
  func scores(of window: Range<Int>) -> [WindowScore] {
    // A place for each term of each example: filling them all is quicker than looking the found ones up.
    var found = [Found](repeating: Found(), count: index.termCount)
    var isMet = [Bool](repeating: false, count: index.examples.count)
    for position in window {
      for hit in hits[position] where !found[hit.place].holds {
        found[hit.place] = Found(term: position, closeness: hit.closeness, holds: hit.holds)
        isMet[hit.example] = true
      }
    }
    let all = window.reduce(0) { $0 + surplus[$1] }
    return isMet.indices.compactMap { isMet[$0] ? score($0, found, surplus: all) : nil }
  }

  private func score(_ example: Int, _ found: [Found], surplus all: Int) -> WindowScore? {
    let first = index.firstTerms[example]
    let places = first..<first + index.examples[example].terms.count
    var (matched, against, rest, weighty) = (0, 0, all, 0)
    for place in places where found[place].term >= 0 {
      let term = found[place].term
      rest -= surplus[term]
      if found[place].holds {
        matched += index.weights[place] * found[place].closeness / 1000
        if isContent[term] { weighty += 1 }
      } else {
        against += index.weights[place]
      }
    }
    let gained = matched - against * 3 / 2
    guard gained > 0, weighty > 0 else { return nil }
    let recall = gained * 1000 / index.examples[example].total
    let precision = gained * 1000 / max(1, matched + max(0, rest))
    let mean = min(2 * recall * precision / max(1, recall + precision), ceiling(example, first, found))
    let score = max(0, mean - (weighty == 1 ? Self.singleWordCost : 0))
    guard score >= PhraseRecogniser.nearly else {
      return WindowScore(example: example, score: score, tokens: [], content: [])
    }
    let used = places.filter { found[$0].holds }.map { found[$0].term }
    return WindowScore(
      example: example, score: score, tokens: tokens(used), content: tokens(used.filter { isContent[$0] }))
  }

  /// An example that does its deed by a word ("sorry") is not matched without that word, however much else is there.
  private func ceiling(_ example: Int, _ first: Int, _ found: [Found]) -> Int {
    let deeds = index.examples[example].deeds
    return deeds.isEmpty || deeds.contains { found[first + $0].holds } ? 1000 : PhraseRecogniser.enough - 50
  }

  /// Equal values count whole, other values of the same kind for half.
  private static func closeness(_ example: Term, _ reply: Term) -> Int {
    guard let wanted = example.value, let given = reply.value else { return 1000 }
    return wanted.agrees(with: given) ? 1000 : 500
  }

  private func tokens(_ used: [Int]) -> [Int] { used.flatMap { Array(terms[$0].tokens) }.sorted() }
}
