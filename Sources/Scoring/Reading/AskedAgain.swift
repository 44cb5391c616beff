import Language

/// Questions put a second time after the customer had spoken, in the same words or others.
enum AskedAgain {
  /// The second questions, in order; asking whether all is well, or for patience, may be repeated.
  static func questions(in reading: Reading) -> [(reply: ReadReply, sentence: ReadSentence)] {
    var before: [(turn: Int, terms: Set<String>)] = []
    var found: [(reply: ReadReply, sentence: ReadSentence)] = []
    for reply in reading.replies {
      let lastSaid = reading.customerTurn(before: reply.turn)?.turn ?? -1
      let asked = asking(reply)
      for (sentence, terms) in asked
      where before.contains(where: { $0.turn < lastSaid && isSame($0.terms, terms) }) {
        found.append((reply, sentence))
      }
      before = Array((before + asked.map { (reply.turn, $0.1) }).suffix(remembered))
    }
    return found
  }

  /// So many questions back are compared.
  private static let remembered = 32

  private static func asking(_ reply: ReadReply) -> [(ReadSentence, Set<String>)] {
    let closing = reply.mentioned(.checksBack, .closingChecks, .holdLines)
    return reply.sentences.filter { sentence in
      sentence.isQuestion && !closing.contains { sentence.tokens.contains($0.tokens.lowerBound) }
    }.map { sentence in
      (sentence, Set(sentence.tokens.compactMap { Term.of(reply.reply.tokens[$0]) }).subtracting(frames))
    }
  }

  /// All that the shorter of the two names stands in the longer, and that is most of it.
  private static func isSame(_ one: Set<String>, _ other: Set<String>) -> Bool {
    let shared = one.intersection(other).count
    return shared > 0 && shared == min(one.count, other.count) && shared * 2 >= max(one.count, other.count)
  }

  /// Words around what is asked for.
  private static let frames = Set(
    Reply(
      "please tell give have know need confirm again once more quickly sorry ok okay say let see like want"
    )
    .words.map(\.stem))
}
