/// The values of the fact and what the reply has in their places.
extension FactMeasure {
  /// The shares of the fact's values that the reply has, lacks, or has others of the same kind for.
  var values: (agreed: Double, missing: Double, other: Double) {
    let places = fact.terms.indices.filter { fact.terms[$0].value != nil && !isAsked[$0] }
    guard !places.isEmpty else { return (0, 0, 0) }
    let met = places.filter { alignment.matches[$0].closeness == 1 }
    let other = places.filter { otherValue(at: $0) != nil }
    let all = Double(places.count)
    return (Double(met.count) / all, Double(places.count - met.count) / all, Double(other.count) / all)
  }

  /// The reply's value of the same kind that stands where the fact's should, if the fact's is missing.
  func otherValue(at place: Int) -> Int? {
    guard let value = fact.terms[place].value, alignment.matches[place].closeness < 1 else { return nil }
    return reply.terms.indices.first { index in
      guard let other = reply.terms[index].value, !isEcho[index] else { return false }
      guard alignment.covered[index] < 1 else { return false }
      return other.tokenKind == value.tokenKind || Self.countsAlike(value, other)
    }
  }

  private static func countsAlike(_ one: Value, _ two: Value) -> Bool {
    switch (one.tokenKind, two.tokenKind) {
    case (.number, .money), (.money, .number), (.number, .percent), (.percent, .number): true
    default: false
    }
  }
}
