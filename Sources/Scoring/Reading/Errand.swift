import Domain
import Language

/// Something the customer is told to do elsewhere: another number, a form, "contact the carrier".
///
/// What the trainee or a colleague does themselves is none, nor what the customer did already, nor a choice
/// beside the trainee's own deed.
struct Errand {
  var reply: ReadReply
  var hit: Hit

  /// Errands of these lists in all replies, in order; what overlaps counts once.
  static func all(_ lists: [LexiconName], in reading: Reading) -> [Errand] {
    reading.replies.flatMap { reply in
      let deeds = Commitment.all(in: reply)
      let hits = lists.flatMap { reply.told($0) }.filter { !isExcused($0, deeds, in: reply, reading) }
      return Hit.joined(hits.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
        .map { Errand(reply: reply, hit: $0) }
    }
  }

  private static func isExcused(
    _ hit: Hit, _ deeds: [Commitment], in reply: ReadReply, _ reading: Reading
  ) -> Bool {
    if isDoneByUs(hit, deeds, in: reply) || isBehindThem(hit, in: reply) { return true }
    if isBankAfterFraud(hit, in: reply, reading) { return true }
    let isListed = [LexiconName.sendsAway, .selfService, .makesRepeat, .deflection].contains { list in
      reply.phrases[list]?.contains { $0.tokens.overlaps(hit.tokens) } ?? false
    }
    if !isListed, !isSending(hit, in: reply, reading) { return true }
    return isChoice(hit, in: reply) && hasOtherWork(than: hit, deeds, in: reply)
  }

  /// "I will contact the carrier", "my colleague calls the depot": no "you" stands between.
  private static func isDoneByUs(_ hit: Hit, _ deeds: [Commitment], in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    let opening = hit.tokens.first { !["and", "then", "to", "also"].contains(reply.reply.tokens[$0].normal) }
    let first = reply.reply.tokens[opening ?? hit.tokens.lowerBound]
    if opening != hit.tokens.lowerBound, first.subject == nil || first.subject == .speaker,
      isCarriedOn(hit, in: reply)
    {
      return true
    }
    guard errandVerbs.contains(first.stem) else { return false }
    let before = reply.reply.tokens[clause.tokens.lowerBound..<hit.tokens.lowerBound]
    if before.contains(where: { toThem.contains($0.normal) }) { return false }
    if first.subject == .speaker { return true }
    return deeds.contains { deed in
      clause.tokens.contains(deed.tokens.lowerBound) && deed.tokens.lowerBound <= hit.tokens.lowerBound
    }
  }

  /// "We'd love to pay for the salad and tell the grower": a second deed of whoever does the first.
  private static func isCarriedOn(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let lead = reply.normalWords(sentence.tokens.lowerBound..<hit.tokens.lowerBound)
    let who = lead.last { ["i", "we", "you", "he", "she", "they", "it", "please"].contains($0) }
    return who.map { ["i", "we"].contains($0) } ?? false
  }

  /// Heard by meaning alone, words send somebody off only where they are no help to what was asked: no result that
  /// follows at once, no free trial, no steps through their own screen, no place they said they would come to.
  private static func isSending(_ hit: Hit, in reply: ReadReply, _ reading: Reading) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return true }
    let words = reply.normalWords(sentence.tokens)
    let isShown =
      zip(words, words.dropFirst()).contains { $0.0 == "you" && ["will", "see", "get"].contains($0.1) }
      && words.contains("and")
    if isShown || words.contains("free") || Steps(reply).count > Steps.many { return false }
    let isPush = words.contains { pushing.contains($0) } || words.contains("you") || Steps(reply).count > 0
    if !isPush { return false }
    let said = reading.customerTurn(before: reply.turn)?.reply.words.map(\.normal) ?? []
    return !zip(said, said.dropFirst()).contains {
      $0.0 == "will" && ["come", "pop", "collect", "fetch"].contains($0.1)
    }
  }

  private static let pushing: Set<String> = [
    "not", "nothing", "they", "them", "team", "department", "system", "policy", "rules", "carrier", "manager",
    "website", "form", "page", "number", "line", "colleagues", "office", "branch", "online", "app",
  ]

  /// First words of what somebody may be sent to do.
  private static let errandVerbs = Set(
    [
      "contact", "call", "ring", "phone", "ask", "email", "write", "speak", "talk", "get", "reach", "take",
      "chase", "give", "go", "visit", "use", "fill", "complete", "submit", "check", "open", "raise", "look",
      "try",
      "come", "file", "lodge", "make", "send", "start", "transfer", "pass", "see",
    ].map(Stemmer.stem))
  /// Words that turn the deed to the customer.
  private static let toThem: Set<String> = [
    "you", "please", "kindly", "suggest", "recommend", "advise", "afraid", "best", "propose", "think",
  ]
  private static let past: Set<String> = ["rang", "wrote", "spoke", "went", "got", "did", "filled"]
  private static let advising: Set<String> = ["try", "suggest", "recommend", "consider", "by"]

  /// "You called the carrier", "you had to ask the shop", "having to go to the branch".
  private static func isBehindThem(_ hit: Hit, in reply: ReadReply) -> Bool {
    let verb = reply.reply.tokens[hit.tokens.lowerBound]
    guard verb.normal != "nothing" else { return false }
    let before = reply.word(before: hit.tokens.lowerBound)
    if ShortDeed.isDoing(verb) { return !(before.map(advising.contains) ?? false) }
    if verb.normal.hasSuffix("ed") && !verb.normal.hasSuffix("eed") || past.contains(verb.normal) {
      return true
    }
    guard before == "to", let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let lead = reply.reply.tokens[sentence.tokens.lowerBound..<hit.tokens.lowerBound].suffix(4)
    return lead.contains { ["had", "having"].contains($0.normal) }
  }

  /// Whoever was robbed must tell their bank themselves.
  private static func isBankAfterFraud(_ hit: Hit, in reply: ReadReply, _ reading: Reading) -> Bool {
    guard reply.reply.tokens[hit.tokens].contains(where: { $0.normal == "bank" }) else { return false }
    return !reading.matter.isDisjoint(with: ["fraud", "scam", "steal", "hack", "unauthor", "phish"])
  }

  /// "If anything else comes up, call us", "or use the form, if you prefer".
  private static func isChoice(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    return reply.reply.tokens[sentence.tokens].contains {
      ["if", "or", "prefer", "rather", "either"].contains($0.normal)
    }
  }

  private static func hasOtherWork(than hit: Hit, _ deeds: [Commitment], in reply: ReadReply) -> Bool {
    let own = reply.sentenceIndex(of: hit.tokens.lowerBound)
    if deeds.contains(where: { $0.isOwn && !$0.tokens.overlaps(hit.tokens) }) { return true }
    return reply.sentences.indices.contains { index in
      let sentence = reply.sentences[index]
      return index != own && sentence.standing == .own && !sentence.isQuestion && sentence.matter.count >= 2
    }
  }
}
