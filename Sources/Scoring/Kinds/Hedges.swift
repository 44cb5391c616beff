import Domain
import Language

/// A stretch of a reply that is told unsurely, or surer than anybody can be.
struct UnsurePlace {
  var reply: ReadReply
  var tokens: Range<Int>
  var isTakenOn = false
  var range: TextRange { reply.range(of: tokens) }
}

/// Finds words that take the firmness out of a statement.
enum Hedges {
  /// The hedges of a reply in order, those that overlap as one; questions and offers hold none.
  static func places(in reply: ReadReply) -> [Range<Int>] {
    let hits = Hit.joined(reply.mentioned(.hedges)).map(\.tokens).filter { tokens in
      reply.reply.stance(of: tokens).isDisjoint(with: [.asked, .requested]) || isRising(tokens, in: reply)
    }
    let modals = reply.reply.tokens.indices.filter { isHedging($0, in: reply) }.map { $0..<$0 + 1 }
    let free = modals.filter { modal in !hits.contains { $0.overlaps(modal) } }
    return (hits + free).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// "It kinda depends, maybe?": a statement with a question mark behind it asks nothing.
  private static func isRising(_ tokens: Range<Int>, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: tokens.lowerBound) else { return false }
    let words = reply.normalWords(sentence.tokens)
    return ["we", "it", "that", "they", "there", "i", "he", "she"].contains(words.first ?? "")
      && words.dropFirst().first.map { !["can", "may"].contains($0) } ?? false
  }

  /// "It may come", "they should have it"; not "you may keep it", "could you", "I could send", "I should have".
  private static func isHedging(_ index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard ["may", "might", "could", "should"].contains(token.normal) else { return false }
    guard token.stance.isDisjoint(with: [.asked, .requested, .conditional]), token.letterCase != .capitalised
    else {
      return false
    }
    guard let subject = reply.word(before: index), subject != "you" else { return false }
    let next = reply.reply.tokens.dropFirst(index + 1).first { $0.isWordLike }?.normal ?? ""
    switch token.normal {
    case "might": return true
    case "may": return !["i", "we", "in", "by", "of", "on", "until", "since"].contains(subject)
    case "could": return !["i", "we"].contains(subject) && !["not", "have"].contains(next)
    case "should": return !["i", "we"].contains(subject) && !["not", "have"].contains(next) || next == "be"
    default: return false
    }
  }

  /// Three hedges in a sentence, two where nobody finds out, or half of the reply in the subjunctive.
  static func chain(in reply: ReadReply) -> UnsurePlace? {
    let hedges = places(in: reply)
    var bySentence: [Int: [Range<Int>]] = [:]
    for hedge in hedges {
      if let place = reply.sentenceIndex(of: hedge.lowerBound) {
        bySentence[place, default: []].append(hedge)
      }
    }
    for (place, found) in bySentence.sorted(by: { $0.key < $1.key }) where found.count >= 2 {
      guard found.count >= 3 || !FindingOut.isTakenOn(near: place, in: reply) else { continue }
      if let first = found.first, let last = found.last {
        return UnsurePlace(reply: reply, tokens: first.lowerBound..<last.upperBound)
      }
    }
    let told = reply.sentences.count { $0.wordCount >= 3 }
    guard hedges.count >= 3, bySentence.count * 3 >= told * 2, let first = hedges.first else { return nil }
    return UnsurePlace(reply: reply, tokens: first)
  }
}
