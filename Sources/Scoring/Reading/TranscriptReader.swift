import Domain
import Language

/// Walks a transcript once and sorts its turns.
struct TranscriptReader {
  let scenario: Scenario?
  let lexicons: Lexicons
  let names: NameHints
  private(set) var replies: [ReadReply] = []
  private(set) var heard: [HeardTurn] = []
  private(set) var actions: [ReadAction] = []
  private(set) var matter: Set<String> = []
  private var standing = StandingJudge()
  /// What the program shows to whoever plays or was judged.
  private let shown: ShownLines
  /// Texts read already, with their phrases, by turn.
  private var known: [Int: Known] = [:]
  private let hearing: ActReader?

  private struct Known {
    var reply: Reply
    /// Phrases of the lists alone.
    var phrases: [LexiconName: [Hit]]
    var heard: HeardActs

    /// Phrases and acts together.
    var hits: [LexiconName: [Hit]] { HeardHits.joined(phrases, heard.acts, in: reply) }
  }

  init(
    scenario: Scenario?, lexicons: Lexicons, name: String, hearing: ActReader?, shown: ShownLines,
    known: Reading? = nil
  ) {
    self.scenario = scenario
    self.lexicons = lexicons
    self.hearing = hearing
    self.shown = shown
    names = name.isEmpty ? [] : NameHints([name])
    for turn in known?.heard ?? [] {
      self.known[turn.turn] = Known(reply: turn.reply, phrases: turn.phrases, heard: turn.meaning)
    }
    for reply in known?.replies ?? [] {
      self.known[reply.turn] = Known(reply: reply.reply, phrases: reply.phrases, heard: reply.meaning)
    }
  }

  mutating func read(_ transcript: Transcript) {
    if let scenario { takeUpRecords(of: scenario) }
    if shown.areThePlay(of: transcript) { standing.pastedFrom = shown }
    let nameStems = Set(Reply(scenario?.customer.name ?? "").words.map(\.stem))
    for (index, turn) in transcript.turns.enumerated() where !isByTrainee(turn) {
      guard turn.speaker == .customer, let text = turn.text else { continue }
      matter.formUnion(Self.matterStems(understood(text, at: index, from: .customer).reply))
    }
    matter.subtract(nameStems)
    for (index, turn) in transcript.turns.enumerated() { read(turn, at: index) }
  }

  private func isByTrainee(_ turn: Turn) -> Bool { turn.speaker == .trainee && !turn.isEarlier }

  private mutating func read(_ turn: Turn, at index: Int) {
    switch turn.content {
    case .words(let text):
      if isByTrainee(turn) { reply(text, turn, index) } else { hear(text, turn, index) }
    case .reply(let made, let waited): reply(made.text, turn, index, waited: waited, isChosen: made.isChosen)
    // What a customer or a bot does is no deed of who is judged.
    case .action(let act) where turn.speaker == .trainee:
      actions.append(ReadAction(turn: index, act: act, repliesBefore: replies.count))
    case .action, .hint: break
    }
  }

  /// A turn's text with its phrases, read once.
  private mutating func understood(_ text: String, at index: Int, from side: TalkSide) -> Known {
    if let known = known[index], known.reply.text == text { return known }
    let reply = Reply(text, spelling: lexicons.spelling, names: names)
    let read = Known(
      reply: reply, phrases: lexicons.hits(in: reply, names: names),
      heard: hearing?.heard(in: reply, from: side) ?? HeardActs())
    known[index] = read
    return read
  }

  private mutating func hear(_ text: String, _ turn: Turn, _ index: Int) {
    let read = understood(text, at: index, from: turn.speaker == .customer ? .customer : .agent)
    let reply = read.reply
    for sentence in reply.sentences { standing.hear(reply.words(in: sentence.tokens)) }
    heard.append(
      HeardTurn(
        turn: index, speaker: turn.speaker, isEarlier: turn.isEarlier, reply: reply, phrases: read.phrases,
        meaning: read.heard, hits: read.hits))
  }

