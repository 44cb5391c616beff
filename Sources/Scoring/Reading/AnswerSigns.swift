import Domain
import Language

/// Reads the signs of a reply's clauses; every list is gone through once.
struct SignReader {
  private let reply: ReadReply
  private var starts: [AnswerFinder.Sign: Set<Int>] = [:]

  init(_ reply: ReadReply) {
    self.reply = reply
    starts[.time] = Self.starts(reply.offered(.exactTime))
    starts[.place] = Self.starts(reply.told(.places))
    starts[.cause] = Self.starts(reply.told(.causes))
    starts[.look] = Self.starts(reply.offered(.findsCause))
    starts[.step] = Self.starts(reply.mentioned(.afterCare))
    starts[.refusal] = Self.starts(reply.told(.refusals))
    starts[.commitment] = Self.deeds(in: reply)
    starts[.offer] = Self.starts(reply.offered(.alternatives))
    starts[.search] = Self.searches(in: reply)
    starts[.echo] = Self.starts(
      reply.mentioned(.apology, .feelings, .courtesy, .genericIssue, .greetings, .signOffs, .wants)
        .filter { !Self.isPlease($0, reply) })
  }

  /// "Please open Team" says more than please.
  private static func isPlease(_ hit: Hit, _ reply: ReadReply) -> Bool {
    reply.normalWords(hit.tokens).allSatisfy { ["please", "kindly"].contains($0) }
  }

  private static func starts(_ hits: [Hit]) -> Set<Int> { Set(hits.map(\.tokens.lowerBound)) }

  /// Deeds of the trainee's own; "let me have a look" answers nothing yet.
  private static func deeds(in reply: ReadReply) -> Set<Int> {
    let deeds = Commitment.all(in: reply).filter { deed in
      !reply.reply.tokens[deed.tokens].contains { looking.contains($0.stem) }
        && !isPutOff(deed, in: reply)
    }
    return Set(deeds.map(\.tokens.lowerBound))
  }

  /// "We will update you once we have more": a word some day, and nothing else.
  private static func isPutOff(_ deed: Commitment, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[reply.sentences[deed.sentence].tokens]
    return reply.reply.tokens[deed.tokens].contains { ["update", "inform", "notify"].contains($0.normal) }
      && tokens.contains { ["once", "when", "as"].contains($0.normal) }
      && !tokens.contains { $0.value != nil }
  }

  /// "I'll ask the shop and text you": going to find out counts where the answer is promised with it.
  private static func searches(in reply: ReadReply) -> Set<Int> {
    let deeds = Commitment.all(in: reply).filter(\.isOwn)
    let starts = deeds.filter { deed in
      let stems = Set(reply.reply.tokens[reply.sentences[deed.sentence].tokens].map(\.stem))
      return reply.reply.tokens[deed.tokens].contains { looking.contains($0.stem) }
        && !stems.isDisjoint(with: telling)
    }
    return Set(starts.map(\.tokens.lowerBound))
  }

  private static let looking = Set(Reply("ask check find look confirm investigate").words.map(\.stem))
  private static let telling = Set(
    Reply("text tell write call email message ring update phone inform know back").words.map(\.stem))

  func signs(in clause: Range<Int>, of sentence: ReadSentence) -> Set<AnswerFinder.Sign> {
    var signs = Set(starts.keys.filter { key in clause.contains { starts[key]?.contains($0) ?? false } })
    let isAsked = reply.reply.stance(of: clause).contains(.asked)
    if isAsked, signs.isDisjoint(with: [.commitment, .offer, .search, .look]) { return [] }
    for index in clause { signs.formUnion(Self.signs(of: reply.reply.tokens[index])) }
    if isHour(in: clause) || isLength(in: clause) { signs.formUnion([.time, .content]) }
    if isResult(clause, of: sentence) { signs.insert(.cause) }
    let words = clause.lazy.map { reply.reply.tokens[$0] }.filter(\.isWordLike)
    let first = words.first?.normal ?? ""
    if Self.replies.contains(first) { signs.insert(.yesOrNo) }
    // "That depends" answers with a condition.
    if words.prefix(3).contains(where: { $0.normal == "depends" }) { signs.insert(.yesOrNo) }
    if Self.agrees(reply.reply.tokens[clause]) { signs.insert(.yesOrNo) }
    if Self.pronouns.contains(first) { signs.insert(.reference) }
    let opening = words.first { !Self.steps.contains($0.normal) }?.normal ?? ""
    if Self.instructions.contains(opening) { signs.insert(.step) }
    return signs
  }

