import Domain
import Language

/// The whole clause that words stand in, without the signs around it: what is quoted of them.
enum WholeClause {
  /// From the first word of the first clause to the last word of the last.
  static func tokens(of words: Range<Int>, in reply: ReadReply) -> Range<Int> {
    guard let last = words.last else { return words }
    let start = reply.clause(of: words.lowerBound)?.tokens.lowerBound ?? words.lowerBound
    let end = reply.clause(of: last)?.tokens.upperBound ?? words.upperBound
    let places = (min(start, words.lowerBound)..<max(end, words.upperBound)).filter {
      reply.reply.tokens[$0].isWordLike
    }
    guard let first = places.first, let final = places.last else { return words }
    return first..<final + 1
  }
}

extension ReadReply {
  /// The place in the text of the whole clause that words stand in.
  func wholeClause(of words: Range<Int>) -> TextRange { range(of: WholeClause.tokens(of: words, in: self)) }
}
