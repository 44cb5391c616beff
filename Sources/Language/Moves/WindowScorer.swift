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

  /// A term of an example that a term of the reply meets.
  private struct Hit {
    var posting: ExampleIndex.Posting
    /// Whether it is meant the same.
    var holds: Bool
  }

  init(index: ExampleIndex, terms: [Term]) {
    self.index = index
    self.terms = terms
    hits = terms.map { term in
      (index.postings[term.key] ?? []).map { posting in
        Hit(
          posting: posting,
          holds: Agreement.holds(index.examples[posting.example].terms[posting.term], term))
      }
    }
  }

  /// One shared word of weight is thinner evidence than its share of the example says.
  static let singleWordCost = 80

  /// For a term of an example: which term of the stretch was found, and whether it is meant the same.
  private struct Found {
    var term: Int32 = -1
    var holds = false
  }

  /// Scores of every example that shares a weighty word with these terms, by example.
  func scores(of window: Range<Int>) -> [WindowScore] {
    // A place for each term of each example: filling them all is quicker than looking the found ones up.
    var found = [Found](repeating: Found(), count: index.termCount)
    var isMet = [Bool](repeating: false, count: index.examples.count)
    for position in window {
      for hit in hits[position] {
        let place = index.firstTerms[hit.posting.example] + hit.posting.term
        if found[place].holds { continue }
        found[place] = Found(term: Int32(truncatingIfNeeded: position), holds: hit.holds)
        isMet[hit.posting.example] = true
      }
    }
    let surplus = window.reduce(0) { $0 + ExampleIndex.surplus(terms[$1].load) }
    return isMet.indices.compactMap { example in
      guard isMet[example] else { return nil }
      let first = index.firstTerms[example]
      return score(
        example, found[first..<first + index.examples[example].weights.count], surplus: surplus)
    }
  }

  private func score(_ number: Int, _ tally: ArraySlice<Found>, surplus: Int) -> WindowScore? {
    let example = index.examples[number]
    var matched = 0
    var against = 0
    var rest = surplus
    var used: [Int] = []
    for (slot, found) in tally.enumerated() where found.term >= 0 {
      let term = Int(found.term)
      let weight = example.weights[slot] * closeness(example.terms[slot], terms[term]) / 1000
      if found.holds { matched += weight } else { against += example.weights[slot] }
      rest -= ExampleIndex.surplus(terms[term].load)
      if found.holds { used.append(term) }
    }
    let gained = matched - against * 3 / 2
    guard gained > 0 else { return nil }
    let recall = gained * 1000 / example.total
    let precision = gained * 1000 / max(1, matched + max(0, rest))
    let weighty = used.count(where: isContent)
    if weighty == 0 { return nil }
    let single = weighty == 1 ? Self.singleWordCost : 0
    let mean = min(2 * recall * precision / max(1, recall + precision), ceiling(example, tally))
    let score = max(0, mean - single)
    guard score >= PhraseRecogniser.nearly else {
      return WindowScore(example: number, score: score, tokens: [], content: [])
    }
    return WindowScore(
      example: number, score: score, tokens: tokens(used), content: tokens(used.filter(isContent)))
  }

  private func isContent(_ term: Int) -> Bool { terms[term].load != .light && terms[term].load != .adverb }

  /// An example that does its deed by a word ("sorry") is not matched without that word, however much else is there.
  private func ceiling(_ example: ExampleIndex.Example, _ tally: ArraySlice<Found>) -> Int {
    example.deeds.isEmpty || example.deeds.contains { tally[tally.startIndex + $0].holds }
      ? 1000 : PhraseRecogniser.enough - 50
  }

  /// Equal values count whole, other values of the same kind for half.
  private func closeness(_ example: Term, _ reply: Term) -> Int {
    guard let wanted = example.value, let given = reply.value else { return 1000 }
    return wanted.agrees(with: given) ? 1000 : 500
  }

  private func tokens(_ used: [Int]) -> [Int] { used.flatMap { Array(terms[$0].tokens) }.sorted() }
}
