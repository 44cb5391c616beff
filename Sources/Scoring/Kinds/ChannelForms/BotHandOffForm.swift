import Domain
import Language

/// Bot hand-off, on whatever channel: opens with what the bot learned, asks nothing again, says who is here now.
struct BotHandOffForm: ChannelFormRule {
  let title = "Hand-off"
  let channels: Set<String> = []

  func applies(to talk: FormTalk) -> Bool { talk.reading.heard.contains { $0.speaker == .bot } }

  func checks(of talk: FormTalk) -> [FormCheck] {
    let first = Array(talk.replies.prefix(1))
    var checks = [
      FormCheck(
        "Opens with what the bot learned", earnedBy: summary(talk),
        else: "Sum up in a line what was told to the bot.",
        better: "I have read what you told our bot, so you need not tell it again."),
      FormCheck(
        "Says who is here now", earnedBy: talk.introduction(in: first),
        else: "Say that a person is here now, and who.",
        better: "This is Sam, a person, and I take over from our bot."),
      FormCheck(
        "Asks for nothing the bot was told", lostBy: again(talk),
        else: "The bot had asked for this already; it stands in the thread."),
    ]
    if hasFailed(talk) {
      checks.append(
        FormCheck(
          "Says sorry for the bot", earnedBy: talk.earned(.apology, in: Array(talk.replies.prefix(2))),
          else: "The bot cost them time: say sorry for it.",
          better: "I am sorry that our bot sent you round in circles."))
    }
    return checks
  }

  private func hasFailed(_ talk: FormTalk) -> Bool {
    talk.reading.heard.contains { $0.isEarlier && !$0.mentions(.botFailures).isEmpty }
  }

  /// Two or more words of the matter, or a value of it, in the first reply.
  private func summary(_ talk: FormTalk) -> Quote? {
    guard let reply = talk.replies.first else { return nil }
    return reply.sentences.first { sentence in
      guard sentence.standing == .own else { return false }
      let stems = Set(sentence.matter.map { reply.reply.tokens[$0].stem })
      return stems.count >= 2 || sentence.matter.contains { reply.reply.tokens[$0].kind == .identifier }
    }.map { reply.quote($0.range, .earned) }
  }

  /// A number asked for that stands in the thread before.
  private func again(_ talk: FormTalk) -> Quote? {
    let told = talk.reading.heard.filter { $0.speaker == .customer && $0.isEarlier }
    let hasNumber = told.contains { $0.reply.tokens.contains { $0.kind == .identifier } }
    let hasMatter = told.contains { $0.reply.words.count >= 6 }
    for reply in talk.replies.prefix(2) {
      if hasNumber, let hit = reply.offered(.asksOrder).first {
        return reply.quote(hit.range, .lost, "told to the bot")
      }
      if hasMatter, let hit = reply.offered(.asksProblem).first {
        return reply.quote(hit.range, .lost, "told to the bot")
      }
    }
    return nil
  }

  let examples = [
    CriterionExample(
      "hand-off: who, what and sorry", .met,
      quotes: ["this is Sam", "Sorry", "I see that A-4412 was due on Tuesday and has not come."],
      [
        .bot("I did not understand. Please rephrase."),
        .customer("My parcel A-4412 is late since Tuesday. Human!"),
        .trainee(
          "Hi, this is Sam. Sorry for our bot. I see that A-4412 was due on Tuesday and has not come. I will trace it today."
        ),
      ]),
    CriterionExample(
      "hand-off: starts from nothing", .partly, quotes: ["I will check"],
      [
        .bot("What is your order number?"), .customer("A-4412, my parcel is late."),
        .trainee("Hello! I will check your parcel today. What colour is the parcel?"),
      ]),
  ]
}
