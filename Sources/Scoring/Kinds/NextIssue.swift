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
      finding.quote(best.reply.quote(best.hit.range, .earned, "what comes"))
      if let care = best.care { finding.quote(best.reply.quote(care, .earned, "what to do then")) }
    } else if let (reply, hit) = formula {
      finding.quote(reply.quote(hit.range, .lost, "names nothing that may come"))
    }
    return finding.evidence(
      Self.reason(best, hasFormula: formula != nil), better: Self.better(best, criterion))
  }

  /// Something that is to come, and what to do about it.
  private struct Outlook {
    var reply: ReadReply
    var hit: Hit
    var care: TextRange?
  }

  private static func isSettled(_ reading: Reading) -> Bool {
    reading.actions.contains {
      $0.happened && !$0.isNote && !idle.contains(String($0.act.taken.name.prefix { $0 != " " }))
    }
      || reading.replies.contains { !Commitment.all(in: $0).isEmpty || !$0.earning(.outcomes).isEmpty }
      || reading.replies.contains { !outlooks(in: $0).isEmpty }
  }

  private static let idle: Set<String> = ["lookup", "verify", "hold", "resume", "transfer"]

  private static func outlooks(in reply: ReadReply) -> [Outlook] {
    let formulas = reply.mentioned(.followUpFormulas)
    let told = reply.reply.clauses.filter { Instruction.opens(reply.reply.tokens[$0.tokens]) }
      .map { Hit(tokens: $0.tokens, range: TextRange($0.range)) }
    let cares = (reply.mentioned(.afterCare) + told).filter { hit in
      reply.isOwn(hit.tokens.lowerBound) && !formulas.contains { $0.tokens.overlaps(hit.tokens) }
    }
    return reply.mentioned(.nextIssues).filter { isOutlook($0, reply, formulas, cares) }.map { hit in
      Outlook(reply: reply, hit: hit, care: care(for: hit, among: cares, reply))
    }
  }

  /// Words about what is to come, in a statement that says something, no formula.
  private static func isOutlook(_ hit: Hit, _ reply: ReadReply, _ formulas: [Hit], _ cares: [Hit]) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound), sentence.standing == .own,
      sentence.wordCount >= 4
    else {
      return false
    }
    if formulas.contains(where: { $0.tokens.overlaps(hit.tokens) }) { return false }
    if isAsked(hit, sentence, reply) || isLeave(hit, reply) { return false }
    let clause =
      reply.clause(of: hit.tokens.upperBound - 1)?.tokens ?? hit.tokens
    let isOthers = reply.reply.tokens[hit.tokens].contains { $0.stance.contains(.reported) }
    guard !isOthers else { return false }
    let rest = sentence.tokens.filter { !hit.tokens.contains($0) || clause.contains($0) }
    return isSupposed(hit, reply) && cares.contains { sentence.tokens.contains($0.tokens.lowerBound) }
      || reply.told(.exactTime).begin(in: clause)
      || rest.contains { reply.reply.tokens[$0].carriesContent || reply.reply.tokens[$0].kind == .date }
  }

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
      && !["not", "still", "nothing"].contains(tokens[hit.tokens.lowerBound].normal)
  }

  /// What to do stands in the same sentence or beside it, apart from the outlook's own words.
  private static func care(for hit: Hit, among cares: [Hit], _ reply: ReadReply) -> TextRange? {
    guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return nil }
    return cares.first { care in
      guard !care.tokens.overlaps(hit.tokens), let other = reply.sentenceIndex(of: care.tokens.lowerBound)
      else { return false }
      if other == place + 1 { return true }
      let first = reply.reply.tokens[care.tokens.lowerBound].normal
      if ["not", "no", "nothing", "need"].contains(first) { return other == place || other == place - 1 }
      return other == place && (care.tokens.lowerBound > hit.tokens.lowerBound || isSupposed(hit, reply))
    }?.range
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
    guard let best, best.care == nil,
      let sentence = Rewording(best.reply, sentenceOf: best.hit.tokens.lowerBound)
    else { return criterion.better }
    return sentence.appending("; if not, answer here and I will look at it again")
  }

  let examples = NextIssueExamples.all
}
