import Domain
import Language

/// The case note says something was done that never was.
///
/// A note stands among the acts of the desk, so a deed that no act and no reply shows was not done. Where the desk of
/// the scenario has such an act, the act alone shows it, checks and hand-overs in words apart.
struct FalseNote: AutoFailRule {
  let keyword = "false-note"
  let title = "Noted what never happened"
  let errorClass = ErrorClass.business
  let summary = "A note claims a deed, a consent or an apology that no act and no words of the talk show."

  func breaches(in reading: Reading) -> [Breach] {
    reading.actions.filter { $0.isNote && $0.happened }.compactMap { note in
      Self.isFalse(Reply(note.act.taken.argument), reading) ? breach(note) : nil
    }
  }

  private static func isFalse(_ note: Reply, _ reading: Reading) -> Bool {
    let claims = NoteClaims(note)
    let isDeedFalse = claims.deeds.contains { !happened($0, note, reading) }
    return isDeedFalse || claims.claimsConsent && !isConsentHeard(reading)
      || claims.claimsAgreement && !isAnswerHeard(reading)
      || claims.claimsApology && !isApologyMade(reading)
      || claims.toldValues.contains { value in !isKnown(value, reading) }
  }

  // MARK: Deeds

  private static func happened(_ claim: NoteClaims.Claim, _ note: Reply, _ reading: Reading) -> Bool {
    let deed = claim.deed
    let acts = reading.actions.filter { !$0.isNote && isAct($0, deed) }
    if acts.contains(where: \.happened) { return true }
    if deed.isCheck {
      return !IdentityCheck(reading).asked.isEmpty || IdentityCheck(reading).isEverKnown
    }
    if deed.isHandingOn, reading.replies.contains(where: { !$0.offered(.handOvers).isEmpty }) { return true }
    if !acts.isEmpty || isOnDesk(deed, reading) { return false }
    return isTold(deed, note.tokens[claim.clause].compactMap(\.value), reading)
  }

  /// A scenario's act by its own name, a written one by all that was typed.
  private static func isAct(_ action: ReadAction, _ deed: NotedDeed) -> Bool {
    let words = action.act.taken.action == nil ? action.asTyped.dropFirst()[...] : action.act.taken.name[...]
    return Reply(String(words)).words.contains { deed.isNamed(by: $0.normal) }
  }

  private static func isOnDesk(_ deed: NotedDeed, _ reading: Reading) -> Bool {
    reading.scenario?.actions.contains { action in
      action.name.split(separator: " ").contains { deed.isNamed(by: String($0)) }
    } ?? false
  }

  /// Whether a reply or a colleague speaks of it, or names the value the note has with it: no act need be on record.
  private static func isTold(_ deed: NotedDeed, _ values: [Value], _ reading: Reading) -> Bool {
    let others = reading.heard.filter { $0.speaker != .customer || $0.isEarlier }
    let told = reading.replies.map(\.reply) + others.map(\.reply)
    return told.contains { reply in
      reply.tokens.contains { token in
        let isNamed = token.kind == .word && deed.isNamed(by: token.normal)
        return isNamed && !token.stance.contains(.negated)
          || token.value.map { value in values.contains { $0.agrees(with: value) } } ?? false
      }
    }
  }

  // MARK: Words

