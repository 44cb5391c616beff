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
