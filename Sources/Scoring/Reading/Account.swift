import Domain
import Language

/// Clauses that tell what happened to bring the trouble about: "a parked van kept the lorry out of your street".
///
/// A cause seldom says "because". What counts is a clause in the past about somebody or something else than the
/// trainee's own deeds, with news in it: words the customer had not said.
enum Account {
  /// The clauses of a reply that tell it, as tokens.
  static func told(in reply: ReadReply, _ reading: Reading) -> [Range<Int>] {
    let names = Set(reading.customerNames)
    let polite = reply.mentioned(.apology, .thanks).map(\.tokens)
    let owned = Admission.told(in: reply).compactMap { reply.sentenceIndex(of: $0.lowerBound) }
    let given = reply.told(.remedies).map(\.tokens).filter { isGiven($0, in: reply) }.map(\.lowerBound)
    return reply.reply.clauses.compactMap { clause in
      guard let place = reply.sentenceIndex(of: clause.tokens.lowerBound),
        !isOfApology(clause.tokens, polite, in: reply)
      else { return nil }
      let sentence = reply.sentences[place]
      let isRemedy = given.contains { clause.tokens.contains($0) }
      guard sentence.standing == .own, !sentence.isQuestion, !isRemedy,
        let verb = verb(of: clause.tokens, reply)
      else {
        return nil
      }
      let news = clause.tokens.count { index in
        let token = reply.reply.tokens[index]
        return token.kind == .word && token.carriesContent && !reading.saidStems.contains(token.stem)
          && !names.contains(token.normal) && !vague.contains(token.stem)
      }
      let hasSubject = (clause.tokens.lowerBound..<verb).contains { reply.reply.tokens[$0].isWordLike }
      let isSomebody = reply.reply.tokens[clause.tokens].contains {
        ["somebody", "someone"].contains($0.normal)
      }
      let isOwned = owned.contains(place)
      return (news >= 2 || (isSomebody || isOwned) && news >= 1) && hasSubject ? clause.tokens : nil
    }
  }

