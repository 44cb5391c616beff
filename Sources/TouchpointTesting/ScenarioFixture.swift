import Domain

/// A small scenario made in code, for tests of what comes after the resolver: three beats, two channels, every
/// kind of rule once.
public enum ScenarioFixture {
  /// Places in the fixture, so that tests read as sentences.
  public enum MoveNumber: Int, CaseIterable {
    case apologise, own, checkIdentity, promise, askAgain, askParty
  }
  public enum ActionNumber: Int, CaseIterable {
    case lookupOrder, refund, resend, hold, escalate
  }
  public enum GaugeNumber: Int, CaseIterable { case patience, trust }
  public enum FactNumber: Int, CaseIterable { case identity, seen, solved }
  public enum BeatNumber: Int, CaseIterable { case hello, call, wrap }
  public enum EndingNumber: Int, CaseIterable { case recovered, settled, gaveUp }

  public static let parcel = Scenario(
    id: "fixture-parcel", title: "The late parcel", touchpoint: "delivery support",
    journeyStage: .afterPurchase, channels: [.bot, .chat, .phone, .email], difficulty: 2,
    skills: ["empathy", "ownership"], minutes: 5, language: "en", company: "Parcel Shop",
    customer: Customer(
      name: "Ines Moreau", persona: "Short lines.", goal: "The train set before Saturday.",
      knows: ["the order number"],
      tellsIfAsked: [Disclosure(move: MoveNumber.askParty.rawValue, text: "On Saturday at three.")],
      crm: [Field(name: "tier", text: "gold")],
      orders: [
        Order(
          id: "A-4412",
          fields: [Field(name: "item", text: "train set"), Field(name: "paid", text: "64.90 EUR")],
          paid: Money(hundredths: 6_490, currency: "EUR"))
      ]),
    articles: [
      Article(id: "KB-17", text: "Never promise a date."), Article(id: "KB-22", text: "Identity first."),
    ],
    actions: [
      DeskAction(name: "lookup order"),
      DeskAction(
        name: "refund", limit: Money(hundredths: 4_000, currency: "EUR"),
        needs: .fact(FactNumber.identity.rawValue), overLimit: ActionNumber.escalate.rawValue, hasPolicy: true
      ),
      DeskAction(
        name: "resend", needs: .all([.fact(FactNumber.seen.rawValue), .fact(FactNumber.identity.rawValue)]),
        because: 1, hasPolicy: true),
      DeskAction(name: "hold", longest: .seconds(120), hasPolicy: true),
      DeskAction(
        name: "escalate", to: "team lead", mood: [change(.patience, -5)], say: "Fine.", hasPolicy: true),
    ],
    gauges: [
      Gauge(
        name: "patience", start: 60, everyTurn: -4, everyMinute: -5,
        endingAtZero: EndingNumber.gaveUp.rawValue),
      Gauge(name: "trust", start: 40),
    ],
    facts: ["identity_ok", "order_seen", "solved"].map { Fact(name: $0, start: false) },
    moves: [
      Move(name: "apologise", like: ["I am sorry your parcel is late"], guided: "I am sorry it is late."),
      Move(name: "take_ownership", like: ["leave this with me"], guided: "Leave this with me."),
      Move(name: "check_identity", like: ["please tell me your postcode"], guided: "Your postcode, please?"),
      Move(name: "promise_date", like: ["it will definitely arrive tomorrow"]),
      Move(name: "ask_again", like: ["what is your order number"], guided: "What is your order number?"),
      Move(name: "ask_party", like: ["when is the party"]),
    ],
    thread: [EarlierMessage(channel: .bot, speaker: .bot, text: "Hello {first_name}, how can I help?")],
    beats: [hello, call, wrap], start: BeatNumber.hello.rawValue,
    endings: [
      Ending(
        name: "recovered", outcome: .success, csat: .fromGauge(GaugeNumber.trust.rawValue),
        comment: "{agent} listened.", say: "Thank you."),
      Ending(name: "settled", outcome: .partial, csat: .fixed(3)),
      Ending(name: "gave_up", outcome: .failure, csat: .fixed(1)),
    ],
    goal: .fact(FactNumber.solved.rawValue),
    rubric: ScenarioRubric(
      house: nil,
      criteria: [
        ScenarioCriterion(
          name: "empathy", title: "Says sorry", skill: "empathy", weight: 60,
          earn: [.said(move: MoveNumber.apologise.rawValue)], bestBeforeTurn: 2),
        ScenarioCriterion(
          name: "resolution", title: "Solves it", skill: "ownership", weight: 40, earn: [.goal]),
      ], passMark: 70),
    criticalRules: [
      CriticalRule(
        name: "promise_date", title: "Promises a date", moves: [MoveNumber.promise.rawValue], actions: [],
        before: nil, because: 0)
    ],
    signOffs: ["email": "Kind regards, Parcel Shop"], tests: [], digest: "fixture")

