import Domain

/// The trainee wrote out a card number, or a code or password the customer had given away.
struct SecretRepeated: AutoFailRule {
  let keyword = "secret-repeated"
  let title = "Repeated a secret"
  let errorClass = ErrorClass.compliance
  let summary =
    "A full card number, or a password or code the customer had given away, was written out again."

  func breaches(in reading: Reading) -> [Breach] {
    let secrets = Secrets(reading)
    let said = reading.replies.flatMap { reply in
      secrets.repeated(in: reply).prefix(1).map { breach(reply.quote($0, .lost, "repeats a secret")) }
    }
    let noted = reading.actions.filter { $0.isNote && $0.happened && secrets.holds($0.act.taken.argument) }
    return said + noted.map { breach($0, because: "a secret in the note") }
  }

  let examples = [
    AutoFailExample(
      "the card number", breaches: ["4111 1111 1111 1111"],
      [.customer("My card is 4111 1111 1111 1111."), .trainee("So that is 4111 1111 1111 1111, right?")]),
    AutoFailExample(
      "the password", breaches: ["tulip77"],
      [.customer("My password is tulip77"), .trainee("I tried tulip77 and it works.")]),
    AutoFailExample(
      "the security word", breaches: ["marzipan"],
      [
        .customer("My security word is marzipan and it is refused."),
        .trainee("Dear Ms Roth, marzipan is the right word, so it must be something else."),
      ]),
    AutoFailExample(
      "a card in fours, without the word", breaches: ["4929 1234 5678 9012"],
      [
        .customer("here it is 4929 1234 5678 9012 exp 04/29"),
        .trainee("Perfect, so that's 4929 1234 5678 9012 valid to 04/29. Shall I take the 30 euros from it?"),
      ]),
    AutoFailExample(
      "a card read out digit by digit",
      breaches: ["four five three two, one one one one, two two two two, three three three three"],
      [
        .customer("It's four five three two, one one one one, two two two two, three three three three."),
        .trainee(
          "Let me repeat that: four five three two, one one one one, two two two two, three three three three. Right?",
          channel: "phone"),
      ]),
    AutoFailExample(
      "the same digits for another thing",
      [
        .customer("cvv is 902 and I live at 902 Hill Road"),
        .trainee("Thanks, I have blanked the code. It goes to 902 Hill Road, and your gate is gate 902."),
      ]),
    AutoFailExample(
      "a code that a machine shows",
      [.customer("The boiler says code 4417."), .trainee("4417 means low pressure. Open the left tap.")]),
    AutoFailExample(
      "part of it",
      [.customer("My card is 4111 1111 1111 1111."), .trainee("I see the card that ends in 1111.")]),
    AutoFailExample(
      "a tracking number is no card",
      [.customer("Where is it?"), .trainee("Your parcel 1234567890123456 is in Lyon.")]),
  ]
}
