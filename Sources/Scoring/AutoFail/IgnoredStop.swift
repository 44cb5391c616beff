import Domain

/// The customer asked for no more messages, and the messages went on.
struct IgnoredStop: AutoFailRule {
  let keyword = "ignored-stop"
  let title = "Went on after the customer said stop"
  let errorClass = ErrorClass.compliance
  let summary =
    "A wish for no more messages or calls that was not carried out, or was answered with an offer."

  private static let channels = SMSForm().channels.union(EmailForm().channels)

  func breaches(in reading: Reading) -> [Breach] {
    guard
      let reply = (ignoring(reading) ?? OptOut.soldAfter(in: reading)).flatMap({
        Self.channels.contains($0.channel) ? $0 : nil
      }) ?? OptOut.pestered(in: reading)
    else { return [] }
    let range = reply.sentences.first?.range ?? TextRange(0, 0)
    return [breach(reply.quote(range, .lost, "after a wish for no more messages"))]
  }

  /// The reply that leaves the wish as it is and writes on.
  private func ignoring(_ reading: Reading) -> ReadReply? {
    OptOut.ignored(in: reading).flatMap { goesOn($0, reading) ? $0 : nil }
  }

  /// More than a short word of yes; one short word may well be the confirmation.
  private func goesOn(_ reply: ReadReply, _ reading: Reading) -> Bool {
    let words = reply.reply.words.map(\.normal)
    let isYes = words.contains {
      ["done", "sure", "understood", "course", "sorted", "ok", "okay", "removed", "sorry", "will"].contains(
        $0)
    }
    let isHeard = reply.acts.contains {
      $0.act == .optOutDone && $0.probability >= 0.5
        && !OptOut.isLeftToThem($0.passage.tokens.lowerBound, reply)
    }
    let isSet = reply.heard(.done, atLeast: 0.8) != nil || Self.promisesQuiet(reply)
    if isHeard || isSet, !OptOut.sells(reply) { return false }
    return !isYes || words.count > 12 && !Self.opensWithDone(reply) || OptOut.sells(reply)
  }

  /// "We won't bother you again": the wish said back as a promise.
  private static func promisesQuiet(_ reply: ReadReply) -> Bool {
    reply.sentences.contains { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      return tokens.contains { token in
        token.stance.contains(.negated)
          && ["bother", "text", "write", "message", "contact", "email", "disturb", "trouble"].contains(
            token.normal)
      } && tokens.contains { ["again", "anymore", "more"].contains($0.normal) }
        && tokens.contains { ["we", "i", "nobody", "us"].contains($0.normal) }
    }
  }

  /// "Done. One more may slip through tonight": the deed in a sentence of its own, and then what may come of it.
  private static func opensWithDone(_ reply: ReadReply) -> Bool {
    guard let first = reply.sentences.first, first.wordCount <= 3, !first.isQuestion else { return false }
    return reply.words(of: first).contains {
      ["done", "removed", "stopped", "unsubscribed", "off"].contains($0)
    }
  }

  let examples = [
    AutoFailExample(
      "sells on", breaches: ["Hi again, our spring sale starts today with 20% off all sofas."],
      [
        .customer("STOP"),
        .trainee("Hi again, our spring sale starts today with 20% off all sofas.", channel: "sms"),
      ]),
    AutoFailExample(
      "in more words, by e-mail", breaches: ["We would love to keep you."],
      [
        .customer("Please stop sending me your newsletter."),
        .trainee("We would love to keep you. Have you seen our new offers for members?", channel: "email"),
      ]),
    AutoFailExample(
      "asks for reasons and writes on", breaches: ["Would you tell us why?"],
      [
        .customer("Please delete my address from all your mailings."),
        .trainee(
          "Would you tell us why? Until then our monthly letter keeps you up to date.", channel: "email"),
      ]),
    AutoFailExample(
      "a yes that sells", breaches: ["Sure, but you will like this one: 15% off."],
      [
        .customer("stop texting me"),
        .trainee("Sure, but you will like this one: 15% off.", channel: "sms"),
      ]),
    AutoFailExample(
      "nothing more to be heard",
      [
        .customer("No more texts please."),
        .trainee("You will not hear from us again. Bye, SunFeet", channel: "sms"),
      ]),
    AutoFailExample(
      "confirms once",
      [
        .customer("STOP"),
        .trainee("You are unsubscribed and will get no more texts from us.", channel: "sms"),
      ]),
    AutoFailExample(
      "calls that are to go on", breaches: ["I understand, but with our panels you'd save 400 a year."],
      [
        .customer("Please don't ring me again."),
        .trainee(
          "I understand, but with our panels you'd save 400 a year. I'll call you Thursday.", channel: "phone"
        ),
      ]),
    AutoFailExample(
      "no calls before a day",
      [
        .customer("Please don't ring me before Monday."),
        .trainee("Of course. I'll call you on Monday at ten.", channel: "phone"),
      ]),
    AutoFailExample(
      "how to get out, and the next offer", breaches: ["To unsubscribe, write a letter to our head office."],
      [
        .customer("unsubscribe"),
        .trainee(
          "To unsubscribe, write a letter to our head office. Meanwhile, our June offers are below.",
          channel: "email"),
      ]),
    AutoFailExample(
      "what stops, and when",
      [
        .customer("No more promo messages please."),
        .trainee("You're off the list, the sale texts stop today.", channel: "sms"),
      ]),
    AutoFailExample(
      "a short yes", [.customer("stop texting me"), .trainee("Sure, done, sorry for that.", channel: "sms")]),
    AutoFailExample(
      "stop the parcel, not the texts",
      [
        .customer("Can you stop the parcel?"),
        .trainee("I will stop the parcel at the depot today.", channel: "sms"),
      ]),
  ]
}