  private static let hello = Beat(
    name: "hello", channel: .chat, handOffFrom: .bot, say: ["Where is {order}?", "I want my parcel."],
    hint: "Say sorry first.",
    timers: [
      BeatTimer(
        after: .seconds(60), consequence: Consequence(mood: [change(.patience, -12)], say: ["Hello?"]))
    ],
    expect: [
      ExpectedMove(move: MoveNumber.apologise.rawValue, consequence: Consequence(mood: [change(.trust, 8)])),
      ExpectedMove(move: MoveNumber.own.rawValue, consequence: Consequence(mood: [change(.trust, 8)])),
      ExpectedMove(
        move: MoveNumber.askAgain.rawValue,
        consequence: Consequence(
          mood: [change(.patience, -15)], say: ["It is all in the bot chat."], note: "The bot asked already.")
      ),
    ],
    actions: [
      ExpectedAction(
        action: ActionNumber.lookupOrder.rawValue,
        consequence: Consequence(mood: [change(.patience, 4)], set: [FactNumber.seen.rawValue]))
    ],
    next: [
      Exit(
        condition: .all([
          .fact(FactNumber.seen.rawValue), .gauge(GaugeNumber.trust.rawValue, .atLeast, 45),
        ]), go: .beat(BeatNumber.call.rawValue))
    ],
    otherwise: Otherwise(
      consequence: Consequence(say: ["Pardon?"], go: .ending(EndingNumber.gaveUp.rawValue)), afterTries: 3))

  private static let call = Beat(
    name: "call", channel: .phone, handOffFrom: .chat, say: ["Can you ring me?"],
    expect: [
      ExpectedMove(
        move: MoveNumber.checkIdentity.rawValue,
        consequence: Consequence(set: [FactNumber.identity.rawValue], say: ["Ines Moreau, 69003."])),
      ExpectedMove(
        move: MoveNumber.promise.rawValue, consequence: Consequence(mood: [change(.trust, 10)])),
    ],
    actions: [
      ExpectedAction(
        action: ActionNumber.resend.rawValue,
        consequence: Consequence(mood: [change(.trust, 35)], set: [FactNumber.solved.rawValue])),
      ExpectedAction(
        action: ActionNumber.hold.rawValue, consequence: Consequence(say: ["All right, but be quick."])),
    ],
    next: [Exit(condition: .fact(FactNumber.solved.rawValue), go: .beat(BeatNumber.wrap.rawValue))])

  private static let wrap = Beat(
    name: "wrap", channel: .email, handOffFrom: .phone, say: ["In writing, please."],
    expect: [
      ExpectedMove(
        move: MoveNumber.own.rawValue,
        consequence: Consequence(go: .ending(EndingNumber.recovered.rawValue)))
    ])

  private static func change(_ gauge: GaugeNumber, _ amount: Int) -> GaugeChange {
    GaugeChange(gauge: gauge.rawValue, amount: amount)
  }
}
