/// What the kind must make of small talks.
enum CompleteAnswerExamples {
  static let all = [
    CriterionExample(
      "one question, answered", .met, quotes: ["It will be there on Friday."],
      [
        .customer("When will my parcel come?"), .trainee("It will be there on Friday."),
      ]),
    CriterionExample(
      "both questions", .met, quotes: ["It comes on Friday,", "and delivery costs 4 euros."],
      [
        .customer("When will my parcel come? And how much is delivery?"),
        .trainee("It comes on Friday, and delivery costs 4 euros."),
      ]),
    CriterionExample(
      "the second question forgotten", .partly, quotes: ["It comes on Friday."],
      [
        .customer("When will my parcel come? And how much is delivery?"), .trainee("It comes on Friday."),
      ]),
    CriterionExample(
      "kind words answer nothing", .missed,
      [
        .customer("When will my parcel come?"),
        .trainee("Thank you for your patience, your parcel is very important to us.", channel: "email"),
      ]),
    CriterionExample(
      "a no is an answer", .met, quotes: ["I can't refund the whole amount."],
      [
        .customer("Please refund the whole amount."), .trainee("I can't refund the whole amount."),
      ]),
    CriterionExample(
      "a wish said back is not done", .missed,
      [
        .customer("I want a refund for the kettle."),
        .trainee("I understand you want a refund for the kettle."),
      ]),
    CriterionExample(
      "done at the desk", .met,
      [
        .customer("Please refund the kettle."), .trainee("One moment."), .act("refund", "20 EUR"),
      ]),
    CriterionExample(
      "which one, in a few words", .met, quotes: ["The smaller one."],
      [
        .customer("Which of the two kettles is quieter?"), .trainee("The smaller one.", channel: "sms"),
      ]),
    CriterionExample(
      "a sigh asks nothing", .notApplicable,
      [
        .customer("Are you serious? What kind of service is this?"), .trainee("I am sorry about that."),
      ]),
    CriterionExample(
      "a price asked with 'what do I pay' is no sigh", .missed,
      [
        .customer("What do I pay for a rod licence?"), .trainee("The trout are biting well, enjoy the lake."),
      ]),
    CriterionExample(
      "asked of what stands in the sentence before", .missed,
      [
        .customer("You took the fee twice. Can you give one back?"),
        .trainee("I understand you want one back."),
      ]),
    CriterionExample(
      "steps told with 'please'", .met, quotes: ["Please open Team,"],
      [
        .customer("How do I add her to our plan?"),
        .trainee("Please open Team, select Invite and enter her e-mail address."),
      ]),
    CriterionExample(
      "'will I ...?' is no wish, and a condition answers it", .met, quotes: ["It depends."],
      [
        .customer("Someone scraped my car. Will I lose my bonus if I claim?"),
        .trainee("It depends. If the other driver is found, you keep it."),
      ]),
    CriterionExample(
      "asked back instead of answered", .missed,
      [
        .customer("Where is my parcel?"), .trainee("Where should it be?"),
      ]),
  ]
}
