/// Who does what to whom, as far as the order of words tells.
extension FactMeasure {
  /// Whether the reply has all the words of the fact that it shares in the other order: "the shop pays the sender" for
  /// "the sender pays the shop". A passive turns the order round: "the shop is paid by the sender" does not count.
  ///
  /// Two words are enough in a comparison: "light is slower than sound"; elsewhere three are needed.
  var isReversed: Bool {
    let found = alignment.matches
      .filter { $0.closeness >= 0.9 && isOrdered(fact.terms[$0.wanted]) }.compactMap(\.found)
    let isComparison = fact.shape.compares && reply.shape.compares
    guard !isMutual, found.count >= (isComparison ? 2 : 3) else { return false }
    let pairs = zip(found, found.dropFirst())
    let isPassiveTurned = fact.shape.namesAgent != reply.shape.namesAgent
    if !isPassiveTurned, fact.shape.isPassive != reply.shape.isPassive { return false }
    return isPassiveTurned ? pairs.allSatisfy { $0 < $1 } : pairs.allSatisfy { $0 > $1 }
  }

  /// Words that stand before or behind what they are told of without changing what is said.
  private func isOrdered(_ term: FactTerm) -> Bool {
    term.value == nil && !["only", "free"].contains(term.normal)
  }

  /// Whether what the fact says of one thing and another holds the other way round: "A is connected to B".
  var isMutual: Bool { fact.terms.contains { Self.mutual.contains($0.stem) } }

  private static let mutual = Set(
    ["connected", "joined", "attached", "linked", "next", "equal", "married", "related", "similar"].map {
      Stemmer.stem($0)
    })
}
