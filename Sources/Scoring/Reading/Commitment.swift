import Domain
import Language

/// Somebody who can be held to it, and the deed: "I will ... check", "I am sending", "my colleague will call".
struct Commitment: Hashable, Sendable {
  /// Index of the sentence it stands in.
  var sentence: Int
  var tokens: Range<Int>
  /// Whether the trainee took it on in the first person.
  var isOwn: Bool

  /// How many words may stand between the person and the deed.
  private static let reach = 6

  /// Commitments in a reply in order; a person without a concrete deed is none.
  static func all(in reply: ReadReply) -> [Commitment] { reply.commitments }

  /// Finds them, once for each reply.
  static func read(_ reply: ReadReply) -> [Commitment] {
    let verbs = verbs(in: reply)
    let own = reply.earning(.ownership).map { ($0.tokens, true) }
    let others = reply.earning(.thirdParties).map { ($0.tokens, false) }
    let plain = verbs.compactMap {
      spoken($0, in: reply) ?? able($0, in: reply) ?? ShortDeed.read($0, in: reply)
    }
    var commitments = plain + accepted(in: reply) + timed(in: reply) + doneToThings(in: reply)
    for (person, isOwn) in own + others {
      commitments += joined(person, to: verbs, in: reply, isOwn: isOwn)
    }
    return distinct(commitments).filter { !reply.comesToNothing($0.tokens) }
  }

  /// Commitments, and what the trainee says they have done in any verb: "I've typed it up".
  static func done(in reply: ReadReply) -> [Commitment] {
    let known = all(in: reply)
    let taken = Set(known.flatMap(\.tokens))
    return known + achieved(in: reply).filter { !taken.contains($0.tokens.lowerBound) }
  }

  /// "Shall I walk with you?", "can I fill it in with you now?": a deed that only waits for the customer's yes.
  static func offers(in reply: ReadReply) -> [Commitment] {
    reply.sentences.indices.compactMap { place in
      let sentence = reply.sentences[place]
      guard sentence.standing == .own, sentence.isQuestion else { return nil }
      let words = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let lead = zip(words, words.dropFirst()).first { pair in
        ["shall", "can", "may", "should"].contains(reply.reply.tokens[pair.0].normal)
          && ["i", "we"].contains(reply.reply.tokens[pair.1].normal)
      }
      guard let lead, let last = words.last, last > lead.1,
        !reply.normalWords(lead.1..<last + 1).contains(where: asking.contains)
      else { return nil }
      return Commitment(sentence: place, tokens: lead.0..<lead.1 + 2, isOwn: true)
    }
  }

  /// "Can I help with anything else?", "can I take your number?" do nothing for them.
  private static let asking: Set<String> = [
    "help", "assist", "your", "ask", "anything", "know", "see", "understand", "have", "expect", "hold",
  ]

  private static func achieved(in reply: ReadReply) -> [Commitment] {
    reply.reply.tokens.indices.dropFirst(2).compactMap { index in
      let tokens = reply.reply.tokens
      guard tokens[index].subject == .speaker, tokens[index].stance.isAsserted,
        Account.isPast(tokens[index]) || tokens[index].normal == "done",
        tokens[index - 1].normal == "have" || tokens[index - 1].normal == "just",
        !supposed.contains(tokens[index - 2].normal),
        !noticing.contains(tokens[index].stem), !reply.comesToNothing(index..<index + 1), reply.isOwn(index),
        let place = reply.sentenceIndex(of: index)
      else { return nil }
      return Commitment(sentence: place, tokens: index..<index + 1, isOwn: true)
    }
  }

  private static let noticing = Set(
    [
      "see", "notice", "read", "hear", "have", "be", "understand", "want", "try", "think", "know", "get",
      "tell", "got", "had", "saw", "told", "heard", "thought", "knew", "understood", "look", "lost",
    ]
    .map(Stemmer.stem))

