/// A word or value of a text as facts are compared by: what it says, how much, and whether it was meant.
struct FactTerm: Hashable, Sendable {
  let normal: String
  let stem: String
  /// The stem, or the common term of its synonyms.
  let concept: String
  let value: Value?
  /// How much it says, 0–1.
  let weight: Double
  /// The stems of words that say the opposite.
  let opposites: [String]
  /// Its direction in the static table, of length one; empty without a table.
  let vector: [Float]
  /// What it means in its place, by the transformer, of length one; empty without one.
  var context: [Float] = []
  let stance: Stance
  let range: TextRange

  /// Whether the two words say opposite things.
  func isOpposite(of other: FactTerm) -> Bool {
    opposites.contains(other.stem) || other.opposites.contains(stem)
  }
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
  /// The whole first, then the sentences when there are several.
  let passages: [FactPassage]
  /// By the fast tier, whichever judges; empty without a table.
  let fastVector: [Float]
  /// How many words there are, those of grammar included.
  let wordCount: Int
  /// Whether anything in it is denied.
  let hasDenial: Bool
  /// How it begins and whether it answers at all.
  let shape: AnswerShape
}
