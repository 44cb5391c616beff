import Domain
import Language

/// The times a reply names, which a next step may be held to.
extension NextStep {
  /// Dates, times, lengths of time and fixed words for them, with their sentence; reported ones do not count.
  static func times(in reply: ReadReply) -> [Moment] {
    var found = reply.offered(.exactTime).filter { hit in
      !hit.tokens.contains { GoneBy.isTold(at: $0, in: reply) }
    }.map { ($0.tokens.lowerBound, $0.range) }
    for (index, token) in reply.reply.tokens.enumerated()
    where (isTime(token) && !isTheirs(index, in: reply) || isSpokenHour(index, in: reply))
      && reply.isOwn(index)
    {
      found.append((index, TextRange(token.range)))
    }
    return found.filter { !GoneBy.isTold(at: $0.0, in: reply) }.sorted { $0.0 < $1.0 }.compactMap {
      token, range in
      reply.sentenceIndex(of: token).map { Moment(sentence: $0, token: token, range: range) }
    }
  }

  /// "Half two", "between one and three": an hour without its "o'clock".
  private static func isSpokenHour(_ index: Int, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard tokens[index].kind == .number, index > 0 else { return false }
    if isHour(index, in: tokens) { return true }
    if isDottedHour(tokens[index].normal), leadsHour.contains(tokens[index - 1].normal) { return true }
    if ["half", "past"].contains(tokens[index - 1].normal) { return true }
    let lead = tokens[max(0, index - 4)..<index].map(\.normal)
    return lead.last == "and" && lead.contains("between")
      && index + 1 < tokens.count && !tokens[index + 1].carriesContent
  }

  /// "At five", "by about two": a bare hour behind a word of time, and nothing behind it that is counted.
  private static func isHour(_ index: Int, in tokens: [Token]) -> Bool {
    guard case .number(let hour) = tokens[index].value, hour.decimals == 0, (1...12).contains(hour.digits)
    else { return false }
    let lead = tokens[..<index].last { !["about", "around", "nearly", "roughly"].contains($0.normal) }
    guard let lead, ["at", "by", "until", "till", "before", "after"].contains(lead.normal) else {
      return false
    }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return next.kind == .date || next.kind == .punctuation && next.normal != "/" || !next.isWordLike
      || next.kind == .word && !next.carriesContent && !["of", "or"].contains(next.normal)
  }

  /// "At 15.30": two digits behind the dot, an hour before it.
  private static func isDottedHour(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    return parts.count == 2 && (0...23).contains(parts[0])
      && (0...59).contains(parts[1])
  }

  private static let leadsHour: Set<String> = [
    "at", "by", "from", "until", "till", "before", "around", "about", "after",
  ]

  /// "The table you had planned for Saturday" is the customer's own day; "you will see it by Friday" tells what comes.
  private static func isTheirs(_ index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard token.kind == .date, token.subject == .listener else { return false }
    let words = reply.clause(of: index).map { reply.normalWords($0.tokens) } ?? []
    return !zip(words, words.dropFirst()).contains { $0 == "you" && getting.contains($1) }
  }

  private static let getting: Set<String> = ["will", "get", "have", "receive"]

  private static func isTime(_ token: Token) -> Bool {
    guard token.stance.isDisjoint(with: [.negated, .conditional, .reported]) else { return false }
    switch token.kind {
    case .time, .date, .duration: return !isPast(token.value)
    case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: return false
    }
  }

  /// "Yesterday" and "last Friday" are no time for a next step.
  static func isPast(_ value: Value?) -> Bool {
    switch value {
    case .day(.relative(let days)): days < 0
    case .day(.weekday(_, let weeks)): weeks < 0
    case .day(.week(let weeks)): weeks < 0
    case .day(.month(let months)): months < 0
    case .day(.calendar), .number, .ordinal, .percent, .money, .duration, .time, .identifier, nil: false
    }
  }
}

extension [NextStep.Moment] {
  /// Those of these sentences, found by halving: they stand in their order.
  func near(_ places: ClosedRange<Int>) -> ArraySlice<NextStep.Moment> {
    let low = lead { $0.sentence < places.lowerBound }
    return self[low...].prefix { $0.sentence <= places.upperBound }
  }
}
