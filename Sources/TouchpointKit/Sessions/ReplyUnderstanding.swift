import Domain
import Language
import Play

/// What replies mean in one scenario: its moves' examples learned once, ready for any number of replies.
///
/// The one place where a recogniser is chosen.
public struct ReplyUnderstanding: Sendable {
  private let scenario: Scenario
  private let recogniser: any MoveRecogniser
  private let names: NameHints

  public init(_ scenario: Scenario) {
    let lines = SessionState(scenario)
    self.scenario = scenario
    names = NameHints([scenario.customer.name, scenario.customer.firstName])
    recogniser = PhraseRecogniser(
      scenario.moves.map { move in
        MoveExamples(
          name: move.name, like: move.like.map(lines.expand), notLike: move.notLike.map(lines.expand))
      })
  }

  /// The reply with its moves, as the journal keeps it.
  public func read(_ text: String) -> ReplyMade {
    let understanding = recogniser.understand(Reply(text), names: names)
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
