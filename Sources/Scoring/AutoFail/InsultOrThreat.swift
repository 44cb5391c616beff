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
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.reply.tokens[sentence.tokens].map(\.normal)
    let isSpeaker = reply.reply.tokens[hit.tokens.lowerBound].subject == .speaker
    let isOwnSide =
      isSpeaker || words.contains { ["our", "ours", "my", "me", "us", "ourselves", "myself"].contains($0) }
    let next = reply.reply.tokens[hit.tokens.upperBound...].prefix(2).map(\.normal)
    if next.first == "of", ["us", "me", "ours", "our", "my"].contains(next.last ?? "") { return false }
    let isYours = words.contains { ["you", "your", "yours", "u", "ur"].contains($0) }
    return !isOwnSide || isYours
  }

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