  /// "Between ten and twelve", "from eight": a bare number after a word of time.
  private func isHour(in clause: Range<Int>) -> Bool {
    let tokens = reply.reply.tokens
    return clause.dropFirst().contains { index in
      tokens[index].kind == .number
        && ["between", "from", "around", "till", "until"].contains(tokens[index - 1].normal)
    }
  }

  /// "Ten workin days": a number with its unit, whatever stands between.
  private func isLength(in clause: Range<Int>) -> Bool {
    let tokens = reply.reply.tokens[clause]
    return tokens.indices.contains { index in
      tokens[index].kind == .number
        && tokens[index...].dropFirst().prefix(2).contains { Self.units.contains($0.normal) }
    }
  }

  private static let units: Set<String> = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
  ]

  /// "A smaller plane is flying, so seats changed": what came of something said before it in the same sentence.
  private func isResult(_ clause: Range<Int>, of sentence: ReadSentence) -> Bool {
    let words = reply.normalWords(clause)
    if let place = clause.first(where: { ["therefore", "hence"].contains(reply.reply.tokens[$0].normal) }) {
      return reply.reply.tokens[sentence.tokens.lowerBound..<place].contains(where: \.carriesContent)
    }
    guard clause.lowerBound > sentence.tokens.lowerBound, words.count >= 3, words[0] == "so",
      !["that", "i", "you", "please", "as"].contains(words[1]),
      !words.contains(where: { ["will", "can", "could", "would", "should", "may"].contains($0) })
    else { return false }
    return reply.reply.tokens[sentence.tokens.lowerBound..<clause.lowerBound].contains(
      where: \.carriesContent)
  }

  private static func signs(of token: Token) -> [AnswerFinder.Sign] {
    if !token.stance.isDisjoint(with: [.conditional, .reported, .asked]) { return [] }
    switch token.kind {
    case .time, .date, .duration: return [.time, .content]
    case .money, .percent: return [.amount, .content]
    case .number: return [.amount]
    case .identifier, .address: return [.content, .place]
    case .word:
      if ["free", "nothing", "charge"].contains(token.normal) { return [.amount, .content] }
      return token.carriesContent ? [.content] : []
    case .punctuation, .emoji: return []
    }
  }

  /// "That's possible" and "you can do that" are a yes.
  private static func agrees(_ clause: ArraySlice<Token>) -> Bool {
    guard !clause.contains(where: { !$0.stance.isDisjoint(with: [.negated, .conditional]) }) else {
      return false
    }
    let words = clause.filter(\.isWordLike).map(\.normal)
    return words.indices.dropLast(2).contains { place in
      let pair = words[place + 1...place + 2].joined(separator: " ")
      if ["that", "this", "it"].contains(words[place]), pair == "is possible" { return true }
      return words[place] == "you" && ["can do", "may do", "can have", "may have"].contains(pair)
    }
  }

  private static let replies: Set<String> = [
    "yes", "no", "yeah", "yep", "yup", "nope", "sure", "certainly", "absolutely", "definitely", "indeed",
    "correct",
    "exactly", "done", "gladly", "aye", "unfortunately", "sadly",
  ]

  /// Words before an instruction.
  private static let steps: Set<String> = [
    "first", "then", "next", "now", "just", "please", "simply", "and", "so", "finally",
  ]

  /// Verbs that open an instruction.
  private static let instructions: Set<String> = [
    "hold", "press", "go", "click", "tap", "open", "turn", "switch", "unplug", "plug", "pull", "push",
    "choose",
    "select", "type", "enter", "log", "sign", "scroll", "take", "put", "use", "try", "wait", "restart",
    "visit",
    "download", "swipe", "remove", "insert", "twist", "lift", "slide", "connect", "pick", "start", "follow",
    "find",
    "set", "dial", "send", "bring", "fill", "pop", "reply", "text", "call", "check", "look", "tick", "drag",
    "clean",
  ]

  private static let pronouns: Set<String> = [
    "it", "they", "that", "this", "these", "those", "both", "neither", "either", "one", "he", "she", "the",
  ]
}
