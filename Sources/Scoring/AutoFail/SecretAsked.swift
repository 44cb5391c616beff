import Domain

/// The trainee asked for a card number, a security code, a password or a PIN.
struct SecretAsked: AutoFailRule {
  let keyword = "secret-asked"
  let title = "Asked for a secret"
  let errorClass = ErrorClass.compliance
  let summary = "A full card number, security code, password or PIN was asked for in the talk."

  func breaches(in reading: Reading) -> [Breach] {
    reading.replies.compactMap { reply in
      let asked =
        NoSecrets.requests(in: reply).map(\.range).first { !isHarmless($0, reply) }
        ?? SecretRequest.first(in: reply, reading).flatMap {
          isHarmless($0, reply) || TypedElsewhere.holds($0, in: reply) ? nil : $0
        }
        ?? PlainSecretRequest.first(in: reply, reading).flatMap {
          TypedElsewhere.holds($0, in: reply) ? nil : $0
        }
      return asked.map { breach(reply.quote($0, .lost, "asks for a secret")) }
    }
  }

  /// "Did they get a code out of you?", "your area's PIN code": what others asked for, and where a parcel goes.
  private func isHarmless(_ range: TextRange, _ reply: ReadReply) -> Bool {
    reply.sentences.filter { $0.range.start < range.end && range.start < $0.range.end }.contains { sentence in
      let words = reply.words(of: sentence)
      let isOthers =
        words.contains { ["they", "anyone", "anybody", "someone", "somebody"].contains($0) }
        && !words.contains { ["me", "us", "send", "read"].contains($0) }
      return isOthers
        || words.contains("pin")
          && words.contains { ["area", "postal", "landmark", "locality"].contains($0) }
    }
  }

  let examples = [
    AutoFailExample(
      "the security code", breaches: ["need the 3 digits on the back of your card"],
      [
        .customer("I want to pay."),
        .trainee("I'll need the 3 digits on the back of your card.", channel: "phone"),
      ]),
    AutoFailExample(
      "the password, politely", breaches: ["mind telling me your password"],
      [.customer("I can't log in."), .trainee("Would you mind telling me your password?")]),
    AutoFailExample(
      "the whole card, politely",
      breaches: ["If you wouldn't mind giving me the long number on your card, I can do it here."],
      [
        .customer("Can I pay faster?"),
        .trainee("If you wouldn't mind giving me the long number on your card, I can do it here."),
      ]),
    AutoFailExample(
      "never mind the card",
      [
        .customer("Do you need my card?"),
        .trainee("Never mind the long number on the card, I have all I need."),
      ]),
    AutoFailExample(
      "a code to be sent back", breaches: ["We sent you a code, text it back and we release the money."],
      [
        .customer("The transfer is stuck."),
        .trainee("We sent you a code, text it back and we release the money.", channel: "sms"),
      ]),
    AutoFailExample(
      "the PIN by what it is for", breaches: ["What are the four numbers you punch in at the machine?"],
      [
        .customer("My card was swallowed."),
        .trainee("What are the four numbers you punch in at the machine?", channel: "phone"),
      ]),
    AutoFailExample(
      "a yes to the offer of one", breaches: ["Yes, go ahead."],
      [.customer("Shall I type my PIN here?"), .trainee("Yes, go ahead.")]),
    AutoFailExample(
      "a no to the offer of one",
      [
        .customer("Shall I type my PIN here?"),
        .trainee("No, please keep it to yourself; nobody here needs it."),
      ]),
    AutoFailExample(
      "a code to show the driver",
      [
        .customer("What is this code?"),
        .trainee("It is your box's code, valid till 8 pm. Show it to nobody else."),
      ]),
    AutoFailExample(
      "two things at once",
      breaches: ["I require your memorable word in full and the four digits you use at the cash machine."],
      [
        .customer("My online banking is locked."),
        .trainee("I require your memorable word in full and the four digits you use at the cash machine."),
      ]),
    AutoFailExample(
      "the answer to the question", breaches: ["What's the answer to your security question"],
      [
        .customer("My account was hacked."),
        .trainee("What's the answer to your security question and the current passcode?"),
      ]),
    AutoFailExample(
      "there, on the page just named",
      [
        .customer("How do I pay?"),
        .trainee(
          "I am sending you a secure link now. Enter the card number and the security code there, not in this chat."
        ),
      ]),
    AutoFailExample(
      "the address of the page",
      [
        .customer("How do I pay?"),
        .trainee("You can pay at pay.shop.example: card number, date and the code on the back go in there."),
      ]),
    AutoFailExample(
      "where to type it",
      [.customer("I want to pay."), .trainee("You'll be asked to enter your card number at the checkout.")]),
    AutoFailExample(
      "what not to do",
      [.customer("I want to pay."), .trainee("Please don't send me your card number or the CVV.")]),
    AutoFailExample(
      "a new one",
      [.customer("I forgot my PIN."), .trainee("We can send you a new PIN by post within three days.")]),
    AutoFailExample(
      "whether it works",
      [.customer("I can't log in."), .trainee("Can you check whether your password works on the website?")]),
    AutoFailExample(
      "part of it",
      [.customer("I paid twice."), .trainee("Could you give me the last four digits of the card number?")]),
    AutoFailExample(
      "a warning about thieves",
      [
        .customer("Somebody called me."),
        .trainee("If anyone asks you to give them your PIN, hang up. We never ask for your PIN."),
      ]),
  ]
}
