import Domain
import Language

/// What is done differently from now on, told so that the customer can hold us to it.
enum LastingChange {
  /// A lasting measure, or a deed with words that look ahead, in one sentence or two that follow one another.
  static func told(in reply: ReadReply) -> [Quote] {
    let ahead = reply.mentioned(.prevention).filter {
      reply.isOwn($0.tokens.lowerBound) && !isUnsure($0, in: reply)
    }
    let places = Set(ahead.compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let deeds = Commitment.all(in: reply).filter { $0.isOwn }
    let measures = reply.earning(.measures)
    let heard = reply.heard(.measure, surely: 0.4).filter { isChange($0, in: reply) }
      .map { reply.quote(TextRange($0.passage.range), .earned, "what changes") }
    let tied = measures.filter { hit in
      guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound), !isPaid(hit, in: reply) else {
        return false
      }
      return isLasting(hit, in: reply) || !places.isDisjoint(with: [place - 1, place, place + 1])
    }.map { reply.quote(reply.wholeClause(of: $0.tokens), .earned, "what changes") }
    let deed = deeds.first { deed in
      places.contains(deed.sentence) && !ahead.contains { $0.tokens.overlaps(deed.tokens) }
    }?.tokens
    let told =
      deed ?? places.sorted().lazy.compactMap { change(in: reply.sentences[$0], reply) }.first
      ?? reply.sentences.lazy.compactMap { shut(in: $0, reply) }.first
      ?? reply.sentences.indices.lazy.compactMap { assured(by: $0, reply) }.first
    return tied + heard
      + (told.map { [reply.quote(reply.wholeClause(of: $0), .earned, "what changes")] } ?? [])
  }

  /// "I have taken 12 pounds off", "we send you a battery": what one customer gets changes nothing for the next.
  private static func isPaid(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    return clause.contains { reply.reply.tokens[$0].kind == .money }
  }

  /// A measure that was heard, and that neither hopes, asks nor puts it to the customer; where it may as well be a
  /// report or the account of what happened, it must look ahead or tell a deed.
  private static func isChange(_ heard: HeardAct, in reply: ReadReply) -> Bool {
    let tokens = heard.passage.tokens
    guard let sentence = reply.sentence(of: tokens.lowerBound), !sentence.isQuestion else { return false }
    let words = reply.normalWords(sentence.tokens)
    if reply.hears(.faultLog, in: sentence, surely: heard.probability) { return false }
    let isSure = heard.probability >= 0.8 && !reply.hears(.cause, .reason, in: sentence)
    guard isSure || words.contains(where: aheadWords.contains) || change(in: sentence, reply) != nil else {
      return false
    }
    return !words.contains { unsure.contains($0) }
      && reply.reply.tokens[tokens].count { $0.carriesContent && !promising.contains($0.stem) } >= 2
  }

  /// Words of what is so from now on.
  private static let aheadWords: Set<String> = [
    "now", "from", "instead", "every", "each", "always", "only", "never", "nobody", "until", "longer", "new",
    "future", "onwards",
  ]
  private static let unsure: Set<String> = [
    "please", "hope", "hopefully", "try", "if", "unless", "might", "promise", "wish", "should",
  ]

