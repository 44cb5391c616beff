import Domain
import Language

/// Whether the trainee names what may come next, and says what to do then.
///
/// Does not apply before anything was settled or promised. "If you have any questions" names nothing.
struct NextIssue: CriterionKind {
  let keyword = "next-issue"
  let summary = "Names what comes next or may go wrong, and what to do then, so that nobody has to ask again."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard Self.isSettled(reading) else {
      return Finding.notApplicable("Nothing was settled or promised yet, so nothing comes after it.")
    }
    let outlooks = reading.replies.flatMap(Self.outlooks)
    let best = outlooks.first { $0.care != nil } ?? outlooks.first
    let formula = reading.replies.lazy.compactMap { reply in
      reply.mentioned(.followUpFormulas).first.map { (reply, $0) }
    }.first
    var finding = Finding()
    finding.ask("Names what may come next, or what the customer will notice", best != nil)
    finding.ask("Says what to do then, or that nothing need be done", best?.care != nil)
    if let best {
      Self.quote(best, &finding)
    } else if let (reply, hit) = formula {
      finding.quote(reply.quote(hit.range, .lost, "names nothing that may come"))
    }
    return finding.evidence(
      Self.reason(best, hasFormula: formula != nil), better: Self.better(best, criterion))
  }

  /// Something that is to come, and what to do about it.
  struct Outlook {
    var reply: ReadReply
    var hit: Hit
    var care: Range<Int>?
  }

  /// Both in their whole clauses; what to do in the very clause of what comes is shown once.
  private static func quote(_ outlook: Outlook, _ finding: inout Finding) {
    let reply = outlook.reply
    let comes = WholeClause.tokens(of: outlook.hit.tokens, in: reply)
    let care = outlook.care.map { WholeClause.tokens(of: $0, in: reply) }
    if let care, care.overlaps(comes) {
      let both = min(care.lowerBound, comes.lowerBound)..<max(care.upperBound, comes.upperBound)
      return finding.quote(reply.quote(reply.range(of: both), .earned, "what comes, and what to do"))
    }
    finding.quote(reply.quote(reply.range(of: comes), .earned, "what comes"))
    if let care { finding.quote(reply.quote(reply.range(of: care), .earned, "what to do then")) }
  }

  static func outlooks(in reply: ReadReply) -> [Outlook] {
    let formulas = reply.mentioned(.followUpFormulas)
    let told = reply.reply.clauses.filter { Instruction.opens(reply.reply.tokens[$0.tokens]) }
      .map { Hit(tokens: $0.tokens, range: TextRange($0.range)) }
    let cares = (reply.mentioned(.afterCare) + told).filter { hit in
      reply.isOwn(hit.tokens.lowerBound) && !isOurs(hit, reply)
        && !formulas.contains { $0.tokens.overlaps(hit.tokens) }
    }
    let worded = reply.mentioned(.nextIssues)
    let phrased = reply.phrases[.nextIssues] ?? []
    let spoken = worded.filter { hit in phrased.contains(hit) || !isDeed(hit, reply) }
    let foreseen = (foreseen(in: reply) + billed(in: reply)).filter { hit in
      !worded.contains { $0.tokens.overlaps(hit.tokens) }
    }
    return (spoken + foreseen + supposed(in: reply) + feared(in: reply)).filter {
      isOutlook($0, reply, formulas, cares)
    }.map {
      hit in
      Outlook(reply: reply, hit: hit, care: care(for: hit, among: cares, reply))
    }
  }

  /// "I can also check for a reduction": words of telling somebody what to do, said of oneself.
  private static func isOurs(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard hit.tokens.lowerBound > 0, tokens[hit.tokens.lowerBound].kind == .word else { return false }
    let before = reply.word(before: hit.tokens.lowerBound, skipping: ["also", "now", "then", "always"])
    guard let before, ["can", "will", "could", "shall"].contains(before) else { return false }
    let sentence = reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? 0
    return tokens[max(sentence, hit.tokens.lowerBound - 4)..<hit.tokens.lowerBound].contains {
      ["i", "we"].contains($0.normal)
    }
  }

  /// "You will not be able to open a jar", "a bill will drop on the mat", "that is going to look bigger": what comes
  /// upon the customer of itself; what somebody does or brings is the next step, and no outlook.
  private static func foreseen(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      let words = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
      guard let modal = words.firstIndex(where: { coming.contains(reply.reply.tokens[$0].normal) }),
        modal > 0,
        modal + 2 < words.count
      else { return nil }
      let lead = words[..<modal].map { reply.reply.tokens[$0].normal }
      let rest = words[(modal + 1)...].prefix(3).map { reply.reply.tokens[$0].stem }
      let isGoing = reply.reply.tokens[words[modal]].normal == "going"
      guard !isGoing || reply.reply.tokens[words[modal + 1]].normal == "to" else { return nil }
      guard lead.allSatisfy({ !people.contains($0) }), rest.allSatisfy({ !bringing.contains($0) }),
        rest.first != "be" || rest.contains("able"),
        !Commitment.all(in: reply).contains(where: { clause.tokens.contains($0.tokens.lowerBound) })
      else { return nil }
      return Hit(tokens: clause.tokens, range: reply.range(of: clause.tokens))
    }
  }

  /// "It is £121 from 1 December", "six payments of £28, the first on 5 January": an amount and the day it falls due.
  private static func billed(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.map(\.tokens).filter { clause in
      let tokens = reply.reply.tokens[clause]
      guard tokens.contains(where: { $0.kind == .date }),
        !tokens.contains(where: { past.contains($0.normal) }),
        let place = reply.sentenceIndex(of: clause.lowerBound), reply.sentences[place].standing == .own,
        !reply.sentences[place].isQuestion,
        !Commitment.all(in: reply).contains(where: { clause.contains($0.tokens.lowerBound) })
      else { return false }
      return reply.sentences[max(0, place - 1)...place].contains { sentence in
        reply.reply.tokens[sentence.tokens].contains { $0.kind == .money }
      }
    }.map { Hit(tokens: $0, range: reply.range(of: $0)) }
  }

  /// "If you feel unwell before then, call 111", "should it drip again, turn it off": what may come, and beside it what
  /// to do; a wish ("if you like") and what somebody is asked for are none.
  private static func supposed(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.map(\.tokens).filter { clause in
      let words = reply.normalWords(clause).drop { ["and", "but", "or", "so", "please"].contains($0) }
      guard words.count >= 3, let first = words.first, ["if", "should", "unless"].contains(first),
        let subject = words.dropFirst().first, !["i", "we", "not", "so"].contains(subject),
        words.allSatisfy({ !wishing.contains($0) }),
        let sentence = reply.sentence(of: clause.lowerBound),
        !reply.reply.tokens[sentence.tokens].contains(where: { $0.normal == "?" })
      else { return false }
      return reply.reply.clauses.contains { other in
        other.tokens != clause && sentence.tokens.contains(other.tokens.lowerBound)
          && (opensWithDeed(other.tokens, reply) || Instruction.isOrder(other.tokens, in: reply))
      }
    }.map { Hit(tokens: $0, range: reply.range(of: $0)) }
  }

  /// "Still red? Message me", "anything odd after midnight, text us": what may come in a few words without a verb,
  /// and right behind it what to do.
  private static func feared(in reply: ReadReply) -> [Hit] {
    let clauses = reply.reply.clauses.map(\.tokens)
    return zip(clauses, clauses.dropFirst()).filter { clause, next in
      let words = reply.normalWords(clause).drop { ["and", "but", "or", "so"].contains($0) }
      guard let first = words.first, fearing.contains(first), (2...7).contains(words.count),
        !words.contains(where: { wanting.contains($0) })
      else { return false }
      return Instruction.isOrder(next, in: reply)
    }.map { Hit(tokens: $0.0, range: reply.range(of: $0.0)) }
  }

  private static let fearing: Set<String> = [
    "still", "not", "nothing", "anything", "any", "no", "nobody", "none",
  ]
  /// "Any questions", "anything else": more help wanted, and nothing that comes.
  private static let wanting: Set<String> = [
    "question", "questions", "query", "queries", "else", "help", "need", "worries", "problem", "hurry",
    "rush",
    "is", "are", "was", "will", "can", "have", "has", "do",
  ]

  private static let wishing: Set<String> = [
    "want", "wants", "like", "prefer", "wish", "would", "could", "can", "questions", "anything",
  ]

  private static let past: Set<String> = ["was", "were", "had", "did", "have", "has"]

  /// "He will ring you by 4", "the next train goes at 12": heard as what comes, and somebody's or something's next step.
  private static func isDeed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[hit.tokens].filter(\.isWordLike)
    if Commitment.all(in: reply).contains(where: { hit.tokens.contains($0.tokens.lowerBound) }) {
      return true
    }
    let isPerson = zip(words, words.dropFirst()).contains {
      people.contains($0.normal) && coming.contains($1.normal)
    }
    let comes = words.contains { bringing.contains($0.stem) || leaving.contains($0.stem) }
    let isTimed = words.contains { [.time, .date].contains($0.kind) }
    return isPerson || comes && isTimed && !words.contains { supposing.contains($0.normal) }
  }

  private static let coming: Set<String> = ["will", "may", "might", "going"]
  private static let people: Set<String> = [
    "i", "we", "they", "he", "she", "somebody", "someone", "team", "colleague", "engineer", "driver",
  ]
  private static let bringing = Set(
    [
      "arrive", "come", "deliver", "ship", "send", "call", "ring", "contact", "email", "collect", "ready",
      "refund", "process", "happy", "deal", "help", "hear", "fine", "work", "back", "again",
    ].map(Stemmer.stem))

  private static let leaving = Set(
    ["go", "leave", "depart", "run", "start", "open", "begin"].map(Stemmer.stem))

  /// Words about what is to come, in a statement that says something, no formula.
  private static func isOutlook(_ hit: Hit, _ reply: ReadReply, _ formulas: [Hit], _ cares: [Hit]) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), sentence.standing == .own,
      sentence.wordCount >= 3 || sentence.isQuestion && sentence.wordCount == 2
    else {
      return false
    }
    if formulas.contains(where: { $0.tokens.overlaps(hit.tokens) }) || isOver(hit, reply) { return false }
    if isAsked(hit, sentence, reply) || isLeave(hit, reply) { return false }
    let clause =
      reply.clause(of: hit.tokens.upperBound - 1)?.tokens ?? hit.tokens
    let isOthers = reply.reply.tokens[hit.tokens].contains { $0.stance.contains(.reported) }
    guard !isOthers else { return false }
    if isErrand(hit, reply) { return false }
    let rest = sentence.tokens.filter {
      (!hit.tokens.contains($0) || clause.contains($0)) && !waiting.contains(reply.reply.tokens[$0].stem)
    }
    return isSupposed(hit, reply) && cares.contains { sentence.tokens.contains($0.tokens.lowerBound) }
      || reply.told(.exactTime).begin(in: clause)
      || rest.contains { reply.reply.tokens[$0].carriesContent || reply.reply.tokens[$0].kind == .date }
  }

  /// "You should have paid earlier", "marked as closed on the tablet", "ran out in March": over, and nothing to come.
  private static func isOver(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    let words = reply.normalWords(hit.tokens)
    if words.suffix(2) == ["should", "have"], tokens.indices.contains(hit.tokens.upperBound) {
      return Account.isPast(tokens[hit.tokens.upperBound])
    }
    return ["closed", "ended", "expired", "lapsed", "ran"].contains(words.first ?? "")
  }

  /// "You will need to phone them", "you will have to wait" send the customer off; nothing comes to them.
  private static func isErrand(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard hit.tokens.upperBound < tokens.count else { return false }
    return ["need", "have"].contains(tokens[hit.tokens.upperBound - 1].normal)
      && tokens[hit.tokens.upperBound].normal == "to"
  }

  /// "Wait until you hear": words that name nothing that comes.
  private static let waiting = Set(["wait", "hear", "something"].map(Stemmer.stem))

  /// "You may change it under Plan" gives leave and "I will look" is a deed; nothing comes by itself.
  private static func isLeave(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let before = reply.word(before: hit.tokens.lowerBound) ?? ""
    switch reply.reply.tokens[hit.tokens.lowerBound].normal {
    case "may": return before == "you"
    case "will", "can": return ["i", "we"].contains(before)
    case "you", "yes":
      return !(reply.phrases[.nextIssues] ?? []).contains(hit)
        && reply.normalWords(hit.tokens).contains("may")
    default: return false
    }
  }

  /// "If it is not", "not there by Friday": what may come is supposed, and the sentence says what to do then.
  private static func isSupposed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    supposing.contains(reply.reply.tokens[hit.tokens.lowerBound].normal)
  }

  private static let supposing: Set<String> = [
    "if", "should", "unless", "in", "not", "still", "nothing", "when", "once", "as", "until", "before",
    "after",
  ]

  /// A question asks what comes; "not there by Monday?" supposes it.
  private static func isAsked(_ hit: Hit, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    return tokens[sentence.tokens].contains { $0.normal == "?" }
      && !fearing.contains(tokens[hit.tokens.lowerBound].normal)
  }

  /// What to do stands in the same sentence or beside it, apart from the outlook's own words.
  private static func care(for hit: Hit, among cares: [Hit], _ reply: ReadReply) -> Range<Int>? {
    guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return nil }
    return worded(for: hit, at: place, among: cares, reply) ?? told(after: hit, at: place, reply)
  }

  /// "Pay the lower, bin the other": what the customer is told to do, behind the outlook.
  private static func told(after hit: Hit, at place: Int, _ reply: ReadReply) -> Range<Int>? {
    if let spared = spared(after: hit, at: place, reply) { return spared }
    return ordered(beside: hit, at: place, reply)
      ?? Steps(reply).bySentence.first { [place + 1, place + 2].contains($0.sentence) }
      .map { reply.sentences[$0.sentence].tokens }
  }

  /// What the customer is told to do in the sentence of the outlook: behind it, or in the clause whose end it is
  /// ("keep the old card until it comes").
  private static func ordered(beside hit: Hit, at place: Int, _ reply: ReadReply) -> Range<Int>? {
    reply.reply.clauses.map(\.tokens).first { clause in
      guard reply.sentences[place].tokens.contains(clause.lowerBound) else { return false }
      if clause.lowerBound < hit.tokens.lowerBound {
        return clause.contains(hit.tokens.lowerBound) && opensWithDeed(clause, reply)
          || isSupposed(hit, reply) && Instruction.isOrder(clause, in: reply)
      }
      return clause.lowerBound > hit.tokens.lowerBound
        && (opensWithDeed(clause, reply) || Instruction.isOrder(clause, in: reply))
    }
  }

  /// "You need not chase it", "no painkillers needed": nothing need be done.
  private static func spared(after hit: Hit, at place: Int, _ reply: ReadReply) -> Range<Int>? {
    reply.sentences.indices.filter { (place...place + 2).contains($0) }.first { index in
      let words = reply.sentences[index].tokens.filter { $0 >= hit.tokens.upperBound || index > place }
        .map { reply.reply.tokens[$0].normal }
      return zip(words, words.dropFirst()).contains { $0 == ("need", "not") || $0 == ("no", "need") }
        || words.contains("no") && words.contains("needed")
    }.map { reply.sentences[$0].tokens }
  }

  private static func opensWithDeed(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(clause)
    return words.prefix(2).contains { Steps.isDeed($0) }
  }

  private static func worded(
    for hit: Hit, at place: Int, among cares: [Hit], _ reply: ReadReply
  ) -> Range<Int>? {
    cares.first { care in
      guard !care.tokens.overlaps(hit.tokens), let other = reply.sentenceIndex(of: care.tokens.lowerBound),
        !isAsking(care, reply)
      else { return false }
      let isOwnDeed = ["i", "we"].contains(reply.reply.tokens[care.tokens.lowerBound].normal)
      if other == place + 1 || other == place + 2 { return !isOwnDeed || isSupposed(hit, reply) }
      let first = reply.reply.tokens[care.tokens.lowerBound].normal
      if ["not", "no", "nothing", "need"].contains(first) { return other == place || other == place - 1 }
      return other == place && (care.tokens.lowerBound > hit.tokens.lowerBound || isSupposed(hit, reply))
    }?.tokens
  }

  /// "Give me his address": a detail asked for, nothing to do about what comes.
  private static func isAsking(_ care: Hit, _ reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: care.tokens.lowerBound)?.tokens else { return false }
    return reply.mentioned(.identityItems).contains { clause.contains($0.tokens.lowerBound) }
  }

  private static func reason(_ best: Outlook?, hasFormula: Bool) -> String {
    guard let best else {
      return hasFormula
        ? "An open offer of help names nothing; say what may come next and what to do then."
        : "The customer will be back with the next question; answer it before it comes."
    }
    return best.care == nil
      ? "You said what comes next; add what to do then, or that nothing need be done."
      : "The customer knows what comes next and what to do then."
  }

  private static func better(_ best: Outlook?, _ criterion: Criterion) -> String? {
    guard let best, best.care == nil, let place = best.reply.sentence(of: best.hit.tokens.lowerBound),
      // What has its time may fail to come; a price does not.
      place.tokens.contains(where: { [.date, .time, .duration].contains(best.reply.reply.tokens[$0].kind) }),
      let sentence = Rewording(best.reply, sentenceOf: best.hit.tokens.lowerBound)
    else { return criterion.better }
    return sentence.appending("; if not, tell me and I will look at it again")
  }

  let examples = NextIssueExamples.all
}
