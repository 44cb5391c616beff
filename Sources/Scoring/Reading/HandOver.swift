import Domain
import Language

/// A matter given to somebody else: by an act at the desk or in words.
struct HandOver {
  /// The reply that tells of it, when it was told.
  var reply: ReadReply?
  /// The first of the words that tell it.
  var token: Int?
  var turn: Int
  var range: TextRange
  var hasReason: Bool
  var namesWho: Bool
  var saysWhen: Bool

  func quote(_ role: Quote.Role, _ note: String) -> Quote {
    Quote(turn: turn, range: range, role: role, note: note)
  }

  static func all(in reading: Reading) -> [HandOver] {
    reading.replies.compactMap { told(in: $0) } + reading.actions.filter { $0.happened }.compactMap(act)
  }

  static func isHandingOn(_ name: String) -> Bool {
    name.split(separator: " ").contains { $0.hasPrefix("escalat") || $0 == "transfer" || $0 == "handover" }
  }

  private static func act(_ action: ReadAction) -> HandOver? {
    guard isHandingOn(action.act.taken.name) else { return nil }
    let words = Reply(action.act.taken.argument).words.count
    return HandOver(
      turn: action.turn, range: TextRange(0, 0), hasReason: words >= 3, namesWho: false, saysWhen: false)
  }

  /// Words of the trainee's own; the reason, the name and the time may stand in the sentences beside them.
  private static func told(in reply: ReadReply) -> HandOver? {
    guard
      let tokens = Hit.joined(reply.offered(.handOvers)).first(where: { isOurs($0, in: reply) })?.tokens
        ?? spelled(in: reply)
        ?? passed(in: reply),
      let place = reply.sentenceIndex(of: tokens.lowerBound)
    else { return nil }
    let near = reply.sentences.indices.filter { abs($0 - place) <= 1 }.map { reply.sentences[$0] }
    let who = reply.written(.handOverTargets)
    let reasons = reply.askedOrTold(.reasons)
    let told = refersBack(reply.sentences[place], reply) ? Array(reply.sentences[...place]) : []
    let hasReason = (near + told).contains { sentence in
      sentence.matter.contains { index in !who.contains { $0.tokens.contains(index) } }
        || reasons.contains { sentence.tokens.contains($0.tokens.lowerBound) }
    }
    return HandOver(
      reply: reply, token: tokens.lowerBound, turn: reply.turn, range: reply.range(of: tokens),
      hasReason: hasReason,
      namesWho: near.contains { sentence in who.contains { sentence.tokens.contains($0.tokens.lowerBound) } }
        || isToOurs(reply.sentences[place].tokens, reply),
      saysWhen: near.contains { saysWhen($0, reply) })
  }

