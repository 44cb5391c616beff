/// A move as its author describes it: what people say who make it, and what they say who do not.
public struct MoveExamples: Hashable, Sendable {
  /// What the author calls it.
  public var name: String
  /// Replies, or phrase patterns, that make the move.
  public var like: [String]
  /// Phrases that forbid it to the clause they stand in, and near misses.
  public var notLike: [String]

  /// A move from its examples.
  public init(name: String, like: [String], notLike: [String] = []) {
    self.name = name
    self.like = like
    self.notLike = notLike
  }
}

/// Which kind of recogniser decided. Recorded with every result; thresholds hold for one tier.
public enum RecognitionTier: String, Hashable, Sendable, CaseIterable {
  /// Words, stems and values against the examples, by rule.
  case phrase
  /// The static word vectors.
  case fast
  /// The sentence encoder.
  case main
}

/// A move found in a reply, or nearly so.
public struct MoveMatch: Hashable, Sendable {
  /// Index of the move among the examples.
  public var move: Int
  /// The words that earned it, in order, merged.
  public var spans: [TextRange]
  /// How sure, in thousandths, 0–1000. Comparable within one tier only.
  public var confidence: Int
  /// The example it is most like, as written.
  public var nearestExample: String
  /// A few words on what decided, fit for a trainer's eyes.
  public var why: String

  /// A match.
  public init(move: Int, spans: [TextRange], confidence: Int, nearestExample: String, why: String) {
    self.move = move
    self.spans = spans
    self.confidence = confidence
    self.nearestExample = nearestExample
    self.why = why
  }
}

/// What a reply was understood as.
public struct Understanding: Hashable, Sendable {
  /// The moves the reply makes, by confidence, ties in the order of the examples; empty when it makes none.
  public var matches: [MoveMatch]
  /// When there is no match: the move it comes closest to, if any is worth asking about.
  public var nearest: MoveMatch?
  /// Which kind of recogniser decided.
  public var tier: RecognitionTier

  /// An understanding.
  public init(matches: [MoveMatch], nearest: MoveMatch? = nil, tier: RecognitionTier) {
    self.matches = matches
    self.nearest = nearest
    self.tier = tier
  }
}

/// Decides which moves a reply makes. Learned from the examples once; the same reply always gives the same answer.
public protocol MoveRecogniser: Sendable {
  /// The moves that can be recognised, in order.
  var moves: [MoveExamples] { get }

  /// Which moves a reply makes: several, one or none. `names` are the names of the people in the talk.
  func understand(_ reply: Reply, names: NameHints) -> Understanding

  /// What spoke for every move and against it, in the order of the moves; the same decisions as `understand`.
  func explain(_ reply: Reply, names: NameHints) -> [MoveExplanation]
}

extension MoveRecogniser {
  /// Which moves a reply makes, when no names are known.
  public func understand(_ reply: Reply) -> Understanding { understand(reply, names: []) }
}
