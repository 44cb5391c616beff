import Domain
import Language

/// A transcript prepared once for all criteria: who said what, with every phrase found and every sentence weighed.
///
/// Time and memory are linear in the words of the transcript.
public struct Reading: Sendable {
  public let transcript: Transcript
  /// The scenario it was played from, when known; criteria that need one do not apply without it.
  public let scenario: Scenario?
  /// The trainee's replies in order.
  public let replies: [ReadReply]
  let heard: [HeardTurn]
  /// Turns of the customer, those before the trainee came in among them.
  let customerTurns: [HeardTurn]
  /// Stems of what the customer said.
  let customerStems: Set<String>
  /// Stems of every word the customer said, grammar and small talk among them.
  let saidStems: Set<String>
  /// What the customer said, word for word.
  let customerRuns: WordRuns
  /// How much useful work the trainee did, of `UsefulWork`.
  private(set) var usefulWork = 0
  /// The same in thousandths, up to what manner is asked for.
  private(set) var workMeasure = 0
  /// What the customer asks, in order.
  private(set) var asks: [CustomerAsk] = []
  /// The same by turn.
  private(set) var asksByTurn: [Int: [CustomerAsk]] = [:]
  let actions: [ReadAction]
  /// Stems of what the customer and the records speak of.
  let matter: Set<String>
  /// The customer's name as one may say it, in normal form; empty when it is not known.
  let customerNames: [String]
  let channels: ChannelCatalog
  let lexicons: Lexicons
  /// What reads facts and tone.
  let understanding: MeaningReader

  /// Reads a transcript.
  ///
  /// `customerName` is for transcripts without a scenario; a scenario's own name goes before it. Turns that stand
  /// unchanged in `known`, a reading with the same lists and names, are not read again.
  public init(
    _ transcript: Transcript, scenario: Scenario? = nil, lexicons: Lexicons,
    channels: ChannelCatalog = .standard, customerName: String? = nil, understanding: MeaningReader = .words,
    known: Reading? = nil
  ) {
    self.init(
      transcript, scenario: scenario, lexicons: lexicons, channels: channels, customerName: customerName,
      understanding: understanding, shown: ShownLines(ShownLines.written(in: scenario, nil)), known: known)
  }

  /// The same with the lines that the program shows already cut.
  init(
    _ transcript: Transcript, scenario: Scenario?, lexicons: Lexicons, channels: ChannelCatalog,
    customerName: String?, understanding: MeaningReader, shown: ShownLines, known: Reading?
  ) {
    let name = scenario?.customer.name ?? customerName ?? ""
    var reader = TranscriptReader(
      scenario: scenario, lexicons: lexicons, name: name, hearing: understanding.acts, shown: shown,
      known: known)
    reader.read(transcript)
    self.transcript = transcript
    self.scenario = scenario
    replies = reader.replies
    heard = reader.heard
    customerTurns = heard.filter { $0.speaker == .customer }
    customerStems = Set(customerTurns.flatMap { $0.reply.tokens.filter(\.carriesContent).map(\.stem) })
    saidStems = Set(customerTurns.flatMap { $0.reply.tokens.map(\.stem) })
    customerRuns = customerTurns.reduce(into: WordRuns()) { $0.hear($1.reply.words.map(\.normal)) }
    actions = reader.actions
    matter = reader.matter
    customerNames = Reply(name).words.map(\.normal)
    self.channels = channels
    self.lexicons = lexicons
    self.understanding = understanding
    usefulWork = UsefulWork.amount(in: self)
    workMeasure = UsefulWork.measure(in: self)
    asks = AskReader.asks(in: self)
    asksByTurn = Dictionary(grouping: asks, by: \.turn)
    features = TalkFeatures(self)
  }

  /// What the learned checks see of it; nil where nothing is heard by meaning, or nothing was said.
  private(set) var features: TalkFeatures?

  /// The channel of a reply: the scenario's own value of it, or the catalogue's.
  func channel(of reply: ReadReply) -> Channel? {
    scenario?.channels.first { $0.name == reply.channel } ?? channels[reply.channel]
  }

  /// The customer's turns of a stretch of the talk, found from its end.
  func customerTurns(in turns: Range<Int>) -> [HeardTurn] {
    var found: [HeardTurn] = []
    var next = turns.upperBound
    while let turn = customerTurn(before: next), turn.turn >= turns.lowerBound {
      found.append(turn)
      next = turn.turn
    }
    return found.reversed()
  }

  /// What the customer said last before a turn, found by halving.
  func customerTurn(before turn: Int) -> HeardTurn? {
    let low = customerTurns.lead { $0.turn < turn }
    return low > 0 ? customerTurns[low - 1] : nil
  }

  /// So many of the things others said last before a turn, found by halving.
  func heard(before turn: Int, most: Int) -> ArraySlice<HeardTurn> {
    let low = heard.lead { $0.turn < turn }
    return heard[..<low].suffix(most)
  }

  /// Whether the customer, or whoever spoke before, told of something that went wrong.
  var troubleTold: Bool { heard.contains { $0.speaker == .customer && !$0.mentions(.trouble).isEmpty } }

  /// Whether the session came to an ending.
  var isConcluded: Bool { transcript.conclusion?.ending != nil }
}
