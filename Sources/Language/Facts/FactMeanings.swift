/// What the encoder hears of the whole texts and their sentences.
extension FactMeasure {
  var cosineToQuestion: Double {
    guard let question = question?.passages.first, let whole = reply.passages.first else { return 0 }
    return VectorProduct.dot(question.vector, whole.vector)
  }

  var cosineWithoutQuestion: Double {
    guard let asked = question?.passages.first?.vector, let wanted = fact.passages.first?.vector else {
      return cosines.max() ?? 0
    }
    return reply.passages.map { Self.cosine(wanted, $0.vector, without: asked) }.max() ?? 0
  }

  var fastWithoutQuestion: Double {
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

/// What the words mean in their places.
extension FactMeasure {
  func contextRecall(_ holds: (Int) -> Bool) -> Double { weighted(holds) { context.wanted[$0.wanted] } }

  /// The weighted mean over the reply's words of their greatest cosine with the fact's.
  func contextPrecision(_ holds: (Int) -> Bool) -> Double {
    var sum = 0.0
    var all = 0.0
    for (place, term) in reply.terms.enumerated() where holds(place) {
      sum += term.weight * context.found[place]
      all += term.weight
    }
    return all > 0 ? sum / all : 0
  }

  /// The cosine of the word that is met worst among those that say much.
  var contextLeast: Double {
    let new = fact.terms.indices.filter { !isAsked[$0] }
    let most = new.map { fact.terms[$0].weight }.max() ?? 0
    return new.filter { fact.terms[$0].weight >= most / 2 }.map { context.wanted[$0] }.min() ?? 0
  }

  /// How much better the reply meets the fact's words than the question does already.
  var contextGain: Double {
    guard let question else { return 0 }
    let given = ContextAlignment(fact, question)
    return weighted {
      !isAsked[$0]
    } worth: {
      context.wanted[$0.wanted] - given.wanted[$0.wanted]
    }
  }

  /// For each sentence of the fact, how well the reply meets its new words; for a fact of one sentence, that one.
  var sentenceRecalls: [Double] {
    let parts = fact.passages.count > 1 ? fact.passages.dropFirst() : fact.passages[...]
    return parts.compactMap { part in
      let hasNew = part.terms.contains { !isAsked[$0] }
      return hasNew ? contextRecall { part.terms.contains($0) && !isAsked[$0] } : nil
    }
  }

  /// The cosine of the weighted sums of the new words on both sides.
  var contextMean: Double {
    let wanted = Self.sum(fact.terms, without: isAsked)
    let found = Self.sum(reply.terms, without: isEcho)
    let lengths = VectorProduct.dot(wanted, wanted) * VectorProduct.dot(found, found)
    return lengths > 0 ? VectorProduct.dot(wanted, found) / lengths.squareRoot() : 0
  }

  private static func sum(_ terms: [FactTerm], without isLeftOut: [Bool]) -> [Float] {
    var sum: [Float] = []
    for place in terms.indices where !isLeftOut[place] {
      let vector = terms[place].context.isEmpty ? terms[place].vector : terms[place].context
      if sum.isEmpty { sum = [Float](repeating: 0, count: vector.count) }
      let weight = Float(terms[place].weight)
      let count = min(sum.count, vector.count)
      sum.withUnsafeMutableBufferPointer { sum in
        vector.withUnsafeBufferPointer { vector in
          for index in 0..<count { sum[index] += weight * vector[index] }
        }
      }
    }
    return sum
  }
}
