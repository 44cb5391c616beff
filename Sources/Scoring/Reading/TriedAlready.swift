import Domain
import Language

/// "Have you tried unplugging the box?" to somebody who told that they unplugged the box: a deed asked after that the
/// customer had spoken of in all its words.
enum TriedAlready {
  /// The questions, in order. Names of the talk's thing alone are no deed, so two words must have been said.
  static func questions(in reading: Reading) -> [(reply: ReadReply, sentence: ReadSentence)] {
    var said: Set<String> = []
    var next = 0
    return reading.replies.flatMap { reply in
      while next < reading.customerTurns.count, reading.customerTurns[next].turn < reply.turn {
        said.formUnion(told(in: reading.customerTurns[next].reply))
        next += 1
      }
      return reply.sentences.filter { asks($0, reply, said) }.map { (reply, $0) }
    }
  }

  /// Stems of what the customer tells; what they ask is not told.
  private static func told(in turn: Reply) -> [String] {
    turn.sentences.filter { sentence in !turn.tokens[sentence.tokens].contains { $0.normal == "?" } }
      .flatMap { turn.tokens[$0.tokens].filter(\.carriesContent).map(\.stem) }
  }

  private static func asks(_ sentence: ReadSentence, _ reply: ReadReply, _ said: Set<String>) -> Bool {
    guard sentence.isQuestion else { return false }
    let words = reply.normalWords(sentence.tokens)
    let opens = zip(words, words.dropFirst()).contains {
      ["have", "did"].contains($0) && ["you", "u", "ye"].contains($1)
    }
    guard opens else { return false }
    let terms = Set(reply.reply.tokens[sentence.tokens].filter(\.carriesContent).map(\.stem))
      .subtracting(frames)
    return terms.count >= 2 && terms.isSubset(of: said)
  }

  private static let frames = Set(
    Reply("try tried already yet other also please ever maybe ok well just sir madam").words.map(\.stem))
}
