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

  /// The first deed the trainee says they do or will do.
  func deed() -> Quote? {
    ProvenDeed.best(
      replies.flatMap { reply in Commitment.done(in: reply).filter(\.isOwn).map { (reply, $0.tokens) } }
    )?.quote("")
  }

  /// What comes next with its time, as `NextStep` reads it.
  func stepWithTime(in reply: ReadReply) -> Quote? { NextStep.timed(in: reply) }

  static func saysWhen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let timed = sentence.tokens.contains { index in
      switch reply.reply.tokens[index].kind {
      case .time, .date, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    }
    return timed
      || reply.written(.exactTime).beginning(in: sentence.tokens).contains {
        $0.holds && reply.isOwn($0.tokens.lowerBound)
      }
  }

  /// The name the trainee gives, or that a person is here: "this is Sam", "Sam from Alder", "a real person".
  func introduction(in some: [ReadReply]) -> Quote? {
    for reply in some {
      for lead in reply.offered(.introductions) where !isGone(lead, reply) {
        if lead.tokens.contains(where: { Self.persons.contains(reply.reply.tokens[$0].normal) }) {
          return reply.quote(lead.range, .earned)
        }
        if isName(lead.tokens.upperBound, reply) {
          return reply.quote(reply.range(of: lead.tokens.lowerBound..<lead.tokens.upperBound + 1), .earned)
        }
      }
      let named = reply.reply.tokens.indices.dropLast().first { index in
        isName(index, reply) && !Self.placing.contains(reply.word(before: index) ?? "")
          && Self.heralds.contains(reply.reply.tokens[index + 1].normal)
      }
      if let named { return reply.quote(reply.range(of: named..<named + 2), .earned) }
    }
    return nil
  }

  /// "You spoke to Megan" tells of somebody else.
  private func isGone(_ lead: Hit, _ reply: ReadReply) -> Bool {
    reply.normalWords(lead.tokens).contains {
      ["spoke", "spoken", "talked", "wrote", "written", "chatted"].contains($0)
    }
  }

  /// "Through to the Grand at Whitby" names a house.
  private static let placing: Set<String> = ["the", "a", "our", "to", "from", "in"]

  /// A capitalised word that is neither grammar nor small talk nor the customer's own name.
  private func isName(_ index: Int, _ reply: ReadReply) -> Bool {
    guard reply.reply.tokens.indices.contains(index) else { return false }
    let token = reply.reply.tokens[index]
    return token.letterCase == .capitalised && token.kind == .word
      && !WordLists.grammar.contains(token.normal)
      && !WordLists.general.contains(token.normal) && !reading.customerNames.contains(token.normal)
  }

  private static let persons: Set<String> = [
    "person", "human", "agent", "colleague", "adviser", "advisor", "specialist", "over", "bot", "picked",
    "taken",
  ]
  /// What follows a name that presents itself.
  private static let heralds: Set<String> = ["here", "speaking", "from", "at"]

  /// Words and values of a reply.
  func wordCount(_ reply: ReadReply) -> Int { reply.sentences.reduce(0) { $0 + $1.wordCount } }
}
