import Domain

/// The trainee insulted or threatened the customer.
struct InsultOrThreat: AutoFailRule {
  let keyword = "insult-or-threat"
  let title = "Insulted or threatened the customer"
  let errorClass = ErrorClass.customer
  let summary = "Words that insult or threaten, whatever came before them."

  func breaches(in reading: Reading) -> [Breach] {
    reading.replies.flatMap { reply in
      Hit.joined(reply.askedOrTold(.insults, .threats)).filter { isMeant($0, reply) }.prefix(1)
        .map { breach(reply.quote($0.range, .lost, "insults or threatens")) }
    }
  }

  /// Not about the trainee's own side or the thing, and not quoted back: "that was an idiotic mistake of ours".
  private func isMeant(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), !isSelfMade(hit, reply) else {
      return false
    }
    let words = reply.reply.tokens[sentence.tokens].map(\.normal)
    let isSpeaker = reply.reply.tokens[hit.tokens.lowerBound].subject == .speaker
    let isOwnSide =
      isSpeaker || words.contains { ["our", "ours", "my", "me", "us", "ourselves", "myself"].contains($0) }
    let next = reply.reply.tokens[hit.tokens.upperBound...].prefix(2).map(\.normal)
    if next.first == "of", ["us", "me", "ours", "our", "my"].contains(next.last ?? "") { return false }
    let isYours = words.contains { ["you", "your", "yours", "u", "ur"].contains($0) }
    return !isOwnSide || isYours
  }

  /// "I'm an idiot, I sent you to the wrong page": the nearest person before it is the speaker, with no "you" between.
  private func isSelfMade(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let start = reply.clause(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? hit.tokens.lowerBound
    let before = reply.reply.tokens[min(start, hit.tokens.lowerBound)..<hit.tokens.lowerBound]
    let own = reply.reply.tokens[hit.tokens].map(\.normal)
    let next = reply.reply.tokens[hit.tokens.upperBound...].prefix(2).map(\.normal)
    guard let person = before.lastIndex(where: { ["i", "we"].contains($0.normal) }),
      !own.contains(where: Self.listener.contains), next != ["like", "you"]
    else { return false }
    let between = reply.reply.tokens[(person + 1)..<hit.tokens.lowerBound].map(\.normal)
    return between.contains { Self.being.contains($0) } && !between.contains(where: Self.listener.contains)
  }

  private static let listener: Set<String> = ["you", "your", "yours", "u", "ur", "yourself"]
  private static let being: Set<String> = [
    "am", "was", "are", "were", "feel", "felt", "be", "been", "being", "look",
  ]

  let examples = [
    AutoFailExample(
      "an insult", breaches: ["idiot"],
      [.customer("Where is it?"), .trainee("Only an idiot would ask that.")]),
    AutoFailExample(
      "a threat", breaches: ["you will regret this"],
      [.customer("I will post this."), .trainee("you will regret this")]),
    AutoFailExample(
      "about our own mistake",
      [.customer("Where is it?"), .trainee("That was an idiotic mistake of ours, I am sorry.")]),
    AutoFailExample(
      "about oneself",
      [.customer("You forgot me."), .trainee("I feel like an idiot for that. I will call them now.")]),
    AutoFailExample(
      "about oneself, with a word to the customer in it",
      [
        .customer("Where do I click?"),
        .trainee("I am such a muppet, I gave you last year's link! Here is the new one."),
      ]),
    AutoFailExample(
      "all of them", breaches: ["You lot are pathetic"],
      [.customer("We all wait here."), .trainee("You lot are pathetic.")]),
    AutoFailExample(
      "the law told as it is",
      [
        .customer("I will not pay."),
        .trainee(
          "If the bill stays open we must pass it on in July; I would rather agree on parts with you."),
      ]),
    AutoFailExample(
      "denied",
      [
        .customer("You think I am stupid."),
        .trainee("I do not think you are stupid at all. I will check it now."),
      ]),
    AutoFailExample(
      "the customer's word",
      [.customer("Your bot is pathetic."), .trainee("I hear that the bot made it worse. Let me mend it.")]),
  ]
}
