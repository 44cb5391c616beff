import Domain

extension Scenario {
  /// A scenario with no more than an example needs: one customer, their orders, articles and desk acts.
  static func example(orders: [Order] = [], articles: [String] = [], actions: [DeskAction] = []) -> Scenario {
    let customer = Customer(
      name: "Ines Moreau", persona: "", goal: "", knows: [], tellsIfAsked: [], crm: [], orders: orders)
    return Scenario(
      id: "example", title: "Example", touchpoint: "service", journeyStage: .afterPurchase, channels: [.chat],
      difficulty: 1, skills: [], minutes: 5, language: "en", company: "", customer: customer,
      articles: articles.enumerated().map { Article(id: "KB-\($0.offset + 1)", text: $0.element) },
      actions: actions, gauges: [], facts: [], moves: [], thread: [],
      beats: [Beat(name: "hello", channel: .chat, say: [])], start: 0,
      endings: [Ending(name: "solved", outcome: .success)], goal: nil,
      rubric: ScenarioRubric(house: nil, criteria: [], passMark: 70), criticalRules: [], signOffs: [:],
      tests: [],
      digest: "example")
  }
}
