import Language

/// Words of blame and insult, sorted from words that only look alike.
enum Blame {
  /// "You should have received it by now" admits our fault.
  static func isAcknowledging(_ hit: Hit, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    guard words.contains("should") || words.contains("ought"), words.last == "have" else { return false }
    guard reply.reply.tokens.indices.contains(hit.tokens.upperBound) else { return false }
    let next = reply.reply.tokens[hit.tokens.upperBound].normal
    if next == "been" {
      let after = hit.tokens.upperBound + 1
      guard reply.reply.tokens.indices.contains(after) else { return false }
      let word = reply.reply.tokens[after].normal
      return word.hasSuffix("ed")
        || ["told", "given", "sent", "able", "paid", "with", "on", "in", "home"].contains(word)
    }
    return ["received", "had", "got", "gotten", "heard", "never", "an", "a", "the", "it", "them"]
      .contains(next)
  }

  /// Insults and threats, and rude orders that open a clause; closing an account that the customer asked to have
  /// closed is none.
  static func insults(in reply: ReadReply, _ reading: Reading) -> [Hit] {
    let orders = reply.askedOrTold(.rudeCommands).filter { opensClause($0, in: reply) }
    return Hit.joined(
      (reply.askedOrTold(.insults).filter { !isWished($0, in: reply, reading) } + orders)
        .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
  }

  private static let wished = Set(["cancel", "close", "block", "report"].map(Stemmer.stem))

  /// "I will close your account" for whoever wants it closed; "are you deaf or hard of hearing" asks.
  private static func isWished(_ hit: Hit, in reply: ReadReply, _ reading: Reading) -> Bool {
    let next = hit.tokens.upperBound
    if reply.reply.tokens.indices.contains(next), reply.reply.tokens[next].normal == "or" { return true }
    return reply.reply.tokens[hit.tokens].contains {
      wished.contains($0.stem) && reading.matter.contains($0.stem)
    }
  }

  private static let fillers: Set<String> = [
    "just", "please", "so", "well", "then", "oh", "and", "now", "ok", "go",
  ]

  private static func opensClause(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    return reply.reply.tokens[clause.tokens.lowerBound..<hit.tokens.lowerBound].allSatisfy {
      !$0.isWordLike || fillers.contains($0.normal)
    }
  }
}
