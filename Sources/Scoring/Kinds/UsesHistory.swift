import Domain
import Language

/// Whether the trainee takes up what came before this talk, and does not start from nothing.
///
/// Does not apply where there is no history: no earlier message, and no word of the customer's about one.
struct UsesHistory: CriterionKind {
  let keyword = "uses-history"
  let summary =
    "Takes up what came before: earlier messages, a bot, an earlier contact; starts not from nothing."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    guard Self.hasHistory(reading) else {
      return Finding.notApplicable("There was no earlier contact that could be taken up.")
    }
    let before = Past(reading)
    let taken = reading.replies.lazy.compactMap { reply in before.taken(up: reply).map { (reply, $0) } }.first
    let restart = Self.restart(in: reading, before)
    var finding = Finding()
    finding.ask("Takes up what came before", taken != nil)
    finding.ask(
      "Does not start from nothing", restart == nil && (taken != nil || reading.usefulWork >= 2))
    if let (reply, tokens) = taken {
      finding.quote(reply.quote(reply.range(of: tokens), .earned, "takes it up"))
    }
    if let (reply, hit) = restart {
      finding.quote(reply.quote(hit.range, .lost, "as if nothing had been said"))
    }
    return finding.evidence(
      Self.reason(isTaken: taken != nil, restarts: restart != nil),
      better: restart == nil ? criterion.better : criterion.better ?? Self.model)
  }

  private static let model = "I have read what was written so far, so you need not tell it again."

  private static func hasHistory(_ reading: Reading) -> Bool {
    reading.heard.contains(where: \.isEarlier)
      || reading.customerTurns.contains { !$0.mentions(.earlierContact).isEmpty }
  }

  /// The first question that starts again, put before anything of the past was taken up in its reply.
  private static func restart(in reading: Reading, _ past: Past) -> (ReadReply, Hit)? {
    for reply in reading.replies {
      let taken = past.used(in: reply)?.lowerBound ?? .max
      let hit = reply.askedOrTold(.asksProblem, .startsOver).first { hit in
        hit.tokens.lowerBound < taken && isOpenQuestion(hit, reply)
      }
      if let hit { return (reply, hit) }
      if past.taken(up: reply) != nil { return nil }
    }
    return nil
  }

  /// "How can I help you?", not "how else can I help?" and not "I will find out what happened".
  private static func isOpenQuestion(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let isFurther = reply.reply.tokens[sentence.tokens].contains {
      ["else", "further", "also", "first", "more"].contains($0.normal)
    }
    let isOwnDeed = reply.reply.tokens[hit.tokens.lowerBound].subject == .speaker && !sentence.isQuestion
    return !isFurther && !isOwnDeed
      && (sentence.isQuestion || reply.reply.stance(of: hit.tokens).contains(.asked)
        || reply.reply.stance(of: hit.tokens).contains(.requested))
  }

  private static func reason(isTaken: Bool, restarts: Bool) -> String {
    if restarts { return "The customer has to begin again, though the thread was in front of you." }
    return isTaken
      ? "The customer sees that what came before was read."
      : "There is a history to this; say what you have read of it."
  }

  let examples = UsesHistoryExamples.all
}

/// What was said before the trainee came in, and how a reply can take it up.
private struct Past {
  private var terms: Set<String> = []
  private var values: [Value] = []
  /// When the customer was in touch before, in their own words.
  private var contacts: [Value] = []
  /// Whether anything of what came before stands in the thread.
  private var isShown = false

  init(_ reading: Reading) {
    let names = Set(reading.customerNames)
    for turn in reading.heard where turn.isEarlier {
      terms.formUnion(turn.reply.tokens.filter { !names.contains($0.normal) }.compactMap(Term.of))
      values += turn.reply.tokens.filter { $0.kind != .number }.compactMap(\.value)
      isShown = true
    }
    for turn in reading.customerTurns where !turn.isEarlier {
      let told = turn.mentions(.earlierContact).map(\.tokens.lowerBound)
      for sentence in turn.reply.sentences where told.contains(where: sentence.tokens.contains) {
        contacts += turn.reply.tokens[sentence.tokens].filter { [.date, .time, .duration].contains($0.kind) }
          .compactMap(\.value)
      }
    }
  }

