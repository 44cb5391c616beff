import Domain
import Scoring
import Testing

@Suite struct `Every scorecard` {
  static let phrases = [
    "I am sorry your parcel is late.", "I will call the depot by 3 pm.", "Calm down.", "ok", "", "You idiot.",
    "What is your order number?", "Unfortunately I can't refund that.", "Give me your card number.",
    "Hello Ines,",
    "Kind regards,\nSam", "Leave it with me", "🎂🎂", "\u{0}\u{1B}[31m", "4111 1111 1111 1111",
    "As soon as possible!",
    "My parcel A-4412 was due Tuesday and it is late!", "I can send a new one today because it is lost.",
    "e\u{301}",
    "because", "It must be frustrating that the parcel is late.", "10,000 pounds by 15:00 on 3rd of March",
  ]

  private func transcript(_ chance: inout Chance) -> Transcript {
    var turns: [Turn] = []
    for _ in 0..<Int.random(in: 0...12, using: &chance) {
      let text = (0..<Int.random(in: 1...3, using: &chance))
        .map { _ in Self.phrases.randomElement(using: &chance) ?? "" }.joined(separator: " ")
      switch Int.random(in: 0...5, using: &chance) {
      case 0, 1: turns.append(Fixtures.customer(text))
      case 2: turns.append(Fixtures.act("refund", 0, .breached(.needs)))
      case 3: turns.append(Fixtures.act("note", 1))
      default:
        turns.append(
          Fixtures.reply(
            text, moves: [Int.random(in: -1...9, using: &chance)], facts: [Bool.random(using: &chance)]))
      }
    }
    return Fixtures.transcript(turns, ending: Bool.random(using: &chance) ? "solved" : nil)
  }

  @Test func `adds up to ten thousand, earns no more than it could, and comes out the same again`() throws {
    let judge = try Fixtures.judge()
    let house = try Fixtures.bundledRubric()
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed)
    for _ in 0..<120 {
      let transcript = transcript(&chance)
      let rubric = ScenarioRubric(
        house: .init(rubric: house.id, weight: 40),
        criteria: [
          Fixtures.own("a", 37, [.said(move: 0), .goal]), Fixtures.own("b", 23, [.gauge(0, .atLeast, 3)]),
        ],
        passMark: 70)
      let scenario = Fixtures.scenario(rubric)
      let card = try judge.judge(transcript, scenario: scenario, house: house)
      #expect(card.marks.reduce(0) { $0 + $1.possible } == 10_000, "seed \(seed)")
      #expect(card.marks.allSatisfy { (0...$0.possible).contains($0.earned) }, "seed \(seed)")
      #expect(card.quality == card.marks.reduce(0) { $0 + $1.earned }, "seed \(seed)")
      #expect(try judge.judge(transcript, scenario: scenario, house: house) == card, "seed \(seed)")
      for quote in card.marks.flatMap(\.evidence.quotes) + card.breaches.compactMap(\.quote) {
        let length = transcript.turns[quote.turn].text?.utf8.count ?? 0
        #expect(0 <= quote.range.start && quote.range.start <= quote.range.end, "seed \(seed)")
        #expect(quote.range.end <= length, "seed \(seed)")
      }
    }
  }

  @Test func `does not depend on where the criteria that do not apply stand`() throws {
    let judge = try Fixtures.judge()
    let applying = ["ownership", "next-step", "apology"].enumerated().map {
      Fixtures.criterion($1, weight: 17 + $0 * 11)
    }
    let idle = [Fixtures.criterion("pace", weight: 30), Fixtures.criterion("positive-no", weight: 20)]
    let transcript = Fixtures.transcript([
      Fixtures.customer("My parcel is late."), Fixtures.reply("I will call the depot."),
    ])
    let orders = [idle + applying, applying + idle, [idle[0]] + applying + [idle[1]]]
    let earned = try orders.map { criteria in
      let card = try judge.judge(transcript, scenario: nil, house: Fixtures.rubric(criteria))
      return card.marks.filter { $0.possible > 0 }.map { [$0.possible, $0.earned] }
    }
    #expect(Set(earned).count == 1)
  }

  @Test func `of a thousand turns is as good as that of its first ones`() throws {
    let judge = try Fixtures.judge()
    let house = Fixtures.rubric([
      Fixtures.criterion("ownership", weight: 50), Fixtures.criterion("next-step", weight: 50),
    ])
    let pair = [
      Fixtures.customer("My parcel A-4412 was due Tuesday and it is late!"),
      Fixtures.reply("I will call the depot by 3 pm."),
    ]
    let long = Fixtures.transcript(Array(repeating: pair, count: 500).flatMap { $0 })
    let short = Fixtures.transcript(pair)
    let card = try judge.judge(long, scenario: nil, house: house)
    #expect(card == (try judge.judge(short, scenario: nil, house: house)))
  }

  @Test func `of hostile replies comes out all the same`() throws {
    let judge = try Fixtures.judge()
    let house = try Fixtures.bundledRubric()
    for text in [
      "sorry ", "I will ", "card number ", "4111 1111 1111 1111 ", ". ", "what is your order number? ",
    ] {
      let long = String(repeating: text, count: 65_536 / text.utf8.count)
      let card = try judge.judge(
        Fixtures.transcript([Fixtures.customer("My parcel is late."), Fixtures.reply(long)]), scenario: nil,
        house: house)
      #expect(card.quality <= 10_000)
    }
  }
}
