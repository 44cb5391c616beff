import Domain
import Language

/// More than three things asked for in one reply.
struct QuestionCrowd {
  var reply: ReadReply
  var range: TextRange

  /// More than a person keeps in mind while answering; the figure is our own choice.
  static let most = 3

  /// The first reply that asks for too much at once.
  static func first(in reading: Reading) -> QuestionCrowd? {
    reading.replies.lazy.compactMap { reply in
      if let list = AskedList.first(in: reply), list.items.count > most, let last = list.items.last {
        return QuestionCrowd(reply: reply, range: reply.range(of: list.items[0].lowerBound..<last.upperBound))
      }
      let asking = reply.reply.clauses.filter { asks($0.tokens, reply) }
      let count = asking.reduce(0) { $0 + things(in: $1.tokens, reply) }
      guard count > most, let first = asking.first, let last = asking.last else { return nil }
      return QuestionCrowd(reply: reply, range: TextRange(first.range).through(TextRange(last.range)))
    }.first
  }

  /// A clause that wants to know something; offers want nothing.
  private static func asks(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: clause.lowerBound), sentence.isQuestion else { return false }
    if opens(clause, reply) { return true }
    guard !reply.reply.stance(of: clause).isDisjoint(with: [.asked, .requested]) else { return false }
    if reply.written(.alternatives).beginning(in: clause).contains(where: { !$0.isReported }) { return false }
    return clause.contains { reply.reply.tokens[$0].carriesContent }
  }

  /// "How old is it", "and who was there": a question word at the front asks for something, whatever follows.
  private static func opens(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    let words = clause.lazy.map { reply.reply.tokens[$0] }.filter(\.isWordLike).prefix(2).map(\.normal)
    return words.contains { ["what", "when", "where", "how", "which", "who", "why"].contains($0) }
  }

  /// One, and one more for each "and" or "or" that brings another thing.
  private static func things(in clause: Range<Int>, _ reply: ReadReply) -> Int {
    let tokens = reply.reply.tokens
    let more = clause.dropFirst(2).count { index in
      index + 1 < clause.upperBound && ["and", ",", "or"].contains(tokens[index].normal)
        && (tokens[index].normal != "or" || tokens[index + 1].normal == "if")
        && leads.contains(tokens[index + 1].normal)
    }
    return 1 + more
  }

  private static let leads: Set<String> = [
    "your", "the", "a", "an", "what", "when", "where", "how", "which", "whether", "if", "who", "why", "do",
    "did",
    "is",
    "are", "have",
  ]
}
