import Domain

extension SessionState {
  /// The sentences a beginner may choose from here: those of the moves this beat has rules for, right and
  /// plausible wrong ones alike, in an order the seed decides.
  public var guidedMenu: [GuidedChoice] {
    let choices = currentBeat.expect.compactMap { rule -> GuidedChoice? in
      scenario.moves[rule.move].guided.map { GuidedChoice(move: rule.move, text: expand($0)) }
    }
    return chance.order(of: choices.count, beat: beat, turn: world.turn).map { choices[$0] }
  }

  /// The reply that choosing makes.
  public func reply(choosing choice: GuidedChoice) -> ReplyMade {
    let whole = TextRange(0, choice.text.utf8.count)
    let made = MoveMade(
      move: choice.move, name: scenario.moves[choice.move].name, words: [whole], confidence: 1_000,
      example: choice.text)
    return ReplyMade(text: choice.text, moves: [made], tier: "guided")
  }
}

/// One sentence of the beginner's menu and the move it makes.
public struct GuidedChoice: Hashable, Sendable {
  public var move: Int
  public var text: String

  public init(move: Int, text: String) {
    self.move = move
    self.text = text
  }
}
