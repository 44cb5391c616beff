import Domain

/// In-app: speaks of the screen the customer is on, leads place by place, and leaves a line for who comes back later.
struct InAppForm: ChannelFormRule {
  let title = "In-app"
  let channels: Set<String> = ["in-app", "inapp", "app", "in_app", "web", "messaging"]

  func checks(of talk: FormTalk) -> [FormCheck] {
    [
      FormCheck(
        "Uses the screen or device they are on", earnedBy: Self.shown(.screenWords, talk),
        else: "You can see where they are: speak of their screen, not of the app in general.",
        example: "I see you are on the payment screen of the Android app."),
      FormCheck(
        "Leads there place by place", earnedBy: Self.shown(.screenPaths, talk),
        else: "Give the way in the app, or a link that opens it.",
        example: "Tap your picture, then Settings, then Payments."),
      FormCheck(
        "Says how the answer reaches them", earnedBy: talk.offered(.notices),
        else: "People close the app: say that the answer stays here and how they will notice it.",
        better: "I will write here by 4 pm and you will get a notification."),
    ]
  }

  /// The first words of a list that are no others: "we will update you" and "pick up a new card" are on no screen.
  private static func shown(_ list: LexiconName, _ talk: FormTalk) -> Quote? {
    for reply in talk.replies {
      let hit = Hit.joined(reply.offered(list)).first { hit in
        let words = reply.normalWords(hit.tokens)
        let next = reply.normalWords(
          hit.tokens.upperBound..<min(hit.tokens.upperBound + 1, reply.reply.tokens.count))
        if words.first == "update", ["you", "them", "us", "me"].contains(next.first ?? "") { return false }
        if words == ["pick", "up"] { return false }
        return !(words == ["app"] && reply.word(before: hit.tokens.lowerBound) == "same")
      }
      if let hit { return reply.quote(hit.range, .earned) }
    }
    return nil
  }

  let examples = [
    CriterionExample(
      "in-app: screen, path, notice", .met, quotes: ["screen", "Tap Settings", "write here"],
      [
        .customer("I can't pay, the card button is grey."),
        .trainee(
          "I see the payment screen with the grey card button. Tap Settings, then Payments and add the card again. I will write here today; you will get a notification.",
          channel: "in-app"),
      ]),
    CriterionExample(
      "in-app: as if by letter", .missed,
      [
        .customer("I can't pay for my order."),
        .trainee("I am sorry the order cannot be paid. I will ask our engineers today.", channel: "in-app"),
      ]),
    CriterionExample(
      "in-app: a path alone", .partly, quotes: ["go to settings", "settings"],
      [
        .customer("how do i cancel my order"),
        .trainee(
          "go to settings then orders n cancel the order. which order is it, the blue or the red 1?",
          channel: "in-app"),
      ]),
  ]
}
