/// What a word is, wherever it stands: read once and shared by all texts that have it.
final class FactWord: Sendable {
  let normal: String
  let stem: String
  /// The stem of the plain word it is a form of: of "quicker" that of "fast".
  let base: String
  /// The stem, or the common term of its synonyms.
  let concept: String
  /// How much it says, 0–1.
  let weight: Double
  /// The stems of words that say the opposite.
  let opposites: [String]
  /// Its direction in the static table, of length one; empty without a table.
  let vector: [Float]

  init(_ token: Token, weight: Double, opposites: [String], vector: [Float]) {
    normal = token.normal
    stem = token.stem
    base = Grades.base(of: token.normal).map { Stemmer.stem($0) } ?? token.stem
    concept = Synonyms.term(for: base)
    self.weight = weight
    self.opposites = opposites
    self.vector = vector
  }

  /// Whether the two words say opposite things.
  func isOpposite(of other: FactWord) -> Bool {
    opposites.contains(other.stem) || other.opposites.contains(stem) || opposites.contains(other.base)
      || other.opposites.contains(base)
  }
}

extension FactWord: Hashable {
  static func == (one: FactWord, two: FactWord) -> Bool {
    one === two
      || one.normal == two.normal && one.stem == two.stem && one.concept == two.concept
        && one.weight == two.weight && one.opposites == two.opposites && one.vector == two.vector
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(normal)
    hasher.combine(stem)
  }
}

/// A word or value of a text as facts are compared by: what it says, how much, and whether it was meant.
struct FactTerm: Hashable, Sendable {
  let word: FactWord
  let value: Value?
  /// The value with what stands around it; nil of a word.
  let figure: FactFigure?
  /// Whether it is a value and no mere word.
  let isValue: Bool
  /// How much it says here, 0–1.
  let weight: Double
  /// What it means in its place, by the transformer, of length one; empty without one.
  var context: [Float] = []
  let stance: Stance
  let place: FactPlace
  /// Whether it is written as a name is.
  var isName: Bool { place.isName && !isValue }
  /// The number of its clause.
  let clause: Int
  let range: TextRange

  var normal: String { word.normal }
  var stem: String { word.stem }
  var concept: String { word.concept }

  init(
    _ word: FactWord, _ token: Token, _ figure: FactFigure?, weight: Double, stance: Stance,
    place: FactPlace, clause: Int
  ) {
    self.word = word
    value = token.value
    self.figure = figure
    isValue = token.value != nil
    self.weight = weight
    self.stance = stance
    self.place = place
    self.clause = clause
    range = token.range
  }

  /// Whether it says the same as another, in whatever place.
  func isSame(as other: FactTerm) -> Bool { word == other.word && figure == other.figure }
}

/// A sentence of a text with its meaning as a vector.
struct FactPassage: Hashable, Sendable {
  /// Indices into the terms.
  let terms: Range<Int>
  /// By the tier that judges; empty without an encoder.
  let vector: [Float]
}

/// A text read once, to be compared with any number of others.
public struct FactText: Hashable, Sendable {
  /// Content words after these are not compared.
  static let mostTerms = 512
  /// Sentences after these have no vector of their own.
  static let mostPassages = 8

  /// The text itself.
  public let text: String
  let terms: [FactTerm]
  /// The weighted sum of all terms' meanings.
  let sum: [Float]
  /// That sum's product with itself.
  let sumSquare: Double
  /// The whole first, then the sentences when there are several.
  let passages: [FactPassage]
  /// By the fast tier, whichever judges; empty without a table.
  let fastVector: [Float]
  /// How many words there are, those of grammar included.
  let wordCount: Int
  /// Whether anything in it is denied.
  let hasDenial: Bool
  /// Whether a part of it takes another back.
  var isCorrected: Bool { terms.contains(where: \.place.isWithdrawn) }
  /// Whether it tells of what was done: "was sent", "has been sent".
  let isDone: Bool
  /// The numbers of its clauses that tell what will be.
  let aheadClauses: Set<Int>
  /// Whether it says that something is free or included.
  let isUnpaid: Bool
  /// Whether it names others beside: "as well as", "not only".
  let addsOthers: Bool
  /// Whether it speaks of all there are, or of some.
  let reach: Reach
  enum Reach: Hashable, Sendable { case open, all, some }
  /// The terms on either side of an "and" that joins two statements or two things, where the last has two words or more.
  let parts: [Range<Int>]
  /// How it begins and whether it answers at all.
  let shape: AnswerShape

  init(
    _ reply: Reply, _ terms: [FactTerm], _ passages: [FactPassage], fastVector: [Float], spent: Set<Int>
  ) {
    text = reply.text
    self.terms = terms
    let sum = terms.sum()
    self.sum = sum
    sumSquare = VectorProduct.dot(sum, sum)
    self.passages = passages
    self.fastVector = fastVector
    wordCount = reply.tokens.count(where: \.isWordLike)
    hasDenial = reply.clauses.enumerated().contains { number, clause in
      !spent.contains(number) && reply.tokens[clause.tokens].contains { $0.stance.contains(.negated) }
    }
    shape = AnswerShape(reply)
    parts = Self.parts(reply, terms)
    isUnpaid = terms.contains { Self.unpaid.contains($0.normal) && !$0.place.isDenied }
    let words = Set(reply.tokens.map(\.normal))
    isDone = !words.isDisjoint(with: ["was", "were", "been"]) && !words.contains("will")
    aheadClauses = Set(
      reply.clauses.indices.filter { number in
        reply.tokens[reply.clauses[number].tokens].contains { $0.normal == "will" }
      })
    addsOthers = words.isSuperset(of: ["as", "well"]) || words.isSuperset(of: ["not", "only"])
    let isAll = !words.isDisjoint(with: Self.all)
    reach = isAll == !words.isDisjoint(with: Self.some) ? .open : isAll ? .all : .some
  }

  private static func parts(_ reply: Reply, _ terms: [FactTerm]) -> [Range<Int>] {
    var cuts = [0]
    var cut = 0
    for token in reply.tokens where token.normal == "and" || token.normal == "but" {
      while cut < terms.count, terms[cut].range.utf8.lowerBound < token.range.utf8.upperBound { cut += 1 }
      if let last = cuts.last, cut > last, cut < terms.count { cuts.append(cut) }
    }
    return zip(cuts, cuts.dropFirst() + [terms.count]).map { $0..<$1 }
  }

  private static let unpaid: Set<String> = ["free", "included", "complimentary", "inclusive"]

  private static let all: Set<String> = [
    "all", "every", "each", "always", "everyone", "everybody", "anyone", "anybody", "both",
  ]
  private static let some: Set<String> = [
    "some", "most", "many", "few", "several", "sometimes", "often", "usually", "mostly", "half",
  ]
}

extension [FactTerm] {
  /// The weighted sum of the terms' meanings in their places, or of the words' where no place was read; some left out.
  func sum(without isLeftOut: [Bool]? = nil) -> [Float] {
    var sum: [Float] = []
    for place in indices where isLeftOut?[place] != true {
      let vector = self[place].context.isEmpty ? self[place].word.vector : self[place].context
      if sum.isEmpty { sum = [Float](repeating: 0, count: vector.count) }
      let weight = Float(self[place].weight)
      let count = Swift.min(sum.count, vector.count)
      sum.withUnsafeMutableBufferPointer { sum in
        vector.withUnsafeBufferPointer { vector in
          for index in 0..<count { sum[index] += weight * vector[index] }
        }
      }
    }
    return sum
  }
}
