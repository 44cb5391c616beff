import Domain

/// What the kind must make of small talks.
enum RootCauseExamples {
  static let all = [
    CriterionExample(
      "the cause before the fix", .met, quotes: ["The label was printed with the wrong postcode"],
      [
        .customer("My parcel is late."),
        .trainee("The label was printed with the wrong postcode. I will send the parcel again today."),
      ]),
    CriterionExample(
      "going to find out", .met,
      quotes: ["I will find out why it was taken twice and write to you by noon"],
      [
        .customer("I was charged twice!"),
        .trainee("I will find out why it was taken twice and write to you by noon.", channel: "email"),
      ]),
    CriterionExample(
      "a question that looks for it", .met, quotes: ["When did it last work"],
      [
        .customer("My router has no signal."), .trainee("When did it last work?", channel: "phone"),
      ]),
    CriterionExample(
      "because, with a cause", .met, quotes: ["because two meters were mixed up"],
      [
        .customer("The bill is wrong."), .trainee("The bill is too high because two meters were mixed up."),
      ]),
    CriterionExample(
      "the fix alone", .missed,
      [
        .customer("My kettle is cracked."), .trainee("I will send you a new kettle today."),
      ]),
    CriterionExample(
      "the cause after the fix", .partly, quotes: ["I will also find out why it happened"],
      [
        .customer("I was charged twice!"), .trainee("I will refund the second charge now."),
        .act("refund", "20 EUR"), .customer("Good."), .trainee("I will also find out why it happened."),
      ]),
    CriterionExample(
      "the reason for a no is no cause", .missed,
      [
        .customer("My kettle is cracked."),
        .trainee("I can't refund the kettle because policy does not allow it."),
      ]),
    CriterionExample(
      "seeing why they are upset looks into nothing", .missed,
      [
        .customer("My parcel is late."), .trainee("I understand why your parcel makes you upset."),
      ]),
    CriterionExample(
      "not knowing is not finding out", .missed,
      [
        .customer("My parcel is late."), .trainee("I don't know why it happened."),
      ]),
    CriterionExample(
      "what is told first to somebody who asks why", .met,
      quotes: ["Shorter train today, coach F isn't on it"],
      [
        .customer("Why is my seat reservation gone?!"),
        .trainee("Shorter train today, coach F isn't on it.", channel: "social"),
      ]),
    CriterionExample(
      "technical reasons are none", .missed,
      [
        .customer("Why was my payment refused at the till?"),
        .trainee("This was due to technical reasons. Your card works again now."),
      ]),
    CriterionExample(
      "a question about what was new on the phone", .met,
      quotes: ["Had you anything new on the phone when it began"],
      [
        .customer("The app keeps crashing."),
        .trainee("Had you anything new on the phone when it began?", channel: "in-app"),
      ]),
    CriterionExample(
      "a credit that was added is no cause", .missed,
      [
        .customer("I was charged twice!"),
        .trainee("A credit of one full month has been added to your account.", channel: "email"),
      ]),
    CriterionExample(
      "nothing went wrong", .notApplicable,
      [
        .customer("Which of the two kettles is quieter?"), .trainee("The smaller one is quieter."),
      ]),
  ]
}
