import Domain

extension SessionState {
  /// The sentences a beginner may choose from here: those of the moves this beat has rules for, right and
  /// plausible wrong ones alike, in an order the seed decides. What was said before is left out unless saying it
  /// again leads on.
  public var guidedMenu: [GuidedChoice] {
    let open = currentBeat.expect.indices.filter { !appliedMoves[$0] }
    let fresh = open.filter { place in
      let rule = currentBeat.expect[place]
      let leadsOn = rule.consequence.go != nil || !rule.consequence.set.isEmpty
      return !world.said[rule.move] || leadsOn && allows(rule.consequence)
    }
    let choices = (fresh.isEmpty ? open : fresh).compactMap { place -> GuidedChoice? in
      let move = currentBeat.expect[place].move
      return scenario.moves[move].guided.map { GuidedChoice(move: move, text: expand($0)) }
    }
    return chance.order(of: choices.count, beat: beat, turn: world.turn).map { choices[$0] }
  }

  /// The acts at the desk that a beginner may choose from here, as they would be typed: those not done yet.
  public var guidedActs: [String] {
    deskOffers.filter { offer in
      guard let action = scenario.actions.firstIndex(where: { $0.name == offer.name }) else {
        return offer.name == "resume"
      }
      let place = currentBeat.actions.firstIndex { $0.action == action }
      return offer.name != "hold" && (!world.did[action] || place.map { !appliedActions[$0] } ?? false)
    }
    .map { offer in ([offer.name] + offer.arguments.prefix(1)).joined(separator: " ") }
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
