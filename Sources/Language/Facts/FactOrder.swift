/// Who does what to whom, as far as the order of words tells.
extension FactMeasure {
  /// Whether the reply has all the words of the fact that it shares in the other order: "the shop pays the sender" for
  /// "the sender pays the shop". A passive turns the order round: "the shop is paid by the sender" does not count.
  ///
  /// Two words are enough in a comparison: "light is slower than sound"; elsewhere three are needed.
  var isReversed: Bool {
    let found = alignment.matches
      .filter { $0.closeness >= 0.9 && fact.terms[$0.wanted].value == nil }.compactMap(\.found)
    let isComparison = fact.shape.compares && reply.shape.compares
    guard found.count >= (isComparison ? 2 : 3) else { return false }
    let pairs = zip(found, found.dropFirst())
    let isPassiveTurned = fact.shape.namesAgent != reply.shape.namesAgent
    return isPassiveTurned ? pairs.allSatisfy { $0 < $1 } : pairs.allSatisfy { $0 > $1 }
  }
}
