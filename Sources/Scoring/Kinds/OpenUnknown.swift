import Domain
import Language

/// What the trainee says is not known, and whether somebody finds it out.
enum OpenUnknown {
  static func told(in reading: Reading, at index: Int) -> [UnsurePlace] {
    let reply = reading.replies[index]
    let hits = Hit.joined(
      (reply.mentioned(.unknowns) + untold(in: reply)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    ).filter { hit in
      !reply.reply.stance(of: hit.tokens).contains(.asked) && !asksBack(hit, reply)
    }
    let isNextTakenOn =
      index + 1 < reading.replies.count && isTakenOn(in: reading.replies[index + 1])
    return hits.prefix(2).map { hit in
      let place = reply.sentenceIndex(of: hit.tokens.lowerBound) ?? 0
      return UnsurePlace(
        reply: reply, tokens: hit.tokens,
        isTakenOn: isNextTakenOn || FindingOut.isTakenOn(near: place, in: reply))
    }
  }

  /// "Nurse Oduya will know, and she is ringing you": the next reply finds out, or hands it to who knows.
  private static func isTakenOn(in reply: ReadReply) -> Bool {
    !reply.offered(.findsOut).isEmpty || !reply.heard(.findsOut, .handOver, surely: 0.7).isEmpty
  }

  /// "The builders have not told us when": a denied word of knowing before what is asked.
  private static func untold(in reply: ReadReply) -> [Hit] {
    let tokens = reply.reply.tokens
    return tokens.indices.compactMap { index in
      guard knowing.contains(tokens[index].normal), reply.isOwn(index),
        tokens[max(0, index - 3)..<index].contains(where: { ["not", "nobody"].contains($0.normal) }),
        tokens[(index + 1)...].prefix(4).contains(where: { open.contains($0.normal) })
      else { return nil }
      return Hit(tokens: index..<index + 1, range: TextRange(tokens[index].range))
    }
  }

  private static let knowing: Set<String> = [
    "know", "told", "heard", "confirmed", "decided", "announced", "said", "say", "tell", "given", "certain",
    "sure", "settled", "agreed", "foresee",
  ]
  private static let open: Set<String> = ["when", "whether", "why", "if", "how", "what", "where", "who"]

  /// "I am not sure I follow; which kettle?" asks the customer, who does know.
  private static func asksBack(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let after = reply.reply.tokens.dropFirst(hit.tokens.upperBound).prefix(3).map(\.normal)
    return after.contains { ["follow", "understand", "mean", "meant"].contains($0) }
  }
}

/// Whether somebody sees to what is open: finds out, or takes the next step.
enum FindingOut {
  /// Whether somebody sees to it, in the sentence or one of the two after it: finds out, or takes the next step.
  static func isTakenOn(near place: Int, in reply: ReadReply) -> Bool {
    let near = place...place + 2
    return isChecked(near: place, in: reply)
      || Commitment.all(in: reply).contains { near.contains($0.sentence) }
      || reply.sentences.indices.contains { near.contains($0) && isDated(reply.sentences[$0], in: reply) }
      || reply.heard(.commitment, .handOver, .timeGiven, surely: 0.6).contains { act in
        let tokens = act.passage.tokens
        return reply.sentenceIndex(of: tokens.lowerBound).map(near.contains) ?? false
          && !reply.reply.stance(of: tokens).contains(.asked)
      }
  }

  /// "Mrs Haddad rings you that afternoon": somebody reaches the customer, with a day or a time to it.
  private static func isDated(_ sentence: ReadSentence, in reply: ReadReply) -> Bool {
    guard sentence.standing == .own, !sentence.isQuestion else { return false }
    let words = reply.normalWords(sentence.tokens)
    let reaches = zip(words, words.dropFirst()).contains { reaching.contains($0) && $1 == "you" }
    return reaches
      && (reply.reply.tokens[sentence.tokens].contains { [.date, .time, .duration].contains($0.kind) }
        || reply.mentioned(.exactTime).contains { sentence.tokens.contains($0.tokens.lowerBound) })
  }

  private static let reaching: Set<String> = [
    "rings", "calls", "phones", "writes", "tells", "texts", "emails", "messages", "ring", "call", "ringing",
    "calling", "write", "tell", "text",
  ]

  /// Whether somebody promises to look or ask, there or just after it.
  static func isChecked(near place: Int, in reply: ReadReply) -> Bool {
    let near = place...place + 2
    return reply.offered(.findsOut).contains { hit in
      reply.sentenceIndex(of: hit.tokens.lowerBound).map(near.contains) ?? false
    }
      || Commitment.all(in: reply).contains { deed in
        deed.isOwn && near.contains(deed.sentence)
          && reply.reply.tokens[deed.tokens].contains { checking.contains($0.stem) }
      }
  }

  private static let checking = Set(
    [
      "check", "ask", "look", "call", "ring", "phone", "find", "verify", "confirm", "trace", "track",
      "investigate",
      "test", "read", "see", "tell", "let", "write", "speak", "watch", "measure",
    ].map(Stemmer.stem))
}
