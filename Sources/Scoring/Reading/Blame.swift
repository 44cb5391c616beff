import Language

/// Words of blame and insult, sorted from words that only look alike.
enum Blame {
  /// "You should have received it by now" admits our fault, "you should not have to ask again" is sympathy.
  static func isAcknowledging(_ hit: Hit, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    if isUnserved(hit, in: reply) || isAtRest(hit, in: reply) { return true }
    guard words.contains("should") || words.contains("ought"), words.last == "have" else { return false }
    guard reply.reply.tokens.indices.contains(hit.tokens.upperBound) else { return false }
    let next = reply.reply.tokens[hit.tokens.upperBound].normal
    if next == "been" {
      let after = hit.tokens.upperBound + 1
      guard reply.reply.tokens.indices.contains(after) else { return false }
      let word = reply.reply.tokens[after].normal
      return word.hasSuffix("ed")
        || ["told", "given", "sent", "able", "paid", "kept", "left", "made", "with", "on", "in", "home"]
          .contains(word)
    }
    // "You should have your money by the 10th" owes it to them, "your dog on a lead" does not.
    if next == "your" {
      return !reply.acts.contains { $0.act == .blaming && $0.passage.tokens.overlaps(hit.tokens) }
    }
    return ["received", "had", "got", "gotten", "heard", "never", "an", "a", "the", "it", "them", "to"]
      .contains(next)
  }

  /// "Sorry that you did not get the reminder", "you never got it": what did not reach them is no fault of theirs.
  static func isUnserved(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.upperBound - 1) else { return false }
    let start = min(clause.tokens.lowerBound, hit.tokens.lowerBound)
    let words = reply.normalWords(start..<max(clause.tokens.upperBound, hit.tokens.upperBound))
    return words.indices.dropLast(2).contains { index in
      guard words[index] == "you" else { return false }
      let rest = words[(index + 1)...].drop { ["did", "have", "had", "were", "even", "yet"].contains($0) }
      guard let not = rest.first, ["not", "never"].contains(not) else { return false }
      return rest.dropFirst().first { !["even", "been", "yet"].contains($0) }.map(reaching.contains) ?? false
    }
  }

  /// What comes to somebody without a deed of theirs.
  private static let reaching: Set<String> = [
    "get", "got", "receive", "received", "hear", "heard", "have", "had", "told", "sent", "given", "informed",
    "sleep",
    "reached", "called", "warned", "asked", "notified", "feel", "find",
  ]

  /// "You are lying awake", "you lie without sleep": to lie somewhere, not to tell a lie.
  static func isAtRest(_ hit: Hit, in reply: ReadReply) -> Bool {
    let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
    let words = reply.normalWords(hit.tokens.lowerBound..<max(clause.upperBound, hit.tokens.upperBound))
    guard let verb = words.firstIndex(where: { ["lying", "lie"].contains($0) }), verb + 1 < words.count,
      verb > 0, ["you", "are", "were", "been"].contains(words[verb - 1])
    else { return false }
    return !["to", "about", "again", "when", "if", "or", "and", "through", "now", "because", "as"]
      .contains(words[verb + 1])
  }

  /// "If you were really charged for 9", "once you have proved this": what the customer told is put in doubt.
  static func doubts(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      guard reply.isOwn(clause.tokens.lowerBound),
        reply.sentence(of: clause.tokens.lowerBound)?.isQuestion == false
      else { return nil }
      let tokens = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let words = tokens.map { reply.reply.tokens[$0].normal }
      guard isDoubted(words) || isToProve(words), let first = tokens.first, let last = tokens.last else {
        return nil
      }
      return Hit(tokens: first..<last + 1, range: reply.range(of: first..<last + 1))
    }
  }

  /// "If you really were", "if it was actually": a condition on something over, with a word of doubt beside its verb.
  private static func isDoubted(_ words: [String]) -> Bool {
    guard let start = words.firstIndex(of: "if"), start + 2 < words.count else { return false }
    let head = words[(start + 1)...].prefix(4)
    return ["you", "it", "that", "this", "your"].contains(head.first ?? "")
      && head.contains { ["really", "actually", "truly", "indeed"].contains($0) }
      && head.contains { ["was", "were", "did", "had", "have", "has"].contains($0) || $0.hasSuffix("ed") }
  }

  /// "You must prove it", "unless you can prove that": the customer's word is not enough.
  private static func isToProve(_ words: [String]) -> Bool {
    words.indices.contains { index in
      guard ["prove", "proved", "proven"].contains(words[index]) else { return false }
      let lead = words[..<index].suffix(5)
      return lead.contains("you") && !lead.contains { ["not", "never", "nothing", "without"].contains($0) }
    }
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
