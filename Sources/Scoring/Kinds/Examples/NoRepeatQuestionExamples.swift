import Domain

/// What the kind must make of small talks.
enum NoRepeatQuestionExamples {
  static let all = [
    CriterionExample(
      "reads before asking", .met,
      [
        .customer("A-4412 was due Tuesday and has not come."),
        .trainee("I see A-4412 was due on Tuesday. I will open a trace now."),
      ]),
    CriterionExample(
      "asks for the order number in the thread", .missed, quotes: ["what is your order number"],
      [
        .customer("A-4412 was due Tuesday and has not come."),
        .trainee("I will look for it now. And what is your order number?"),
      ]),
    CriterionExample(
      "the bot was told", .missed, quotes: ["How can I help"],
      [
        .customer("My parcel A-4412 is late."), .bot("I will hand you over."),
        .trainee("How can I help you today?"),
      ]),
    CriterionExample(
      "an identity check may ask again", .met,
      [
        .customer("I am Ines Moreau and my parcel is lost."),
        .trainee("I will look for the parcel. Can you confirm your full name and postcode?"),
      ]),
    CriterionExample(
      "asking for what is not known is no repeat", .met,
      [
        .customer("My train set has not come."),
        .trainee("I will look for the train set now. What is the order number?"),
      ]),
    CriterionExample(
      "asked twice", .partly, quotes: ["What is the order number"],
      [
        .customer("My train set has not come."),
        .trainee("I will look for the train set. Which order is it?"),
        .customer("One moment please, I am looking."),
        .trainee("What is the order number?"),
      ]),
    CriterionExample(
      "asks for what the desk shows", .partly, quotes: ["What is the order number"],
      scenario: .example(orders: [Order(id: "A-4412", fields: [], paid: nil)]),
      [
        .customer("My train set has not come."),
        .trainee("I will look for the train set. What is the order number?"),
      ]),
    CriterionExample(
      "five things at once", .partly,
      quotes: ["What is your name, your postcode, your phone number, the colour and the size?"],
      [
        .customer("My train set has not come."),
        .trainee(
          "I will look for the train set. What is your name, your postcode, your phone number, the colour and the size?"
        ),
      ]),
    CriterionExample(
      "anything else asks for nothing that was said", .met,
      [
        .customer("Is the blue sofa in stock? And do you deliver to Ely?"),
        .trainee("Yes, we have four of the blue sofa in stock. Can I help with anything else?"),
        .customer("and Ely?"),
        .trainee("Sorry, I skipped that! We deliver to Ely on Tuesdays for 35 pounds."),
      ]),
    CriterionExample(
      "the customer had told nothing", .notApplicable,
      [
        .customer("Hello?"), .trainee("Hello, how can I help you?"),
      ]),
  ]
}
