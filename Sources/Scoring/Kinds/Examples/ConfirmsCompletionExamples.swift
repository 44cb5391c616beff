/// What the kind must make of small talks.
enum ConfirmsCompletionExamples {
  static let all = [
    CriterionExample(
      "done, a reference, and a question", .met,
      quotes: ["I have cancelled order A-4412", "A-4412", "anything else"],
      [
        .customer("Please cancel my order."),
        .trainee("I have cancelled order A-4412. Is there anything else I can do for you?"),
      ]),
    CriterionExample(
      "an invitation will do in an e-mail", .met,
      quotes: ["has been refunded", "£20", "if you do not see it"],
      [
        .customer("I was charged twice."),
        .trainee(
          "The second charge has been refunded: £20, on your card by Friday. Just reply if you do not see it.",
          channel: "email"),
      ]),
    CriterionExample(
      "hope this helps is no question", .partly, quotes: ["£20", "has been refunded"],
      [
        .customer("I was charged twice."), .trainee("The £20 has been refunded. Hope this helps!"),
      ]),
    CriterionExample(
      "done and nothing more", .partly, quotes: ["All done"],
      [
        .customer("Please cancel my order."), .act("cancel"), .trainee("All done."), .end(.success),
      ]),
    CriterionExample(
      "acted and never told", .missed,
      [
        .customer("I was charged twice."), .trainee("I will look into the charge."), .act("refund", "£20"),
        .end(.success),
      ]),
    CriterionExample(
      "the day of the deed, not of the fault", .partly,
      quotes: ["I've set your direct debit to 92 from 1 June", "1 June"],
      [
        .customer("My direct debit went up and nobody asked me."),
        .trainee("The letter about it went out on 2 March. I've set your direct debit to 92 from 1 June."),
      ]),
    CriterionExample(
      "a charge that went out is no deed", .notApplicable,
      [
        .customer("What is this charge of 34.99?"),
        .trainee("It went out at 9.14 on Monday morning. Does that ring a bell?"),
      ]),
    CriterionExample(
      "a promise is not done", .notApplicable,
      [
        .customer("I was charged twice."), .trainee("Your money will be refunded by Friday."),
      ]),
    CriterionExample(
      "what should have been done is not", .notApplicable,
      [
        .customer("I was charged twice."), .trainee("That should have been refunded long ago."),
      ]),
    CriterionExample(
      "the talk goes on", .notApplicable,
      [
        .customer("Please cancel my order."), .trainee("I have cancelled it."),
        .customer("And the other one?"),
      ]),
    CriterionExample(
      "a denial confirms nothing", .notApplicable,
      [
        .customer("Please cancel my order."), .trainee("I have not cancelled it yet."),
      ]),
  ]
}
