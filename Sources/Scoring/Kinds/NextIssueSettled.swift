import Domain
import Language

/// Whether the talk settled something, so that a next issue can be told at all.
extension NextIssue {
  static func isSettled(_ reading: Reading) -> Bool {
    reading.actions.contains {
      $0.happened && !$0.isNote && !idle.contains(String($0.act.taken.name.prefix { $0 != " " }))
    }
      || reading.replies.contains { reply in
        reply.sentences.indices.contains { isSettled(by: $0, in: reply, reading) }
          || isTheirs(reading) && !outlooks(in: reply).isEmpty
      }
  }

  /// A sentence that promises, does, or tells the customer how it stands with what is theirs.
  static func isSettled(by place: Int, in reply: ReadReply, _ reading: Reading) -> Bool {
    let sentence = reply.sentences[place]
    let isAsked = reply.reply.tokens[sentence.tokens].contains { $0.normal == "?" }
    guard sentence.standing == .own, !isAsked else { return false }
    if Commitment.all(in: reply).contains(where: { $0.sentence == place }) { return true }
    guard !sentence.isQuestion else { return false }
    if reply.hears(
      .done, .remedy, .protectedDeed, .commitment, .handOver, .optOutDone, in: sentence, surely: 0.6)
    {
      return true
    }
    // A no settles nothing; what to do instead, told beside it, does.
    let isStep = reply.reply.clauses.contains {
      sentence.tokens.contains($0.tokens.lowerBound) && Instruction.opens(reply.reply.tokens[$0.tokens])
    }
    return sentence.wordCount >= 3 && isTheirs(reading)
      && (isStep || NoFinder.no(in: reply, of: reading) == nil)
      && [.tells, .acts, .other].contains(SentenceRole.roles(in: reply, of: reading)[place])
      && !reply.sentences.contains { asksFirst($0, reply) }
  }

  /// A question that has to be answered before anything is settled; "anything else?" and "shall I?" come after it.
  static func asksFirst(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let isAsking = sentence.isQuestion || reply.normalWords(sentence.tokens).first == "please"
    return isAsking && !isOffer(sentence, reply) && !reply.hears(.checksBack, in: sentence, surely: 0.6)
      && !reply.mentioned(.checksBack, .closingChecks).contains {
        sentence.tokens.contains($0.tokens.lowerBound)
      }
  }

  /// "Shall I do both now?", "I do both now?": asks leave for a deed that is told already.
  static func isOffer(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    guard sentence.isQuestion, let first = words.first else { return false }
    return ["i", "we"].contains(first)
      || ["shall", "should"].contains(first)
        && words.dropFirst().first.map { ["i", "we"].contains($0) } ?? false
  }

  /// Whether the customer asks how it stands with something under way; a plain enquiry or praise settles nothing.
  static func isTheirs(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      let words = turn.reply.words.map(\.normal)
      let isEnquiry = words.contains { enquiring.contains($0) } || turn.sureness(of: .buying) >= 0.6
      return (!isEnquiry || Grievance.isTold(by: turn)) && turn.sureness(of: .thanks) < 0.6
        && (turn.reply.tokens.contains { $0.normal == "?" } || Grievance.isTold(by: turn)
          || !turn.mentions(.requests).isEmpty || !turn.mentions(.remedies).isEmpty
          || turn.sureness(of: .request) >= 0.6)
    }
  }

  /// Words of asking about what is sold, how the house works, and which to choose.
  static let enquiring: Set<String> = [
    "do", "does", "which", "how", "difference", "sell", "offer", "cost", "price", "between", "possible",
  ]

  static let idle: Set<String> = ["lookup", "verify", "hold", "resume", "transfer"]
}
