import Domain
import Foundation
import Language
import TouchpointKit

/// What understanding a reply costs as a whole: moves, tone and facts together, on both tiers.
struct UnderstandingBench {
  private let share: ShareFolder
  private let encoders: EncoderSet
  private let moves: [MoveExamples]
  private let background: Background
  private let facts: FactModel

  /// Twelve moves of eight examples each, from the bundled scenarios.
  init(_ share: ShareFolder) throws {
    self.share = share
    encoders = EncoderSet(folder: share.scoring + "/model")
    let talk = try Self.text(share.scoring + "/background/agent-talk.txt")
    background = Background(talk.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    facts = try OpeningBench(share).factModel()
    moves = try Self.moves(share)
  }

  /// What is paid once and the fast tier's replies alone: short enough to count instructions (`valgrind`).
  func runFast() throws {
    try OpeningBench(share).run()
    if let fast = encoders.fast { try reply(fast) }
  }

  /// Prints every figure with its target, then the peers' in the same run.
  func run() throws {
    try OpeningBench(share).run()
    for tier in [EncoderTier.main, .fast] {
      if let encoder = encoders.encoder(tier) { try reply(encoder) }
    }
    if let fast = encoders.fast {
      batch(fast)
      try growth(fast)
    }
    LanguagePeers(moves: moves, replies: (0..<200).map(Self.twoSentences)).run()
  }

  /// A two-sentence reply against twelve moves, every signal of tone and ten facts; then one of 64 kB.
  private func reply(_ encoder: any SentenceEncoder) throws {
    let reader = try reader(encoder)
    let name = encoder.tier.rawValue
    let learning = Measured(runs: 9) { _ = reader.learned() }
    let count = moves.reduce(0) { $0 + $1.like.count }
    show(
      "\(name) tier: learning \(moves.count) moves, \(count) examples, vectors kept: \(learning.milliseconds); target < 20 ms"
    )
    let target = encoder.tier == .main ? 40 : 1
    let replies = (0..<(encoder.tier == .main ? 200 : 2_000)).map(Self.twoSentences)
    let taken = Measured(each: replies) { reader.read($0) }
    show(
      "\(name) tier: moves, tone and ten facts of a two-sentence reply: \(taken.ends); target p99 < \(target) ms"
    )
    let heard = Measured(each: Array(replies.prefix(500)), reader.hearActs)
    show("\(name) tier: acts of a two-sentence reply: \(heard.ends)")
    for (part, act) in reader.parts {
      let aim = encoder.tier == .fast && part == "ten facts" ? "; target p99 < 0.30 ms" : ""
      show("  \(part) alone: \(Measured(each: Array(replies.prefix(500)), act).ends)\(aim)")
    }
    let long = String(repeating: Self.twoSentences(1) + ". ", count: 64 * 1_024 / 110)
    show(
      "\(name) tier: a reply of \(long.utf8.count / 1_024) kB: \(Measured(runs: 3) { reader.read(long) }.milliseconds)\(encoder.tier == .fast ? "; target < 100 ms" : "")"
    )
  }

  private func batch(_ fast: any SentenceEncoder) {
    let examples = moves.flatMap { move in move.like.map { (label: move.name, text: $0) } }
    let batch = MovesBatch(examples: examples, background: background, encoder: fast)
    let replies = (0..<20_000).map(Self.short)
    let taken = Measured(runs: 3) { _ = batch.rows(replies) }
    show(
      "fast tier: moves of short replies in one batch: \(taken.rate(of: replies.count, "replies")); target >= 20,000"
    )
  }

  /// Memory before and after a hundred thousand replies, after a warm-up.
  private func growth(_ fast: any SentenceEncoder) throws {
    let reader = try reader(fast)
    for number in 0..<1_000 { reader.read(Self.short(number)) }
    let before = Self.residentKilobytes
    for number in 0..<100_000 { reader.read(Self.short(number)) }
    let grown = Self.residentKilobytes - before
    show("fast tier: memory grown over 100,000 replies: \(grown) kB, from \(before) kB; target 0")
  }

  private func reader(_ encoder: any SentenceEncoder) throws -> WholeReader {
    try WholeReader(
      moves: moves, background: background, encoder: encoder, scoring: share.scoring,
      facts: FactReader(encoders, model: facts, tier: encoder.tier))
  }

  /// Two sentences of an agent, no two alike.
  private static func twoSentences(_ number: Int) -> String {
    "I'm sorry that you were charged twice for the blue kettle. You will have the £20 back on your card by Friday, case \(number)"
  }

  private static func short(_ number: Int) -> String { "I have sent the refund for order \(number) today" }

  private static func moves(_ share: ShareFolder) throws -> [MoveExamples] {
    let workplace = Workplace(share)
    let all = try workplace.scenarios.flatMap { try workplace.load($0.id).scenario.moves }
      .filter { !$0.like.isEmpty }
    return all.sorted { ($1.like.count, $0.name) < ($0.like.count, $1.name) }.prefix(12).enumerated().map {
      number, move in
      let more = move.like.map { "Right, so " + $0 }
      return MoveExamples(
        name: "\(move.name)-\(number)", like: Array((move.like + more).prefix(8)), notLike: move.notLike)
    }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// What the kernel counts as ours in memory now.
  private static var residentKilobytes: Int {
    let fields = (try? text("/proc/self/statm"))?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4 : 0
  }
}

/// Everything that is read in a reply, with one encoder.
private struct WholeReader {
  private let background: Background
  private let moves: [MoveExamples]
  private let encoder: any SentenceEncoder
  private let store = MemoryVectorStore()
  private let tone: ToneReader
  private let acts: ActReader
  private let facts: FactReader
  private let statements: [PreparedFact]
  private let recogniser: LearnedRecogniser

  init(
    moves: [MoveExamples], background: Background, encoder: any SentenceEncoder, scoring: String,
    facts: FactReader
  ) throws {
    self.background = background
    self.moves = moves
    self.encoder = encoder
    self.facts = facts
    tone = try ToneReader(folder: scoring + "/tone", encoder: encoder)
    acts = try ActReader(folder: scoring + "/acts", lexicon: tone.lexicon, encoder: encoder)
    statements = (1...10).map { number in
      facts.prepare(FactStatement(["The refund of £\(number)0 reaches the card within five working days"]))
    }
    recogniser = LearnedRecogniser(moves, encoder: encoder, store: store, background: background)
  }

  /// Learns again, with the examples' vectors kept.
  func learned() -> LearnedRecogniser {
    LearnedRecogniser(moves, encoder: encoder, store: store, background: background)
  }

  var parts: [(String, (String) -> Void)] {
    [("moves", { hear(Reply($0)) }), ("tone", { sound(Reply($0)) }), ("ten facts", { judge(Reply($0)) })]
  }

  func read(_ text: String) {
    let reply = Reply(text)
    hear(reply)
    sound(reply)
    judge(reply)
  }

  /// What the sentences do; not part of `read`.
  func hearActs(_ text: String) { _ = acts.acts(in: Reply(text), from: .agent) }

  private func hear(_ reply: Reply) { _ = recogniser.understand(reply, names: NameHints([])) }
  private func sound(_ reply: Reply) { _ = tone.read(reply) }
  private func judge(_ reply: Reply) {
    let read = facts.prepare(sentencesOf: reply)
    for fact in statements { _ = facts.judge(read, fact) }
  }
}
