/// How well one stretch of a reply matches one example.
struct WindowScore: Hashable, Sendable {
  var example: Int
  /// Harmonic mean of the example's share found and the stretch's share used, in thousandths.
  var score: Int
  /// Tokens that matched, words of grammar included.
  var tokens: [Int]
  /// Tokens that matched and carry weight.
  var content: [Int]
}

/// Scores stretches of a reply against all examples that share a word with them.
struct WindowScorer {
  let index: ExampleIndex
  let terms: [Term]

  /// One shared word of weight is thinner evidence than its share of the example says.
  static let singleWordCost = 80

  /// What was found of one example so far.
  private struct Tally {
    /// For each term of the example found: which term of the stretch, and whether it is meant the same.
    var found: [Int: (term: Int, holds: Bool)] = [:]
  }

  /// Scores of every example that shares a weighty word with these terms, by example.
  func scores(of window: Range<Int>) -> [WindowScore] {
    var tallies: [Int: Tally] = [:]
    for position in window {
      for posting in index.postings[terms[position].key] ?? [] {
        let holds = Agreement.holds(index.examples[posting.example].terms[posting.term], terms[position])
        if tallies[posting.example]?.found[posting.term]?.holds == true { continue }
        tallies[posting.example, default: Tally()].found[posting.term] = (position, holds)
      }
    }
    let surplus = window.reduce(0) { $0 + ExampleIndex.surplus(terms[$1].load) }
    return tallies.keys.sorted().compactMap { example in
      tallies[example].flatMap { score(example, $0, surplus: surplus) }
    }
  }

  private func score(_ number: Int, _ tally: Tally, surplus: Int) -> WindowScore? {
    let example = index.examples[number]
    var matched = 0
    var against = 0
    var rest = surplus
    var used: [Int] = []
    for (slot, found) in tally.found.sorted(by: { $0.key < $1.key }) {
      let weight = example.weights[slot] * closeness(example.terms[slot], terms[found.term]) / 1000
      if found.holds { matched += weight } else { against += example.weights[slot] }
      rest -= ExampleIndex.surplus(terms[found.term].load)
      if found.holds { used.append(found.term) }
    }
    let gained = matched - against * 3 / 2
    guard gained > 0 else { return nil }
    let recall = gained * 1000 / example.total
    let precision = gained * 1000 / max(1, matched + max(0, rest))
    let content = used.filter { ![.light, .adverb].contains(terms[$0].load) }
    if content.isEmpty { return nil }
    let single = content.count == 1 ? Self.singleWordCost : 0
    let mean = min(2 * recall * precision / max(1, recall + precision), ceiling(example, tally))
    return WindowScore(
      example: number, score: max(0, mean - single), tokens: tokens(used), content: tokens(content))
  }

  /// An example that does its deed by a word ("sorry") is not matched without that word, however much else is there.
  private func ceiling(_ example: ExampleIndex.Example, _ tally: Tally) -> Int {
    let deeds = example.terms.indices.filter { example.terms[$0].isExpressive && example.weights[$0] > 0 }
    return deeds.isEmpty || deeds.contains { tally.found[$0]?.holds == true }
      ? 1000 : PhraseRecogniser.enough - 50
  }

  /// Equal values count whole, other values of the same kind for half.
  private func closeness(_ example: Term, _ reply: Term) -> Int {
    guard let wanted = example.value, let given = reply.value else { return 1000 }
    return wanted.agrees(with: given) ? 1000 : 500
  }

  private func tokens(_ used: [Int]) -> [Int] { used.flatMap { Array(terms[$0].tokens) }.sorted() }
}
