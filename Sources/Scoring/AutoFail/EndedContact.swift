import Domain
import Language

/// The trainee ended the contact on a customer whose matter was open.
struct EndedContact: AutoFailRule {
  let keyword = "ended-contact"
  let title = "Ended the contact on the customer"
  let errorClass = ErrorClass.customer
  let summary = "Words that end the talk on a customer who had not finished; after abuse it is no fault."

  func breaches(in reading: Reading) -> [Breach] {
    guard reading.transcript.conclusion?.outcome != .success else { return [] }
    let abuse = Self.abuse(in: reading)
    let course = Course(
      isClosingWanted: Self.isClosingWanted(reading),
      firstWarning: reading.replies.first(where: Self.warns)?.turn)
    return reading.replies.compactMap { reply in
      let phrase = reply.phrases[.endedContact, default: []].filter(\.holds)
      let heard =
        isHeard(reply, course)
        ? reply.told(.endedContact).filter {
          !Self.isFarewell($0, reply, isOpen: isAsked(before: reply.turn, reading))
        } : []
      let hit = Hit.joined((phrase + heard).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
        .first { Self.ends($0, reply) }
      guard !isFinished(reading, before: reply.turn), !isFairClose(reply, course),
        !abuse.excuses(reply, course), !reply.sentences.contains(where: { Self.isLeftOpen($0, reply) }),
        reply.heard(.handOver, atLeast: 0.9) == nil,
        let range = hit?.range ?? forbidding(reply, course) ?? shutting(reply, reading, course)
          ?? Departure(reply, reading).range ?? unfinished(reply, reading, course)
          ?? Departure(reply, reading).deadLine
      else { return nil }
      return breach(reply.quote(range, .lost, "ends it on the customer"))
    }
  }

  /// Heard by meaning, on an open matter that this reply does nothing for, and not as the customer had wished.
  private func isHeard(_ reply: ReadReply, _ course: Course) -> Bool {
    let isWorkDone = [
      ServiceAct.done, .remedy, .handOver, .checksBack, .carriedOver, .optOutDone, .protectedDeed, .timeGiven,
    ].contains { reply.heard($0, atLeast: 0.5) != nil && !Self.isNoWork($0, reply) }
    return reply.heard(.endsContact, atLeast: 0.7) != nil && !isWorkDone && !course.isClosingWanted
  }

  /// "Please do not reply to this": heard as an ending though it is put as a wish.
  private func forbidding(_ reply: ReadReply, _ course: Course) -> TextRange? {
    guard isHeard(reply, course) else { return nil }
    return reply.sentences(with: .endsContact, atLeast: 0.8).first { sentence in
      reply.reply.tokens[sentence.tokens].contains { token in
        token.stance.contains(.negated)
          && ["reply", "answer", "respond", "write", "call", "message", "text", "contact"].contains(
            token.normal)
      }
    }?.range
  }

  /// Surely heard by meaning, to somebody who had asked or told of trouble, with nothing for them in the reply.
  private func unfinished(_ reply: ReadReply, _ reading: Reading, _ course: Course) -> TextRange? {
    let help: [ServiceAct] = [
      .remedy, .handOver, .carriedOver, .protectedDeed, .optOutDone, .checksBack, .commitment, .holdLine,
      .answer,
      .boundary, .alternative,
    ]
    guard let last = reading.customerTurn(before: reply.turn), !course.isClosingWanted,
      [.question, .request, .trouble, .anger].contains(where: { last.heard($0, atLeast: 0.5) }),
      !help.contains(where: { reply.heard($0, atLeast: 0.6) != nil })
    else { return nil }
    return reply.sentences(with: .endsContact, atLeast: 0.95).first { sentence in
      let words = reply.words(of: sentence)
      return !sentence.isQuestion && words.first != "stay"
        && words.allSatisfy { !["bye", "goodbye"].contains($0) }
    }?.range
  }

  /// "Your thread stays open, just write."
  private static func isLeftOpen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.words(of: sentence)
    return words.contains("open")
      && words.contains { ["stays", "stay", "remains", "remain", "keep", "leave"].contains($0) }
      && !reply.reply.tokens[sentence.tokens].contains { $0.stance.contains(.negated) }
  }

