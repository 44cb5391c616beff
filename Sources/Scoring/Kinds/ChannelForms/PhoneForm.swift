import Domain
import Language

/// Phone: a greeting with a name, words that can be heard, a hold that is asked for, a recap before the end.
struct PhoneForm: ChannelFormRule {
  let title = "Phone"
  let channels: Set<String> = ["phone", "call", "voice"]

  func checks(of talk: FormTalk) -> [FormCheck] {
    var checks: [FormCheck] = []
    if !isTakenOver(talk) {
      checks.append(
        FormCheck(
          "Greets with a name", earnedBy: talk.introduction(in: Array(talk.replies.prefix(1))),
          else: "Say who is speaking when you pick up.",
          better: "Good morning, this is Sam, how can I help you?"))
    }
    checks.append(
      FormCheck(
        "Can be followed by ear", lostBy: talk.replies.lazy.compactMap(Self.unspeakable).first,
        else: "Nobody can hear a link or a list: say it in words, one thing at a time."))
    checks.append(
      FormCheck(
        "Says what they are doing", earnedBy: doing(talk) ?? talk.deed(),
        else: "Say what you are doing, or the line is dead for the other.",
        example: "I am opening your order now, and then I will check the trace."))
    if let hold = hold(talk) { checks.append(hold) }
    if talk.isOver {
      checks.append(
        FormCheck(
          "Sums up before the end", earnedBy: recap(talk), else: "Before you hang up, say what was agreed.",
          example: "So to sum up: the new one leaves today and is with you on Friday."))
    }
    return Array(checks.prefix(5))
  }

  /// A word that leads through the talk, with its clause: "first I look it up", "one moment please".
  private func doing(_ talk: FormTalk) -> Quote? {
    for reply in talk.replies {
      let hits = Hit.joined(
        (reply.offered(.signposts).filter { leads($0, reply) } + reply.offered(.holdLines))
          .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
      if let hit = hits.first { return ProvenDeed(reply: reply, tokens: hit.tokens).quote("") }
    }
    return nil
  }

  /// "Next door", "second class", "so what happened" and "then you pay" lead through nothing: somebody of the desk acts
  /// right behind the word, or the customer with them.
  private func leads(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    let next = reply.normalWords(
      hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, reply.reply.tokens.count))
    guard words != ["so", "what"], !next.contains("not") else { return false }
    guard words.count == 1, ["first", "second", "then", "next", "finally"].contains(words[0]) else {
      return true
    }
    let opens = reply.clause(of: hit.tokens.lowerBound)?.tokens.contains { index in
      index < hit.tokens.lowerBound && reply.reply.tokens[index].carriesContent
    }
    if words == ["then"], next.first == "you" { return false }
    return opens != true
      && next.first.map { ["i", "we", "you", "let", "please", "comes"].contains($0) } ?? false
  }

  /// The thread came from somewhere else, and the customer may know who speaks.
  private func isTakenOver(_ talk: FormTalk) -> Bool {
    guard let first = talk.replies.first else { return false }
    return first.number > 1
  }

  private static func unspeakable(_ reply: ReadReply) -> Quote? {
    if let link = reply.reply.tokens.first(where: {
      $0.kind == .address && $0.normal.contains("/") || $0.kind == .emoji
    }) {
      return reply.quote(TextRange(link.range), .lost, "cannot be heard")
    }
    let lines = reply.text.split(separator: "\n")
    let marked = lines.count { line in ["- ", "* ", "• "].contains { line.hasPrefix($0) } }
    return marked >= 2
      ? reply.sentences.first.map { reply.quote($0.range, .lost, "a list cannot be heard") } : nil
  }

  /// A hold is asked for first, and thanked for after.
  private func hold(_ talk: FormTalk) -> FormCheck? {
    guard let act = talk.reading.actions.first(where: { $0.act.taken.name == "hold" && $0.happened }) else {
      return nil
    }
    let asked = talk.replies.filter { $0.number <= act.repliesBefore }.suffix(1)
    return FormCheck(
      "Asks before a hold", earnedBy: talk.offered(.holdLines, in: Array(asked)),
      else: "Ask before you put somebody on hold, and say why and for how long.",
      better: "May I put you on hold for a minute while I call the depot?")
  }

  /// A summary, or what happens next said again with its time, in the last two replies.
  private func recap(_ talk: FormTalk) -> Quote? {
    let last = Array(talk.replies.suffix(2))
    return summed(last) ?? last.lazy.compactMap(talk.stepWithTime).first
  }

  /// "So to sum up", "so I'll move you": with its clause, and no denial behind it. "It takes eight weeks, so it is" and
  /// "so, that is another department" sum up nothing: such a summary opens its sentence and says more.
  private func summed(_ replies: [ReadReply]) -> Quote? {
    for reply in replies {
      let hit = Hit.joined(reply.earning(.recaps)).first { hit in
        let next = hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, reply.reply.tokens.count)
        guard !reply.normalWords(next).contains("not") else { return false }
        guard ["so it is", "so that is"].contains(reply.normalWords(hit.tokens).joined(separator: " ")) else {
          return true
        }
        let opens = reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound == hit.tokens.lowerBound
        return opens && next.count == 2
      }
      if let hit { return ProvenDeed(reply: reply, tokens: hit.tokens).quote("") }
    }
    return nil
  }

  let examples = [
    CriterionExample(
      "phone: greeting, signpost, recap", .met,
      quotes: ["this is Sam", "I am opening the trace now", "So to sum up"],
      [
        .customer("My parcel is lost."),
        .trainee(
          "Good morning, this is Sam. Sorry about the parcel, I am opening the trace now.", channel: "phone"),
        .trainee("So to sum up: a new parcel leaves today and is with you on Friday.", channel: "phone"),
        .end(.success),
      ]),
    CriterionExample(
      "phone: another's name, and a second time", .missed,
      [
        .customer("My form has not come."),
        .trainee(
          "You spoke to Megan, and the form was sent second class. It is the second time.", channel: "phone"),
      ]),
    CriterionExample(
      "phone: nobody knows who speaks", .partly, quotes: ["Let me check where the parcel is"],
      [
        .customer("My parcel is lost."),
        .trainee("Let me check where the parcel is. Which day was it due?", channel: "phone"),
      ]),
    CriterionExample(
      "phone: held without asking", .partly, quotes: ["this is Sam", "I see the parcel is at the depot"],
      [
        .customer("My parcel is lost."),
        .trainee("Hello, this is Sam. I see the parcel is at the depot.", channel: "phone"), .act("hold"),
      ]),
    CriterionExample(
      "phone: a link is not heard", .partly,
      quotes: ["my name is Sam", "https://shop.example/trace/12", "I will call the depot today"],
      [
        .customer("My parcel is lost."),
        .trainee(
          "Hi, my name is Sam. The parcel is on https://shop.example/trace/12 for you. I will call the depot today. Which street is the parcel for?",
          channel: "phone"),
      ]),
  ]
}
