import Domain

extension Scenario {
  /// A small encounter for the rules' examples: two orders, a refund up to 40 EUR, a cancellation, an escalation.
  static let ofExamples = Scenario(
    id: "example", title: "Example", touchpoint: "delivery", journeyStage: .afterPurchase, channels: [.chat],
    difficulty: 1, skills: [], minutes: 5, language: "en", company: "Alder",
    customer: Customer(
      name: "Ines Moreau", persona: "", goal: "the parcel", knows: [], tellsIfAsked: [],
      crm: [
        Field(name: "address", text: "12 Rue Neuve, Lyon"), Field(name: "email", text: "ines@mail.example"),
      ],
      orders: [
        Order(id: "A-4412", fields: [], paid: Money(hundredths: 6_490, currency: "EUR")),
        Order(id: "A-5000", fields: [], paid: nil),
      ]),
    articles: [Article(id: "KB-19", text: "Refunds above 40 EUR are for the team lead to decide.")],
    actions: [
      DeskAction(
        name: "refund", limit: Money(hundredths: 4_000, currency: "EUR"), needs: .fact(0), because: 0,
        hasPolicy: true),
      DeskAction(name: "cancel", needs: .fact(1), because: 0, hasPolicy: true), DeskAction(name: "escalate"),
      DeskAction(name: "note"), DeskAction(name: "verify"),
    ],
    gauges: [], facts: [Fact(name: "identity_ok", start: false), Fact(name: "end_told", start: false)],
    moves: [],
    thread: [], beats: [Beat(name: "hello", channel: .chat, say: [])], start: 0, endings: [], goal: nil,
    rubric: ScenarioRubric(house: nil, criteria: [], passMark: 70), criticalRules: [], signOffs: [:],
    tests: [],
    digest: "")

  /// The same with a cabin at 90 EUR on record, and a fee of 25 EUR for cancelling it.
  static let ofPrices: Scenario = {
    var scenario = ofExamples
    scenario.customer.orders = [
      Order(
        id: "C-77",
        fields: [Field(name: "cabin", text: "garden cabin"), Field(name: "price", text: "90 EUR")],
        paid: nil)
    ]
    scenario.requiredFacts = [
      RequiredFact(
        name: "fee",
        statement: Statement(
          text: "Cancelling costs 25 EUR.", question: "What does it cost me?",
          good: ["to cancel you pay 25 euros"]))
    ]
    return scenario
  }()

  /// Id of the article that gives the reason for an act's policy; nil when there is none.
  func reason(for action: ReadAction) -> String? {
    guard let index = action.act.taken.action, actions.indices.contains(index) else { return nil }
    return actions[index].because.flatMap { articles.indices.contains($0) ? articles[$0].id : nil }
  }
}
