/// How one word of a fact is met by a reply.
struct FactMatch: Hashable, Sendable {
  /// Index into the fact's terms.
  let wanted: Int
  /// Index into the reply's terms, nil when nothing comes near.
  var found: Int?
  /// How close in meaning, 0–1.
  var closeness: Double
  /// Whether the reply's word is the opposite of the fact's.
  var isOpposite = false
  /// Whether it is the opposite told from the other side: "bought from" for "sold to".
  var isConverse = false
  /// Whether one of the two is denied and the other is not.
  var isDenied = false

  /// Whether the reply says the contrary of this word: by an opposite or a denial, not by both.
  var turns: Bool { isOpposite != isDenied }
}

/// The best counterpart in a reply of every word of a fact.
struct FactAlignment: Sendable {
  /// One a term of the fact, in order.
  let matches: [FactMatch]
  /// For every term of the reply, how close the fact comes to it, 0–1.
  let covered: [Double]

  init(_ fact: FactText, _ reply: FactText, _ pairs: TermPairs) {
    var covered = [Double](repeating: 0, count: reply.terms.count)
    let matches = fact.terms.indices.map { index in
      Self.best(index, fact.terms[index], reply.terms, pairs, &covered)
    }
    self.matches = Self.withSpentDenials(matches)
    self.covered = covered
  }

  init(_ matches: [FactMatch], _ covered: [Double]) {
    self.matches = matches
    self.covered = covered
  }

  /// "Not closed on Sunday": the denial is spent on the opposite, so Sunday is not denied as well.
  private static func withSpentDenials(_ matches: [FactMatch]) -> [FactMatch] {
    guard matches.contains(where: { $0.isOpposite && $0.isDenied }) else { return matches }
    return matches.map { match in
      var match = match
      if !match.isOpposite { match.isDenied = false }
      return match
    }
  }

  private static func best(
    _ index: Int, _ wanted: FactTerm, _ terms: [FactTerm], _ pairs: TermPairs, _ covered: inout [Double]
  ) -> FactMatch {
    var match = FactMatch(wanted: index, found: nil, closeness: 0)
    var opposite: Int?
    for place in terms.indices {
      let closeness = pairs.closeness(index, place)
      if opposite == nil, pairs.areOpposite(index, place) {
        opposite = place
        continue
      }
      covered[place] = max(covered[place], closeness)
      if closeness > match.closeness
        || closeness == match.closeness && match.isDenied && closeness > 0
      {
        match.closeness = closeness
        match.found = place
        match.isDenied = isDenied(wanted.stance, terms[place].stance)
      }
    }
    if let opposite, match.closeness < 0.95 {
      match = FactMatch(wanted: index, found: opposite, closeness: 0.8, isOpposite: true)
      match.isDenied = isDenied(wanted.stance, terms[opposite].stance)
      covered[opposite] = max(covered[opposite], 0.8)
    }
    return match
  }

  private static func isDenied(_ wanted: Stance, _ found: Stance) -> Bool {
    wanted.contains(.negated) != found.contains(.negated)
  }
}

/// How close two words or values are in meaning.
enum TermCloseness {
  /// Cosines of the static table below this tell nothing.
  private static let floor = 0.3

  /// 1 for the same word or concept, 0 for nothing in common; `cosine` is that of the two words.
  static func of(_ one: FactWord, _ two: FactWord, cosine: Double) -> Double {
    if one === two || one.concept == two.concept { return 1 }
    if isMistyped(one.normal, two.normal) || sharesRoot(one.stem, two.stem) { return 0.9 }
    guard !one.vector.isEmpty, !two.vector.isEmpty else { return 0 }
    return min(0.9, max(0, (cosine - floor) / (1 - floor)))
  }

  /// 1 for the same value, 0 for another; a value and a word are the same when they are written the same.
  static func ofValues(_ one: FactTerm, _ two: FactTerm) -> Double {
    if let left = one.figure, let right = two.figure { return left.agrees(with: right) ? 1 : 0 }
    return one.normal == two.normal ? 1 : 0
  }

  /// "conect" for "connect".
  private static func isMistyped(_ one: String, _ two: String) -> Bool {
    let long = max(one.utf8.count, two.utf8.count)
    let short = min(one.utf8.count, two.utf8.count)
    guard short >= 5, long - short <= 1, one.utf8.first == two.utf8.first else { return false }
    return TypoIndex.isOneEdit(Array(one.utf8), Array(two.utf8))
  }

  /// "evapor" and "evaporation": one is the other's beginning.
  static func sharesRoot(_ one: String, _ two: String) -> Bool {
    let short = min(one.utf8.count, two.utf8.count)
    return short >= 5 && (one.hasPrefix(two) || two.hasPrefix(one))
  }
}