  /// Given on by us: not "you can send it by post to the manager", "you're through to Marcus", "my colleague was taken
  /// ill".
  private static func isOurs(_ hit: Hit, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    let sentence = reply.sentence(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
    let lead = reply.normalWords(sentence.lowerBound..<max(sentence.lowerBound, hit.tokens.lowerBound))
    if reply.reply.tokens[hit.tokens.lowerBound].subject == .listener { return false }
    if isTheirs(lead) || isTheirs(words) || isFetched(hit, in: reply) { return false }
    return !["manager", "supervisor", "colleague", "engineer", "specialist"].contains(words.first ?? "")
      || !words.contains { ["was", "were", "had"].contains($0) }
  }

  /// "Jo'll take your bags down": heard by meaning, but what is taken is a thing, and nobody is told of the matter.
  private static func isFetched(_ hit: Hit, in reply: ReadReply) -> Bool {
    if (reply.phrases[.handOvers] ?? []).contains(where: { $0.tokens.overlaps(hit.tokens) }) { return false }
    let words = reply.normalWords(hit.tokens)
    guard let verb = words.firstIndex(where: { ["take", "bring", "carry", "fetch"].contains($0) }) else {
      return false
    }
    let thing = words[(verb + 1)...].drop {
      ["your", "the", "all", "both", "her", "his", "their"].contains($0)
    }.first
    return !["you", "it", "this", "that", "over", "care", "matter", "case", "complaint", "call"].contains(
      thing ?? "it")
  }

  /// "You can", "you need to", "you are through to": what the customer is to do, or where they are already.
  private static func isTheirs(_ words: [String]) -> Bool {
    guard let you = words.lastIndex(where: { ["i", "we", "you"].contains($0) }), words[you] == "you",
      you + 1 < words.count
    else { return false }
    return !words[..<you].contains { ["i", "we"].contains($0) }
      && ["can", "could", "may", "must", "should", "need", "are", "have"].contains(words[you + 1])
  }

  /// "I have reported it to his manager": what "it" is stands in any sentence before.
  private static func refersBack(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.normalWords(sentence.tokens).contains { ["it", "this", "that", "everything", "all"].contains($0) }
  }

  /// "I'll forward the bill and all you told me to our complaints team": a verb of giving, and later to whom.
  private static func spelled(in reply: ReadReply) -> Range<Int>? {
    for target in reply.written(.handOverTargets) where reply.isOwn(target.tokens.lowerBound) {
      guard let sentence = reply.sentence(of: target.tokens.lowerBound) else { continue }
      let before = sentence.tokens.lowerBound..<target.tokens.lowerBound
      let words = reply.reply.tokens[before].suffix(3).map(\.normal)
      guard words.contains(where: { ["to", "with", "by"].contains($0) }) else { continue }
      let verb = before.first { index in
        let token = reply.reply.tokens[index]
        return giving.contains(token.stem) && !isTheirs(reply.normalWords(sentence.tokens.lowerBound..<index))
          && token.stance.isDisjoint(with: [.negated, .conditional, .reported])
          && token.subject != .listener && token.subject != .other
      }
      if let verb { return verb..<target.tokens.upperBound }
    }
    return nil
  }

  /// "Passed this to our developers": whoever of ours it goes to.
  private static func isToOurs(_ sentence: Range<Int>, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence].filter(\.isWordLike)
    return tokens.indices.dropLast(2).contains { index in
      ["to", "with"].contains(tokens[index].normal) && tokens[index + 1].normal == "our"
        && tokens[index + 2].carriesContent
    }
  }

  /// "I will pass it for the doctor": what somebody takes on to pass or forward, whatever word leads to whom.
  private static func passed(in reply: ReadReply) -> Range<Int>? {
    Commitment.all(in: reply).map(\.tokens).first { deed in
      guard deed.upperBound < reply.reply.tokens.count, let verb = reply.reply.tokens[deed].last else {
        return false
      }
      return ["pass", "forward"].contains(verb.stem) && isMatter(at: deed.upperBound, in: reply)
    } ?? informed(in: reply)
  }

  /// "It", "the matter", "your request".
  private static func isMatter(at place: Int, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[place...].prefix(2).map(\.normal)
    guard let first = words.first else { return false }
    return ["it", "this", "that", "them"].contains(first)
      || ["the", "your"].contains(first) && matters.contains(words.last ?? "")
  }

  private static let matters: Set<String> = [
    "matter", "case", "issue", "request", "report", "fault", "problem", "job", "complaint", "query",
    "message",
  ]

  /// "I have told our repair firm. They will call you": who was told takes over.
  private static func informed(in reply: ReadReply) -> Range<Int>? {
    reply.sentences.indices.dropLast().lazy.compactMap { place -> Range<Int>? in
      let sentence = reply.sentences[place]
      let next = reply.normalWords(reply.sentences[place + 1].tokens).prefix(2)
      guard sentence.standing == .own, !sentence.isQuestion, next.count == 2,
        ["they", "he", "she"].contains(next[0]), ["will", "shall"].contains(next[1])
      else { return nil }
      let tokens = reply.reply.tokens
      let verb = sentence.tokens.dropLast().first { index in
        tokens[index].subject == .speaker && tokens[index].stance.isAsserted
          && ["told", "informed", "notified", "alerted"].contains(tokens[index].normal)
          && ["our", "my"].contains(tokens[index + 1].normal)
      }
      return verb.map { $0..<$0 + 2 }
    }.first
  }

  private static let giving = Set(
    "pass forward hand transfer escalate refer raise share discuss route flag report submit connect involve"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })

  private static func saysWhen(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let timed = sentence.tokens.contains { index in
      switch reply.reply.tokens[index].kind {
      case .time, .date, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    }
    return timed
      || reply.written(.exactTime).beginning(in: sentence.tokens).contains { !$0.isReported }
  }
}
