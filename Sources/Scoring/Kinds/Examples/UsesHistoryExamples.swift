/// What the kind must make of small talks.
enum UsesHistoryExamples {
  static let all = [
    CriterionExample(
      "says what the bot was told", .met, quotes: ["what you told"],
      [
        .bot("How can I help?"), .customer("My parcel A-4412 is late."),
        .trainee("I see what you told our bot, so let's not start again."),
      ]),
    CriterionExample(
      "takes up what stands in the thread", .met, quotes: ["order A-4412, the train set"],
      [
        .bot("I found order A-4412, a train set. I will pass you on."), .customer("A person at last."),
        .trainee("You are with Sam now. I have order A-4412, the train set, open here."),
      ]),
    CriterionExample(
      "an earlier call the customer speaks of", .met, quotes: ["you called"],
      [
        .customer("I called yesterday already and the line is still dead."),
        .trainee("I can see that you called yesterday and were promised an engineer.", channel: "phone"),
      ]),
    CriterionExample(
      "how can I help you today", .missed, quotes: ["How can I help"],
      [
        .bot("I will hand you over."), .customer("Finally a person."),
        .trainee("Hello! How can I help you today?"),
      ]),
    CriterionExample(
      "works, and leaves the history out", .partly,
      [
        .customer("I called twice already: the heating is cold."),
        .trainee("I am sorry the heating is cold. I will send a technician by noon."),
      ]),
    CriterionExample(
      "asks for everything again", .missed, quotes: ["describe the problem"],
      [
        .bot("I will hand you over."), .customer("The heating is cold, I told your bot."),
        .trainee("Please describe the problem.", channel: "email"),
      ]),
    CriterionExample(
      "what else is no new start", .met, quotes: ["From your earlier"],
      [
        .customer("As I wrote, the lamp flickers."),
        .trainee("From your earlier message I see it is the lamp. What else can I help you with?"),
      ]),
    CriterionExample(
      "one word earns nothing", .missed,
      [
        .bot("I will hand you over."), .customer("The heating is cold."), .trainee("ok"),
      ]),
    CriterionExample(
      "no history", .notApplicable,
      [
        .customer("My lamp flickers."), .trainee("I will send you a new lamp today."),
      ]),
  ]
}
