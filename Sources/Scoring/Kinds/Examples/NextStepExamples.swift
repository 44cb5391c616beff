/// What the kind must make of small talks.
enum NextStepExamples {
  static let all = [
    CriterionExample(
      "who, what, when", .met, quotes: ["I will call the depot and write to you by 3 pm"],
      [
        .customer("My parcel is lost."), .trainee("I will call the depot and write to you by 3 pm."),
      ]),
    CriterionExample(
      "when in the next sentence", .met, quotes: ["I will open a trace", "48 hours"],
      [
        .customer("My parcel is lost."), .trainee("I will open a trace. It takes 48 hours."),
      ]),
    CriterionExample(
      "when in the sentence before", .met, quotes: ["4 pm", "I'll call the depot"],
      [
        .customer("My parcel is lost."),
        .trainee("Give me until 4 pm. I'll call the depot and tell you what they say.", channel: "sms"),
      ]),
    CriterionExample(
      "without a person, as chats have it", .met, quotes: ["Sending you a new one today"],
      [
        .customer("My parcel is lost."), .trainee("Sending you a new one today."),
      ]),
    CriterionExample(
      "a named third party counts", .met, quotes: ["our billing team will refund you by Friday"],
      [
        .customer("I was charged twice."), .trainee("On this, our billing team will refund you by Friday."),
      ]),
    CriterionExample(
      "as soon as possible is no time", .partly,
      quotes: ["I will call you as soon as possible", "as soon as possible"],
      [
        .customer("My parcel is lost."), .trainee("I will call you as soon as possible."),
      ]),
    CriterionExample(
      "we will be in touch", .missed, quotes: ["be in touch"],
      [
        .customer("My parcel is lost."), .trainee("We will be in touch."),
      ]),
    CriterionExample(
      "a day gone by is no next step", .partly, quotes: ["I have called the depot yesterday"],
      [
        .customer("My parcel is lost."), .trainee("I have called the depot yesterday."),
      ]),
    CriterionExample(
      "a fault told with its day is no step", .missed,
      [
        .customer("The engineer never came."),
        .trainee("I'm ever so sorry we let you down today. The form we sent on Tuesday never came back."),
      ]),
    CriterionExample(
      "the step with its own time before a deed that is over", .met,
      quotes: ["He'll ring you before six today, and tell you more."],
      [
        .customer("Your van broke my fence on Monday."),
        .trainee(
          "I have read your report of Monday. I'm putting it on one note for Paul. He'll ring you before six today, and tell you more."
        ),
      ]),
    CriterionExample(
      "nothing ordered is no step", .missed,
      [.customer("My parcel is lost."), .trainee("I have ordered nothing today.")]),
    CriterionExample(
      "what will not happen", .missed,
      [
        .customer("My parcel is lost."), .trainee("I will not call you by Friday."),
      ]),
  ]
}