  /// Any word of agreement by the customer, or by whoever they handed the talk to.
  private static func isConsentHeard(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      turn.reply.tokens.contains { agreeing.contains($0.normal) && !$0.stance.contains(.negated) }
    }
  }

  private static let agreeing: Set<String> = [
    "yes", "yeah", "yep", "yup", "aye", "ok", "okay", "sure", "agree", "agreed", "may", "allow", "allowed",
    "permission", "consent", "alright", "course", "absolutely", "definitely", "accept", "fine",
  ]

  /// Anything the customer said after the trainee's first words: what an offer is taken by can be said in any way.
  private static func isAnswerHeard(_ reading: Reading) -> Bool {
    let first = reading.replies.first?.turn ?? .max
    return reading.customerTurns.contains { $0.turn > first }
  }

  private static func isApologyMade(_ reading: Reading) -> Bool {
    reading.replies.contains { reply in
      !reply.written(.apology).isEmpty
        || reply.reply.words.contains { word in
          ["sorry", "apolog", "regret", "forgive", "pardon", "excuse", "fault", "mistake"].contains {
            word.normal.hasPrefix($0)
          }
        }
    }
  }

  private static func isKnown(_ value: Value, _ reading: Reading) -> Bool {
    let texts = reading.replies.map(\.reply) + reading.heard.map(\.reply)
    let acts = reading.actions.filter { !$0.isNote }.map { Reply($0.act.taken.argument) }
    return (texts + acts).contains { reply in reply.values.contains { $0.value.agrees(with: value) } }
  }

  let examples = [
    AutoFailExample(
      "a refund nobody made", breaches: [""], scenario: .ofExamples,
      [.customer("Refund me."), .trainee("I will see."), .act("note", "refunded 20 EUR, customer happy")]),
    AutoFailExample(
      "the check that never was", breaches: [""], scenario: .ofExamples,
      [.customer("Cancel it."), .trainee("Right away."), .act("note", "id verified, all fine")]),
    AutoFailExample(
      "a refund that was made", scenario: .ofExamples,
      [.customer("Refund me."), .act("refund", "20 EUR"), .act("note", "refunded 20 EUR")]),
    AutoFailExample(
      "a wish", scenario: .ofExamples,
      [
        .customer("Refund me."),
        .act("note", "customer wants to be refunded, to be cancelled by Friday if lost"),
      ]),
    AutoFailExample(
      "a check in words", scenario: .ofExamples,
      [
        .customer("Cancel it."), .trainee("May I have your full name and postcode?"),
        .customer("Ines Moreau"),
        .act("note", "verified by name"),
      ]),
    AutoFailExample(
      "not done, and said so", scenario: .ofExamples,
      [.customer("Refund me."), .act("note", "not refunded, over the limit")]),
    AutoFailExample(
      "a refund nobody speaks of, on no known desk", breaches: [""],
      [
        .customer("Where do we stand with my money?"), .trainee("I will look into it."),
        .act("note", "Refunded 35 EUR to card, all good"),
      ]),
    AutoFailExample(
      "a refund told in words, on no known desk",
      [
        .customer("Where is my money?"), .trainee("I have just refunded the 35 EUR."),
        .act("note", "Refunded 35 EUR to card"),
      ]),
    AutoFailExample(
      "one deed done, the other invented", breaches: [""],
      [
        .customer("The lamp is broken."), .act("resend", "lamp"), .trainee("A new lamp leaves today."),
        .act("note", "Lamp resent, technician booked for Monday"),
      ]),
    AutoFailExample(
      "what the desk refused", breaches: [""],
      [
        .customer("All of it back, please."), .act("refund", "90 EUR", .refused(.needs)),
        .trainee("The refund takes a moment."), .act("note", "90 EUR refunded"),
      ]),
    AutoFailExample(
      "a consent nobody gave", breaches: [""],
      [
        .customer("It is my aunt's contract, she is on holiday."), .trainee("Then I will close it."),
        .act("note", "Account holder consented, contract closed"),
      ]),
    AutoFailExample(
      "a consent that was given",
      [
        .customer("It is my aunt's contract."), .trainee("May I hear it from her?"),
        .customer("Hello, Rosa here. Yes, she may speak for me."),
        .act("note", "Holder consented on the phone"),
      ]),
    AutoFailExample(
      "a consent that is still missing",
      [
        .customer("It is my aunt's contract."), .trainee("I need her word for that."),
        .act("note", "Holder's consent still missing, caller rings back"),
      ]),
    AutoFailExample(
      "a fee nobody named", breaches: [""],
      [
        .customer("What does leaving cost?"), .trainee("I have closed it."),
        .act("note", "Told her the fee of 25 EUR"),
      ]),
    AutoFailExample(
      "an offer that waits for an answer",
      [
        .customer("Any time on Friday?"), .trainee("Nine or eleven, which suits you?"),
        .act("note", "Offered 9:00 or 11:00 on Friday, awaiting answer before it is booked"),
      ]),
  ]
}