  /// The deeds a reply names: verbs of the list, meant as said, no nouns.
  static func verbs(in reply: ReadReply) -> [Range<Int>] {
    reply.earning(.actionVerbs).map(\.tokens).filter { isVerb($0, in: reply) && !isEmpty($0, in: reply) }
  }

  /// "Happy to" and "I can do that" take on what the customer wants.
  private static func accepted(in reply: ReadReply) -> [Commitment] {
    reply.reply.clauses.compactMap { clause in
      guard let sentence = reply.sentenceIndex(of: clause.tokens.lowerBound),
        reply.sentences[sentence].standing == .own, !reply.reply.stance(of: clause.tokens).contains(.negated),
        let tokens = Acceptance.tokens(in: clause.tokens, of: reply.reply)
      else { return nil }
      return Commitment(sentence: sentence, tokens: tokens, isOwn: true)
    }
  }

  /// "I can shift it to the 5th", "I will pop it in the post": a deed done to something, whatever the verb.
  private static func doneToThings(in reply: ReadReply) -> [Commitment] {
    reply.reply.clauses.compactMap { clause in
      guard let sentence = reply.sentenceIndex(of: clause.tokens.lowerBound),
        reply.sentences[sentence].standing == .own, !reply.sentences[sentence].isQuestion
      else { return nil }
      let places = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let words = places.map { reply.reply.tokens[$0] }
      let lead = words.indices.dropLast(3).first { index in
        ["i", "we"].contains(words[index].normal)
          && ["can", "will", "shall"].contains(words[index + 1].normal)
      }
      guard let lead, lead == 0 || !doubts.contains(words[lead - 1].normal) else { return nil }
      guard
        let verb = words.indices.dropFirst(lead + 2).first(where: { !besides.contains(words[$0].normal) }),
        words.indices.contains(verb + 1), words[verb].carriesContent, words[verb].stance.isAsserted,
        DoneToThings.isDone(words[verb], to: words.dropFirst(verb + 1).map(\.normal))
      else { return nil }
      return Commitment(sentence: sentence, tokens: places[lead]..<places[verb] + 1, isOwn: true)
    }
  }

  /// The first deed within reach of a person.
  private static func joined(
    _ person: Range<Int>, to verbs: [Range<Int>], in reply: ReadReply, isOwn: Bool
  ) -> [Commitment] {
    guard let sentence = reply.sentenceIndex(of: person.lowerBound) else { return [] }
    let end = reply.sentences[sentence].tokens.upperBound
    let limit = min(person.upperBound + reach, end)
    if !isOwn, reply.reply.tokens[person.lowerBound].normal == "you", person.upperBound + 1 < end {
      let next = reply.reply.tokens[person.upperBound].normal
      let isErrand = next == "to" && errands.contains(reply.reply.tokens[person.upperBound - 1].normal)
      if emptyGains.contains(next) || isErrand { return [] }
      return [Commitment(sentence: sentence, tokens: person, isOwn: false)]
    }
    if isOwn, doesForThem(person, before: end, reply) {
      let upper = min(person.upperBound + 1, end)
      return [Commitment(sentence: sentence, tokens: person.lowerBound..<upper, isOwn: true)]
    }
    guard let verb = verbs.first(from: person.lowerBound), verb.lowerBound < limit else { return [] }
    if isOwn, isOthers(reply.reply.tokens[verb.lowerBound]) { return [] }
    if handsOver(from: person.upperBound, to: verb.lowerBound, reply) { return [] }
    if isDoubted(person, in: reply) { return [] }
    let start = max(person.lowerBound - 1, 0)
    if reply.reply.tokens[start..<verb.lowerBound].contains(where: { meanwhile.contains($0.normal) }) {
      return []
    }
    if !isOwn, !leadsOn(from: person.upperBound, to: verb.lowerBound, reply) { return [] }
    let upper = max(verb.upperBound, person.upperBound)
    return [Commitment(sentence: sentence, tokens: person.lowerBound..<upper, isOwn: isOwn)]
  }

