/// What spoke for one move and against it in one reply, and what came of it.
public struct MoveExplanation: Hashable, Sendable {
  /// An example beside the words that were heard.
  public struct Likeness: Hashable, Sendable {
    /// As written.
    public var example: String
    /// How like it is in meaning and words together, in thousandths; 1000 is the same text, or nearly so.
    public var likeness: Int
    /// The part of it that comes from the same words and letters, in thousandths of the whole.
    public var wordShare: Int
  }

  /// From this confidence a move is made, in thousandths, on every tier.
  public static let threshold = 600

  /// Index of the move.
  public var move: Int
  /// How sure, in thousandths, after all doubts: compare it with `threshold`.
  public var confidence: Int
  /// Why it was not made; nil when the reply makes it.
  public var refusal: MoveRefusal?
  /// The words that were heard as it, or nearly so.
  public var spans: [TextRange]
  /// The nearest examples, nearest first.
  public var nearest: [Likeness]
  /// Words that the reply and the nearest example share, as the reply has them.
  public var shared: [String]
  /// What decided, in a few words.
  public var why: String

  /// Whether the reply makes the move.
  public var isMade: Bool { refusal == nil }
}

/// Words that two texts share, for people to see.
enum SharedWords {
  /// In the order of the reply, each once; bare words of grammar left out.
  static func of(_ reply: Reply, _ terms: some Sequence<Term>, with example: String) -> [String] {
    let known = Set(Term.terms(of: Reply(LearnedRecogniser.plain(example))).filter(isTelling).map(\.key))
    var seen: Set<String> = []
    return terms.filter { isTelling($0) && known.contains($0.key) }
      .map { term in reply.tokens[term.tokens].map(\.normal).joined(separator: " ") }
      .filter { seen.insert($0).inserted }
  }

  private static func isTelling(_ term: Term) -> Bool { term.load != .light && term.load != .adverb }
}
