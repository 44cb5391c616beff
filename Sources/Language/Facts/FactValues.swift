/// The values of the fact and what the reply has in their places.
extension FactMeasure {
  /// The shares of the fact's values that the reply has, lacks, or has others of the same kind for.
  var values: (agreed: Double, missing: Double, other: Double) {
    var (all, met, other) = (0.0, 0.0, 0.0)
    for place in fact.terms.indices where fact.terms[place].isValue && !isAsked[place] {
      all += 1
      if alignment.matches[place].closeness == 1 { met += 1 }
      if otherValue(at: place) != nil { other += 1 }
    }
    return all > 0 ? (met / all, (all - met) / all, other / all) : (0, 0, 0)
  }

  /// The reply's value of the same sort that stands where the fact's should, if the fact's is missing.
  func otherValue(at place: Int) -> Int? {
    guard let wanted = fact.terms[place].figure, alignment.matches[place].closeness < 1 else { return nil }
    return reply.terms.indices.first { index in
      guard let other = reply.terms[index].figure, !isEcho[index], alignment.covered[index] < 1,
        wanted.isOfSort(of: other)
      else { return false }
      return isOfOneThing(place, index)
    }
  }

  /// Whether two values of a sort are told of the same thing, as far as it is named: legs are no spiders.
  private func isOfOneThing(_ place: Int, _ index: Int) -> Bool {
    guard let wanted = fact.terms[place].figure, let other = reply.terms[index].figure else { return false }
    if wanted.isLabel, other.isLabel {
      return place > 0 && index > 0 && alignment.matches[place - 1].closeness >= Self.sure
        && alignment.matches[place - 1].found == index - 1
    }
    guard wanted.value.tokenKind == .number, wanted.following > 0, other.following > 0 else { return true }
    let counted = index + 1..<max(index + 1, min(index + 1 + other.following, reply.terms.count))
    let nouns = place + 1..<max(place + 1, min(place + 1 + wanted.following, fact.terms.count))
    let met = nouns.filter { alignment.matches[$0].closeness >= Self.sure }
    if met.isEmpty { return !counted.contains { alignment.covered[$0] >= Self.sure || isEcho[$0] } }
    return met.contains { alignment.matches[$0].found.map(counted.contains) == true }
  }

  /// "The workshop has been here for 20 years": whether a value is told of a noun that fact and question do not know.
  func isOfStranger(_ index: Int) -> Bool {
    let value = reply.terms[index]
    guard !value.place.isOfPronoun else { return false }
    let others = reply.terms.indices.filter {
      reply.terms[$0].clause == value.clause && !reply.terms[$0].isValue
    }
    return others.contains { $0 < index }
      && others.allSatisfy { alignment.covered[$0] < 0.5 && !isEcho[$0] }
  }
}