  /// "I've got you, this is in good hands": a form that goes with no "I" and no "we".
  private static func isOthers(_ verb: Token) -> Bool {
    verb.normal.hasSuffix("s") && verb.normal != verb.stem
      && !["ss", "us"].contains { verb.normal.hasSuffix($0) }
  }

  /// "Maybe I will come": nobody is held to it.
  static func isDoubted(_ person: Range<Int>, in reply: ReadReply) -> Bool {
    reply.word(before: person.lowerBound).map(doubts.contains) ?? false
  }

  static let doubts: Set<String> = ["maybe", "perhaps", "possibly"]

  /// "I can do you free delivery", "we can give you 5 % off": the deed is what follows.
  private static func doesForThem(_ person: Range<Int>, before end: Int, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    let reach = person.lowerBound..<min(person.upperBound + 1, end)
    guard let verb = reach.last(where: { giving.contains(tokens[$0].normal) }), verb + 2 < end,
      tokens[verb + 1].normal == "you"
    else { return false }
    let thing = tokens[verb + 2]
    return ["a", "an", "the", "one", "free", "half"].contains(thing.normal) || thing.value != nil
  }

  private static let giving: Set<String> = ["do", "give", "get"]

  /// "You get no refund" and "you will have nothing" bring the customer nothing.
  private static let emptyGains: Set<String> = ["no", "not", "nothing"]
  /// "You will have to wait", "you got to log in" are the customer's to do.
  private static let errands: Set<String> = ["have", "need", "get", "got"]

  /// "I will be honest, you need to check": somebody else takes over before the deed. "I will help you book" does not.
  private static func handsOver(from start: Int, to end: Int, _ reply: ReadReply) -> Bool {
    guard start < end else { return false }
    let between = reply.reply.tokens[start..<end].map(\.normal)
    for (index, word) in between.enumerated() where ["you", "they", "he", "she"].contains(word) {
      let before = index > 0 ? between[index - 1] : ""
      if !["help", "get", "let", "keep", "with", "for", "to", "see", "have"].contains(before) { return true }
    }
    return false
  }

  /// "The carrier will call" and "the carrier brings", not "the carrier lost track".
  private static func leadsOn(from start: Int, to end: Int, _ reply: ReadReply) -> Bool {
    guard start < end else { return true }
    return reply.reply.tokens[start..<end].contains {
      ["will", "shall", "can", "is", "are"].contains($0.normal)
    }
  }

  // MARK: Plain first person

  /// "I should have told you": what was not done.
  private static let supposed: Set<String> = ["should", "could", "would", "might", "must", "may"]

  /// "I am seeing Mr Hughes at 12", "I see today your teacher": what the trainee does at a time that is to come,
  /// whatever the verb.
  private static func timed(in reply: ReadReply) -> [Commitment] {
    reply.reply.clauses.compactMap { clause in
      guard let place = reply.sentenceIndex(of: clause.tokens.lowerBound),
        reply.sentences[place].standing == .own, !reply.sentences[place].isQuestion,
        reply.reply.tokens[reply.sentences[place].tokens].contains(where: isAhead)
      else { return nil }
      let words = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let rest = words.drop { TimedDeed.leads.contains(reply.reply.tokens[$0].normal) }
      guard let verb = TimedDeed.verb(in: rest.map { reply.reply.tokens[$0] }) else { return nil }
      let tokens = rest[rest.startIndex]..<rest[rest.startIndex + verb] + 1
      return Commitment(sentence: place, tokens: tokens, isOwn: true)
    }
  }

  /// A day or an hour that has not gone by, told as so.
  private static func isAhead(_ token: Token) -> Bool {
    guard token.stance.isAsserted, token.subject != .listener else { return false }
    switch token.value {
    case .time: return true
    case .day(.relative(let days)): return days >= 0
    case .day(.weekday(_, let weeks)): return weeks >= 0
    case .day(.week(let weeks)), .day(.month(let weeks)): return weeks > 0
    default: return false
    }
  }

