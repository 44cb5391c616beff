import Domain
import Language

/// One reply of the trainee, read once: its words, its sentences, and every phrase of the lists in it.
public struct ReadReply: Sendable {
  /// Index into the transcript's turns.
  public let turn: Int
  /// Which reply of the trainee it is, from 1.
  public let number: Int
  /// Name of the channel it was sent on.
  public let channel: String
  /// How long the customer had waited; zero in untimed transcripts.
  public let waited: Milliseconds
  let reply: Reply
  let sentences: [ReadSentence]
  /// Phrases of the lists alone.
  let phrases: [LexiconName: [Hit]]
  /// What was heard by meaning.
  let meaning: HeardActs
  /// Both together, by list.
  let hits: [LexiconName: [Hit]]
  /// What the trainee, or somebody else, can be held to by it, in order.
  private(set) var commitments: [Commitment] = []

  init(
    turn: Int, number: Int, channel: String, waited: Milliseconds, reply: Reply, sentences: [ReadSentence],
    phrases: [LexiconName: [Hit]], meaning: HeardActs, hits: [LexiconName: [Hit]]
  ) {
    self.turn = turn
    self.number = number
    self.channel = channel
    self.waited = waited
    self.reply = reply
    self.sentences = sentences
    self.phrases = phrases
    self.meaning = meaning
    self.hits = hits
    commitments = Commitment.read(self)
  }

  var acts: [HeardAct] { meaning.acts }

  /// The words as sent.
  public var text: String { reply.text }

  /// Phrases of a list that may earn: meant as said, in a sentence of the trainee's own.
  func earning(_ lists: LexiconName...) -> [Hit] {
    merged(lists).filter { $0.holds && isOwn($0.tokens.lowerBound) }
  }

  /// The same, but questions count too: "shall I send a new one?"
  func offered(_ lists: LexiconName...) -> [Hit] {
    merged(lists).filter { $0.isOffered && isOwn($0.tokens.lowerBound) }
  }

  /// Phrases of a list that are meant as said, wherever they stand; for what must not be said.
  func told(_ lists: LexiconName...) -> [Hit] { merged(lists).filter(\.holds) }

  /// Phrases of a list asked or said, unless denied, put under a condition or reported.
  func askedOrTold(_ lists: LexiconName...) -> [Hit] { merged(lists).filter(\.isOffered) }

  /// Phrases of a list however they were meant, unless reported as another's words.
  func mentioned(_ lists: LexiconName...) -> [Hit] { merged(lists).filter { !$0.isReported } }

  /// Phrases of a list however they were meant, reported ones among them.
  func written(_ list: LexiconName) -> [Hit] { hits[list] ?? [] }
  /// Phrases of a list that are not denied, in a sentence of the trainee's own: told, asked, supposed or reported.
  func named(_ lists: LexiconName...) -> [Hit] {
    merged(lists).filter { !$0.isDenied && isOwn($0.tokens.lowerBound) }
  }

  private func merged(_ lists: [LexiconName]) -> [Hit] {
    if lists.count == 1 { return hits[lists[0]] ?? [] }
    return lists.flatMap { hits[$0] ?? [] }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The sentence a token stands in; nil between sentences.
  func sentence(of token: Int) -> ReadSentence? { sentenceIndex(of: token).map { sentences[$0] } }

  /// Index of the sentence a token stands in, found by halving.
  func sentenceIndex(of token: Int) -> Int? {
    let low = sentences.lead { $0.tokens.upperBound <= token }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }

  /// The clause a token stands in, found by halving; nil between clauses.
  func clause(of token: Int) -> Passage? {
    let low = reply.clauses.lead { $0.tokens.upperBound <= token }
    return low < reply.clauses.count && reply.clauses[low].tokens.contains(token) ? reply.clauses[low] : nil
  }

  func isOwn(_ token: Int) -> Bool { sentence(of: token)?.standing == .own }

  /// The words at a range of the text.
  func words(at range: TextRange) -> String {
    let bytes = text.utf8
    let lower = min(max(range.start, 0), bytes.count)
    let upper = min(max(range.end, lower), bytes.count)
    return String(decoding: bytes.dropFirst(lower).prefix(upper - lower), as: UTF8.self)
  }

  /// The stretch from the first to the last of these tokens.
  func range(of tokens: Range<Int>) -> TextRange {
    let inside = tokens.clamped(to: reply.tokens.indices)
    guard let first = inside.first, let last = inside.last else { return TextRange(0, 0) }
    return TextRange(reply.tokens[first].range).through(TextRange(reply.tokens[last].range))
  }

  /// The token just before an index, skipping adverbs, or nil at the start of its sentence.
  func word(before index: Int, skipping: Set<String> = []) -> String? {
    guard let sentence = sentence(of: index) else { return nil }
    var position = index - 1
    while position >= sentence.tokens.lowerBound {
      let token = reply.tokens[position]
      if token.isWordLike, !skipping.contains(token.normal) { return token.normal }
      position -= 1
    }
    return nil
  }

  /// The words kept as a quotation of this reply.
  func quote(_ range: TextRange, _ role: Quote.Role, _ note: String = "") -> Quote {
    Quote(turn: turn, range: range, role: role, note: note)
  }
}
