import Domain

/// Live chat: short turns, no blocks from letters, a word before a long look-up, a check before the end.
struct ChatForm: ChannelFormRule {
  let title = "Chat"
  let channels: Set<String> = ["chat", "live-chat", "web-chat"]

  /// Longer turns scroll the customer's own words away; our choice, below the limit of `plain-words`.
  private static let mostWords = 70

  func checks(of talk: FormTalk) -> [FormCheck] {
    var checks = [turns(talk), letters(talk)]
    if let hold = hold(talk) { checks.append(hold) }
    if talk.isOver {
      checks.append(
        FormCheck(
          "Checks that all is well before the end",
          earnedBy: talk.offered(.closingChecks, .checksBack, in: talk.replies.suffix(2)),
          else: "Ask whether anything is open before the chat ends.",
          better: "Is there anything else I can do for you before we close the chat?"))
    }
    return checks
  }

  private func turns(_ talk: FormTalk) -> FormCheck {
    let long = talk.replies.first { talk.wordCount($0) > Self.mostWords }
    return FormCheck(
      "Keeps turns short",
      lostBy: long?.sentences.first.flatMap { long?.quote($0.range, .lost, "a long turn for a chat") },
      else: "Cut a long turn into short ones; people read a chat line by line.")
  }

  private func letters(_ talk: FormTalk) -> FormCheck {
    for reply in talk.replies {
      if let hit = reply.mentioned(.formLetters).first {
        return FormCheck(
          "Writes as people talk, not as letters do",
          lostBy: reply.quote(hit.range, .lost, "a block from a letter"),
          else: "A chat is a talk: leave the letter's openings and closings out.")
      }
    }
    return FormCheck("Writes as people talk, not as letters do", true, else: "")
  }

  /// Asked where a look-up made the customer wait for more than half of the channel's time, or a word was given.
  private func hold(_ talk: FormTalk) -> FormCheck? {
    let said = talk.offered(.holdLines)
    let waited = talk.replies.contains { reply in
      guard let target = talk.reading.channel(of: reply)?.replyTarget else { return false }
      return reply.waited + reply.waited > target
        && talk.reading.actions.contains { $0.isLookUp && $0.repliesBefore == reply.number - 1 }
    }
    guard waited || said != nil else { return nil }
    return FormCheck(
      "Says so before a look-up that takes time", earnedBy: said,
      else: "Say that you are looking before you look; a silent chat looks empty.",
      example: "One moment please, I am opening your order.")
  }

  let examples = [
    CriterionExample(
      "chat: short, with a check at the end", .met, quotes: ["One moment please", "Is there anything else"],
      [
        .customer("My parcel is lost."),
        .trainee("One moment please, I'm opening the trace for your parcel."),
        .trainee("The parcel is in Lyon, I will send a new one today. Is there anything else?"),
        .end(.success),
      ]),
    CriterionExample(
      "chat: a letter", .partly, quotes: ["Dear customer"],
      [
        .customer("My parcel is lost."),
        .trainee("Dear customer, your parcel is lost. I will send a new one today. Kind regards"),
      ]),
    CriterionExample(
      "chat: fine form around nothing", .missed,
      [.customer("My parcel is lost."), .trainee("One moment please. Is there anything else?")]),
    CriterionExample(
      "chat: ends without a check", .partly,
      [
        .customer("where's my parcel??"),
        .trainee("your parcel's in lyon, i'll get a new one out to u today"),
        .end(.success),
      ]),
  ]
}
