import Domain
import Language

/// E-mail: a greeting, the matter taken up at once, the next step with a date, a sign-off with a name.
struct EmailForm: ChannelFormRule {
  let title = "E-mail"
  let channels: Set<String> = ["email", "e-mail", "mail", "letter"]

  func checks(of talk: FormTalk) -> [FormCheck] {
    let first = Array(talk.replies.prefix(1))
    return [
      FormCheck(
        "Opens with a greeting", earnedBy: greeting(first, talk),
        else: "Open with a greeting, and with the name where you know it.",
        better: "Good morning \(Rewording.address(in: talk.reading) ?? "..."),"),
      FormCheck(
        "Takes up the matter in the first lines",
        earnedBy: first.first.flatMap { talk.takesUp($0, within: 4) },
        else: "Take up what they wrote in the first lines, so that they see it was read."),
      FormCheck(
        "Says the next step with its date", earnedBy: talk.replies.lazy.compactMap(talk.stepWithTime).first,
        else: "An e-mail leaves people alone with it: say what happens next, and by when.",
        better: "I will write to you again by Thursday at 4 pm."),
      FormCheck(
        "Signs off with a name", earnedBy: signOff(talk), else: "Close with a sign-off and your name.",
        better: "Kind regards, Sam"),
    ]
  }

  /// In the first sentence or line.
  private func greeting(_ first: [ReadReply], _ talk: FormTalk) -> Quote? {
    guard let reply = first.first, let opening = reply.sentences.first else { return nil }
    let hit = Hit.joined(reply.mentioned(.greetings)).first { opening.tokens.contains($0.tokens.lowerBound) }
    return hit.map { reply.quote($0.range, .earned) } ?? name(opening, reply, talk)
  }

  /// "Ines," alone in the first line greets as well.
  private func name(_ opening: ReadSentence, _ reply: ReadReply, _ talk: FormTalk) -> Quote? {
    guard let first = opening.tokens.first, opening.wordCount <= 2 else { return nil }
    let isName = talk.reading.customerNames.contains(reply.reply.tokens[first].normal)
    return isName ? reply.quote(opening.range, .earned) : nil
  }

  /// A sign-off near the end with a name after it, or a name alone in the last line.
  private func signOff(_ talk: FormTalk) -> Quote? {
    for reply in talk.replies {
      guard let start = reply.sentences.suffix(3).first?.tokens.lowerBound, let last = reply.sentences.last
      else {
        continue
      }
      let closings = Hit.joined(reply.mentioned(.signOffs)).filter { $0.tokens.lowerBound >= start }
      for closing in closings.reversed() {
        let next = closing.tokens.upperBound..<min(closing.tokens.upperBound + 4, reply.reply.tokens.count)
        if let name = Self.name(in: next, reply, talk) {
          return reply.quote(closing.range.through(name), .earned)
        }
      }
      if last.wordCount <= 3, let name = Self.name(in: last.tokens, reply, talk) {
        return reply.quote(name, .earned)
      }
    }
    return nil
  }

  /// A capitalised word that is neither grammar nor the customer's name.
  private static func name(in tokens: Range<Int>, _ reply: ReadReply, _ talk: FormTalk) -> TextRange? {
    reply.reply.tokens[tokens].first { token in
      token.letterCase == .capitalised && token.kind == .word && !WordLists.grammar.contains(token.normal)
        && !WordLists.general.contains(token.normal) && !talk.reading.customerNames.contains(token.normal)
    }.map { TextRange($0.range) }
  }

  let examples = [
    CriterionExample(
      "email: whole", .met,
      quotes: [
        "Dear Ms", "I am sorry that your parcel is lost.",
        "I will send a new one today and write to you by 4 pm tomorrow", "Kind regards, Sam",
      ],
      [
        .customer("My parcel is lost."),
        .trainee(
          "Dear Ms Moreau,\nI am sorry that your parcel is lost. I will send a new one today and write to you by 4 pm tomorrow.\nKind regards, Sam",
          channel: "email"),
      ]),
    CriterionExample(
      "email: no greeting, no name, no date", .partly, quotes: ["Your parcel is lost."],
      [
        .customer("My parcel is lost, where is it?"),
        .trainee("Your parcel is lost. I will send a new one.", channel: "email"),
      ]),
    CriterionExample(
      "email: plain words and a name alone", .met,
      quotes: ["Hi", "thanks for telling us the parcel is lost.", "I will send a new one today", "Sam"],
      [
        .customer("My parcel is lost."),
        .trainee(
          "Hi Ines,\nthanks for telling us the parcel is lost. I will send a new one today.\nSam",
          channel: "email"),
      ]),
    CriterionExample(
      "email: a frame around nothing", .missed,
      [
        .customer("My parcel is lost."),
        .trainee("Dear Ms Moreau,\nThank you.\nKind regards, Sam", channel: "email"),
      ]),
  ]
}
