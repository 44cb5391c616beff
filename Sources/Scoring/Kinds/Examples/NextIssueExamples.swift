/// What the kind must make of small talks.
enum NextIssueExamples {
  static let all = [
    CriterionExample(
      "what if, and what then", .met,
      quotes: ["If it has not come by Friday", "write to me here"],
      [
        .customer("My parcel is late."),
        .trainee("I have sent a new one. If it has not come by Friday, write to me here."),
      ]),
    CriterionExample(
      "what they will notice, and that nothing need be done", .met,
      quotes: ["You will see both on this month's bill", "You need not do anything"],
      [
        .customer("I was charged twice."),
        .trainee(
          "I have refunded the second charge. You will see both on this month's bill. You need not do anything.",
          channel: "email"),
      ]),
    CriterionExample(
      "what comes, without what to do", .partly,
      quotes: ["You will get the money within five days"],
      [
        .customer("I was charged twice."),
        .trainee("I have refunded 20 euros. You will get the money within five days."),
      ]),
    CriterionExample(
      "any further questions", .missed, quotes: ["If you have any"],
      [
        .customer("My parcel is late."),
        .trainee("I have sent a new one. If you have any further questions, feel free to write."),
      ]),
    CriterionExample(
      "settled, and not a word about after", .missed,
      [
        .customer("My parcel is late."), .trainee("I have sent a new one."),
      ]),
    CriterionExample(
      "in a text message", .met, quotes: ["If it stays red", "just text us"],
      [
        .customer("router dead"),
        .trainee("New router posted. If it stays red, just text us.", channel: "sms"),
      ]),
    CriterionExample(
      "what may come, in words without a verb", .met,
      quotes: ["Anything odd after midnight", "text me on this number"],
      [
        .customer("My internet is down."),
        .trainee("I have reset the line. Anything odd after midnight, text me on this number."),
      ]),
    CriterionExample(
      "any questions, just ask", .missed, quotes: ["Any questions"],
      [
        .customer("My parcel is late."), .trainee("I have sent a new one. Any questions, just ask."),
      ]),
    CriterionExample(
      "what to do with the old one, in a verb of no list", .met,
      quotes: ["until the new one is there", "then cut it up"],
      [
        .customer("My card is damaged."),
        .trainee("I have ordered a new card. The old one works until the new one is there, then cut it up."),
      ]),
    CriterionExample(
      "if I were you is no outlook", .missed,
      [
        .customer("My parcel is late."), .trainee("I have sent a new one. If I were you I would be glad."),
      ]),
    CriterionExample(
      "words in a heap", .missed,
      [
        .customer("My parcel is late."), .trainee("I will call the depot."),
        .trainee("if when next bill statement notice refund sorry today will send check ignore call"),
      ]),
    CriterionExample(
      "nothing settled yet", .notApplicable,
      [
        .customer("My parcel is late."), .trainee("What is the order number?"),
      ]),
  ]
}
