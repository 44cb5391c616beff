import Language
import Synchronization

/// What reads the meaning of replies for criteria that ask more than phrases can answer.
public struct MeaningReader: Sendable {
  /// Does a reply state a fact, contradict it, or say nothing of it?
  public let facts: FactReader
  /// How a reply sounds; nil where its weights are not at hand.
  public let tone: ToneReader?
  /// What sentences do; nil where no model is at hand, and then phrases alone are heard.
  public let acts: ActReader?
  /// Weighs the questions of criteria by all that was heard; nil leaves them to the kinds' own rules.
  public let checks: LearnedChecks?
  private let kept = KeptFacts()

  public init(
    facts: FactReader, tone: ToneReader? = nil, acts: ActReader? = nil, checks: LearnedChecks? = nil
  ) {
    self.facts = facts
    self.tone = tone
    self.acts = acts
    self.checks = checks
  }

  /// Words alone: no encoder, no weights. Always at hand.
  public static let words = MeaningReader(facts: FactReader(nil, tier: nil))

  /// The tier that decides: `main`, `fast` or `phrase`.
  public var tier: String { facts.tier?.rawValue ?? "phrase" }

  /// A fact read once and kept, as every attempt at a scenario asks for the same ones.
  func prepared(_ statement: FactStatement) -> PreparedFact {
    kept.fact(statement) { facts.prepare(statement) }
  }
}

/// The facts of the scenarios at hand, at most so many that memory stays small.
private final class KeptFacts: Sendable {
  private let facts = Mutex<[FactStatement: PreparedFact]>([:])

  private static let most = 1_024

  func fact(_ statement: FactStatement, _ prepare: () -> PreparedFact) -> PreparedFact {
    if let known = facts.withLock({ $0[statement] }) { return known }
    let prepared = prepare()
    facts.withLock { kept in
      if kept.count >= Self.most { kept.removeAll() }
      kept[statement] = prepared
    }
    return prepared
  }
}
