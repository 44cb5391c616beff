import Domain
import Language

/// Whether the customer hears that it is done, has something to hold on to, and is asked whether all is well.
///
/// Does not apply while nothing was done yet, nor while the talk goes on.
struct ConfirmsCompletion: CriterionKind {
  let keyword = "confirms-completion"
  let summary = "Says that it is done, gives a reference or a fact, and asks whether anything is open."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let acted = reading.actions.first { $0.happened && !$0.isNote || $0.tellsDeed }
    let begun = reading.actions.first(where: \.happened)?.turn ?? .max
    let told = reading.replies.flatMap { reply in
      (Self.told(in: reply) + (begun < reply.turn ? Self.states(in: reply) : [])).map { (reply, $0) }
    }
    guard acted != nil || !told.isEmpty else {
      return Finding.notApplicable("Nothing was done yet that could be confirmed.")
    }
    guard Self.isOver(reading) else { return Finding.notApplicable("The talk goes on.") }
    let since = min(told.first?.0.number ?? .max, (acted?.repliesBefore ?? .max - 1) + 1)
    let after = reading.replies.filter { $0.number >= since }
    let best = Self.best(told)
    let fact = best.flatMap { Self.fact(for: $0.1, in: $0.0, after) }
    let asked = after.lazy.compactMap { reply in
      Self.lookBack(
        in: reply, after: reply.turn == told.first?.0.turn ? told.first?.1.tokens.lowerBound ?? 0 : 0)
    }.last
    var finding = Finding()
    finding.ask("Says that it is done", !told.isEmpty)
    finding.ask("Gives a reference, a date or an amount to hold on to", fact != nil)
    finding.ask("Asks whether all is well or anything is open", asked != nil)
    if let (reply, hit) = best { finding.quote(ProvenDeed(reply: reply, tokens: hit.tokens).quote("done")) }
    finding.quote(fact)
    finding.quote(asked)
    return finding.evidence(
      Self.reason(told: !told.isEmpty, fact: fact != nil, asked: asked != nil),
      better: Self.better(best, hasFact: fact != nil, hasAsked: asked != nil, criterion))
  }

  /// Whether the last word was the trainee's, or the session came to an end.
  private static func isOver(_ reading: Reading) -> Bool {
    if reading.isConcluded { return true }
    guard let last = reading.replies.last else { return false }
    return !reading.customerTurns.contains { $0.turn > last.turn }
  }

  // MARK: The three answers

  /// What shows best that it is done: a deed of their own or how it stands now; the first of equals.
  private static func best(_ told: [(ReadReply, Hit)]) -> (ReadReply, Hit)? {
    told.reduce(nil as (told: (ReadReply, Hit), weight: Int)?) { best, next in
      let weight = ProvenDeed(reply: next.0, tokens: next.1.tokens).weight
      return weight > best?.weight ?? .min ? (next, weight) : best
    }?.told
  }

  private static let unreal: Set<String> = ["should", "would", "could", "might", "must", "to", "be", "being"]

  /// "Your points are on there now", "Paper bills are off from today": how things stand after a deed at the desk.
  private static func states(in reply: ReadReply) -> [Hit] {
    reply.sentences.compactMap { sentence in
      guard sentence.standing == .own else { return nil }
      if let handed = handed(in: sentence, reply) { return handed }
      guard !sentence.matter.isEmpty else { return nil }
      return reply.reply.clauses.lazy.filter { sentence.tokens.contains($0.tokens.lowerBound) }
        .compactMap { state(in: $0.tokens, reply) }.first
    }
  }

  /// "There you go": what was done is handed over.
  private static func handed(in sentence: ReadSentence, _ reply: ReadReply) -> Hit? {
    let words = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }.prefix(3)
    guard let first = words.first, let last = words.last, words.count == 3,
      handing.contains(words.map { reply.reply.tokens[$0].normal })
    else { return nil }
    return Hit(tokens: first..<last + 1, range: reply.range(of: first..<last + 1))
  }

  private static let handing: Set<[String]> = [
    ["there", "you", "go"], ["there", "you", "are"], ["there", "we", "are"], ["there", "we", "go"],
    ["here", "you", "go"], ["here", "you", "are"],
  ]

  private static func state(in clause: Range<Int>, _ reply: ReadReply) -> Hit? {
    let tokens = reply.reply.tokens
    guard !tokens[clause].contains(where: { $0.normal == "?" || !$0.stance.isAsserted }) else { return nil }
    let verb = clause.first { ["is", "are", "has", "have"].contains(tokens[$0].normal) }
    guard let verb, verb > clause.lowerBound,
      !tokens[clause.lowerBound..<verb].contains(where: { ["i", "we", "you", "it"].contains($0.normal) })
    else { return nil }
    let standing = (verb + 1..<clause.upperBound).prefix(3).first { places.contains(tokens[$0].normal) }
    return standing.map {
      Hit(tokens: clause.lowerBound..<$0 + 1, range: reply.range(of: clause.lowerBound..<$0 + 1))
    }
  }

  private static let places: Set<String> = [
    "on", "off", "in", "back", "live", "gone", "up", "through", "over",
  ]

  /// Words for what is done; "should have been refunded" and "to be refunded" are none.
  private static func told(in reply: ReadReply) -> [Hit] {
    (reply.earning(.done) + bare(in: reply) + deeds(in: reply))
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.filter { hit in
        if isGone(hit, in: reply) || reply.comesToNothing(hit.tokens) { return false }
        let lead = reply.reply.tokens[max(hit.tokens.lowerBound - 2, 0)..<hit.tokens.lowerBound]
        if lead.contains(where: { unreal.contains($0.normal) }) { return false }
        if reply.normalWords(hit.tokens).contains(where: open.contains) { return false }
        if let verb = hit.tokens.last, Commitment.isHeld(verb..<verb + 1, in: reply) { return false }
        return reply.sentence(of: hit.tokens.lowerBound).map {
          !$0.isQuestion || stands(hit, apart: $0, reply) || isTold(hit, in: $0, reply)
        }
          ?? false
      }
  }

  /// "I sent a new one just now, please click it": own, with a request behind it and no question.
  private static func isTold(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.normalWords(hit.tokens).contains { ["i", "we"].contains($0) }
      && !sentence.tokens.contains { reply.reply.tokens[$0].normal == "?" }
  }

  /// "I gave it to Mr Dunn", "I sent a new one just now": own deeds that are over, looking and reading left aside.
  private static func deeds(in reply: ReadReply) -> [Hit] {
    Commitment.done(in: reply).compactMap { deed in
      guard deed.isOwn, let verb = deed.tokens.last,
        !reply.normalWords(deed.tokens).contains(where: open.contains),
        ShortDeed.isPast(reply.reply.tokens[verb]),
        !looking.contains(reply.reply.tokens[verb].stem)
      else { return nil }
      return Hit(tokens: deed.tokens, range: reply.range(of: deed.tokens))
    }
  }

  /// "What I can do: put your tickets up", "I'll have the machine opened".
  private static let open: Set<String> = [
    "will", "shall", "can", "could", "would", "going", "let", "like", "may", "about", "want", "need",
  ]
  private static let looking = Set(
    Reply(
      "look looked check checked see saw find found read hear heard note noted review ask asked call called try tried speak spoke spoken tell told write wrote pass passed keep kept take took ring rang"
    ).words.map(\.stem))

  /// "It went out on Monday", "glad we sorted it", "your claim is being processed": no deed of now.
  private static func isGone(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    let isOwn = reply.normalWords(hit.tokens).contains { ["i", "we"].contains($0) }
    if isOwn { return hit.tokens.first.map { GoneBy.isBeside($0, in: reply) } ?? false }
    if reply.normalWords(clause).contains("being") { return true }
    return clause.contains { GoneBy.isTold(at: $0, in: reply) }
      && !reply.normalWords(clause).contains { ["have", "has", "is", "are"].contains($0) }
  }

  /// "Done ✅ everything ok now?": told before the question, with a sign between.
  private static func stands(_ hit: Hit, apart sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let lead = sentence.tokens.first { reply.reply.tokens[$0].isWordLike }
    let next = hit.tokens.upperBound
    return lead == hit.tokens.lowerBound && reply.reply.tokens.indices.contains(next)
      && [.emoji, .punctuation].contains(reply.reply.tokens[next].kind)
  }

  /// "Unlocked at 10:42", "Done": a deed told by its participle alone, at the head of a sentence.
  private static func bare(in reply: ReadReply) -> [Hit] {
    reply.sentences.compactMap { sentence in
      let words = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }
      guard sentence.standing == .own,
        !sentence.isQuestion || sentence.tokens.contains(where: { reply.reply.tokens[$0].kind == .emoji }),
        let head = words.first(where: { !openers.contains(reply.reply.tokens[$0].normal) }),
        words.prefix(3).contains(head)
      else { return nil }
      let token = reply.reply.tokens[head]
      let isDeed =
        token.normal.hasSuffix("ed") && token.normal.utf8.count >= 5 || short.contains(token.normal)
      guard token.stance.isAsserted, isDeed, !feeling.contains(token.stem) else { return nil }
      return Hit(tokens: head..<head + 1, range: TextRange(token.range))
    }
  }

  private static let openers: Set<String> = [
    "ok", "okay", "yes", "right", "all", "now", "great", "perfect", "there", "that", "is", "have", "just",
    "hi", "i",
    "it",
  ]
  private static let short: Set<String> = [
    "done", "sent", "sorted", "paid", "gone", "found", "put", "set", "rebuilt",
  ]
  private static let feeling = Set(
    [
      "checked", "looked", "asked", "called", "tried", "reviewed",
      "pleased", "delighted", "need", "indeed", "hundred", "relieved", "thrilled", "excited", "agreed",
      "understood",
      "noted",
    ]
    .map(Stemmer.stem))

  /// A value, or a confirmation on its way, nearest to what was done: in its clause, in its sentence, behind it, before it.
  private static func fact(for done: Hit, in own: ReadReply, _ replies: [ReadReply]) -> Quote? {
    let clause = DeedClause.tokens(of: done.tokens, in: own)
    let sentence = own.sentence(of: done.tokens.lowerBound)?.tokens ?? clause
    let later = replies.filter { $0.turn > own.turn }
    let earlier = replies.filter { $0.turn < own.turn }
    let places =
      [(own, clause), (own, sentence), (own, sentence.lowerBound..<own.reply.tokens.count)]
      + later.map { ($0, $0.reply.tokens.indices) } + [(own, own.reply.tokens.indices)]
      + earlier.map { ($0, $0.reply.tokens.indices) }
    for (reply, tokens) in places {
      let held = tokens.first { index in
        isFact(reply, index)
          && reply.sentence(of: index).map { sentence in
            sentence.standing == .own && !sentence.tokens.contains { reply.reply.tokens[$0].normal == "?" }
          } ?? false
      }
      if let held {
        return reply.quote(TextRange(reply.reply.tokens[held].range), .earned, "to hold on to")
      }
    }
    return nil
  }

  private static func isFact(_ reply: ReadReply, _ index: Int) -> Bool {
    let token = reply.reply.tokens[index]
    guard token.stance.isDisjoint(with: [.negated, .conditional, .reported]) else { return false }
    // "The table you had planned for Saturday" is the customer's own day.
    if [.date, .time].contains(token.kind), token.subject == .listener, let clause = reply.clause(of: index),
      reply.normalWords(clause.tokens).contains(where: theirs.contains)
    {
      return false
    }
    if GoneBy.isTold(at: index, in: reply) || isEach(index, in: reply) { return false }
    switch token.kind {
    case .identifier, .money, .date, .time, .duration, .percent: return true
    case .number:
      let next = reply.reply.tokens.dropFirst(index + 1).prefix(2).map { $0 }
      if next.first?.normal == "back" { return true }
      if let dash = next.first, ["-", "\u{2013}"].contains(dash.normal), next.last?.kind == .number {
        return true
      }
      let before = reply.reply.tokens[max(0, index - 3)..<index]
      let hasDigit = token.normal.utf8.contains { (0x30...0x39).contains($0) }
      return hasDigit && before.contains { references.contains($0.stem) }
        || token.normal.utf8.count >= 4 && token.normal.utf8.allSatisfy { (0x30...0x39).contains($0) }
    case .word: return proofs.contains(token.stem) && !token.stance.contains(.asked)
    case .address, .punctuation, .emoji: return false
    }
  }

  /// "Every twenty minutes" is how often.
  private static func isEach(_ index: Int, in reply: ReadReply) -> Bool {
    reply.reply.tokens[index].kind == .duration && index > 0
      && ["every", "each"].contains(reply.reply.tokens[index - 1].normal)
  }

  private static let theirs: Set<String> = [
    "had", "planned", "wanted", "asked", "ordered", "said", "booked", "hoped", "were", "tried", "wrote",
    "told",
  ]
  private static let references = Set(
    ["reference", "ref", "number", "case", "ticket", "order", "booking"].map(Stemmer.stem))
  private static let proofs = Set(
    ["confirmation", "receipt", "reference", "tracking", "tomorrow", "tmrw", "tmr"].map(Stemmer.stem))

  /// A question or an invitation at the end; only what the trainee asks in earnest, not "nothing else".
  private static func lookBack(in reply: ReadReply, after done: Int) -> Quote? {
    let hits = reply.mentioned(.checksBack).filter { hit in
      guard reply.isOwn(hit.tokens.lowerBound), let sentence = reply.sentence(of: hit.tokens.lowerBound)
      else {
        return false
      }
      let invites = reply.reply.tokens[sentence.tokens].contains {
        ["if", "whether", "when"].contains($0.normal)
      }
      let lets = reply.reply.tokens[hit.tokens].contains {
        ["let", "shout", "reply", "tell"].contains($0.normal)
      }
      return sentence.isQuestion || invites || lets || sentence.wordCount <= 6
    }
    if let hit = hits.last { return reply.quote(hit.range, .earned, "asks back") }
    let question =
      reply.sentences.suffix(2).last { $0.tokens.lowerBound >= done && asksHowItIs($0, reply) }
      ?? reply.sentences.suffix(4).last { invitesMore($0, reply) }
    return question.map { reply.quote($0.range, .earned, "asks back") }
  }

  /// "Can you get in now?", "Has the light turned green?": a closing question about how it is, not for data.
  private static func asksHowItIs(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
    guard sentence.standing == .own, sentence.isQuestion, let first = words.first, !words.contains("your"),
      !words.contains(where: data.contains),
      !sentence.tokens.contains(where: { reply.reply.tokens[$0].value != nil })
    else {
      return false
    }
    if ["is", "are", "does", "did", "has"].contains(first) { return true }
    if words.count <= 6, words.first == "you" || words.first == "we", !words.contains("want") { return true }
    return ["can", "could", "do", "have"].contains(first) && words.contains("you")
      && words.contains { ["now", "see", "again", "in"].contains($0) }
  }

  /// "Is the number still right?", "does that ring a bell?": asked for data, or whether something is known.
  private static let data: Set<String> = [
    "number", "address", "name", "postcode", "email", "phone", "bell", "familiar", "remember", "reference",
  ]

  /// "Should anything still be wrong, only tell me": a condition on how it is, and a way back to the trainee.
  private static func invitesMore(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard sentence.standing == .own else { return false }
    let words = reply.normalWords(sentence.tokens)
    return words.contains { ["if", "should", "whenever"].contains($0) }
      && words.contains { ["anything", "something", "any", "not", "still", "wrong"].contains($0) }
      && words.contains {
        ["tell", "write", "ring", "call", "reply", "shout", "text", "say", "message"].contains($0)
      }
  }

  private static func reason(told: Bool, fact: Bool, asked: Bool) -> String {
    if !told { return "Something was done, and the customer was not told that it is." }
    if fact && asked { return "The customer knows that it is done, and can say when it is not." }
    if fact { return "The customer knows that it is done; ask whether all is well." }
    return asked
      ? "Give them something to hold on to: a reference, an amount, a day."
      : "You said that it is done; add something to hold on to, and ask whether anything is open."
  }

  private static func better(
    _ told: (ReadReply, Hit)?, hasFact: Bool, hasAsked: Bool, _ criterion: Criterion
  ) -> String? {
    guard let (reply, hit) = told, let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound) else {
      return criterion.better
    }
    let whole = hasFact ? sentence.appending("") : sentence.appending("; your reference is ...")
    return hasAsked ? whole : whole + " Is everything as you wanted it?"
  }

  let examples = ConfirmsCompletionExamples.all
}