  /// "Bear with me while I check", "before I open it": what goes on beside the deed is none of its own.
  private static let meanwhile: Set<String> = ["before", "while", "whilst"]

  /// Verbs that say little after a bare "I": "I get that", "I find it odd".
  private static let weak: Set<String> = [
    "get", "find", "keep", "make", "tell", "take", "give", "put", "ask", "read", "speak", "talk", "explain",
    "start", "set", "look", "come", "show", "note", "order", "return", "change", "follow", "mean",
  ]

  /// "I reserve", "I am following", "we have packed": the nearest subject before the verb is the trainee.
  private static func spoken(_ verb: Range<Int>, in reply: ReadReply) -> Commitment? {
    let token = reply.reply.tokens[verb.lowerBound]
    guard token.subject == .speaker, let sentence = reply.sentenceIndex(of: verb.lowerBound) else {
      return nil
    }
    let first = max(reply.sentences[sentence].tokens.lowerBound, verb.lowerBound - 4)
    let before = reply.reply.tokens[first..<verb.lowerBound]
    guard let subject = before.lastIndex(where: { ["i", "we"].contains($0.normal) }) else { return nil }
    if let lead = reply.word(before: subject), meanwhile.contains(lead) || doubts.contains(lead) {
      return nil
    }
    let between = reply.reply.tokens[(subject + 1)..<verb.lowerBound].map(\.normal)
    if GoneBy.isBeside(subject, in: reply), ShortDeed.isPast(token) { return nil }
    if between.isEmpty || between == ["just"] {
      guard ShortDeed.isMeant(verb, in: reply), !weak.contains(token.stem) || isTimed(verb, in: reply) else {
        return nil
      }
    } else {
      let isDoing = token.normal.hasSuffix("ing") && between.contains { ["am", "are"].contains($0) }
      let isDone =
        between.contains("have") && !between.contains("to") && !isHeld(verb, in: reply)
        && !between.contains(where: supposed.contains)
        && !isMistake(verb, in: reply)
      guard isDoing || isDone else { return nil }
    }
    return Commitment(sentence: sentence, tokens: subject..<verb.upperBound, isOwn: true)
  }

  /// "We can also send it", "we are able to move it": what the trainee says they can do, whatever stands between.
  private static func able(_ verb: Range<Int>, in reply: ReadReply) -> Commitment? {
    let token = reply.reply.tokens[verb.lowerBound]
    guard token.subject == .speaker, !weak.contains(token.stem), !ShortDeed.isDoing(token),
      !ShortDeed.isPast(token) || token.normal == token.stem,
      let sentence = reply.sentenceIndex(of: verb.lowerBound)
    else { return nil }
    let first = max(reply.sentences[sentence].tokens.lowerBound, verb.lowerBound - reach)
    guard
      let subject = reply.reply.tokens[first..<verb.lowerBound].lastIndex(where: {
        ["i", "we"].contains($0.normal)
      })
    else { return nil }
    let between = reply.reply.tokens[(subject + 1)..<verb.lowerBound].map(\.normal)
      .filter { !besides.contains($0) }
    guard between == ["can"] || between == ["am", "able", "to"] || between == ["are", "able", "to"] else {
      return nil
    }
    return Commitment(sentence: sentence, tokens: subject..<verb.upperBound, isOwn: true)
  }

  /// What may stand between "can" and the deed and takes nothing from it.
  private static let besides: Set<String> = [
    "also", "still", "then", "now", "just", "only", "gladly", "happily", "certainly", "however", "instead",
    "too", "either", "of", "course", "easily", "alternatively", "even", ",",
  ]

