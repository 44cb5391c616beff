/// What the kind must make of small talks.
enum RestatesIssueExamples {
  static let all = [
    CriterionExample(
      "the thing and the fault", .met, quotes: ["a new kettle arrived with a crack in it"],
      [
        .customer("Hi, the blue kettle I got this morning is cracked."),
        .trainee("Oh no, a new kettle arrived with a crack in it. I will send another one today."),
      ]),
    CriterionExample(
      "other words for the same", .met, quotes: ["So your package still hasn't turned up"],
      [
        .customer("My parcel was due Tuesday and has not come."),
        .trainee("So your package still hasn't turned up. I'll call the depot now.", channel: "phone"),
      ]),
    CriterionExample(
      "a wish said back", .met, quotes: ["you'd like to leave the gym at the end of May"],
      [
        .customer("I want to cancel the gym from June."),
        .trainee("Got it, you'd like to leave the gym at the end of May.", channel: "email"),
      ]),
    CriterionExample(
      "your issue fits anybody", .missed, quotes: ["your issue"],
      [
        .customer("My parcel was due Tuesday and has not come."),
        .trainee("Thank you for reaching out. I understand your issue."),
      ]),
    CriterionExample(
      "the thing without the fault", .partly, quotes: ["I will look at the parcel for you"],
      [
        .customer("My parcel was due Tuesday and has not come."),
        .trainee("I will look at the parcel for you."),
      ]),
    CriterionExample(
      "the customer's sentence sent back", .missed,
      [
        .customer("The blue kettle I got this morning from you has a crack in the lid."),
        .trainee("The blue kettle I got this morning from you has a crack in the lid."),
      ]),
    CriterionExample(
      "the fault denied", .partly, quotes: ["Your kettle is not cracked"],
      [
        .customer("My kettle is cracked."), .trainee("Your kettle is not cracked."),
      ]),
    CriterionExample(
      "a question says nothing back", .missed,
      [
        .customer("The machine ate my ticket and I missed my seat."),
        .trainee("Which ticket was it, and did you have a seat?"),
      ]),
    CriterionExample(
      "words in a heap", .missed,
      [
        .customer("My parcel was due Tuesday and has not come."),
        .trainee("sorry parcel Tuesday late refund resend will check today 3 pm understand apologise"),
      ]),
    CriterionExample(
      "nothing concrete was told", .notApplicable,
      [
        .customer("Hello?"), .trainee("Hello, how can I help you?"),
      ]),
  ]
}
