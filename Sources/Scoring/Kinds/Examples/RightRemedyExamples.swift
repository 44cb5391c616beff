import Domain

/// What the kind must make of small talks.
enum RightRemedyExamples {
  private static let limit = Money(hundredths: 4_000, currency: "EUR")
  private static let over = PolicyBreach.overLimit(
    limit: limit, asked: Money(hundredths: 6_490, currency: "EUR"))

  /// A desk that may refund up to 40 EUR and knows an order of 20 EUR.
  private static let desk = Scenario.example(
    orders: [Order(id: "A-4412", fields: [], paid: Money(hundredths: 2_000, currency: "EUR"))],
    actions: [DeskAction(name: "refund", limit: limit, hasPolicy: true)])

  static let all = [
    CriterionExample(
      "given at the desk", .met, quotes: ["refund"],
      [
        .customer("Refund me, please."), .trainee("I will refund 20 euros now."), .act("refund", "20 EUR"),
      ]),
    CriterionExample(
      "said to be coming", .met, quotes: ["replacement"],
      [
        .customer("My kettle is cracked, I want a new one."),
        .trainee("Your replacement will be with you on Friday.", channel: "email"),
      ]),
    CriterionExample(
      "over the limit in an exam", .breached, quotes: [""],
      [
        .customer("Refund me."), .act("refund", "64.90 EUR", .breached(over)),
      ]),
    CriterionExample(
      "stopped by the coach, then handed on", .partly, quotes: [""],
      [
        .customer("Refund me."), .act("refund", "64.90 EUR", .refused(over)), .act("escalate"),
      ]),
    CriterionExample(
      "above the limit, handed on", .met,
      scenario: desk,
      [
        .customer("I want a refund of 90 EUR."),
        .trainee("That is above my limit, so I am asking my team lead now.", channel: "phone"),
      ]),
    CriterionExample(
      "promised more than the limit", .partly, quotes: ["90 EUR", "refund"],
      scenario: desk,
      [
        .customer("I want a refund of 90 EUR."), .trainee("Sure, I will send you 90 EUR as a refund."),
      ]),
    CriterionExample(
      "refused what policy allows", .missed, quotes: ["we can't"],
      scenario: desk,
      [
        .customer("I want a refund, please."), .trainee("Sorry, we can't refund that."),
      ]),
    CriterionExample(
      "sympathy in place of a remedy", .missed,
      [
        .customer("I want my money back."), .trainee("I understand that you want your money back."),
      ]),
    CriterionExample(
      "a denied remedy is none", .missed,
      [
        .customer("I want a refund."), .trainee("I will not send you a refund."),
      ]),
    CriterionExample(
      "given in words, unasked, where nobody knows what policy allows", .notApplicable,
      [
        .customer("Your dryer took 6 in coins and never started."),
        .trainee("I will send the 6 back to your account today."),
      ]),
    CriterionExample(
      "no remedy in question", .notApplicable,
      [
        .customer("Which of the two kettles is quieter?"), .trainee("The smaller one is quieter."),
      ]),
  ]
}
