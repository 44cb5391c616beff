import Language

/// The customer's answer to a question they had answered before: "as I said", "I just told you", "see above".
///
/// Nobody knows better than the customer what stood in the thread, whatever the question was about.
enum SaidAlready {
  /// The questions that were answered so, each as the last of its reply.
  static func questions(in reading: Reading) -> [(reply: ReadReply, sentence: ReadSentence)] {
    reading.replies.indices.compactMap { place in
      let reply = reading.replies[place]
      let next = place + 1 < reading.replies.count ? reading.replies[place + 1].turn : Int.max
      guard let question = reply.sentences.last(where: { $0.isQuestion && !isClosing($0, reply) }),
        let answer = reading.customerTurns(in: reply.turn + 1..<min(next, reply.turn + remembered)).first,
        protests(answer.reply) || repeats(answer, question, reply, reading)
      else { return nil }
      return (reply, question)
    }
  }

  /// "Can I help with anything else?" asks for nothing that was said.
  private static func isClosing(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.mentioned(.closingChecks).contains { sentence.tokens.contains($0.tokens.lowerBound) }
  }

  /// So many turns back people remember having said something.
  private static let remembered = 64

  /// "Fourteen months.", "She's DIABETIC.": an answer of nothing but what the customer had said before the question,
  /// unless the question held it or checked who they are.
  private static func repeats(
    _ answer: HeardTurn, _ question: ReadSentence, _ reply: ReadReply, _ reading: Reading
  ) -> Bool {
    let said = answer.reply.tokens.filter { $0.carriesContent || $0.value != nil }
    guard !said.isEmpty, answer.reply.words.count <= 10,
      reply.mentioned(.safetyChecks, .identityChecks).isEmpty
    else { return false }
    let before = Set(
      reading.customerTurns(in: max(0, reply.turn - remembered)..<reply.turn)
        .flatMap { $0.reply.tokens.map(\.stem) })
    let held = Set(question.tokens.map { reply.reply.tokens[$0].stem })
    return said.allSatisfy { before.contains($0.stem) && !held.contains($0.stem) }
  }

  /// Whether somebody says that they said it.
  static func protests(_ reply: Reply) -> Bool {
    reply.sentences.contains { sentence in
      let words = reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
      return says(words) || points(words)
    }
  }

  /// "I told you", "like I wrote", "I have already given it", "you asked me that": with a word that looks back, or a
  /// line of hardly more than that.
  private static func says(_ words: [String]) -> Bool {
    words.indices.contains { index in
      guard telling.contains(words[index]), index > 0 else { return false }
      let lead = words[max(0, index - 4)..<index]
      guard lead.contains(where: { ["i", "we", "just", "already"].contains($0) }),
        lead.isDisjoint(with: ["not", "was", "were", "they", "he", "she", "you", "to"])
      else { return false }
      return lead.contains { backward.contains($0) } || words.count <= 6
        || words[index...].contains { ["already", "twice", "before"].contains($0) }
    }
      || zip(words, words.dropFirst()).contains { $0.0 == "you" && ["asked", "ask"].contains($0.1) }
        && words.contains { ["already", "just", "twice", "again", "before"].contains($0) }
  }

  /// "See above", "it's in my first message", "scroll up".
  private static func points(_ words: [String]) -> Bool {
    guard words.count <= 12 else { return false }
    let isThere =
      words.contains { ["above", "up"].contains($0) }
      && words.contains { ["see", "look", "read", "scroll"].contains($0) }
    let isWritten =
      words.contains { ["my", "the", "first", "that"].contains($0) }
      && words.contains { ["in", "read", "on", "see", "look"].contains($0) }
      && words.contains { ["message", "messages", "mail", "email", "emails", "subject"].contains($0) }
    return isThere || isWritten
  }

  private static let telling: Set<String> = [
    "said", "told", "wrote", "gave", "given", "mentioned", "sent", "explained", "written", "answered",
    "provided", "typed", "attached", "listed", "say", "wrote", "spelled",
  ]
  private static let backward: Set<String> = ["as", "like", "just", "already", "literally"]
}

extension ArraySlice<String> {
  fileprivate func isDisjoint(with others: Set<String>) -> Bool { !contains(where: others.contains) }
}
