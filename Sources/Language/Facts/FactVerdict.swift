/// How a reply stands to a fact.
public enum FactStanding: String, Hashable, Sendable, CaseIterable {
  /// The reply says it.
  case states
  /// The reply says what cannot be true beside it.
  case contradicts
  /// The reply says nothing of it, or too little.
  case silent
}

/// One thing that decided: a word of the fact and what the reply has in its place.
public struct FactReason: Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Hashable, Sendable {
    /// The reply has the word, or one that means the same.
    case said
    /// The fact's word has no counterpart.
    case missing
    /// A number, amount, date, time or code that is another than the fact's.
    case otherValue
    /// The reply says the opposite: "closed" for "open".
    case opposite
    /// One of the two denies what the other asserts.
    case denied
    /// The reply asks it, doubts it, reports it of another, tells it of the past, or makes it depend on something.
    case notAsserted
    /// The reply says it of something else, or takes it back.
    case misplaced
    /// The value is told as a limit: "more than 5" for "5".
    case limit
  }

  /// What was found.
  public let kind: Kind
  /// The fact's word.
  public let wanted: String
  /// The reply's word, empty when there is none.
  public let found: String
  /// Where the reply's word stands, nil when there is none.
  public let range: TextRange?
}

extension FactReason: CustomStringConvertible {
  /// In a few words: "refund ~ money", "not £10 but £15", "nothing of 'Friday'".
  public var description: String {
    switch kind {
    case .said: wanted == found ? "'\(found)'" : "'\(found)' for '\(wanted)'"
    case .missing: "nothing of '\(wanted)'"
    case .otherValue: "'\(found)', not '\(wanted)'"
    case .opposite: "'\(found)' is the opposite of '\(wanted)'"
    case .denied: "'\(found)' is denied in one and not in the other"
    case .notAsserted: "'\(found)' is not said as a fact"
    case .misplaced: "'\(found)' is not said of the same thing"
    case .limit: "'\(found)' is only a limit"
    }
  }
}

/// What was decided about one reply and one fact, and why.
public struct FactVerdict: Hashable, Sendable {
  /// The likeliest standing.
  public let standing: FactStanding
  /// How surely the fact is stated, 0–1.
  public let score: Double
  /// How surely it is contradicted, 0–1; `score` and this never add up to more than 1.
  public let contradiction: Double
  /// The words that decided, the weightiest first; at most eight.
  public let because: [FactReason]
  /// The encoder that was heard; nil when words alone decided.
  public let tier: EncoderTier?
}
