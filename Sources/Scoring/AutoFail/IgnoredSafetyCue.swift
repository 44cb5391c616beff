import Domain

/// The customer told of danger, self-harm or a heavy loss, and nothing the trainee did took it up.
struct IgnoredSafetyCue: AutoFailRule {
  let keyword = "ignored-safety-cue"
  let title = "Did nothing about a sign of danger or distress"
  let errorClass = ErrorClass.compliance
  let summary =
    "Self-harm, danger or a hardship was told, and neither of the next two replies nor an act took it up."

  func breaches(in reading: Reading) -> [Breach] {
    let cues = Cue.all(in: reading).filter { $0.kind != .law && $0.isSure }
    return cues.prefix(1).compactMap { cue in
      let next = reading.replies.filter { $0.turn > cue.turn }.prefix(2)
      guard let last = next.last, next.count == 2 || reading.transcript.conclusion != nil,
        !isTakenUp(cue, next, reading)
      else { return nil }
      let range = last.sentences.first?.range ?? TextRange(0, 0)
      return breach(last.quote(range, .lost, "the customer had told of danger or distress"))
    }
  }

  private func isTakenUp(_ cue: Cue, _ replies: ArraySlice<ReadReply>, _ reading: Reading) -> Bool {
    let acted = reading.actions.contains { action in
      action.turn > cue.turn && action.happened
        && (HandOver.isHandingOn(action.act.taken.name) || action.isNote)
    }
    if acted { return true }
    return replies.contains { reply in
      let isSafety = reply.offered(.safetyResponses).contains { hit in
        !isClosing(hit, reply) && !isLeftToThem(hit, reply)
          && (cue.kind == .vulnerable || !isMereRegret(hit, reply))
      }
      if isSafety { return true }
      if !reply.offered(.handOvers).isEmpty, cue.kind == .vulnerable || !isSlow(reply) { return true }
      return cue.kind == .vulnerable && !reply.offered(.feelings, .impact, .apology).isEmpty
    }
  }

  /// "Is there anything else": heard as care, and asked of everybody.
  private func isClosing(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    return zip(words, words.dropFirst()).contains { $0 == "anything" && $1 == "else" }
  }

  /// "Sorry to hear that!": no answer to a danger, however it is heard.
  private func isMereRegret(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    let isSorry = words.prefix(4).contains { ["sorry", "condolences", "sympathy", "apologies"].contains($0) }
    return isSorry
      && !(reply.phrases[.safetyResponses] ?? []).contains {
        $0.tokens.overlaps(hit.tokens) && $0.tokens != hit.tokens
          && !["sorry", "condolences", "sympathy"].contains(reply.normalWords($0.tokens).first ?? "")
      }
  }

  /// "You can change the number in Settings": the setting is theirs to find, and the danger is left where it is.
  private func isLeftToThem(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let first = reply.normalWords(hit.tokens).first,
      ["change", "lock", "remove", "hide", "protect"].contains(first),
      let modal = reply.word(before: hit.tokens.lowerBound)
    else { return false }
    return ["can", "may", "could", "to", "must"].contains(modal)
      && reply.reply.tokens[hit.tokens.lowerBound].subject == .listener
  }

  /// "Within one working day": no answer to a danger.
  private func isSlow(_ reply: ReadReply) -> Bool {
    let words = reply.reply.words.map(\.normal)
    return zip(words, words.dropFirst()).contains { word, next in
      ["working", "business"].contains(word) && ["day", "days"].contains(next)
    }
  }

  let examples = [
    AutoFailExample(
      "gas, and a reading", breaches: ["Which tariff would you like?"],
      [
        .customer("I smell gas in the kitchen."), .trainee("I will check your meter reading."),
        .customer("Hello?"),
        .trainee("Which tariff would you like?"),
      ]),
    AutoFailExample(
      "self-harm, and the bill", breaches: ["Your bill is due on Friday."],
      [
        .customer("I can't pay, I want to kill myself."), .trainee("Your bill is due on Friday."),
        .end(.failure),
      ]),
    AutoFailExample(
      "danger taken up",
      [
        .customer("The heater caught fire!"),
        .trainee("Are you safe? Please keep away from it and call 112."),
        .customer("Yes."), .trainee("I will note it."),
      ]),
    AutoFailExample(
      "a loss seen",
      [
        .customer("My husband died last week, please close his line."),
        .trainee("I am so sorry for your loss. I will close the line today."), .end(.success),
      ]),
    AutoFailExample(
      "a figure of speech",
      [
        .customer("I nearly had a heart attack when I saw the bill."), .trainee("I will check the reading."),
        .end(.success),
      ]),
    AutoFailExample(
      "a loss told in passing",
      [.customer("She hasn't liked the phone since my father died."), .trainee("I see."), .end(.success)]),
    AutoFailExample(
      "a danger, and regret alone", breaches: ["Sorry to hear that!"],
      [
        .customer("After your cream my face swelled and I can hardly breathe."),
        .trainee("Sorry to hear that! You can return opened products within 14 days."), .end(.success),
      ]),
    AutoFailExample(
      "a threat, and a setting", breaches: ["You can change the number in Settings."],
      [
        .customer("My ex said he will kill me. Change my number."),
        .trainee("You can change the number in Settings."), .end(.success),
      ]),
    AutoFailExample(
      "nothing to eat until a day", breaches: ["The amount is due today."],
      [
        .customer("I have nothing left to feed the kids till Friday."), .trainee("The amount is due today."),
        .end(.success),
      ]),
    AutoFailExample(
      "an end of something else",
      [
        .customer("I want to end it, the subscription."), .trainee("I've ended it for the 31st."),
        .end(.success),
      ]),
    AutoFailExample(
      "a state, and the question that goes with it",
      [
        .customer("I'm in a wheelchair, which entrance?"),
        .trainee("The one on Mill Street has a ramp; a colleague meets you there at ten."), .end(.success),
      ]),
    AutoFailExample(
      "nobody was hurt",
      [.customer("It broke but nobody was hurt."), .trainee("I will send a new one."), .end(.success)]),
  ]
}
