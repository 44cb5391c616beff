import Domain
import Language

/// Of all the deeds a talk names, the one that proves best that something is done for the customer, with its clause.
///
/// First something done or promised, then looking into it; an own act before a "we", a deed with its time before one
/// without. What is told of how the trouble came is no deed and stands in no such list.
struct ProvenDeed {
  var reply: ReadReply
  var tokens: Range<Int>

  /// The best of them; the first of equals.
  static func best(_ deeds: [(ReadReply, Range<Int>)]) -> ProvenDeed? {
    deeds.map { ProvenDeed(reply: $0.0, tokens: $0.1) }.reduce(nil as (deed: ProvenDeed, weight: Int)?) {
      best, next in
      let weight = next.weight
      return weight > best?.weight ?? .min ? (next, weight) : best
    }?.deed
  }

  /// The words that show it, as they are quoted.
  func quote(_ note: String) -> Quote { reply.quote(range, .earned, note) }

  /// From the person, or the verb, to the end of the clause.
  var range: TextRange { reply.range(of: DeedClause.tokens(of: tokens, in: reply)) }

  /// How well it proves that something is done for the customer.
  var weight: Int {
    let clause = DeedClause.tokens(of: tokens, in: reply)
    let words = reply.normalWords(tokens)
    let lead = tokens.lowerBound > 0 ? reply.reply.tokens[tokens.lowerBound - 1].normal : ""
    let verb = reply.reply.tokens[tokens].last { $0.isWordLike }
    let isLooking = verb.map { Self.looking.contains($0.stem) } ?? false
    let isFirm = words.contains { Self.firm.contains($0) } || Self.firm.contains(lead)
    let isOffer = words.contains { ["can", "could", "would"].contains($0) }
    let isOwn = words.contains("i") || lead == "i" || lead == "have"
    let isFull = reply.reply.tokens[clause].count(where: \.isWordLike) > words.count
    return (isLooking ? 0 : 4) + (isFirm ? 2 : isOffer ? -1 : 0) + (isOwn ? 1 : 0) + (isFull ? 1 : 0)
  }

  private static let looking = Set(
    Reply(
      "look check see read find hear review note explain start understand show tell speak talk search go get let open"
    ).words.map(\.stem))
  private static let firm: Set<String> = ["will", "shall", "have", "am", "are", "going", "been", "just"]
}

/// The stretch of a reply that tells a deed: from who does it to the end of its clause.
enum DeedClause {
  static func tokens(of deed: Range<Int>, in reply: ReadReply) -> Range<Int> {
    guard let last = deed.last, let end = reply.clause(of: last)?.tokens.upperBound else { return deed }
    let stretch = start(of: deed, in: reply)..<max(end, deed.upperBound)
    // A sign at the end stays with a whole sentence alone.
    let words = stretch.last { reply.reply.tokens[$0].isWordLike } ?? last
    return stretch.lowerBound..<max(words + 1, deed.upperBound)
  }

  /// "I" and "have" before a bare verb belong to it: "gave" in "I gave it to Mr Dunn".
  private static func start(of deed: Range<Int>, in reply: ReadReply) -> Int {
    guard let clause = reply.clause(of: deed.lowerBound)?.tokens else { return deed.lowerBound }
    var start = deed.lowerBound
    while start > clause.lowerBound, leads.contains(reply.reply.tokens[start - 1].normal) { start -= 1 }
    // "It" of "it'll".
    if start > clause.lowerBound, reply.reply.tokens[start].isContractionTail { start -= 1 }
    return start
  }

  private static let leads: Set<String> = [
    "i", "we", "have", "has", "am", "are", "is", "been", "will", "just", "now", "also", "already", "be",
    "shall",
  ]
}

/// A clause that tells how things came about, and no deed done for the customer now.
enum GoneBy {
  /// "A certificate we sent in January", "glad we sorted it": who does it stands right behind a thing or a feeling.
  static func isBeside(_ subject: Int, in reply: ReadReply) -> Bool {
    guard let place = reply.sentence(of: subject)?.tokens.lowerBound, subject > place else { return false }
    let before = reply.reply.tokens[subject - 1]
    guard before.kind == .word else { return false }
    if feelings.contains(before.normal) { return true }
    guard before.carriesContent, before.letterCase == .lower, !before.normal.hasSuffix("ly") else {
      return false
    }
    return reply.reply.tokens[max(place, subject - 4)..<subject - 1].contains {
      determiners.contains($0.normal)
    }
  }

  /// Whether the clause of a day or an hour tells of the past: "it went out at 9.14 on Monday", "cancelled".
  static func isTold(at index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard [.date, .time, .duration].contains(token.kind), !isFresh(token) else { return false }
    guard let clause = reply.clause(of: index)?.tokens else { return false }
    let words = reply.normalWords(clause)
    if token.kind != .duration,
      reply.normalWords(index + 1..<max(index + 1, clause.upperBound)).prefix(4)
        .contains(where: off.contains)
    {
      return true
    }
    let isPerfect = zip(words, words.dropFirst()).contains { supposed.contains($0.0) && $0.1 == "have" }
    if isPerfect { return true }
    if words.contains(where: ahead.contains) { return false }
    return clause.contains { place in
      let verb = reply.reply.tokens[place]
      guard verb.kind == .word, place < index || place == clause.lowerBound else { return false }
      if was.contains(verb.normal) { return true }
      return Account.isPast(verb) && verb.subject != .speaker && !isParticiple(place, in: clause, reply)
    }
  }

  /// "Is booked", "have moved", "been sent": how it stands now.
  private static func isParticiple(_ place: Int, in clause: Range<Int>, _ reply: ReadReply) -> Bool {
    let lead = reply.normalWords(max(clause.lowerBound, place - 3)..<place)
    return lead.isEmpty
      || lead.contains { ["is", "are", "am", "have", "been", "be", "now", "to"].contains($0) }
  }

  private static func isFresh(_ token: Token) -> Bool {
    if case .day(.relative(let days)) = token.value { return days > 0 }
    return ["tonight", "tomorrow", "now"].contains(token.normal)
  }

  private static let ahead: Set<String> = [
    "will", "shall", "going", "should", "can", "could", "is", "are", "am", "by", "until", "till", "within",
  ]
  /// "He should have been with you by 12".
  private static let supposed: Set<String> = ["should", "could", "would", "might"]
  private static let was: Set<String> = ["was", "were", "had", "did", "went", "came"]
  private static let off: Set<String> = ["cancelled", "canceled", "off", "gone"]
  private static let feelings: Set<String> = ["glad", "happy", "pleased", "sorry", "hope", "delighted"]
  private static let determiners: Set<String> = [
    "a", "an", "the", "my", "your", "our", "his", "her", "their", "this", "that", "every", "each", "any",
  ]
}

extension ReadReply {
  /// "I have ordered nothing today", "I will send you nothing": what comes of it is denied behind the verb.
  func comesToNothing(_ deed: Range<Int>) -> Bool {
    guard let last = deed.last, let clause = clause(of: last)?.tokens else { return false }
    let rest = reply.tokens[min(deed.upperBound, clause.upperBound)..<clause.upperBound]
    return rest.lazy.filter(\.isWordLike).prefix(3).contains {
      ["nothing", "nobody", "none", "nowt", "neither"].contains($0.normal)
    }
  }
}
