/// How each word of a fact compares with each word of a reply, whatever stands around them.
///
/// Worked out once for a reply; its sentences have the same words and take their part of it.
struct TermPairs: Sendable {
  private let width: Int
  /// How close the two are in meaning, 0–1: a row a term of the fact, a column a term of the reply.
  private var closeness: [Double]
  /// The cosine of the two words, each alone.
  private var cosines: [Double]
  private var opposites: [Bool]

  init(_ fact: FactText, _ reply: FactText) {
    width = reply.terms.count
    closeness = []
    cosines = []
    opposites = []
    reserve(fact.terms.count * width)
    for one in fact.terms {
      for place in reply.terms.indices { add(one, reply, place) }
    }
  }

  /// The pairs of a sentence of the reply that `whole` was made of; `columns` tells for each term of the sentence which
  /// term of the whole says the same, if any.
  init(_ fact: FactText, _ sentence: FactText, from whole: TermPairs, columns: [Int?]) {
    width = sentence.terms.count
    closeness = []
    cosines = []
    opposites = []
    reserve(fact.terms.count * width)
    for (row, one) in fact.terms.enumerated() {
      for place in sentence.terms.indices {
        guard let column = columns[place] else {
          add(one, sentence, place)
          continue
        }
        let known = row * whole.width + column
        closeness.append(whole.closeness[known])
        cosines.append(whole.cosines[known])
        opposites.append(whole.opposites[known])
      }
    }
  }

  private mutating func reserve(_ count: Int) {
    closeness.reserveCapacity(count)
    cosines.reserveCapacity(count)
    opposites.reserveCapacity(count)
  }

  private mutating func add(_ one: FactTerm, _ reply: FactText, _ place: Int) {
    let word = reply.terms[place].word
    let cosine = VectorProduct.dot(one.word.vector, word.vector)
    let closeness =
      one.isValue || reply.terms[place].isValue || one.figure != nil && reply.terms[place].figure != nil
      ? TermCloseness.ofValues(one, reply.terms[place])
      : TermCloseness.of(one.word, word, cosine: cosine)
    self.closeness.append(closeness)
    cosines.append(cosine)
    let isOpposite =
      closeness < 1 && !one.isValue && one.word.isOpposite(of: word)
      && !(TermCloseness.sharesRoot(one.stem, word.stem))
    opposites.append(isOpposite)
  }

  /// How close a word of the fact and one of the reply are in meaning, 0–1.
  func closeness(_ wanted: Int, _ place: Int) -> Double { closeness[wanted * width + place] }

  /// The cosine of the two words, each alone.
  func cosine(_ wanted: Int, _ place: Int) -> Double { cosines[wanted * width + place] }

  /// Whether they are not the same and say opposite things.
  func areOpposite(_ wanted: Int, _ place: Int) -> Bool { opposites[wanted * width + place] }
}
