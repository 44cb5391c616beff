import Domain
import Language
import Scoring

/// Everything that was understood of one reply, and why: for trainers who ask "why did it not hear that?".
public struct ReplyExplanation: Sendable {
  /// A move of the scenario by its name.
  public struct Move: Hashable, Sendable {
    public var name: String
    public var explanation: MoveExplanation
  }

  /// A required fact or forbidden claim of the scenario beside the reply.
  public struct Fact: Hashable, Sendable {
    public var name: String
    /// As it reads in play.
    public var text: String
    /// Whether it must never be said.
    public var isForbidden: Bool
    public var verdict: FactVerdict
  }

  /// The reply as it was read.
  public let reply: Reply
  /// Which kind of recogniser decided: the one asked for, or the next below it that is there.
  public let tier: RecognitionTier
  /// Every move, in the scenario's order; none without a scenario.
  public let moves: [Move]
  /// Required facts, then forbidden claims; whether a fact is due at this point of a talk is left aside.
  public let facts: [Fact]
  /// What its sentences do, as criteria hear it beside their phrases; none at the phrase tier.
  public let acts: [HeardAct]
  /// How it sounds; nil where the weights are not at hand.
  public let tone: ToneReading?
}

extension LanguageModels {
  /// What is understood of a reply, alone or as one of a scenario's, at a tier or the next below it that is there.
  public func explain(_ text: String, in scenario: Scenario?, at tier: RecognitionTier) -> ReplyExplanation {
    let reply = Reply(text)
    let encoder = encoder(at: tier)
    let meaning = understanding(at: encoder?.tier)
    return ReplyExplanation(
      reply: reply, tier: encoder.map { $0.tier == .main ? .main : .fast } ?? .phrase,
      moves: scenario.map { moves(in: reply, of: $0, at: tier) } ?? [],
      facts: scenario.map { facts(in: text, of: $0, by: meaning.facts) } ?? [],
      acts: meaning.acts?.acts(in: reply, from: .agent) ?? [], tone: meaning.tone?.read(reply))
  }

  private func moves(in reply: Reply, of scenario: Scenario, at tier: RecognitionTier)
    -> [ReplyExplanation.Move]
  {
    let names = NameHints([scenario.customer.name, scenario.customer.firstName])
    let recogniser = recogniser(of: ReplyUnderstanding.moves(of: scenario), at: tier)
    return recogniser.explain(reply, names: names).map {
      ReplyExplanation.Move(name: scenario.moves[$0.move].name, explanation: $0)
    }
  }

  private func facts(in text: String, of scenario: Scenario, by reader: FactReader) -> [ReplyExplanation.Fact]
  {
    let names = scenario.placeholders(agent: nil)
    let told = reader.prepare(sentencesOf: text)
    func fact(_ name: String, _ statement: Statement, isForbidden: Bool) -> ReplyExplanation.Fact {
      let filled = names.filled(statement)
      let prepared = reader.prepare(
        FactStatement(
          [filled.text], question: filled.question, good: filled.good, notQuite: filled.notQuite))
      return ReplyExplanation.Fact(
        name: name, text: filled.text, isForbidden: isForbidden, verdict: reader.judge(told, prepared).verdict
      )
    }
    return scenario.requiredFacts.map { fact($0.name, $0.statement, isForbidden: false) }
      + scenario.forbiddenClaims.map { fact($0.name, $0.statement, isForbidden: true) }
  }
}
