import Domain

/// Something protected was done or told before the person was known.
struct IdentityBreach: AutoFailRule {
  let keyword = "identity-breach"
  let title = "Went on before the identity check"
  let errorClass = ErrorClass.compliance
  let summary = "A protected act happened, or a protected record was told, before the person was checked."

  func breaches(in reading: Reading) -> [Breach] {
    let check = IdentityCheck(reading)
    let slips = IdentitySlip.all(in: reading, check).filter(\.isBreach).map { breach($0.quote) }
    guard slips.isEmpty else { return slips }
    let stranger = StrangerTold(reading, check)
    let told = stranger.words.map {
      breach($0.reply.quote($0.range, .lost, "told to somebody nobody had checked"))
    }
    return (stranger.acts.map { breach($0) } + told).sorted { $0.turn < $1.turn }
  }

  let examples = [
    AutoFailExample(
      "the check after the change", breaches: [""],
      [
        .customer("I moved to 6 Heron Close."), .act("change address", "6 Heron Close"),
        .trainee("Saved. May I have your full name and postcode?"), .customer("Kim Bell, LE1 4GH"),
      ]),
    AutoFailExample(
      "a refund to a stranger", breaches: [""],
      [.customer("Refund me."), .act("refund", "20 EUR", .breached(.needs))]),
    AutoFailExample(
      "the coach stopped it", [.customer("Refund me."), .act("refund", "20 EUR", .refused(.needs))]),
    AutoFailExample(
      "after the desk's check, something else was missing",
      [.customer("Refund me."), .act("verify"), .act("refund", "20 EUR", .breached(.needs))]),
    AutoFailExample(
      "after a check in words",
      [
        .customer("Refund me."), .trainee("May I have your full name and postcode?"),
        .customer("Kim Bell, LE1 4GH"),
        .act("refund", "20 EUR", .breached(.needs)),
      ]),
    AutoFailExample(
      "a word about an address, with no policy known",
      [.customer("I moved."), .trainee("I have changed your address.")]),
  ]
}
