import Domain
import Language

/// A wish turned down.
struct RefusedWish {
  var hit: Hit
  /// Whether it opens with a bare "no" or "not": what follows in its sentence says why.
  var isBare: Bool
}

/// Finds the sentence that says no: by the words of the list, by meaning, or as a denial right after a wish.
enum NoFinder {
  static func no(in reply: ReadReply, of reading: Reading) -> RefusedWish? {
    let wish = reading.customerTurn(before: reply.turn).flatMap { isWish($0) ? $0 : nil }
    let exceptions = reply.mentioned(.refusalExceptions)
    let spoken = Hit.joined(reply.told(.refusals)).first { hit in
      !isSighed(hit, reply) && !exceptions.contains { $0.tokens.overlaps(hit.tokens) }
        && !isDisowned(hit, reply)
        && (isByWords(hit, reply) || isMeant(hit, reply, wish) && !isServed(hit, reply, reading))
    }
    let bare = wish.flatMap { _ in bareNo(in: reply) } ?? outspokenNo(in: reply)
    if let bare, bare.tokens.lowerBound <= spoken?.tokens.lowerBound ?? .max {
      return RefusedWish(hit: bare, isBare: true)
    }
    if let spoken { return RefusedWish(hit: spoken, isBare: false) }
    if let denied = wish.flatMap({ denial(of: $0, in: reply) }) {
      return RefusedWish(hit: denied, isBare: false)
    }
    guard let wish else { return nil }
    if let kept = KeptAsItIs(reply, wish: wish, isTroubled: reading.troubleTold).hit {
      return RefusedWish(hit: kept, isBare: false)
    }
    guard !reading.troubleTold,
      (reading.asksByTurn[wish.turn] ?? []).contains(where: isForDeed)
    else {
      return nil
    }
    return implied(in: reply, reading).map { RefusedWish(hit: $0, isBare: true) }
  }

