/// What is measured of a fact and a reply; the model weighs these numbers.
struct FactFeatures: Hashable, Sendable {
  /// What is measured of any pair.
  static let measured = [
    "coverage", "exact", "coverageNew", "exactNew", "precision", "precisionNew", "known",
    "cosine", "cosineBest", "cosineTurned", "cosineQuestion", "fastCosine", "fastTurned",
    "contextRecall", "contextNew", "contextPrecision", "contextPrecisionNew", "contextLeast", "contextGain",
    "contextMean", "sentenceLeast", "sentenceBest",
    "turned", "turnedNew", "opposite", "denied", "oddTurns", "evenTurns", "oneSidedDenial", "yesNo",
    "otherValue", "missingValue", "agreedValue", "gap", "substituted", "reversed",
    "unasserted", "nonAnswer", "novel", "length", "lengthRatio", "brief", "neighbours",
    "coverageByCosine", "coverageByTurned", "echo",
  ]

  /// Where each name stands in `names`.
  static let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })

  /// The names in the order of `numbers`, as the weights' file has them: each for any pair, then with "Asked" behind it
  /// for pairs with a question, and with "Headed" for pairs under a heading that asks nothing.
  static let names =
    measured + measured.map { $0 + "Asked" } + measured.map { $0 + "Headed" } + ["hasQuestion", "hasHeading"]

  /// By `measured`, each within -1…2.
  let plain: [Double]
  /// Whether the same stand once more among those of pairs with a question, or with a heading.
  let isAsked: Bool
  let isHeaded: Bool

  init(_ measure: FactMeasure) {
    plain = measure.numbers
    isAsked = measure.isQuestion
    isHeaded = measure.isHeading
  }

  /// One a name.
  var numbers: [Double] {
    let none = [Double](repeating: 0, count: plain.count)
    return plain + (isAsked ? plain : none) + (isHeaded ? plain : none) + [isAsked ? 1 : 0, isHeaded ? 1 : 0]
  }
}

extension FactMeasure {
  /// By `FactFeatures.measured`.
  fileprivate var numbers: [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(FactFeatures.measured.count)
    numbers += wordNumbers
    numbers += meaningNumbers
    numbers += turnNumbers
    numbers += valueNumbers
    numbers += shapeNumbers
    return numbers
  }

  private func isNew(_ place: Int) -> Bool { !isAsked[place] }

  private var wordNumbers: [Double] {
    [
      coverage { _ in true }, exact { _ in true }, coverage(isNew), exact(isNew),
      precision { _ in true }, precision { !isEcho[$0] }, known,
    ]
  }

  private var meaningNumbers: [Double] {
    let sentenceRecalls = sentenceRecalls
    return [
      cosines.first ?? 0, cosines.max() ?? 0, cosineWithoutQuestion, cosineToQuestion,
      VectorProduct.dot(fact.fastVector, reply.fastVector), fastWithoutQuestion,
      contextRecall { _ in true }, contextRecall(isNew),
      contextPrecision { _ in true }, contextPrecision { !isEcho[$0] }, contextLeast, contextGain,
      contextMean,
      sentenceRecalls.min() ?? 0, sentenceRecalls.max() ?? 0,
    ]
  }

  private var turnNumbers: [Double] {
    let cover = coverage(isNew)
    let turns = alignment.matches.count { $0.turns && $0.closeness >= Self.sure } + (isReversed ? 1 : 0)
    return [
      share(\.turns), share(\.turns, among: isNew), cover * greatest(\.isOpposite),
      cover * greatest(\.isDenied),
      turns % 2 == 1 ? cover : 0, turns > 0 && turns % 2 == 0 ? cover : 0,
      fact.hasDenial == reply.hasDenial ? 0 : 1, fact.shape.clashes(with: reply.shape) ? 1 : 0,
    ]
  }

  private var valueNumbers: [Double] {
    let values = values
    return [values.other, values.missing, values.agreed, gap, substituted, isReversed ? 1 : 0]
  }

  private var shapeNumbers: [Double] {
    let cover = coverage(isNew)
    return [
      unasserted, reply.shape.isNonAnswer ? 1 : 0, novel, min(1, Double(reply.terms.count) / 10), lengthRatio,
      reply.terms.count < 2 ? 1 : 0, neighbours,
      cover * (cosines.max() ?? 0), cover * greatest(\.turns), echo,
    ]
  }
}