  /// "I'm sorry that we charged you twice": what somebody is sorry for. "Sorry it is late, our printer was down": what
  /// stands after a sign of its own is told.
  private static func isOfApology(_ clause: Range<Int>, _ polite: [Range<Int>], in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: clause.lowerBound)?.tokens else { return false }
    let before = polite.filter { sentence.contains($0.lowerBound) }
    guard let first = before.first else { return false }
    if before.contains(where: { clause.contains($0.lowerBound) }) || clause.lowerBound < first.lowerBound {
      return true
    }
    guard clause.lowerBound > sentence.lowerBound,
      let opening = reply.reply.tokens[clause].first(where: \.isWordLike)?.normal
    else { return true }
    let isApart =
      reply.reply.tokens[clause.lowerBound].kind == .punctuation
      || reply.reply.tokens[clause.lowerBound - 1].kind == .punctuation
    return !isApart || goingOn.contains(opening)
  }

  /// What goes on with what somebody is sorry for.
  private static let goingOn: Set<String> = [
    "that", "for", "about", "to", "and", "or", "if", "when", "while", "which", "who",
  ]

  /// "A credit has been added to your account": a remedy that somebody gave, and no account of how it came.
  static func isGiven(_ remedy: Range<Int>, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: remedy.lowerBound)?.tokens else { return false }
    let words = reply.normalWords(clause)
    return zip(words, words.dropFirst()).contains { ["has", "have"].contains($0) && $1 == "been" }
      && !words.contains("not")
  }

  /// Whether a cause named after these words says nothing: "due to technical reasons".
  static func isVague(after index: Int, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: index) else { return false }
    let rest = reply.reply.tokens[min(index, sentence.tokens.upperBound)..<sentence.tokens.upperBound]
      .filter(\.carriesContent)
    return !rest.isEmpty && rest.allSatisfy { vague.contains($0.stem) }
  }

  /// Whether a word says of a cause no more than that there was one: "technical", "issue".
  static func isVague(_ token: Token) -> Bool { vague.contains(token.stem) }

  /// The verb in the past, or one that brings something about, whose subject is neither the trainee nor the customer.
  private static func verb(of clause: Range<Int>, _ reply: ReadReply) -> Int? {
    // "Our baker makes a new one now": what stands in the present with its time is still to come.
    let isPlanned = reply.reply.tokens[clause].contains {
      [.time, .date].contains($0.kind) || ["now", "today", "tonight", "tomorrow"].contains($0.normal)
    }
    return clause.first { index in
      let token = reply.reply.tokens[index]
      guard token.kind == .word, token.stance.isAsserted || token.stance.contains(.negated) else {
        return false
      }
      let isUndone = token.stance.contains(.negated) && clause.lowerBound < index
      guard isPast(token) || making.contains(token.normal) && !isPlanned,
        isUndone || !mending.contains(token.stem)
      else {
        return false
      }
      let lead = reply.reply.tokens[clause.lowerBound..<index].map(\.normal)
      if lead.contains(where: { modals.contains($0) }) || ["to", "do", "please"].contains(lead.last ?? "") {
        return false
      }
      guard
        let person = lead.last(where: { ["i", "we", "you", "it", "they", "he", "she", "which"].contains($0) })
      else { return true }
      if person == "we", slips.contains(token.stem) { return true }
      if person == "i", lapses.contains(token.stem) { return true }
      if ["we", "i"].contains(person) {
        return reply.reply.tokens[index..<clause.upperBound].contains {
          ["wrong", "mistake"].contains($0.normal)
        }
      }
      return !["i", "you"].contains(person)
    }
  }

  /// What may, can or will be did not happen.
  private static let modals: Set<String> = [
    "will", "can", "may", "might", "would", "should", "shall", "must", "if",
  ]

  static func isPast(_ token: Token) -> Bool {
    token.normal.hasSuffix("ed") && token.normal.utf8.count >= 5
      && !["indeed", "speed", "hundred"].contains(token.normal)
      || past.contains(token.normal)
  }

  private static let past: Set<String> = [
    "was", "were", "had", "got", "kept", "lay", "met", "won", "lost", "broke", "broken", "fell", "came",
    "went",
    "left", "took", "ran", "sent", "put", "gave", "made", "wrote", "read", "forgot", "blew", "tore", "torn",
    "stuck",
    "stood", "held", "hit", "cut", "set", "let", "froze", "frozen", "burst", "burnt", "slid", "slipped",
    "swept",
    "threw", "grew", "rose", "sank", "shut", "split", "knew", "saw", "thought", "told", "spoke", "drove",
    "began",
    "wore", "worn", "did", "led", "caught", "sat", "bent", "leapt", "spilt", "mistook", "misread", "stole",
    "stolen",
    "swapped", "chose", "brought", "dealt", "built", "sold", "paid", "found", "meant", "hid", "hidden",
    "hung",
    "gone", "fallen", "blown", "thrown", "taken", "stolen", "driven", "given", "written", "chosen", "struck",
    "misheard", "overslept", "overran", "bit", "withdrew", "withdrawn",
  ]
  private static let making: Set<String> = [
    "makes", "keeps", "stops", "blocks", "causes", "throws", "confuses", "locks", "trips", "swallows", "eats",
    "lets", "prevents", "pulls", "pushes", "overrides", "clashes", "interferes", "rejects", "drops", "slows",
  ]
  /// What is done about it, by whomever, is no account of how it came.
  private static let mending = Set(
    [
      "refund", "credit", "book", "send", "cancel", "fix", "resend", "replace", "log", "report", "raise",
      "note",
      "pass", "update", "correct", "restore", "reset", "arrange", "escalate", "issue", "process", "ship",
      "dispatch", "unlock", "confirm", "pay", "reverse", "complete", "resolve", "schedule", "reserve",
      "receive",
      "rebook", "waive", "attach", "inform", "ask", "check", "reimburse", "apologise", "pleased", "need",
      "delighted",
      "concerned", "interested", "sort", "solve", "settle", "forward", "transfer", "thank", "post", "mail",
    ].map(Stemmer.stem))
  private static let slips = Set(
    [
      "miss", "forget", "skip", "mix", "swap", "drop", "lose", "overlook", "misread", "mislabel", "duplicate",
      "break",
      "confuse", "leave", "fail", "damage", "delete", "mistake", "book", "type", "enter", "pack", "mislay",
      "scan",
    ].map(Stemmer.stem))
  /// What nobody does on purpose, so that it is a slip of the trainee's own as well.
  private static let lapses = Set(
    ["miss", "forget", "forgot", "overlook", "misread", "mislabel", "mislay", "confuse", "mix", "fail"].map(
      Stemmer.stem))
  private static let vague = Set(
    [
      "technical", "reason", "operational", "unforeseen", "circumstance", "issue", "problem", "error",
      "glitch",
      "hiccup", "demand", "volume", "difficulty", "trouble", "system", "unexpected", "internal", "situation",
      "matter", "inconvenience", "happen", "occur", "thing", "something", "various", "certain", "fault",
      "high",
    ].map(Stemmer.stem))
}
