import Language

/// What reads the meaning of replies for criteria that ask more than phrases can answer.
public struct Understanding: Sendable {
  /// Does a reply state a fact, contradict it, or say nothing of it?
  public let facts: FactReader
  /// How a reply sounds; nil where its weights are not at hand.
  public let tone: ToneReader?

  public init(facts: FactReader, tone: ToneReader? = nil) {
    self.facts = facts
    self.tone = tone
  }

  /// Words alone: no encoder, no weights. Always at hand.
  public static let words = Understanding(facts: FactReader(nil, tier: nil))

  /// The tier that decides: `main`, `fast` or `phrase`.
  public var tier: String { facts.tier?.rawValue ?? "phrase" }
}
