import Domain
import Scoring
import Testing

@Suite struct `Critical rules` {
  let judge: Judge
  let rubric = ScenarioRubric(house: nil, criteria: [Fixtures.own("goal", 100, [.goal])], passMark: 70)
  let promise = CriticalRule(
    name: "promise", title: "Promises a day", moves: [2], actions: [], before: nil, because: 0)
  let refund = CriticalRule(
    name: "refund", title: "Refunds a stranger", moves: [], actions: [0], before: .fact(0), because: 0)

  init() throws { judge = try Fixtures.judge() }

  private func card(_ turns: [Turn]) throws -> Scorecard {
    try judge.judge(
      Fixtures.transcript(turns), scenario: Fixtures.scenario(rubric, critical: [promise, refund]), house: nil
    )
  }

  @Test func `a forbidden move fails the attempt and leaves the quality`() throws {
    let card = try card([
      Fixtures.customer("When?"), Fixtures.reply("Tomorrow, I promise.", moves: [2]),
      Fixtures.reply("Tomorrow for sure.", moves: [2]),
    ])
    #expect(card.result == .criticalBreach)
    #expect(card.quality == 10_000)
    #expect(
      card.breaches == [
        Breach(
          rule: "promise", title: "Promises a day",
          quote: Quote(turn: 1, range: TextRange(0, 20), role: .lost, note: "move 2"), turn: 1,
          because: "KB-1")
      ])
  }

  @Test func `an act is judged by the facts before its turn`() throws {
    #expect(try card([Fixtures.act("refund", 0, facts: [true])]).result == .passed)
    let early = try card([Fixtures.act("refund", 0), Fixtures.act("refund", 0, facts: [true])])
    #expect(early.result == .criticalBreach)
    #expect(early.breaches.map(\.turn) == [0])
    #expect(early.breaches.map(\.quote) == [nil])
  }

  @Test func `what the coach stopped did not happen, what the exam let through did`() throws {
    #expect(try card([Fixtures.act("refund", 0, .refused(.needs))]).result == .passed)
    #expect(try card([Fixtures.act("refund", 0, .breached(.needs))]).result == .criticalBreach)
  }

  @Test func `what a transcript does not know breaks nothing`() throws {
    #expect(try card([Fixtures.act("refund", 0, facts: [])]).result == .passed)
  }

  @Test func `a breach of a critical criterion of the shared rubric fails too`() throws {
    let turns = [Fixtures.customer("My bill is wrong."), Fixtures.reply("Please send me your card number.")]
    for isCritical in [true, false] {
      let house = Fixtures.rubric([Fixtures.criterion("no-secrets", weight: 100, isCritical: isCritical)])
      let card = try judge.judge(Fixtures.transcript(turns), scenario: nil, house: house)
      #expect(card.quality == 0)
      #expect(card.result == (isCritical ? .criticalBreach : .belowPassMark))
      #expect(card.breaches.map(\.rule) == (isCritical ? ["no-secrets"] : []))
      #expect(card.breaches.map { $0.quote?.range } == (isCritical ? [TextRange(7, 31)] : []))
    }
  }

  @Test func `a breach at the desk names its turn and quotes nothing`() throws {
    let house = Fixtures.rubric([Fixtures.criterion("policy-kept", weight: 100, isCritical: true)])
    let turns = [Fixtures.customer("My bill is wrong."), Fixtures.act("refund", 0, .breached(.needs))]
    let card = try judge.judge(Fixtures.transcript(turns), scenario: nil, house: house)
    #expect(
      card.breaches == [
        Breach(rule: "policy-kept", title: "policy-kept", quote: nil, turn: 1, because: "rubric:policy-kept")
      ])
  }
}