  /// "Oh no, sorry", "ah no, I am afraid": a sigh, whatever stands behind it.
  private static func isSighed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[hit.tokens.lowerBound].normal == "no"
      && (reply.word(before: hit.tokens.lowerBound).map(sighs.contains) ?? false)
  }

  /// "Nothing to refuse here", "no need to say no": a refusal named to say that there is none.
  private static func isDisowned(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let first = reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? hit.tokens.lowerBound
    let lead = reply.normalWords(max(first, hit.tokens.lowerBound - 3)..<hit.tokens.lowerBound)
    if lead.last == "to", lead.contains(where: { ["nothing", "no", "never", "reason"].contains($0) }) {
      return true
    }
    let words = reply.normalWords(hit.tokens)
    return zip(words, words.dropFirst()).contains { $0 == "not" && $1 == "need" } || affirms(words)
  }

  /// "Yes we do", "it does, 20 metres long", "we are": a sentence that opens so grants.
  private static func affirms(_ words: [String]) -> Bool {
    guard let first = words.first, words.count >= 2 else { return false }
    if yes.contains(first) { return true }
    return ["it", "we", "they", "there", "i"].contains(first)
      && ["does", "do", "is", "are", "has", "have"].contains(words[1]) && words.count == 2
  }

  private static let yes: Set<String> = ["yes", "yep", "yeah", "yup", "aye"]

  /// "You've rung four times and nobody called": what the customer did is said back, and nothing turned down.
  private static func saysBack(_ sentence: Range<Int>, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence)
    return words.first == "you" && words.count >= 3
      && (["have", "had", "were"].contains(words[1]) && words[2] != "not" && words[2] != "to"
        || words[1].hasSuffix("ed"))
  }

  /// "But the licence stayed on": what happened, told without a denial, is an account of it.
  private static func isAccount(_ hit: Hit, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[hit.tokens]
    return tokens.contains(where: Account.isPast) && !tokens.contains { $0.stance.contains(.negated) }
  }

  private static func isByWords(_ hit: Hit, _ reply: ReadReply) -> Bool {
    (reply.phrases[.refusals] ?? []).contains { $0.holds && $0.tokens.overlaps(hit.tokens) }
  }

  /// A no heard by its meaning alone needs a wish before it, or a denial in it; not knowing is no refusal.
  private static func isMeant(_ hit: Hit, _ reply: ReadReply, _ wish: HeardTurn?) -> Bool {
    guard reply.isOwn(hit.tokens.lowerBound), !isAccount(hit, reply), !saysBack(hit.tokens, reply),
      !isPastOrOrder(reply.normalWords(hit.tokens))
    else { return false }
    let place = reply.sentenceIndex(of: hit.tokens.lowerBound)
    let others = reply.acts.filter {
      reply.sentenceIndex(of: $0.passage.tokens.lowerBound) == place
        && [.unknown, .apology, .done].contains($0.act)
    }
    guard others.isEmpty, reply.mentioned(.refusalExceptions).isEmpty else { return false }
    let isDenied = reply.reply.tokens[hit.tokens].contains { $0.stance.contains(.negated) }
    let isSure = reply.acts.contains {
      $0.act == .refusal && $0.passage.tokens == hit.tokens && $0.probability >= 0.6
    }
    return isSure && (wish != nil || isDenied)
  }

  /// "The crew does not have one; I will send a crew with one": a trouble that is seen to, with a denial that is none of
  /// the trainee's own.
  private static func isServed(_ hit: Hit, _ reply: ReadReply, _ reading: Reading) -> Bool {
    guard reading.troubleTold,
      !Commitment.all(in: reply).isEmpty || !reply.heard(.remedy, .done, surely: 0.6).isEmpty
    else { return false }
    return !reply.reply.tokens[hit.tokens].contains {
      $0.stance.contains(.negated) && $0.subject == .speaker
    }
  }

  /// "We did not act last month" tells what was left undone; "do not try to move it" tells somebody what to do.
  private static func isPastOrOrder(_ words: [String]) -> Bool {
    let order = words.drop { ["please", "and", "so", "but", "just"].contains($0) }.prefix(2)
    return order == ["do", "not"]
      || zip(words, words.dropFirst()).contains {
        ["did", "was", "were", "had"].contains($0) && $1 == "not"
      }
  }

  /// A sentence that opens with "no" or "not": "Not to Word yet".
  private static func bareNo(in reply: ReadReply) -> Hit? {
    for sentence in reply.sentences where sentence.standing == .own {
      let words = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }
      if let closing = closingNo(sentence.tokens, reply) { return closing }
      guard let first = words.first, noes.contains(reply.reply.tokens[first].normal) else { continue }
      let next = words.dropFirst().first.map { reply.reply.tokens[$0].normal } ?? ""
      if harmless.contains(next) { continue }
      return Hit(tokens: first..<first + 1, range: TextRange(reply.reply.tokens[first].range))
    }
    return nil
  }

  /// "It's a no from us", "afraid not, Ewan", "sadly no": a no without its verb.
  private static func outspokenNo(in reply: ReadReply) -> Hit? {
    let tokens = reply.reply.tokens
    return tokens.indices.dropFirst().first { index in
      guard ["no", "not"].contains(tokens[index].normal), reply.isOwn(index),
        reply.sentence(of: index)?.isQuestion == false
      else { return false }
      let lead = tokens[index - 1].normal
      if lead == "a" { return tokens[index].normal == "no" && index >= 2 && !isDenying(tokens[index - 2]) }
      let clause = reply.clause(of: index)?.tokens ?? index..<index + 1
      if lead == "so", tokens.indices.contains(index + 1), tokens[index + 1].isWordLike { return false }
      return regretting.contains(lead) && clause.upperBound - index <= 3
    }.map { Hit(tokens: $0 - 1..<$0 + 1, range: reply.range(of: $0 - 1..<$0 + 1)) }
  }

  private static func isDenying(_ token: Token) -> Bool {
    ["not", "never", "without", "isn't", "hardly", "for", "take", "taking", "hear"].contains(token.normal)
  }

  private static let regretting: Set<String> = [
    "afraid", "fraid", "sadly", "unfortunately", "regrettably", "alas", "certainly", "definitely", "sorry",
    "absolutely", "probably", "so",
  ]

  /// "Oh no, I am sorry about your leg" turns nothing down.
  private static let sighs: Set<String> = [
    "oh", "ah", "aw", "och", "ach", "ooh", "uh", "aww", "ohh", "eh", "ay", "dear",
  ]

  /// "In the water no, the filter chokes on fur": a "no" that ends its clause.
  private static func closingNo(_ sentence: Range<Int>, _ reply: ReadReply) -> Hit? {
    sentence.dropFirst().dropLast().first { index in
      reply.reply.tokens[index].normal == "no" && reply.reply.tokens[index - 1].isWordLike
        && !sighs.contains(reply.reply.tokens[index - 1].normal)
        && [",", ".", ":", ";", "!"].contains(reply.reply.tokens[index + 1].normal)
        && !["or", "there", "is", "say", "says", "said"].contains(reply.reply.tokens[index - 1].normal)
    }.map { Hit(tokens: $0..<$0 + 1, range: TextRange(reply.reply.tokens[$0].range)) }
  }

  private static let noes: Set<String> = ["no", "not", "nope", "nah"]
  /// "No problem", "not at all", "not only": no refusals.
  private static let harmless: Set<String> = [
    "problem", "problems", "worries", "bother", "trouble", "need", "doubt", "matter", "at", "only", "yet",
    "stress",
  ]

  /// A no that says what is so instead: neither granted nor unknown, and followed by a reason or another way.
  private static func implied(in reply: ReadReply, _ reading: Reading) -> Hit? {
    let roles = SentenceRole.roles(in: reply, of: reading)
    let place = roles.indices.first { ![.frame, .acknowledges].contains(roles[$0]) }
    guard let place, roles[place] != .asks, roles[place] != .acts else { return nil }
    let sentence = reply.sentences[place]
    guard sentence.standing == .own, !grants(sentence, reply) else { return nil }
    let acts = reply.acts.filter {
      $0.probability >= 0.6 && sentence.tokens.contains($0.passage.tokens.lowerBound)
    }
    if acts.contains(where: { notRefusing.contains($0.act) }) { return nil }
    let isRule = acts.contains {
      $0.act == .background && sentence.tokens.contains($0.passage.tokens.lowerBound)
    }
    let isExplained = !reply.mentioned(.reasons).isEmpty || !reply.mentioned(.alternatives).isEmpty
    let isServed = !Commitment.all(in: reply).isEmpty
    guard isRule || (isExplained && !isServed) else { return nil }
    return Hit(tokens: sentence.tokens, range: sentence.range)
  }

  private static let notRefusing: Set<ServiceAct> = [
    .unknown, .done, .protectedDeed, .asksDetail, .identityCheck, .findsOut, .handOver, .apology,
  ]

  /// "Yes", "sure", "you can": the wish is met.
  private static func grants(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    if let clause = reply.clause(of: sentence.tokens.lowerBound), affirms(reply.normalWords(clause.tokens)) {
      return true
    }
    return sentence.tokens.contains { index in
      let token = reply.reply.tokens[index]
      return granting.contains(token.normal) && !token.stance.contains(.negated)
    }
  }

  private static let granting: Set<String> = [
    "yes", "yep", "yeah", "sure", "course", "certainly", "absolutely", "gladly", "happy", "glad", "done",
    "can",
    "could", "may", "will", "ok", "okay", "possible",
  ]

  /// A wish for a deed or a permission; a wish to be told something is answered, not granted.
  private static func isForDeed(_ ask: CustomerAsk) -> Bool {
    guard ask.kind == .deed || ask.kind == .yesOrNo else { return false }
    return ask.terms.isDisjoint(with: telling)
  }

  private static let telling = Set(
    Reply("tell know say explain check see look find confirm help").words.map(\.stem))

  /// The first sentence after a wish, when it denies something the wish speaks of: "Word isn't there".
  private static func denial(of wish: HeardTurn, in reply: ReadReply) -> Hit? {
    let terms = Set(wish.reply.tokens.compactMap(Term.of))
    let first = reply.sentences.first { $0.wordCount >= 2 && $0.standing == .own && !$0.isQuestion }
    guard let first, !saysBack(first.tokens, reply),
      !reply.mentioned(.refusalExceptions).contains(where: { first.tokens.contains($0.tokens.lowerBound) })
    else { return nil }
    let tokens = reply.reply.tokens[first.tokens]
    let isNot = tokens.contains { $0.normal == "not" }
    let denied = tokens.contains {
      ($0.stance.contains(.negated) || isNot)
        && ["is", "are", "am", "can", "do", "does", "will", "have", "could"].contains($0.normal)
    }
    guard denied, tokens.contains(where: { Term.of($0).map(terms.contains) ?? false }) else { return nil }
    return Hit(tokens: first.tokens, range: first.range)
  }

  private static func isWish(_ turn: HeardTurn) -> Bool {
    turn.reply.words.contains { wishes.contains($0.normal) }
      || isElliptic(turn)
      || turn.acts.contains { $0.act == .request && $0.probability >= 0.6 }
  }

  /// "Two for the tasting menu on Friday?": a short question without a verb that asks about something.
  private static func isElliptic(_ turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let tokens = turn.reply.tokens[sentence.tokens]
      return tokens.last?.normal == "?" && tokens.count(where: \.isWordLike) <= 12
        && !tokens.contains { asking.contains($0.normal) }
    }
  }

  private static let asking: Set<String> = [
    "what", "when", "where", "why", "how", "who", "which", "is", "are", "was", "were", "does", "did", "do",
    "has", "have", "not",
  ]

  private static let wishes: Set<String> = [
    "can", "could", "may", "want", "would", "please", "possible", "let",
  ]
}
