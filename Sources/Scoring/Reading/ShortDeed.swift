import Language

/// Deeds told without "I will": "I open a trace now", and without a person, as chats have it: "Checking this now".
enum ShortDeed {
  // MARK: "I open"

  /// Whether a bare "I open" is a deed for the customer: done already, of consequence, or for them or now.
  ///
  /// "I open the order and it freezes" only tells what is seen.
  static func isMeant(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[verb.lowerBound]
    if isPast(token) || consequential.contains(token.stem) { return true }
    guard let clause = reply.clause(of: verb.lowerBound) else { return false }
    if reply.reply.tokens[clause.tokens].contains(where: { waiting.contains($0.normal) }) { return false }
    return reply.reply.tokens[verb.upperBound..<max(verb.upperBound, clause.tokens.upperBound)].contains {
      $0.normal == "you" || now.contains($0.normal) || [.time, .date].contains($0.kind)
    }
  }

  private static let now: Set<String> = [
    "now", "immediately", "straight", "once", "today", "tonight", "right",
  ]
  private static let waiting: Set<String> = ["when", "whenever", "if", "after", "every"]

  /// Verbs that change something for the customer whenever they are said of oneself.
  private static let consequential = Set(
    [
      "refund", "reimburse", "credit", "replace", "resend", "reship", "reorder", "send", "book", "rebook",
      "arrange", "organise", "reserve", "schedule", "cancel", "waive", "escalate", "fix", "correct", "repair",
      "forward", "transfer", "pass", "unlock", "unblock", "activate",
    ].map(Stemmer.stem))

  // MARK: Without a person

  /// "Checking this now", "Have booked a driver", "Will call you by five", "Sent a new one today".
  static func read(_ verb: Range<Int>, in reply: ReadReply) -> Commitment? {
    guard let number = reply.sentenceIndex(of: verb.lowerBound),
      let clause = reply.clause(of: verb.lowerBound)
    else { return nil }
    let sentence = reply.sentences[number]
    guard sentence.standing == .own, !sentence.isQuestion, sentence.wordCount >= 3 else { return nil }
    let lead = reply.reply.tokens[clause.tokens.lowerBound..<verb.lowerBound].filter(\.isWordLike)
    guard lead.allSatisfy({ fillers.contains($0.normal) }) else { return nil }
    let rest = reply.reply.tokens[verb.upperBound..<max(verb.upperBound, clause.tokens.upperBound)]
    guard isDeed(reply.reply.tokens[verb.lowerBound], lead.map(\.normal), Array(rest)) else { return nil }
    return Commitment(sentence: number, tokens: verb, isOwn: true)
  }

  private static func isDeed(_ verb: Token, _ lead: [String], _ rest: [Token]) -> Bool {
    if lead.last.map({ ["will", "gonna"].contains($0) }) ?? false { return true }
    if lead.suffix(2) == ["going", "to"] { return true }
    if isDoing(verb) { return !rest.contains { verbs.contains($0.normal) } }
    guard isPast(verb), !["deliv", "order", "arriv", "come", "return"].contains(verb.stem) else {
      return false
    }
    if lead.contains(where: { ["have", "just", "already", "now"].contains($0) }) { return true }
    if ["put", "set"].contains(verb.normal) { return false }
    guard let next = rest.first(where: \.isWordLike) else { return false }
    if verb.normal == "got", next.normal == "to" { return false }
    return next.kind != .word || WordLists.grammar.contains(next.normal)
  }

  /// A word of these after "sending" makes it the subject: "sending a parcel takes three days".
  private static let verbs: Set<String> = [
    "is", "are", "was", "takes", "take", "will", "can", "would", "costs", "cost", "may", "should", "means",
  ]

  private static let fillers: Set<String> = [
    "ok", "okay", "yes", "yep", "yeah", "sure", "right", "hi", "hello", "hey", "great", "thanks", "just",
    "now",
    "already", "also", "then", "and", "quickly", "have", "am", "will", "been", "gonna", "going", "to", "so",
    "absolutely", "certainly", "oh", "still", "currently", "i",
  ]

  /// "Checking", not "ring" and "bring".
  static func isDoing(_ verb: Token) -> Bool { verb.normal.hasSuffix("ing") && verb.stem != verb.normal }

  static func isPast(_ token: Token) -> Bool {
    token.normal.hasSuffix("ed") || irregular.contains(token.normal)
  }

  private static let irregular: Set<String> = [
    "sent", "resent", "found", "made", "put", "got", "gave", "took", "told", "spoke", "wrote", "rang", "paid",
    "set", "kept", "brought", "sought", "held", "rebuilt",
  ]
}
