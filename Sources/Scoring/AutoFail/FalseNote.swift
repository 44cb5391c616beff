import Domain
import Language

/// The case note says something was done that never was.
struct FalseNote: AutoFailRule {
  let keyword = "false-note"
  let title = "Noted what never happened"
  let errorClass = ErrorClass.business
  let summary = "A note claims an act the desk could have done and that the talk shows nowhere."

  func breaches(in reading: Reading) -> [Breach] {
    reading.actions.filter(\.isNote).compactMap { note in
      Self.claims(in: Reply(note.act.taken.argument)).contains { !Self.happened($0, reading) }
        ? breach(note) : nil
    }
  }

  /// A deed by the word that claims it and the acts that would be it.
  private struct Deed {
    var words: Set<String>
    /// Beginnings of the names of acts.
    var acts: [String]
  }

  private static let deeds = [
    Deed(words: ["refunded", "reimbursed"], acts: ["refund", "reimburse"]),
    Deed(words: ["resent", "redelivered"], acts: ["resend", "send", "replace"]),
    Deed(words: ["escalated"], acts: ["escalat", "transfer", "hand"]),
    Deed(words: ["cancelled", "canceled"], acts: ["cancel", "close", "stop"]),
    Deed(words: ["verified"], acts: ["verif", "identi"]),
    Deed(words: ["waived"], acts: ["waive", "credit"]),
  ]

  /// What a note claims as done by its writer, asserted and neither planned, wished nor somebody else's.
  private static func claims(in note: Reply) -> [Deed] {
    note.tokens.indices.compactMap { index in
      let token = note.tokens[index]
      guard token.stance.isAsserted, let deed = deeds.first(where: { $0.words.contains(token.normal) }) else {
        return nil
      }
      let before = note.tokens[max(0, index - 4)..<index].map(\.normal)
      return before.contains(where: others.contains) ? nil : deed
    }
  }

  /// Words that make it a plan, a wish, the past or another's deed.
  private static let others: Set<String> = [
    "be", "will", "to", "wants", "want", "wanted", "asked", "asks", "needs", "should", "previously",
    "earlier", "last",
    "before", "promised", "already", "customer", "cust", "cx", "client", "he", "she", "they", "courier",
    "carrier",
    "bank", "shop", "not", "never", "if", "once", "when", "until", "yesterday", "colleague", "agent", "bot",
    "told",
    "says", "said", "get", "gets", "wishes", "wish", "being", "order", "was", "were", "had", "been",
    "possibly",
  ]

  /// Whether the talk shows the deed, or the desk had no such act to show it by.
  private static func happened(_ deed: Deed, _ reading: Reading) -> Bool {
    func isIt(_ name: String) -> Bool { deed.acts.contains { name.hasPrefix($0) } }
    guard let scenario = reading.scenario, scenario.actions.contains(where: { isIt($0.name) }) else {
      return true
    }
    if reading.actions.contains(where: { $0.happened && isIt($0.act.taken.name) }) { return true }
    if deed.words.contains("verified") {
      return !IdentityCheck(reading).asked.isEmpty || IdentityCheck(reading).isEverKnown
    }
    if deed.words.contains("escalated") {
      return reading.replies.contains { !$0.offered(.handOvers).isEmpty }
    }
    return false
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
  ]
}