  /// "We have fitted an alarm", "every run is checked": a deed in any words, in a sentence that looks ahead.
  private static func change(in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int>? {
    for index in sentence.tokens {
      let token = reply.reply.tokens[index]
      guard token.kind == .word, token.carriesContent, token.stance.isAsserted else { continue }
      guard !promising.contains(token.stem), index > sentence.tokens.lowerBound else { continue }
      let before = reply.word(before: index, skipping: adverbs) ?? ""
      let isPassive = ["is", "are", "be", "being", "gets"].contains(before) && token.normal.hasSuffix("ed")
      let isOurs = token.subject == .speaker && ["have", "will", "are", "am"].contains(before)
      let isPast = ["we", "i"].contains(before) && ShortDeed.isPast(token)
      if isPassive || isOurs || isPast { return index..<index + 1 }
    }
    return nil
  }

  /// "The van has a new box, so it cannot stand in the sun", "it saves every minute from today on": something of ours
  /// that is so from now on, or what can no longer happen because of it.
  private static func shut(in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int>? {
    guard sentence.standing == .own, !sentence.isQuestion else { return nil }
    let tokens = Array(reply.reply.tokens[sentence.tokens])
    let words = tokens.map(\.normal)
    if words.contains(where: { ["please", "hope", "hopefully", "try", "if", "unless", "might"].contains($0) })
    {
      return nil
    }
    let lasts =
      zip(words, words.dropFirst()).contains { lasting.contains("\($0) \($1)") }
      || zip(tokens, tokens.dropFirst()).contains { pair in
        ["since", "from"].contains(pair.0.normal) && [.time, .date].contains(pair.1.kind)
          && words.contains { ["we", "i", "every", "each"].contains($0) }
      }
    let so = words.indices.first { index in
      ["so", "therefore"].contains(words[index])
        && words[index...].contains { ends.contains($0) || $0 == "only" }
    }
    guard lasts || so != nil else { return nil }
    let deed = tokens[..<(so ?? tokens.count)].count { $0.carriesContent && !promising.contains($0.stem) }
    return deed >= 2 ? sentence.tokens : nil
  }

  /// "I have turned the estimate off: you will not be billed until ...", "I took it out of the queue. You will not
  /// have to explain it again": a deed, and in its sentence or the two after it what can happen no more.
  private static func assured(by place: Int, _ reply: ReadReply) -> Range<Int>? {
    let sentence = reply.sentences[place]
    guard sentence.standing == .own, !sentence.isQuestion, let deed = change(in: sentence, reply) else {
      return nil
    }
    let next = reply.sentences[place..<min(place + 3, reply.sentences.count)]
    return next.contains { isAssurance($0, reply) } ? deed : nil
  }

  /// "It won't, because I've closed the old one": the fear that it comes again is answered with a no.
  private static func isPlainNo(_ words: [String]) -> Bool {
    let rest = words.drop { ["no", "well", "oh", "and"].contains($0) }
    return rest.count >= 3 && ["it", "that", "this", "they"].contains(rest[rest.startIndex])
      && ["will", "can"].contains(rest[rest.startIndex + 1]) && rest[rest.startIndex + 2] == "not"
      && (rest.count == 3
        || ["because", "as", "since", "now", "for", "any"].contains(rest[rest.startIndex + 3]))
  }

  private static func isAssurance(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard sentence.standing == .own, !sentence.isQuestion else { return false }
    let words = reply.normalWords(sentence.tokens)
    guard !words.contains(where: unsure.contains) else { return false }
    if isPlainNo(words) { return true }
    guard words.contains(where: recurring.contains) else { return false }
    return words.indices.dropLast().contains { index in
      let isDenied = ["will", "can", "could", "should"].contains(words[index]) && words[index + 1] == "not"
      let isNobody =
        ["nobody", "nothing", "none"].contains(words[index])
        && ["will", "can", "could"].contains(words[index + 1])
      let person = words[..<index].last { ["i", "we", "you", "it", "they", "that", "nobody"].contains($0) }
      return isNobody || isDenied && !["i", "we"].contains(person ?? "")
    }
  }

  /// What makes an assurance one about the next time.
  private static let recurring: Set<String> = [
    "again", "anymore", "more", "until", "another", "without", "next", "future", "twice",
  ]

  /// Whether a clause tells what is so from now on.
  static func looksAhead(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(clause)
    let tokens = reply.reply.tokens[clause]
    return zip(words, words.dropFirst()).contains { lasting.contains("\($0) \($1)") }
      || zip(tokens, tokens.dropFirst()).contains {
        $0.normal == "from" && [.time, .date].contains($1.kind)
      }
  }

  /// What can happen no more.
  private static let ends: Set<String> = [
    "no", "not", "nobody", "nothing", "none", "never", "longer", "anymore",
  ]
  private static let lasting: Set<String> = [
    "from now", "from today", "from tomorrow", "from monday", "from next", "from this", "as of", "no longer",
    "any more", "in future", "going forward", "since today", "every time", "from here", "for good",
    "after that", "from then", "from there",
  ]

  private static let adverbs: Set<String> = ["now", "also", "already", "just", "always", "therefore", "then"]
  /// Verbs that promise without changing anything.
  private static let promising = Set(
    [
      "promise", "ensure", "assure", "guarantee", "hope", "try", "strive", "aim", "learn", "apologise",
      "improve",
      "refund", "send", "strive", "commit", "endeavour", "avoid", "prevent", "stop", "happen", "repeat",
      "worry",
      "resolve", "notice", "service", "feedback", "experience", "quality", "standard", "customer", "value",
      "process",
    ].map(Stemmer.stem))

  /// "We have changed the carrier", "we now weigh every box": a change of ours that needs no "from now on".
  private static func isLasting(_ hit: Hit, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[hit.tokens].map(\.normal)
    if words.contains("now") && words.contains("we") { return true }
    return words.contains { word in measured.contains { word.hasPrefix($0) } }
  }

  private static let measured = [
    "retrain", "recall", "supplier", "tighten", "safeguard", "procedure", "process",
  ]

  /// "I can't promise that it won't happen again".
  private static func isUnsure(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return true }
    return reply.reply.tokens[sentence.tokens.lowerBound..<hit.tokens.lowerBound].contains {
      ["promise", "guarantee", "say", "hope", "hopefully"].contains($0.normal) && $0.stance.contains(.negated)
        || $0.normal == "hopefully" || $0.normal == "hope"
    }
  }
}
