import Domain
import Language
import Play

/// What replies mean in one scenario: its moves' examples learned once, ready for any number of replies.
///
/// The one place where a recogniser is chosen. Learning begins on another thread at once; the first reply waits for it.
public struct ReplyUnderstanding: Sendable {
  private let scenario: Scenario
  private let recogniser: Prepared<any MoveRecogniser>
  private let names: NameHints

  /// - Parameter models: what to understand with; without them phrases alone decide.
  public init(_ scenario: Scenario, by models: LanguageModels? = nil) {
    self.scenario = scenario
    names = NameHints([scenario.customer.name, scenario.customer.firstName])
    recogniser = Prepared {
      let moves = Self.moves(of: scenario)
      return models?.recogniser(of: moves) ?? PhraseRecogniser(moves)
    }
    recogniser.begin()
  }

  /// The examples as they read in play, placeholders filled in.
  static func moves(of scenario: Scenario) -> [MoveExamples] {
    let lines = SessionState(scenario)
    return scenario.moves.map { move in
      MoveExamples(
        name: move.name, like: move.like.map(lines.expand), notLike: move.notLike.map(lines.expand))
    }
  }

  /// The reply with its moves, as the journal keeps it.
  public func read(_ text: String) -> ReplyMade {
    let understanding = recogniser.value.understand(Reply(text), names: names)
    return ReplyMade(
      text: text, moves: understanding.matches.map(made), tier: understanding.tier.rawValue)
  }

  private func made(_ match: MoveMatch) -> MoveMade {
    MoveMade(
      move: match.move, name: scenario.moves[match.move].name,
      words: match.spans.map { Domain.TextRange($0.utf8.lowerBound, $0.utf8.upperBound) },
      confidence: match.confidence, example: match.nearestExample)
  }
}
