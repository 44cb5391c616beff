import Diagnostics
import Domain
import Scoring
import Testing

@Suite struct `The judge` {
  let judge: Judge

  init() throws { judge = try Fixtures.judge() }

  private func card(_ rubric: ScenarioRubric, _ transcript: Transcript, house: Rubric? = nil) throws
    -> Scorecard
  {
    try judge.judge(transcript, scenario: Fixtures.scenario(rubric), house: house)
  }

  @Test func `gives the share of the checks passed`() throws {
    let rubric = ScenarioRubric(
      house: nil,
      criteria: [
        Fixtures.own("kind", 60, [.said(move: 0), .said(move: 1)]), Fixtures.own("goal", 40, [.goal]),
      ],
      passMark: 70)
    let transcript = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("I am sorry your parcel is late.", moves: [0]),
    ])
    let card = try card(rubric, transcript)
    #expect(card.marks.map(\.possible) == [6_000, 4_000])
    #expect(card.marks.map(\.earned) == [3_000, 4_000])
    #expect(card.marks.map(\.evidence.verdict) == [.partly, .met])
    #expect(
      card.marks[0].evidence.quotes == [
        Quote(turn: 1, range: TextRange(0, 31), role: .earned, note: "move 0")
      ])
    #expect(card.quality == 7_000)
    #expect(card.result == .passed)
    #expect(card.rubrics == ["scenario"])
  }

  @Test func `halves a move that came after its best turn`() throws {
    let rubric = ScenarioRubric(
      house: nil, criteria: [Fixtures.own("sorry", 100, [.said(move: 0)], before: 1)], passMark: 70)
    let late = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("Let me look."),
      Fixtures.reply("I am sorry it is late.", moves: [0]),
    ])
    let early = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("I am sorry it is late.", moves: [0]),
    ])
    #expect(try card(rubric, late).quality == 5_000)
    #expect(try card(rubric, late).marks[0].evidence.verdict == .partly)
    #expect(try card(rubric, early).quality == 10_000)
  }

  @Test func `an act counts when it was done, not when it was refused or went against policy`() throws {
    let rubric = ScenarioRubric(
      house: nil, criteria: [Fixtures.own("refund", 100, [.did(action: 0)])], passMark: 70)
    let outcomes: [(DeskTurn.Outcome, Int)] = [
      (.done, 10_000), (.refused(.needs), 0), (.breached(.needs), 0), (.impossible(""), 0),
    ]
    for (outcome, points) in outcomes {
      let transcript = Fixtures.transcript([Fixtures.customer("Hello"), Fixtures.act("refund", 0, outcome)])
      #expect(try card(rubric, transcript).quality == points, "\(outcome)")
    }
  }

  @Test func `reads facts, endings, counters, and, or and not`() throws {
    let transcript = Fixtures.transcript([
      Fixtures.customer("Hello"), Fixtures.reply("One"), Fixtures.reply("Two", facts: [true]),
    ])
    let answers: [(Condition, Int?)] = [
      (.fact(0), 10_000), (.ended(ending: 0), 10_000), (.ended(ending: 1), 0), (.not(.said(move: 2)), 10_000),
      (.counter(.turn, .atMost, 2), 10_000), (.counter(.minutes, .equal, 1), 10_000),
      (.all([.goal, .said(move: 1)]), 0), (.any([.goal, .said(move: 1)]), 10_000),
      (.gauge(0, .atLeast, 1), nil), (.all([.gauge(0, .atLeast, 1), .said(move: 1)]), 0),
      (.any([.gauge(0, .atLeast, 1), .goal]), 10_000), (.fact(7), nil), (.did(action: 99), 0),
    ]
    for (condition, points) in answers {
      let rubric = ScenarioRubric(house: nil, criteria: [Fixtures.own("it", 100, [condition])], passMark: 70)
      let card = try card(rubric, transcript)
      #expect(card.quality == points ?? 0, "\(condition)")
      #expect((card.marks[0].evidence.verdict == .notApplicable) == (points == nil), "\(condition)")
    }
  }

  @Test func `shares the points of what does not apply among the others`() throws {
    let house = Fixtures.rubric([
      Fixtures.criterion("pace", weight: 50), Fixtures.criterion("ownership", weight: 30),
      Fixtures.criterion("next-step", weight: 20),
    ])
    let transcript = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("I will call the depot about your parcel."),
    ])
    let card = try judge.judge(transcript, scenario: nil, house: house)
    #expect(card.marks.map(\.evidence.verdict) == [.notApplicable, .met, .partly])
    #expect(card.marks.map(\.possible) == [0, 6_000, 4_000])
    #expect(card.marks.map(\.earned) == [0, 6_000, 2_666])
    #expect(card.result == .passed)
  }

  @Test func `puts the shared rubric's part beside the scenario's own`() throws {
    let house = Fixtures.rubric([
      Fixtures.criterion("ownership", weight: 75), Fixtures.criterion("apology", weight: 25),
    ])
    let rubric = ScenarioRubric(
      house: .init(rubric: "service-quality", weight: 40), criteria: [Fixtures.own("goal", 60, [.goal])],
      passMark: 80)
    let transcript = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("I will call the depot."),
    ])
    let card = try card(rubric, transcript, house: house)
    #expect(card.marks.map(\.possible) == [3_000, 1_000, 6_000])
    #expect(card.quality == 9_000)
    #expect(card.passMark == 80)
    #expect(card.rubrics == ["rubric", "scenario"])
  }

  @Test func `says so when nothing applies at all`() throws {
    let house = Fixtures.rubric([Fixtures.criterion("pace", weight: 100)])
    let transcript = Fixtures.transcript([Fixtures.customer("Hello"), Fixtures.reply("Hello")])
    let card = try judge.judge(transcript, scenario: nil, house: house)
    #expect(card.marks.map(\.possible) == [0])
    #expect(card.quality == 0)
  }

  @Test func `an attempt without an ending is unfinished and keeps three tenths of its points`() throws {
    let rubric = ScenarioRubric(
      house: nil, criteria: [Fixtures.own("sorry", 100, [.said(move: 0)])], passMark: 70)
    let left = Fixtures.transcript([Fixtures.reply("I am sorry.", moves: [0])], ending: nil)
    let running = Transcript(turns: left.turns)
    #expect(try card(rubric, left).result == .unfinished)
    #expect(try card(rubric, running).result == .unfinished)
    #expect(try card(rubric, running).quality == 3_000)
  }

  @Test(arguments: [
    ("refund", DeskTurn.Outcome.done, 10_000), ("hold", .done, 3_000), ("note", .done, 3_000),
    ("lookup order", .done, 3_000), ("refund", .refused(.needs), 3_000),
  ])
  func `a failure keeps its points only where something was done at the desk`(
    _ act: String, _ outcome: DeskTurn.Outcome, _ quality: Int
  ) throws {
    let rubric = ScenarioRubric(
      house: nil, criteria: [Fixtures.own("sorry", 100, [.said(move: 0)])], passMark: 70)
    var talk = Fixtures.transcript(
      [
        Fixtures.act(act, 0, outcome), Fixtures.reply("I am sorry.", moves: [0]),
      ], goal: false)
    talk.conclusion?.outcome = .failure
    #expect(try card(rubric, talk).quality == quality)
  }

  @Test func `names a kind nobody knows and a rubric that is not there`() throws {
    let transcript = Fixtures.transcript([])
    let unknown = Fixtures.rubric([Fixtures.criterion("charm", weight: 100)])
    let error = #expect(throws: Diagnosed.self) { try judge.judge(transcript, scenario: nil, house: unknown) }
    #expect(error?.diagnostics.map(\.code.name) == ["unknown-criterion-kind"])
    let rubric = ScenarioRubric(house: .init(rubric: "other", weight: 100), criteria: [], passMark: 70)
    let missing = #expect(throws: Diagnosed.self) {
      try judge.judge(transcript, scenario: Fixtures.scenario(rubric), house: unknown)
    }
    #expect(missing?.diagnostics.map(\.code.name) == ["missing-rubric"])
  }
}
