import Domain
import TouchpointTesting
import Testing

@testable import Scoring

@Suite struct `Weights` {
  private func leaf(_ weight: Int, _ applies: Bool = true) -> WeightTree {
    .leaf(weight: weight, applies: applies)
  }

  private func group(_ weight: Int, _ parts: [WeightTree]) -> WeightTree {
    .group(weight: weight, parts: parts)
  }

  @Test func `what does not apply gives its points to its own group first`() {
    let tree = group(1, [group(60, [leaf(50), leaf(25, false), leaf(25)]), group(40, [leaf(100)])])
    #expect(tree.shares(of: 10_000) == [4_000, 0, 2_000, 4_000])
  }

  @Test func `a group in which nothing applies gives to the others`() {
    let tree = group(1, [group(60, [leaf(50, false)]), group(30, [leaf(100)]), group(10, [leaf(100)])])
    #expect(tree.shares(of: 10_000) == [0, 7_500, 2_500])
  }

  @Test func `nothing is shared where nothing applies`() {
    #expect(group(1, [group(60, [leaf(50, false)]), group(40, [])]).shares(of: 10_000) == [0])
  }

  @Test(arguments: 0..<64)
  func `every hundredth is shared out, whatever the weights`(_ seed: UInt64) {
    var chance = SplitMix(seed: seed)
    let groups = (0..<(1 + chance.next() % 9)).map { _ in
      group(
        Int(chance.next() % 101),
        (0..<(1 + chance.next() % 7)).map { _ in leaf(Int(chance.next() % 101), chance.next() % 3 > 0) })
    }
    let shares = group(1, groups).shares(of: 10_000)
    let sum = shares.reduce(0, +)
    #expect(sum == 10_000 || shares.allSatisfy { $0 == 0 }, "seed \(seed): \(shares)")
  }

  private static let rubric = Rubric(
    id: "service-quality", title: "", passMark: 70, skills: [],
    dimensions: [
      Dimension(name: "deeds", title: "Deeds", weight: ChannelWeight(usual: 80, byChannel: ["email": 60])),
      Dimension(
        name: "words", title: "Words",
        weight: ChannelWeight(usual: 20, byChannel: ["email": 40, "bot hand-off": 50])),
    ],
    criteria: [
      Criterion(name: "own", title: "", kind: "ownership", skill: "a", dimension: 0, weight: 100),
      Criterion(
        name: "plain", title: "", kind: "plain-words", skill: "b", dimension: 1, weight: 100,
        errorClass: .customer),
    ], digest: "rubric")

  private func reply(_ text: String, on channel: String) -> Turn {
    var turn = Fixtures.reply(text)
    turn.channel = channel
    return turn
  }

  private func possible(_ turns: [Turn]) throws -> [Int] {
    try Fixtures.judge().judge(Fixtures.transcript(turns), scenario: nil, house: Self.rubric).marks.map(
      \.possible)
  }

  @Test func `an e-mail is weighed as an e-mail`() throws {
    #expect(try possible([reply("I will call the depot now.", on: "email")]) == [6_000, 4_000])
    #expect(try possible([reply("I will call the depot now.", on: "sms")]) == [8_000, 2_000])
  }

  @Test func `a talk over two channels is weighed by the replies on each`() throws {
    let turns = [
      reply("I will call the depot now.", on: "chat"), reply("I have called the depot.", on: "email"),
      reply("I will write to you tomorrow.", on: "chat"), reply("I sent the parcel again.", on: "chat"),
    ]
    #expect(try possible(turns) == [7_500, 2_500])
  }

  @Test func `the first reply after a bot has a column of its own`() throws {
    var bot = Fixtures.customer("One moment, a colleague takes over.")
    bot.speaker = .bot
    bot.isEarlier = true
    #expect(try possible([bot, reply("I will call the depot now.", on: "email")]) == [6_154, 3_846])
  }

  @Test func `a scenario may make more of a dimension, or nothing`() throws {
    let turns = [Fixtures.customer("My parcel is late."), Fixtures.reply("I will call the depot now.")]
    func shares(_ emphasis: [String: Emphasis]) throws -> [Int] {
      let house = ScenarioRubric.House(rubric: "service-quality", weight: 100, emphasis: emphasis)
      let scenario = Fixtures.scenario(ScenarioRubric(house: house, criteria: [], passMark: 70))
      return try Fixtures.judge().judge(Fixtures.transcript(turns), scenario: scenario, house: Self.rubric)
        .marks.map(\.possible)
    }
    #expect(try shares([:]) == [8_000, 2_000])
    #expect(try shares(["words": .more]) == [6_667, 3_333])
    #expect(try shares(["deeds": .less]) == [6_667, 3_333])
    #expect(try shares(["deeds": .none]) == [0, 10_000])
  }

  @Test func `advice is shown and gives no points`() throws {
    let judge = Judge(
      lexicons: try BundledLists.lexicons.get(), gate: TrustGate(adviceOnly: ["ownership"]))
    let card = try judge.judge(
      Fixtures.transcript([
        Fixtures.customer("My parcel is late."), Fixtures.reply("I will call the depot now."),
      ]), scenario: nil, house: Self.rubric)
    #expect(card.marks.map(\.isAdvice) == [true, false])
    #expect(card.marks.map(\.possible) == [0, 10_000])
    #expect(card.marks[0].evidence.verdict == .met)
  }

  @Test func `counts errors by whom they hurt, apart from the points`() throws {
    let silent = try Fixtures.judge().judge(
      Fixtures.transcript([Fixtures.customer("My parcel is late."), Fixtures.reply("ok")]), scenario: nil,
      house: Self.rubric)
    #expect(silent.accuracy == Accuracy(), "manner without work earns nothing, and is no error")
    let dense = try Fixtures.judge().judge(
      Fixtures.transcript([
        Fixtures.customer("My parcel is late."),
        Fixtures.reply(
          "I will commence remediation of the aforementioned logistical irregularity "
            + String(repeating: "notwithstanding intermediary organisational interdependencies ", count: 12)),
      ]), scenario: nil, house: Self.rubric)
    #expect(dense.accuracy == Accuracy(customer: false))
    let good = try Fixtures.judge().judge(
      Fixtures.transcript([
        Fixtures.customer("My parcel is late."),
        Fixtures.reply("I am sorry the parcel is late. I will call the depot now."),
      ]), scenario: nil, house: Self.rubric)
    #expect(good.accuracy == Accuracy(customer: true))
  }

  @Test func `a failed attempt counts nothing where the rubric says so, and keeps its quality`() throws {
    var rubric = Self.rubric
    rubric.zeroOnFail = true
    rubric.criteria.append(
      Criterion(
        name: "calm", title: "", kind: "calm", skill: "c", dimension: 1, weight: 0, isCritical: true))
    let card = try Fixtures.judge().judge(
      Fixtures.transcript([
        Fixtures.customer("My parcel is late."),
        Fixtures.reply("I am sorry the parcel is late. I will call the depot now, you idiot."),
      ]), scenario: nil, house: rubric)
    #expect(card.result == .criticalBreach)
    #expect(card.isZeroed)
    #expect(card.counted == 0)
    #expect(card.quality > 0)
  }
}
