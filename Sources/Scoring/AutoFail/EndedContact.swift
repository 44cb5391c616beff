import Domain

/// The trainee ended the contact on a customer whose matter was open.
struct EndedContact: AutoFailRule {
  let keyword = "ended-contact"
  let title = "Ended the contact on the customer"
  let errorClass = ErrorClass.customer
  let summary = "Words that end the talk on a customer who had not finished; after abuse it is no fault."

  func breaches(in reading: Reading) -> [Breach] {
    guard reading.transcript.conclusion?.outcome != .success else { return [] }
    let isAbused = reading.customerTurns.contains { $0.mentions(.insults).contains { $0.isOffered } }
    guard !isAbused else { return [] }
    return reading.replies.compactMap { reply in
      let hit = Hit.joined(reply.told(.endedContact)).first { Self.ends($0, reply) }
      guard !isFinished(reading, before: reply.turn), let hit else { return nil }
      return breach(reply.quote(hit.range, .lost, "ends it on the customer"))
    }
  }

  /// "I will leave this chat open" ends nothing.
  private static func ends(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let next = hit.tokens.upperBound
    guard reply.reply.tokens.indices.contains(next) else { return true }
    return !["open", "running", "free"].contains(reply.reply.tokens[next].normal)
  }

  /// Whether the customer's last words before it were thanks or a goodbye.
  private func isFinished(_ reading: Reading, before turn: Int) -> Bool {
    guard let last = reading.customerTurn(before: turn) else { return false }
    return !last.mentions(.signOffs).isEmpty && last.mentions(.trouble).isEmpty
  }

  let examples = [
    AutoFailExample(
      "over and out", breaches: ["This conversation is over"],
      [.customer("But where is my parcel?"), .trainee("This conversation is over.")]),
    AutoFailExample(
      "hangs up", breaches: ["I'm hanging up now"],
      [.customer("I want an answer."), .trainee("I'm hanging up now.", channel: "phone")]),
    AutoFailExample(
      "after thanks",
      [.customer("Great, thanks, bye!"), .trainee("You're welcome, I am closing this chat now. Bye!")]),
    AutoFailExample(
      "leaves it open",
      [.customer("And my refund?"), .trainee("I will leave this chat open until it is there.")]),
    AutoFailExample(
      "promises not to",
      [.customer("Don't hang up on me."), .trainee("I won't hang up, I stay with you until it is solved.")]),
    AutoFailExample(
      "a boundary after abuse",
      [
        .customer("You idiot, where is it?"), .trainee("If this goes on I must end the call."),
        .customer("idiot"), .trainee("I am ending the call now. You can call again any time."),
      ]),
    AutoFailExample(
      "a case that was closed",
      [.customer("Why no answer?"), .trainee("The case was closed by mistake, I have opened it again.")]),
  ]
}
