import Domain
import Scoring
import Testing

@Suite struct `Playing for points` {
  let judge: Judge
  let house: Rubric

  init() throws {
    judge = try Fixtures.judge()
    house = try Fixtures.bundledRubric()
  }

  static let opening = "My parcel A-4412 was due Tuesday, it is late and my daughter's birthday is tomorrow!"

  private func quality(_ replies: [String], articles: [Article] = []) throws -> Int {
    let rubric = ScenarioRubric(
      house: .init(rubric: house.id, weight: 100), criteria: [], passMark: 70)
    var turns = [Fixtures.customer(Self.opening)]
    for reply in replies { turns += [Fixtures.reply(reply), Fixtures.customer("And now?")] }
    return try judge.judge(
      Fixtures.transcript(turns), scenario: Fixtures.scenario(rubric, articles: articles), house: house
    ).quality
  }

  static let goodTalk = [
    "Hello Ines, I am so sorry your parcel is late, and right before the birthday of your daughter.",
    "The train set was last seen at the depot. I will call the depot now and write to you here by 3 pm.",
    "They found it, and I have booked a driver who brings it to you tomorrow at 9 am. Is there anything else?",
  ]

  /// At a desk nothing was noted down: the case note's ten points of a hundred are missing, and rightly.
  @Test func `a good talk without its case note earns four fifths of the points`() throws {
    #expect(try quality(Self.goodTalk) >= 8_000)
  }

  @Test func `a good talk without a scenario earns most of the points`() throws {
    var turns = [Fixtures.customer(Self.opening)]
    for reply in Self.goodTalk { turns += [Fixtures.reply(reply), Fixtures.customer("And now?")] }
    let card = try judge.judge(
      Fixtures.transcript(turns), scenario: nil, house: house, customerName: "Ines Moreau")
    #expect(card.quality >= 8_500)
  }

  static let probes: [(String, [String])] = [
    ("silence", []),
    ("empty replies", ["", " ", "\n"]),
    ("one word", ["ok", "hm", "yes", "sorry"]),
    ("gibberish", ["asdf qwer zxcv", "blorp fnord gnarl wub", "jkl jkl jkl jkl"]),
    ("off-topic", ["The weather in Lisbon is lovely, and I had a good lunch with my friends today."]),
    (
      "keyword soup",
      [
        "sorry frustrating birthday parcel refund resend will check today 3 pm understand apologise ownership tomorrow"
      ]
    ),
    (
      "keywords with commas",
      ["Sorry, parcel, birthday, frustrating, will, call, depot, today, thanks, regards, Ines."]
    ),
    (
      "politeness stuffing",
      [
        "Thank you so much, dear Ines, thank you kindly, please, many thanks, we value you, much appreciated, thank you."
      ]
    ),
    ("the customer's words", [opening, opening]),
    ("not sorry", ["I am not sorry that your parcel is late for the birthday."]),
    ("sorry but", ["Sorry, but the parcel is late.", "Sorry but that is the carrier, not us."]),
    ("the same phrase thrice", ["I am sorry.", "I am sorry.", "I am sorry."]),
    ("calm down", ["Calm down, it is only a parcel.", "As I said, you need to call the carrier."]),
  ]

  @Test(arguments: probes.indices)
  func `earns less than thirty points`(_ probe: Int) throws {
    let (name, replies) = Self.probes[probe]
    let quality = try quality(replies)
    #expect(quality < 3_000, "\(name)")
  }

  @Test func `a pasted article earns nothing`() throws {
    let article = Article(
      id: "KB-17",
      text:
        "I will open a trace for the parcel today when there was no scan for 48 hours. I am sorry the parcel is late "
        + "for the birthday, and our team will send a new one or refund it by Friday at 3 pm.")
    #expect(try quality([article.text], articles: [article]) == 0)
    #expect(try quality([article.text]) > 3_000)
  }

  static let groups: [[String]] = [
    [
      "I'm sorry your parcel is late. I'll call the depot now and text you by 3 pm.",
      "I am very sorry that your parcel is late. I will call the depot now and I will text you by 3 pm.",
      "So sorry the parcel's late! I will call the depot right now, I'll text you at 3pm.",
      "sorry your parcel is late, i will call the depot now and text you by 3pm",
    ],
    [
      "It must be worrying with the birthday tomorrow. Leave it with me, I will book a driver today.",
      "That must be worrying, with the birthday being tomorrow. Leave it with me: I'll book a driver today.",
      "With the birthday tomorrow this must be a worry. I'll book a driver today, leave it with me.",
    ],
  ]

  @Test(arguments: groups)
  func `the same content in other words is worth the same`(_ group: [String]) throws {
    let scores = try group.map { try quality([$0]) }
    let spread = (scores.max() ?? 0) - (scores.min() ?? 0)
    #expect(spread <= 500, "\(scores)")
    #expect((scores.min() ?? 0) > 3_000, "\(scores)")
  }
}
