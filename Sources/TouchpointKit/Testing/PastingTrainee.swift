import Authoring
import Domain
import Play
import Scoring

extension Workplace {
  /// Plays scenarios for the checks, and judges as `touchpoint test` does; at the fast tier, as all checks hear.
  ///
  /// The judge is opened with the first play that is not lost without it; where it cannot be, none passes.
  public var rehearsal: Rehearsal {
    let judge = Prepared { try? self.judge(at: .fast) }
    return Rehearsal { scenario, house, lines in
      let trainee = PastingTrainee(scenario, lines)
      let plays = Set([true, false].compactMap { trainee.play(withDeeds: $0) })
      let cards = plays.compactMap { try? judge.value?.judge($0, scenario: scenario, house: house) }
      return cards.map { Rehearsal.Outcome(passed: $0.result == .passed, quality: $0.quality) }
        .max { ($0.passed ? 1 : 0, $0.quality) < ($1.passed ? 1 : 0, $1.quality) }
    }
  }
}

/// A trainee with one reply for each beat, said again as long as the talk is there, who may also do at the desk
/// whatever the beat has a rule for. Understands nothing of the customer.
struct PastingTrainee {
  private let scenario: Scenario
  private let replies: [ReplyMade?]

  /// - Parameter lines: one a beat, in the beats' order; with an empty one the trainee has no more to say.
  init(_ scenario: Scenario, _ lines: [Rehearsal.Line]) {
    self.scenario = scenario
    replies = lines.map { line in
      let moves = line.moves.map { move in
        MoveMade(
          move: move, name: scenario.moves[move].name, words: [TextRange(0, line.text.utf8.count)],
          confidence: 1_000, example: "")
      }
      return line.text.isEmpty ? nil : ReplyMade(text: line.text, moves: moves, tier: "fast")
    }
  }

  /// How often one beat is answered before the trainee gives up.
  private static let patience = 3

  /// The talk from its opening to an ending that is no failure; nil where a play is lost without asking a judge,
  /// because nothing came of it or because a reply broke a critical rule.
  func play(withDeeds: Bool) -> Transcript? {
    var said = [Int](repeating: 0, count: replies.count)
    var deeds: [String] = []
    var isLost = false
    let made = Dictionary(replies.compactMap { $0.map { ($0.text, $0) } }) { first, _ in first }
    let player = ScriptPlayer(scenario) { made[$0] ?? ReplyMade(text: $0, moves: [], tier: "fast") }
    let played = player.play(seed: 1, mode: .coach) { state in
      guard state.isRunning else { return nil }
      if let deed = deeds.popLast() { return deed }
      guard let reply = replies[state.beat], said[state.beat] < Self.patience else { return nil }
      isLost = breaksRule(reply, in: state)
      guard !isLost else { return nil }
      said[state.beat] += 1
      if withDeeds { deeds = state.currentBeat.actions.map { "/" + scenario.actions[$0.action].name } }
      return reply.text
    }
    let transcript = played.state.transcript
    let isGood = [.success, .partial].contains(transcript.conclusion?.outcome)
    return isGood && !isLost ? transcript : nil
  }

  private func breaksRule(_ reply: ReplyMade, in state: SessionState) -> Bool {
    let moves = Set(reply.moves.map(\.move))
    return scenario.criticalRules.contains { rule in
      !moves.isDisjoint(with: rule.moves) && !(rule.before.map { state.world.holds($0) } ?? false)
    }
  }
}
