import Domain
import Language

/// Whether what others must handle is handed on, with the reason, to somebody named, and nothing else is.
///
/// Due where the customer tells of danger, self-harm, the law or a hardship, or where an act went over the trainee's
/// own limit. Does not apply where it was neither due nor done.
struct CorrectEscalation: CriterionKind {
  let keyword = "correct-escalation"
  let summary =
    "Hands on what others must handle, with the reason, says who takes over and when, and keeps the rest."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let due = EscalationDue(reading)
    let done = HandOver.all(in: reading)
    guard due.isDue || !done.isEmpty else {
      return Finding.notApplicable("There was nothing that others had to handle, and nothing was handed on.")
    }
    var finding = Finding()
    if due.isDue { finding.ask("Hands on what others must handle", !done.isEmpty) }
    finding.ask("Gives the reason or a summary with it", done.contains(where: \.hasReason))
    let taker = done.isEmpty ? nil : Taker.first(in: reading)
    finding.ask("Tells the customer who takes over", taker != nil || done.contains(where: \.namesWho))
    finding.ask("Says when", taker?.saysWhen ?? false || done.contains(where: \.saysWhen))
    let isNeedless = !due.isDue && !due.isAllowed && !done.contains(where: \.hasReason)
    if isNeedless { finding.ask("Keeps what need not be handed on", false) }
    for hand in done {
      finding.quote(isNeedless ? hand.quote(.lost, "need not be handed on") : hand.quote(.earned, ""))
    }
    return finding.evidence(
      Self.reason(due, done, taker, isNeedless: isNeedless),
      better: criterion.better ?? Self.better(due, done.first)
    )
  }

  private static func reason(
    _ due: EscalationDue, _ done: [HandOver], _ taker: Taker?, isNeedless: Bool
  ) -> String {
    if done.isEmpty { return "\(due.what) is more than one person may decide alone: hand it on." }
    if isNeedless {
      return "You could have dealt with this yourself; every hand-over costs the customer time."
    }
    if !done.contains(where: \.hasReason) { return "Say why, or sum up, so that nobody has to start again." }
    if taker == nil, !done.contains(where: \.namesWho) { return "Tell the customer who takes over." }
    return taker?.saysWhen ?? false || done.contains(where: \.saysWhen)
      ? "It went to the right people, with the reason, and the customer knows who and when."
      : "Tell the customer when they will hear."
  }

  private static func better(_ due: EscalationDue, _ hand: HandOver?) -> String? {
    guard let reply = hand?.reply, let token = hand?.token,
      let sentence = Rewording(reply, sentenceOf: token)
    else {
      return "I am passing this to \(due.team) now with what you told me; they will call you today by 4 pm."
    }
    return sentence.appending("; they have what you told me and will call you today by 4 pm")
  }

  let examples = [
    CriterionExample(
      "danger handed on", .met, quotes: ["passing this to our safety team", ""],
      [
        .customer("The heater caught fire this morning!"),
        .trainee(
          "Please unplug it and keep away. I am passing this to our safety team now because the heater caught fire; they will call you within the hour."
        ),
        .act("escalate", "heater caught fire this morning, unplugged"),
      ]),
    CriterionExample(
      "danger kept", .missed,
      [
        .customer("I can smell gas in the kitchen since you changed the meter."),
        .trainee("I will check your meter reading and write to you tomorrow."),
      ]),
    CriterionExample(
      "handed on without a word", .partly, quotes: [""],
      [
        .customer("My lawyer will write to you."), .trainee("I see."), .act("escalate"),
      ]),
    CriterionExample(
      "over the limit, with who and when, in chat words", .met, quotes: ["asking my team lead"],
      [
        .customer("I want all 90 back."), .act("refund", "90 EUR", CriterionExample.overLimit),
        .trainee("90 is more than i may give by myself so I'm asking my team lead, she'll call u by 4pm"),
      ]),
    CriterionExample(
      "over the limit and left there", .missed,
      [
        .customer("I want all 90 back."), .act("refund", "90 EUR", CriterionExample.overLimit),
        .trainee("That is not possible."),
      ]),
    CriterionExample(
      "handed on needlessly", .partly, quotes: ["transfer you to"],
      [
        .customer("When do you open on Sundays?"),
        .trainee("I will transfer you to a colleague.", channel: "phone"),
      ]),
    CriterionExample(
      "a manager when asked for one", .met, quotes: ["put you through to"],
      [
        .customer("My parcel is lost. I want to speak to your manager."),
        .trainee(
          "I will put you through to my manager right now and tell her that the parcel is lost.",
          channel: "phone"),
      ]),
    CriterionExample(
      "denied and promised to nobody", .missed,
      [
        .customer("My mother got an electric shock from the kettle."),
        .trainee("I will not pass this to the safety team, it is only a kettle."),
      ]),
    CriterionExample(
      "a stay in hospital is a fact of life", .notApplicable,
      [
        .customer("I bought two tickets but I'm now in hospital that week. Can I get a refund?"),
        .trainee("I can change the name on the tickets for you."),
      ]),
    CriterionExample(
      "put into hospital by the thing", .missed,
      [
        .customer("My son ended up in hospital after your kettle burst."),
        .trainee("I can send you a new kettle."),
      ]),
    CriterionExample(
      "the customer's own errand hands nothing on", .missed,
      [
        .customer("My lawyer will write about your receptionist."),
        .trainee("You can download the form and send it by post to the Practice Manager."),
      ]),
    CriterionExample(
      "a figure of speech is no danger", .notApplicable,
      [
        .customer("I nearly had a heart attack when I saw the bill."),
        .trainee("I see the bill is twice the usual. I will check the reading now."),
      ]),
  ]
}

extension CriterionExample {
  fileprivate static let overLimit = DeskTurn.Outcome.refused(
    .overLimit(
      limit: Money(hundredths: 4_000, currency: "EUR"), asked: Money(hundredths: 9_000, currency: "EUR")))
}
