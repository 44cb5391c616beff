/// What a trainer's good and not-quite answers say of a reply: how much nearer it is to the good ones.
struct AnswerEvidence: Sendable {
  private let good: [Answer]
  private let notQuite: [Answer]

  init(good: [FactText], notQuite: [FactText]) {
    self.good = good.map(Answer.init)
    self.notQuite = notQuite.map(Answer.init)
  }

  /// A text with the weights of its concepts.
  private struct Answer: Sendable {
    let vector: [Float]?
    let weights: [String: Double]
    /// The concepts in the order in which they are summed.
    let concepts: [String]
    let total: Double

    init(_ text: FactText) {
      var weights: [String: Double] = [:]
      for term in text.terms {
        let key =
          (term.stance.contains(.negated) ? "not " : "") + (term.value?.description ?? term.concept)
        weights[key] = max(weights[key] ?? 0, term.weight)
      }
      self.weights = weights
      vector = text.passages.first?.vector
      concepts = weights.keys.sorted()
      total = concepts.reduce(0.0) { $0 + (weights[$1] ?? 0) }
    }
  }

  /// Positive when the reply is like the good answers, negative when like the others; 0 without answers.
  ///
  /// A kind with answers on one side alone is compared with a middling likeness, so one good answer already helps.
  func weigh(_ reply: FactText) -> Double {
    if good.isEmpty && notQuite.isEmpty { return 0 }
    let said = Answer(reply)
    let likeGood = Self.likeness(said, good) ?? Self.middling
    let likeOthers = Self.likeness(said, notQuite) ?? Self.middling
    return likeGood - likeOthers
  }

  private static let middling = 0.6

  /// The mean of the greatest likeness and the average of the two greatest.
  private static func likeness(_ reply: Answer, _ answers: [Answer]) -> Double? {
    let found = answers.map { likeness(reply, $0) }.sorted(by: >)
    guard let greatest = found.first else { return nil }
    let next = found.count > 1 ? found[1] : greatest
    return 0.75 * greatest + 0.25 * next
  }

  /// Half the encoder's cosine, half the words in common.
  private static func likeness(_ one: Answer, _ two: Answer) -> Double {
    let words = overlap(one, two)
    guard let left = one.vector, let right = two.vector, !left.isEmpty else { return words }
    return 0.5 * VectorProduct.dot(left, right) + 0.5 * words
  }

  /// The weight of the concepts in common over that of all, as in Jaccard's coefficient but kinder to length.
  private static func overlap(_ one: Answer, _ two: Answer) -> Double {
    let shared = one.concepts.reduce(0.0) { sum, key in
      two.weights[key].map { sum + min($0, one.weights[key] ?? 0) } ?? sum
    }
    let all = (one.total * two.total).squareRoot()
    return all > 0 ? shared / all : 0
  }
}