  /// "So I leave you here" may be heard as a deed as well; where leaving is heard in the same sentence it is none.
  private static func isNoWork(_ act: ServiceAct, _ reply: ReadReply) -> Bool {
    let ending = reply.sentences(with: .endsContact, atLeast: 0.7).map(\.range)
    return act == .done
      && reply.sentences(with: act, atLeast: 0.5).allSatisfy { sentence in
        ending.contains(sentence.range) && reply.words(of: sentence).contains("you")
      }
  }

  /// "Bye, Rosa!" and "Blocked." alone end nothing, unless a no came with it.
  private static func isFarewell(_ hit: Hit, _ reply: ReadReply, isOpen: Bool) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let isBye = words.contains { ["bye", "goodbye"].contains($0.normal) }
    let isLone = words.allSatisfy {
      ["bye", "goodbye", "good", "now", "then"].contains($0.normal)
        || isBye && !isOpen && $0.letterCase == .capitalised
    }
    return (isLone || words.count == 1) && reply.heard(.refusal, atLeast: 0.5) == nil
  }

  /// Whether the customer's last words ask for something.
  private func isAsked(before turn: Int, _ reading: Reading) -> Bool {
    reading.customerTurn(before: turn).map { !(reading.asksByTurn[$0.turn] ?? []).isEmpty } ?? false
  }

  /// What is so of a whole talk, looked for once: a talk may have ten thousand turns.
  private struct Course {
    /// Whether the customer asked for an end, of the talk or of a contract.
    var isClosingWanted: Bool
    /// The first reply that warned of an end.
    var firstWarning: Int?
  }

  private static func isClosingWanted(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      turn.reply.tokens.contains { ending.contains($0.normal) && !$0.stance.contains(.negated) }
    }
  }

  /// Insults and threats of the customer's, up to a reply.
  private struct Abuse {
    var insults: [Int] = []
    var threats: [Int] = []

    /// A boundary is no fault after a threat, after abuse that went on, after a warning, or with a way back. One word in
    /// the heat is no ground to leave without either.
    func excuses(_ reply: ReadReply, _ course: Course) -> Bool {
      let before = insults.filter { $0 < reply.turn }
      if threats.contains(where: { $0 < reply.turn }) || before.count >= 2 { return true }
      guard !before.isEmpty else { return false }
      return course.firstWarning.map { $0 <= reply.turn } ?? false
        || reply.reply.words.contains { EndedContact.wayBack.contains($0.normal) }
    }
  }

  private static func abuse(in reading: Reading) -> Abuse {
    reading.customerTurns.reduce(into: Abuse()) { abuse, turn in
      if turn.mentions(.insults).contains(where: \.isOffered) { abuse.insults.append(turn.turn) }
      if turn.mentions(.threats).contains(where: \.isOffered) || isThreat(turn.reply) {
        abuse.threats.append(turn.turn)
      }
    }
  }

  /// "I'll find you", at the end of a sentence: no seat, no room, and nothing else is looked for.
  private static func isThreat(_ reply: Reply) -> Bool {
    reply.sentences.contains { sentence in
      let words = reply.tokens[sentence.tokens].filter(\.isWordLike)
      guard let last = words.last, last.normal == "you", let verb = words.dropLast().last else {
        return false
      }
      return ["find", "hurt", "kill", "hunt", "smash", "get"].contains(verb.normal)
        && verb.subject == .speaker
        && verb.stance.isDisjoint(with: [.negated, .asked])
    }
  }

  /// After a warning, and with a way back: "if this goes on I must end the call", and then "you can write any time".
  private func isFairClose(_ reply: ReadReply, _ course: Course) -> Bool {
    let isWarned = course.firstWarning.map { $0 < reply.turn } ?? false
    return isWarned && reply.reply.words.contains { Self.wayBack.contains($0.normal) }
  }

  private static func warns(_ reply: ReadReply) -> Bool {
    reply.sentences.contains { sentence in
      let words = Set(reply.reply.tokens[sentence.tokens].map(\.normal))
      return !words.isDisjoint(with: ["end", "hang", "close", "ending", "stop"])
        && !words.isDisjoint(with: ["if", "or", "unless", "otherwise", "must"])
    }
  }

  fileprivate static let wayBack: Set<String> = [
    "again", "tomorrow", "later", "anytime", "write", "back", "reach", "open", "return",
  ]

  /// "Closed." and nothing else done, to a customer who had not asked for it.
  private func shutting(_ reply: ReadReply, _ reading: Reading, _ course: Course) -> TextRange? {
    guard !course.isClosingWanted, !reading.actions.contains(where: \.isDeed) else { return nil }
    return reply.sentences.first { sentence in
      let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
      return words.count <= 4 && !sentence.isQuestion
        && words.contains { ["closed", "closing"].contains($0) }
        && words.allSatisfy(Self.shut.contains)
    }?.range
  }

  /// As one asks for it; "the office closes on Friday" is no wish.
  private static let ending: Set<String> = ["close", "cancel", "end", "shut", "finish", "stop"]
  private static let shut: Set<String> = [
    "closed", "closing", "case", "ticket", "chat", "thread", "this", "the", "it", "is", "now", "so", "ok",
    "i", "am",
  ]

  /// "I will leave this chat open" ends nothing.
  private static func ends(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let isDenied = reply.reply.tokens[hit.tokens].contains { token in
      ["hang", "hung", "cut", "drop"].contains(token.stem) && token.stance.contains(.negated)
    }
    if isDenied || isWarning(hit, reply) || isShown(hit, reply) || isCalledBack(hit, reply) { return false }
    if isAskedToStay(hit, reply) { return false }
    let next = hit.tokens.upperBound
    guard reply.reply.tokens.indices.contains(next) else { return true }
    return !["open", "running", "free"].contains(reply.reply.tokens[next].normal)
  }

  /// "Stay on till it's all over": whoever is asked to stay is not sent off.
  private static func isAskedToStay(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.sentence(of: hit.tokens.lowerBound).flatMap { reply.words(of: $0).first } == "stay"
  }

  /// "If the name calling goes on I must end the call" has not ended it.
  private static func isWarning(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    return reply.words(of: sentence).contains { ["if", "unless", "otherwise"].contains($0) }
  }

  /// "Press the red button, that hangs up": what a thing does, or the customer is to do.
  private static func isShown(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let before = reply.word(before: hit.tokens.lowerBound) ?? ""
    return reply.normalWords(hit.tokens).first == "hangs"
      && ["that", "it", "which", "this", "and"].contains(before)
  }

  /// "I'll hang up and ring you straight back": the talk goes on.
  private static func isCalledBack(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.normalWords(
      hit.tokens.lowerBound..<max(hit.tokens.upperBound, sentence.tokens.upperBound))
    return words.indices.dropLast(2).contains { index in
      ["ring", "call", "phone"].contains(words[index]) && words[index + 1] == "you"
        && words[index...].prefix(5).contains("back")
    }
  }

  /// Whether the customer's last words before it were thanks, a goodbye, or a no to "anything else?".
  private func isFinished(_ reading: Reading, before turn: Int) -> Bool {
    guard let last = reading.customerTurn(before: turn) else { return false }
    if Self.wantsNoMore(last, reading) { return true }
    let isSignedOff = last.mentions(.signOffs).contains {
      $0.tokens.upperBound + 5 >= last.reply.tokens.count
    }
    let words = last.reply.words.map(\.normal).joined(separator: " ")
    let isDone = ["nothing else", "works now", "that is all", "thats all", "all good now"].contains(
      where: words.contains)
    return (isSignedOff || isDone || last.heard(.thanks, atLeast: 0.8))
      && last.mentions(.trouble).isEmpty
  }

  /// "Nope", "no that's all": a bare no to the trainee's "anything else?" ends the talk from the customer's side.
  private static func wantsNoMore(_ last: HeardTurn, _ reading: Reading) -> Bool {
    let words = last.reply.words.map(\.normal)
    guard let first = words.first, noes.contains(first), words.count <= 8,
      !words.contains(where: open.contains),
      words.dropFirst().allSatisfy({ WordLists.grammar.contains($0) || closings.contains($0) }),
      let asked = reading.replies[..<reading.replies.lead { $0.turn < last.turn }].last
    else { return false }
    return asked.offered(.closingChecks).contains {
      asked.sentence(of: $0.tokens.lowerBound)?.isQuestion ?? false
    }
      || asked.sentences.last.map { asked.hears(.checksBack, in: $0) } ?? false
  }

  private static let noes: Set<String> = ["no", "nope", "nah", "nothing", "none", "naw", "nay"]
  /// "No, it is still not there" is no end.
  private static let open: Set<String> = [
    "not", "never", "but", "still", "why", "what", "how", "when", "where", "who", "yet", "only",
  ]
  private static let closings: Set<String> = [
    "thank", "thanks", "good", "fine", "great", "ok", "okay", "right", "well", "everything", "anything",
    "else",
    "done", "set", "sorted", "for", "now", "today", "cheers", "ta", "bye", "more", "need", "nothing",
    "alright",
    "sure", "much", "perfect",
  ]

  let examples = [
    AutoFailExample(
      "a bare no to 'anything else?'",
      [
        .customer("My bill is full price, I was promised a free month."),
        .trainee("I have booked the free month and the bill is now 0. Anything else today?"),
        .customer("nope"), .trainee("Bye then, take care!"),
      ]),
    AutoFailExample(
      "a no with a matter in it ends nothing", breaches: ["This conversation is over"],
      [
        .customer("Where is my parcel?"), .trainee("It is on its way. Anything else today?"),
        .customer("no, it is still not here"), .trainee("This conversation is over."),
      ]),
    AutoFailExample(
      "a line gone dead", breaches: ["Cheerio."],
      [
        .customer("Where is my parcel?"), .trainee("No time for this. Cheerio.", channel: "phone"),
        .customer("Hello? Hello?"),
      ]),
    AutoFailExample(
      "over and out", breaches: ["This conversation is over"],
      [.customer("But where is my parcel?"), .trainee("This conversation is over.")]),
    AutoFailExample(
      "hangs up", breaches: ["I'm hanging up now"],
      [.customer("I want an answer."), .trainee("I'm hanging up now.", channel: "phone")]),
    AutoFailExample(
      "rings back on a better line",
      [
        .customer("I hear every third word."),
        .trainee("I'll hang up and ring you straight back, all right?", channel: "phone"),
      ]),
    AutoFailExample(
      "settled by letter, the question unanswered",
      breaches: ["We regard this correspondence as closed"],
      [
        .customer("I ask once more: why was it refused?"),
        .trainee(
          "We wrote on the 3rd and on the 9th. We regard this correspondence as closed and will not write again.",
          channel: "email"),
      ]),
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
      "one word in the heat", breaches: ["I'm hanging up now"],
      [
        .customer("you idiots lost my bag, help me!"),
        .trainee("I don't talk to people like that. I'm hanging up now."),
      ]),
    AutoFailExample(
      "a threat of finding somebody",
      [
        .customer("you piece of filth, I'll find you"),
        .trainee(
          "I won't be spoken to like that. I am ending the chat now; write to us by e-mail and we'll answer."),
      ]),
    AutoFailExample(
      "shuts it in one word", breaches: ["Ticket closed."],
      [.customer("It still does not work, do not close it!"), .trainee("Not our fault. Ticket closed.")]),
    AutoFailExample(
      "closed as asked",
      [.customer("Please close my ticket, it works."), .trainee("Ticket closed. Good to hear it works!")]),
    AutoFailExample(
      "a boundary after threats, with a way back",
      [
        .customer("I will break your nose!"), .trainee("Please stop that, or I must end the call."),
        .customer("I will find you."), .trainee("I am ending the call now; you can write to us any time."),
      ]),
    AutoFailExample(
      "a case that was closed",
      [.customer("Why no answer?"), .trainee("The case was closed by mistake, I have opened it again.")]),
  ]
}
