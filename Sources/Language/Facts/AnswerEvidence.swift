/// What a trainer's good and not-quite answers say of a reply: how much nearer it is to the good ones.
struct AnswerEvidence: Sendable {
  let good: [FactText]
  let notQuite: [FactText]

  /// Positive when the reply is like the good answers, negative when like the others; 0 without answers.
  ///
  /// A kind with answers on one side alone is compared with a middling likeness, so one good answer already helps.
  func weigh(_ reply: FactText) -> Double {
    if good.isEmpty && notQuite.isEmpty { return 0 }
    let likeGood = Self.likeness(reply, good) ?? Self.middling
    let likeOthers = Self.likeness(reply, notQuite) ?? Self.middling
    return likeGood - likeOthers
  }

  private static let middling = 0.6

  /// The mean of the greatest likeness and the average of the two greatest.
  private static func likeness(_ reply: FactText, _ answers: [FactText]) -> Double? {
    let found = answers.map { likeness(reply, $0) }.sorted(by: >)
    guard let greatest = found.first else { return nil }
    let next = found.count > 1 ? found[1] : greatest
    return 0.75 * greatest + 0.25 * next
  }

  /// Half the encoder's cosine, half the words in common.
  static func likeness(_ one: FactText, _ two: FactText) -> Double {
    let words = overlap(one, two)
    guard let left = one.passages.first?.vector, let right = two.passages.first?.vector, !left.isEmpty else {
      return words
    }
    return 0.5 * VectorProduct.dot(left, right) + 0.5 * words
  }

  /// The weight of the concepts in common over that of all, as in Jaccard's coefficient but kinder to length.
  private static func overlap(_ one: FactText, _ two: FactText) -> Double {
    let left = weights(one)
    let right = weights(two)
    let shared = left.keys.sorted().reduce(0.0) { sum, key in
      right[key].map { sum + min($0, left[key] ?? 0) } ?? sum
    }
    let all = (total(left) * total(right)).squareRoot()
    return all > 0 ? shared / all : 0
  }

  private static func total(_ weights: [String: Double]) -> Double {
    weights.keys.sorted().reduce(0.0) { $0 + (weights[$1] ?? 0) }
  }

  private static func weights(_ text: FactText) -> [String: Double] {
    var weights: [String: Double] = [:]
    for term in text.terms {
      let key = (term.stance.contains(.negated) ? "not " : "") + (term.value?.description ?? term.concept)
      weights[key] = max(weights[key] ?? 0, term.weight)
    }
    return weights
  }
}
