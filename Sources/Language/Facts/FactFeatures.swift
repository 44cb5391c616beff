/// What is measured of a fact and a reply; the model weighs these numbers.
struct FactFeatures: Hashable, Sendable {
  /// The names in the order of `numbers`, as the weights' file has them.
  static let names = [
    "coverage", "exact", "coverageNew", "exactNew", "precision", "precisionNew", "cosine", "cosineBest",
    "cosineTurned", "cosineQuestion", "fastCosine", "fastTurned", "turned", "turnedNew", "opposite", "denied",
    "oneSidedDenial", "otherValue", "missingValue", "agreedValue", "unasserted", "lengthRatio", "brief",
    "neighbours",
    "coverageByCosine", "coverageByTurned", "hasQuestion", "echo",
  ]

  /// One a name, each within -1…2.
  let numbers: [Double]
}

/// Measures one wording of a fact against a reply.
struct FactMeasure: Sendable {
  let fact: FactText
  let question: FactText?
  let reply: FactText
  let alignment: FactAlignment
  /// For every term of the fact, whether the question has it.
  let isAsked: [Bool]
  /// For every term of the reply, whether the question has it.
  let isEcho: [Bool]

  init(_ fact: FactText, _ question: FactText?, _ reply: FactText) {
    self.fact = fact
    self.question = question
    self.reply = reply
    alignment = FactAlignment(fact, reply)
    let asked = Set(question?.terms.map(\.concept) ?? [])
    let isAsked = fact.terms.map { asked.contains($0.concept) }
    self.isAsked = isAsked.allSatisfy { $0 } ? isAsked.map { _ in false } : isAsked
    isEcho = reply.terms.map { asked.contains($0.concept) }
  }

  func features() -> FactFeatures {
    let turnedShare = share(\.turns)
    let cover = coverage { _ in true }
    let coverNew = coverage { !isAsked[$0] }
    let best = cosines.dropFirst().max().map { max($0, cosines.first ?? 0) } ?? cosines.first ?? 0
    let turnedCosine = cosineWithoutQuestion
    return FactFeatures(numbers: [
      cover, exact { _ in true }, coverNew, exact { !isAsked[$0] },
      precision { _ in true }, precision { !isEcho[$0] },
      cosines.first ?? 0, best, turnedCosine, cosineToQuestion,
      VectorProduct.dot(fact.fastVector, reply.fastVector), fastWithoutQuestion,
      turnedShare, share(\.turns) { !isAsked[$0] }, coverNew * greatest(\.isOpposite),
      coverNew * greatest(\.isDenied),
      fact.hasDenial == reply.hasDenial ? 0 : 1,
      values.other, values.missing, values.agreed, unasserted,
      lengthRatio, reply.terms.count < 2 ? 1 : 0, neighbours,
      coverNew * best, coverNew * greatest(\.turns), question == nil ? 0 : 1, echo,
    ])
  }
}

// MARK: Words

extension FactMeasure {
  private func weighted(_ holds: (Int) -> Bool, _ worth: (FactMatch) -> Double) -> Double {
    var sum = 0.0
    var all = 0.0
    for match in alignment.matches where holds(match.wanted) {
      let weight = fact.terms[match.wanted].weight
      sum += weight * worth(match)
      all += weight
    }
    return all > 0 ? sum / all : 0
  }

  private func coverage(_ holds: (Int) -> Bool) -> Double { weighted(holds, \.closeness) }

  private func exact(_ holds: (Int) -> Bool) -> Double { weighted(holds) { $0.closeness >= 0.9 ? 1 : 0 } }

  /// The share of the fact's words, by weight, that are surely met and of which something holds.
  private func share(_ property: (FactMatch) -> Bool, among holds: (Int) -> Bool = { _ in true }) -> Double {
    weighted(holds) { $0.closeness >= Self.sure && property($0) ? $0.closeness : 0 }
  }

  /// The weight of the weightiest word of which something holds, against that of the fact's weightiest word.
  private func greatest(_ property: (FactMatch) -> Bool) -> Double {
    let all = alignment.matches.map { fact.terms[$0.wanted].weight }.max() ?? 0
    let found = alignment.matches.filter { $0.closeness >= Self.sure && property($0) && $0.turns }
    let greatest = found.map { fact.terms[$0.wanted].weight }.max() ?? 0
    return all > 0 ? greatest / all : 0
  }