  private mutating func reply(
    _ text: String, _ turn: Turn, _ index: Int, waited: Milliseconds = .zero, isChosen: Bool = false
  ) {
    let read = understood(text, at: index, from: .agent)
    let reply = read.reply
    let sentences = readSentences(of: reply, read.phrases, isChosen: isChosen)
    replies.append(
      ReadReply(
        turn: index, number: replies.count + 1, channel: turn.channel, waited: waited, reply: reply,
        sentences: sentences, phrases: read.phrases, meaning: read.heard, hits: read.hits))
  }

  // MARK: Sentences

  /// Lists whose phrases a gamer would string together.
  private static let baits: [LexiconName] = [
    .feelings, .impact, .stakes, .apology, .ownership, .exactTime, .alternatives, .reasons, .courtesy,
    .outcomes, .actionVerbs, .promises,
  ]

  private mutating func readSentences(
    of reply: Reply, _ hits: [LexiconName: [Hit]], isChosen: Bool
  ) -> [ReadSentence] {
    let baits = baitStarts(hits)
    return reply.sentences.map { sentence in
      let words = reply.words(in: sentence.tokens)
      // "Please" builds a sentence as a grammar word does.
      let grammar =
        words.count { WordLists.grammar.contains($0) || $0 == "please" } * 1_000 / max(words.count, 1)
      let lists = Set(sentence.tokens.flatMap { baits[$0] ?? [] }).count
      let commas = reply.tokens[sentence.tokens].count { $0.normal == "," || $0.normal == ";" }
      let matter = sentence.tokens.filter { isMatter(reply.tokens[$0]) }
      let make = StandingJudge.Make(
        words: words, grammarShare: grammar, lists: lists, baits: sentence.tokens.count { baits[$0] != nil },
        parts: commas + 1, matter: matter.count, isChosen: isChosen)
      return ReadSentence(
        tokens: sentence.tokens, range: TextRange(sentence.range),
        standing: standing.standing(make),
        matter: matter, wordCount: words.count,
        grammarShare: grammar, isQuestion: Self.isQuestion(reply, sentence.tokens))
    }
  }

  private func baitStarts(_ hits: [LexiconName: [Hit]]) -> [Int: Set<LexiconName>] {
    var starts: [Int: Set<LexiconName>] = [:]
    for list in Self.baits {
      for hit in hits[list] ?? [] { starts[hit.tokens.lowerBound, default: []].insert(list) }
    }
    return starts
  }

  /// Whether a sentence wants something told or given: "please tell me", not "please open the app".
  private static func isQuestion(_ reply: Reply, _ tokens: Range<Int>) -> Bool {
    if reply.tokens[tokens].contains(where: { $0.normal == "?" }) { return true }
    let first = reply.clauses.lead { $0.tokens.lowerBound < tokens.lowerBound }
    return reply.clauses[first...].prefix { tokens.contains($0.tokens.lowerBound) }.contains { clause in
      let words = reply.tokens[clause.tokens]
      return words.contains { $0.stance.contains(.requested) } && !Instruction.isStep(words)
    }
  }

  // MARK: The matter

  /// The customer's word, or another for the same thing.
  private func isMatter(_ token: Token) -> Bool {
    Self.saysSomething(token)
      && (matter.contains(token.stem) || Term.of(token).map(matter.contains) ?? false)
  }

  private static func saysSomething(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .money: true
    case .word: token.carriesContent
    case .number, .percent, .duration, .time, .date, .address, .punctuation, .emoji: false
    }
  }

  /// The stems, and beside them the terms that words of one meaning share.
  private static func matterStems(_ reply: Reply) -> [String] {
    let tokens = reply.tokens.filter(saysSomething)
    return tokens.map(\.stem) + tokens.compactMap(Term.of)
  }

  /// Orders and articles are part of the matter; articles must not be pasted.
  private mutating func takeUpRecords(of scenario: Scenario) {
    for order in scenario.customer.orders {
      matter.formUnion(Self.matterStems(Reply(order.id)))
      for field in order.fields { matter.formUnion(Self.matterStems(Reply(field.text))) }
    }
    for article in scenario.articles {
      let reply = Reply(article.text)
      for sentence in reply.sentences { standing.hear(reply.words(in: sentence.tokens)) }
      matter.formUnion(Self.matterStems(reply))
    }
  }
}
