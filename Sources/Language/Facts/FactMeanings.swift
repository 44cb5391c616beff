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
    var most = 0.0
    for place in fact.terms.indices where !isAsked[place] { most = max(most, fact.terms[place].weight) }
    var least: Double?
    for place in fact.terms.indices where !isAsked[place] && fact.terms[place].weight >= most / 2 {
      least = least.map { min($0, context.wanted[place]) } ?? context.wanted[place]
    }
    return least ?? 0
  }

  /// How much better the reply meets the fact's words than the question does already.
  var contextGain: Double {
    guard let given else { return 0 }
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
    let (wanted, wantedSquare) = Self.sum(fact, without: isAsked)
    let (found, foundSquare) = Self.sum(reply, without: isEcho)
    let lengths = wantedSquare * foundSquare
    return lengths > 0 ? VectorProduct.dot(wanted, found) / lengths.squareRoot() : 0
  }

  /// The weighted sum of a text's words with some left out, and its product with itself.
  private static func sum(_ text: FactText, without isLeftOut: [Bool]) -> ([Float], Double) {
    guard isLeftOut.contains(true) else { return (text.sum, text.sumSquare) }
    let sum = text.terms.sum(without: isLeftOut)
    return (sum, VectorProduct.dot(sum, sum))
  }
}