  /// The same, thanks for an earlier message left out: they show that there was one, not that it was read.
  func used(in reply: ReadReply) -> Range<Int>? {
    let taken = taken(up: reply)
    guard let sentence = taken.flatMap({ reply.sentence(of: $0.lowerBound) }),
      reply.told(.thanks).contains(where: { sentence.tokens.contains($0.tokens.lowerBound) })
    else { return taken }
    return reply.sentences.lazy.filter { $0.standing == .own && $0.tokens != sentence.tokens }
      .compactMap { echo(in: $0, reply) }.first
  }

  /// The first words of a reply that take up the past: a word about it, or two things said in it.
  func taken(up reply: ReadReply) -> Range<Int>? {
    let said = reply.named(.history).first { hit in
      reply.sentence(of: hit.tokens.lowerBound).map { $0.wordCount >= 4 && !isOfThisTalk(hit, in: $0, reply) }
        ?? false
    }?.tokens
    let echoed = reply.sentences.lazy.filter { $0.standing == .own }.compactMap { echo(in: $0, reply) }.first
    guard let said, let echoed else { return said ?? echoed }
    return said.lowerBound <= echoed.lowerBound ? said : echoed
  }

  /// "As you said, the lamp flickers": what the customer said a moment ago, where nothing earlier stands in the thread.
  private func isOfThisTalk(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(hit.tokens)
    guard !isShown, words.contains("you"), words.contains(where: Self.saying.contains) else { return false }
    return !reply.reply.tokens[sentence.tokens].contains { token in
      Self.earlier.contains(token.normal) || [.date, .time, .duration].contains(token.kind)
    }
  }

  private static let saying: Set<String> = [
    "said", "say", "told", "mention", "mentioned", "explained", "described",
  ]
  /// What sets an earlier talk apart from this one.
  private static let earlier: Set<String> = [
    "us", "our", "colleague", "colleagues", "bot", "chatbot", "assistant", "team", "already", "before",
    "earlier", "last", "twice", "previously", "again", "when", "him", "her", "them",
  ]

  /// "After Tuesday's call", not "I book it for Tuesday".
  private func recalls(_ index: Int, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    guard let value = reply.reply.tokens[index].value, contacts.contains(where: { $0.agrees(with: value) })
    else {
      return false
    }
    let words = reply.normalWords(sentence.tokens)
    return !sentence.isQuestion && !words.contains { ["will", "shall", "can", "by", "until"].contains($0) }
      && !Commitment.all(in: reply).contains { sentence.tokens.contains($0.tokens.lowerBound) }
  }

  /// "Please send us photos", "have you tried levelling the feet?": what was given or done is asked for again.
  private static func asksAfresh(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    let opens = words.first(where: { !["hello", "hi", "dear", "and", "ok", "so"].contains($0) }) ?? ""
    let orders = words.contains("please") && !words.contains { ["i", "we"].contains($0) }
    let tries = zip(words, words.dropFirst()).contains { $0.0 == "you" && ["tried", "try"].contains($0.1) }
    return orders || tries && sentence.isQuestion || ["try", "what"].contains(opens)
      || sentence.isQuestion && reply.hears(.startsOver, .asksDetail, in: sentence, surely: 0.7)
        && !reply.hears(.recap, .history, in: sentence)
  }

  private func echo(in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int>? {
    guard !Self.asksAfresh(sentence, reply) else { return nil }
    let shared = reply.terms(in: sentence).filter { terms.contains($0.term) }
    let agreeing = sentence.tokens.filter { index in
      guard let value = reply.reply.tokens[index].value else { return false }
      return values.contains { $0.agrees(with: value) } || recalls(index, in: sentence, reply)
    }
    let places = (shared.map(\.index) + agreeing).sorted()
    let isEnough = Set(shared.map(\.term)).count >= 2 || !agreeing.isEmpty
    guard isEnough, let first = places.first, let last = places.last else { return nil }
    return first..<last + 1
  }
}