  /// The share of the fact that the reply only asks, or tells as another's words, 0–1.
  var disowned: Double {
    let taken: Stance = [.reported, .asked]
    return share { match in
      match.found.map { !reply.terms[$0].stance.isDisjoint(with: taken) } == true
        && fact.terms[match.wanted].stance.isDisjoint(with: taken)
    }
  }

  /// A word met less closely than this neither denies nor contradicts: it may be about something else.
  private static var sure: Double { 0.7 }

  /// How much of the reply, or of the sentence of it that fits best, the fact accounts for.
  private func precision(_ holds: (Int) -> Bool) -> Double {
    reply.passages.map { passage in
      var sum = 0.0
      var all = 0.0
      for place in passage.terms where holds(place) {
        sum += reply.terms[place].weight * alignment.covered[place]
        all += reply.terms[place].weight
      }
      return all > 0 ? sum / all : 0
    }.max() ?? 0
  }

  /// The share of the fact's neighbouring words that are neighbours in the reply as well, in the same order.
  private var neighbours: Double {
    let found = alignment.matches.map { $0.closeness >= 0.5 ? $0.found : nil }
    guard found.count > 1 else { return 0 }
    let kept = zip(found, found.dropFirst()).filter { one, two in
      guard let one, let two else { return false }
      return two > one && two - one <= 3
    }
    return Double(kept.count) / Double(found.count - 1)
  }

  private var echo: Double {
    guard !isEcho.isEmpty else { return 0 }
    return Double(isEcho.filter { $0 }.count) / Double(isEcho.count)
  }

  private var unasserted: Double {
    let taken: Stance = [.conditional, .reported, .asked]
    return share { match in
      match.found.map { !reply.terms[$0].stance.isDisjoint(with: taken) } == true
        && fact.terms[match.wanted].stance.isDisjoint(with: taken)
    }
  }

  private var lengthRatio: Double {
    let most = max(fact.terms.count, reply.terms.count)
    return most == 0 ? 0 : Double(min(fact.terms.count, reply.terms.count)) / Double(most)
  }
}

// MARK: Values

extension FactMeasure {
  /// The shares of the fact's values that the reply has, lacks, or has others of the same kind for.
  private var values: (agreed: Double, missing: Double, other: Double) {
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
    let kinds: Set<TokenKind> = [one.tokenKind, two.tokenKind]
    return kinds == [.number, .money] || kinds == [.number, .percent]
  }
}

// MARK: Sentences

extension FactMeasure {
  /// With the whole reply first, then with its sentences.
  private var cosines: [Double] {
    guard let wanted = fact.passages.first?.vector, !wanted.isEmpty else { return [] }
    return reply.passages.map { VectorProduct.dot(wanted, $0.vector) }
  }

  private var cosineToQuestion: Double {
    guard let question = question?.passages.first, let whole = reply.passages.first else { return 0 }
    return VectorProduct.dot(question.vector, whole.vector)
  }

  private var cosineWithoutQuestion: Double {
    guard let asked = question?.passages.first?.vector, let wanted = fact.passages.first?.vector else {
      return cosines.max() ?? 0
    }
    return reply.passages.map { Self.cosine(wanted, $0.vector, without: asked) }.max() ?? 0
  }

  private var fastWithoutQuestion: Double {
    guard let question else { return VectorProduct.dot(fact.fastVector, reply.fastVector) }
    return Self.cosine(fact.fastVector, reply.fastVector, without: question.fastVector)
  }

  /// The cosine of what is left of two unit vectors when most of a third's direction is taken out of both.
  static func cosine(_ one: [Float], _ two: [Float], without third: [Float]) -> Double {
    let taken = 0.7
    let first = VectorProduct.dot(one, third)
    let second = VectorProduct.dot(two, third)
    let removed = taken * (2 - taken)
    let product = VectorProduct.dot(one, two) - removed * first * second
    let lengths = (1 - removed * first * first) * (1 - removed * second * second)
    return lengths > 1e-6 ? max(-1, min(1, product / lengths.squareRoot())) : 0
  }
}
