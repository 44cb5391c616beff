import Glibc
import Language

/// How fast replies are understood: `scoring/model`'s encoders on moves of our own making.
enum LanguageBench {
  /// Prints every figure beside its target.
  static func run(scoring: String) {
    let encoders = EncoderSet(folder: scoring + "/model")
    for tier in EncoderTier.allCases {
      guard let encoder = encoders.encoder(tier) else {
        print("\(tier.rawValue) tier: not there")
        continue
      }
      let store = MemoryVectorStore()
      let learning = Measured(runs: 9) { _ = recogniser(encoder, store) }
      print(
        "\(tier.rawValue) tier, learning 12 moves x 8 examples again: \(learning.milliseconds); target < 20 ms"
      )
      replies(recogniser(encoder, store), tier)
      if tier == .fast { bulk(encoder, store) }
    }
  }

  private static func recogniser(_ encoder: any SentenceEncoder, _ store: any VectorStore)
    -> LearnedRecogniser
  {
    LearnedRecogniser(moves, encoder: encoder, store: store, background: Background(moves.map(\.name)))
  }

  /// Two sentences beside 12 moves, and the longest reply there may be.
  private static func replies(_ recogniser: LearnedRecogniser, _ tier: EncoderTier) {
    let times = (0..<300).map { number in
      let start = Measured.now()
      _ = recogniser.understand(
        Reply("I am so sorry about the lamp, that is case \(number). I will send you a new one on Friday."))
      return Measured.now() - start
    }.sorted()
    let target = tier == .main ? "40" : "1"
    print(
      "\(tier.rawValue) tier, two sentences: p50 \(short(times[150])) ms, p99 \(short(times[297])) ms; target p99 < \(target) ms"
    )
    let long = String(repeating: "I am sorry about the lamp, and I will look. ", count: 1_500)
    let longest = Measured(runs: 3) { _ = recogniser.understand(Reply(long)) }
    print("\(tier.rawValue) tier, a reply of \(long.utf8.count / 1_024) kB: \(longest.milliseconds)")
  }

  /// Short replies by the table, on one core, and what memory grew by.
  private static func bulk(_ encoder: any SentenceEncoder, _ store: any VectorStore) {
    let examples = moves.flatMap { move in move.like.map { (label: move.name, text: $0) } }
    let batch = MovesBatch(examples: examples, encoder: encoder, store: store)
    let texts = (0..<5_000).map { "could you send me lamp number \($0) please" }
    _ = batch.rows(texts)
    let before = residentPages()
    let measured = Measured(runs: 19) { _ = batch.rows(texts) }
    print("fast tier, short replies: \(measured.rate(of: texts.count, "replies")); target >= 20,000")
    print("memory grown over 100,000 replies: \((residentPages() - before) * 4) kB")
  }

  private static func short(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100_000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func residentPages() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 200)
    guard fgets(&line, 200, file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  /// Twelve moves of eight examples each.
  private static let moves: [MoveExamples] = {
    let deeds = [
      "send you a new", "look for the", "repair your", "refund the", "explain the", "order another",
      "pack the",
      "ask about the", "replace your", "check the", "collect your old", "describe the",
    ]
    let things = ["lamp", "kettle", "blue chair", "parcel", "bill", "router", "ticket", "contract"]
    return deeds.map { deed in MoveExamples(name: deed, like: things.map { "I will \(deed) \($0) for you" }) }
  }()
}