  /// "I've got Monday's call up here", "we've got a 9 in the back": what is at hand, and nothing done.
  static func isHeld(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    guard reply.reply.tokens[verb.lowerBound].normal == "got",
      reply.reply.tokens.indices.contains(verb.upperBound)
    else { return false }
    let next = reply.reply.tokens[verb.upperBound]
    return next.normal != "you"
  }

  /// "We have given you the wrong room" owns up to a fault; it is no deed done for the customer.
  private static func isMistake(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: verb.lowerBound),
      handed.contains(reply.reply.tokens[verb.lowerBound].normal)
    else { return false }
    return reply.normalWords(clause.tokens).contains { ["wrong", "mistake", "mistakenly"].contains($0) }
      && !reply.normalWords(clause.tokens).contains { ["right", "correct", "corrected"].contains($0) }
  }

  /// What can be handed to a customer by mistake; the wrong thing cancelled or taken back is mended.
  private static let handed: Set<String> = ["gave", "given", "sent", "booked", "put", "delivered", "charged"]

  /// "I ask my team lead now", "I tell you by 4 pm": with its time even a weak verb is a deed.
  private static func isTimed(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: verb.lowerBound) else { return false }
    return reply.reply.tokens[verb.upperBound..<max(verb.upperBound, clause.tokens.upperBound)].contains {
      ["now", "today", "tonight", "tomorrow"].contains($0.normal) || [.time, .date].contains($0.kind)
    }
  }

  // MARK: Small questions

  /// "your order" and "a check" are things, not deeds.
  private static func isVerb(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[verb.lowerBound]
    let isDoing = ShortDeed.isDoing(token)
    // "Tracking HH7781" names a number.
    if isDoing, reply.reply.tokens.indices.contains(verb.upperBound),
      reply.reply.tokens[verb.upperBound].kind == .identifier
    {
      return false
    }
    // "Monday's call", "the bank's check".
    if verb.lowerBound > 0,
      reply.words(at: TextRange(reply.reply.tokens[verb.lowerBound - 1].range)).hasSuffix("'s"),
      reply.reply.tokens[verb.lowerBound - 1].kind == .date || token.normal == token.stem
    {
      return false
    }
    guard let before = reply.word(before: verb.lowerBound) else { return true }
    // "Thank you for telling us" names what somebody else did.
    return !nounLeads.contains(before) && !(isDoing && gerundLeads.contains(before))
  }

  /// "Take care", "make sure", "get back to you": sounds of a deed without one.
  private static func isEmpty(_ verb: Range<Int>, in reply: ReadReply) -> Bool {
    guard reply.reply.tokens.indices.contains(verb.upperBound) else { return false }
    let next = reply.reply.tokens[verb.upperBound].normal
    return emptyDeeds[reply.reply.tokens[verb.lowerBound].stem]?.contains(next) ?? false
  }

  private static let emptyDeeds: [String: Set<String>] = [
    "take": ["care"], "make": ["sure"], "get": ["back", "in"], "come": ["back"], "keep": ["you"],
    "put": ["you"], "give": ["my"], "reach": ["out"], "ask": ["you"],
  ]

  private static let gerundLeads: Set<String> = ["for", "by", "about", "without"]
  private static let nounLeads: Set<String> = [
    "my", "your", "our", "his", "her", "their", "the", "a", "an", "this", "that", "any", "no", "one", "of",
  ]

  /// In order, those that begin at one place as the longest of them.
  private static func distinct(_ commitments: [Commitment]) -> [Commitment] {
    let ordered = commitments.sorted {
      ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
    }
    return ordered.reduce(into: []) { result, next in
      if result.last?.tokens.lowerBound != next.tokens.lowerBound { result.append(next) }
    }
  }
}

extension [Range<Int>] {
  /// The first of rising ranges that begins at or after an index; found by halving.
  fileprivate func first(from index: Int) -> Range<Int>? {
    let low = lead { $0.lowerBound < index }
    return low < count ? self[low] : nil
  }
}
