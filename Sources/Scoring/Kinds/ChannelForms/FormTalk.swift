import Domain
import Language

/// The replies of one channel with the small questions that several forms ask of them.
struct FormTalk {
  let reading: Reading
  let replies: [ReadReply]

  init(_ reading: Reading, channels: Set<String>) {
    self.reading = reading
    replies = channels.isEmpty ? reading.replies : reading.replies.filter { channels.contains($0.channel) }
  }

  /// Whether the talk ended while it was on this channel.
  var isOver: Bool { reading.isConcluded && replies.last?.turn == reading.replies.last?.turn }

  /// The first phrase of the lists that is meant as said in the trainee's own words.
  func earned(_ lists: LexiconName..., in some: [ReadReply]? = nil) -> Quote? {
    for reply in some ?? replies {
      for list in lists {
        if let hit = Hit.joined(reply.earning(list)).first { return reply.quote(hit.range, .earned) }
      }
    }
    return nil
  }

  /// The same, where a question or an offer counts as well.
  func offered(_ lists: LexiconName..., in some: [ReadReply]? = nil) -> Quote? {
    for reply in some ?? replies {
      for list in lists {
        if let hit = Hit.joined(reply.offered(list)).first { return reply.quote(hit.range, .earned) }
      }
    }
    return nil
  }

  /// The first sentence of a reply that takes up what the customer or the records speak of.
  func takesUp(_ reply: ReadReply, within sentences: Int = .max) -> Quote? {
    reply.sentences.prefix(sentences).first { $0.standing == .own && !$0.matter.isEmpty }
      .map { reply.quote($0.range, .earned) }
  }

  /// A deed somebody is held to, in a sentence that says when or beside one.
  func stepWithTime(in reply: ReadReply) -> Quote? {
    Commitment.all(in: reply).first { step in
      reply.sentences.indices.contains(where: {
        abs($0 - step.sentence) <= 1 && FormTalk.saysWhen(reply.sentences[$0], reply)
      })
    }.map { reply.quote(reply.range(of: $0.tokens), .earned) }
  }

  static func saysWhen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let timed = sentence.tokens.contains { index in
      switch reply.reply.tokens[index].kind {
      case .time, .date, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    }
    return timed || reply.earning(.exactTime).contains { sentence.tokens.contains($0.tokens.lowerBound) }
  }

  /// The name the trainee gives: "this is Sam", "my name is Sam", in words of introduction.
  func introduction(in some: [ReadReply]) -> Quote? {
    for reply in some {
      for hit in reply.offered(.introductions) where isNamed(hit, reply) {
        return reply.quote(hit.range, .earned)
      }
    }
    return nil
  }

  /// A capitalised word in or right after the words, or words that say what they are; never the customer's own name.
  private func isNamed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let end = min(hit.tokens.upperBound + 2, reply.reply.tokens.count)
    let tokens = reply.reply.tokens[hit.tokens.lowerBound..<max(end, hit.tokens.upperBound)]
    if tokens.contains(where: { reading.customerNames.contains($0.normal) }) { return false }
    return tokens.contains { token in
      token.letterCase == .capitalised && token.traitsAreEmpty && token.kind == .word
    } || tokens.contains { Self.kinds.contains($0.normal) }
  }

  private static let kinds: Set<String> = [
    "person", "human", "agent", "colleague", "adviser", "advisor", "specialist", "over", "name",
  ]

  /// Words and values of a reply.
  func wordCount(_ reply: ReadReply) -> Int { reply.sentences.reduce(0) { $0 + $1.wordCount } }
}

extension Token {
  /// Whether it is no word of grammar, so that a capital may make it a name.
  fileprivate var traitsAreEmpty: Bool {
    !WordLists.grammar.contains(normal) && !WordLists.general.contains(normal)
  }
}
