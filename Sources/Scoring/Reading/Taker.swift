import Language

/// Whoever the customer hears takes the matter over: a team, or somebody by name who will do something.
struct Taker {
  /// Whether it is said by when they do.
  var saysWhen: Bool

  /// The first that a talk names; one that names a time goes before.
  static func first(in reading: Reading) -> Taker? {
    let names = Set(reading.customerNames)
    let found = reading.replies.flatMap { reply in
      reply.sentences.indices.compactMap { read($0, in: reply, names) }
    }
    return found.first(where: \.saysWhen) ?? found.first
  }

  private static func read(_ place: Int, in reply: ReadReply, _ names: Set<String>) -> Taker? {
    let sentence = reply.sentences[place]
    guard sentence.standing == .own, !sentence.isQuestion, sentence.wordCount >= 3 else { return nil }
    guard isTeam(sentence, reply) || isNamed(sentence, reply, names) else { return nil }
    let near = [place, place + 1].filter(reply.sentences.indices.contains)
    return Taker(saysWhen: near.contains { saysWhen(reply.sentences[$0], reply) })
  }

  /// "The fraud desk calls you", "lift crew on the way": a team that is not denied.
  private static func isTeam(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.tokens.contains { index in
      let token = reply.reply.tokens[index]
      return teams.contains(token.stem) && token.stance.isDisjoint(with: [.negated, .conditional])
    }
  }

  /// "Marc is with you in 15 minutes": a name inside a sentence, or at its head, before a deed to come.
  private static func isNamed(_ sentence: ReadSentence, _ reply: ReadReply, _ names: Set<String>) -> Bool {
    sentence.tokens.contains { index in
      let token = reply.reply.tokens[index]
      guard token.kind == .word, token.letterCase == .capitalised, !names.contains(token.normal),
        token.normal.utf8.count > 2, reply.reply.tokens.indices.contains(index + 1)
      else { return false }
      let next = reply.reply.tokens[index + 1].normal
      if index > 0, titles.contains(reply.reply.tokens[index - 1].normal),
        isGivenIt(sentence, reply, after: index)
      {
        return true
      }
      return ["will", "is", "has", "rings", "calls", "takes", "writes", "comes", "from"].contains(next)
        && !WordLists.grammar.contains(token.normal)
    }
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr"]

  /// "Laid before Ms Jansen in liability", "Mr Novak of the fraud room": where they sit, or that it is with them.
  private static func isGivenIt(_ sentence: ReadSentence, _ reply: ReadReply, after name: Int) -> Bool {
    let next = reply.reply.tokens[name + 1].normal
    return ["in", "of", "on", "at"].contains(next)
  }

  private static func saysWhen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.tokens.contains { index in
      switch reply.reply.tokens[index].kind {
      case .time, .date, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    } || isAtOnce(sentence, reply) || reply.hears(.timeGiven, in: sentence, surely: 0.7)
      || reply.mentioned(.exactTime).contains { sentence.tokens.contains($0.tokens.lowerBound) }
  }

  /// "She takes over from here", "the pharmacist is on the line": there already.
  private static func isAtOnce(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    return zip(words, words.dropFirst()).contains { ["from here", "the line"].contains("\($0.0) \($0.1)") }
      && words.contains { ["takes", "is", "are"].contains($0) }
  }

  private static let teams = Set(
    [
      "team", "desk", "crew", "department", "unit", "squad", "manager", "supervisor", "lead", "officer",
      "colleague", "specialist", "advisor", "nurse", "ombudsman", "lawyer",
    ].map(Stemmer.stem))
}
