import Domain

/// What the kind must make of small talks against the records alone; facts are tried in the tests.
enum CorrectAnswerExamples {
  private static let world = Scenario.example(
    orders: [
      Order(
        id: "A-4412", fields: [Field(name: "item", text: "train set"), Field(name: "due", text: "Tuesday")],
        paid: Money(hundredths: 6_490, currency: "EUR"))
    ],
    articles: ["A refund reaches the bank account within five working days."])

  static let all = [
    CriterionExample(
      "the amount as on record", .met, quotes: ["64.90 EUR"], scenario: world,
      [
        .customer("What did I pay?"), .trainee("You paid 64.90 EUR for the train set."),
      ]),
    CriterionExample(
      "what the article says, in own words", .met, quotes: ["5 working days"], scenario: world,
      [
        .customer("When is my money back?"),
        .trainee("Count on 5 working days until it is back at your bank.", channel: "email"),
      ]),
    CriterionExample(
      "another amount than on record", .missed, quotes: ["49 euros"], scenario: world,
      [
        .customer("What did I pay?"), .trainee("You paid 49 euros."),
      ]),
    CriterionExample(
      "another length of time than the article has", .missed, quotes: ["2 days"], scenario: world,
      [
        .customer("When is my money back?"),
        .trainee("The refund reaches your bank account within 2 days.", channel: "sms"),
      ]),
    CriterionExample(
      "another day than on record, another amount right", .partly, quotes: ["Friday", "64.90 EUR"],
      scenario: world,
      [
        .customer("Where is it?"), .trainee("It was due on Friday. You paid 64.90 EUR."),
      ]),
    CriterionExample(
      "another person's name", .missed, quotes: ["Smith"], scenario: world,
      [
        .customer("Where is it?"), .trainee("Dear Mr Smith, I am looking for it.", channel: "email"),
      ]),
    CriterionExample(
      "a promise is no record", .notApplicable, scenario: world,
      [
        .customer("Where is it?"), .trainee("I will call you within 2 days."),
      ]),
    CriterionExample(
      "a condition says nothing of the record", .notApplicable, scenario: world,
      [
        .customer("Where is it?"), .trainee("If you paid 49 euros, the receipt shows it."),
      ]),
    CriterionExample(
      "no facts are named", .notApplicable,
      [
        .customer("Where is my parcel?"), .trainee("It is at the depot."),
      ]),
  ]
}
