import Domain
import Language
import Scoring
import TouchpointKit

/// What scoring costs: lists, one reply, long talks, long replies; then which criteria cost most and how they grow.
struct ScoringBench {
  private let workplace: Workplace
  private let rubric: Rubric

  init(_ share: ShareFolder) throws {
    workplace = Workplace(share)
    rubric = try workplace.loadRubric("service-quality")
  }

  func run() throws {
    try lists()
    for (name, tier, target) in [("phrase", nil, 2), ("fast", EncoderTier.fast, 2), ("main", .main, 40)] {
      let judge = try workplace.ungatedJudge(tier)
      try reply(judge, name, target)
      try talks(judge, name)
    }
    try growth()
    kept()
  }

  /// What the first judge of a process waits for.
  func lists() throws {
    let loading = try Measured(runs: 9) { _ = try workplace.ungatedJudge(nil) }
    show("phrase lists read and compiled: \(loading.milliseconds); target < 60 ms")
  }

  /// How reading and each criterion grow: by turns, and within one reply.
  func growth() throws {
    let judge = try workplace.ungatedJudge(nil)
    growth(
      "talk of 500 and 5,000 turns", judge, Self.talk(turns: 500), Self.talk(turns: 5_000))
    growth("reply of 6.4 and 64 kB", judge, Self.long(bytes: 6_400), Self.long(bytes: 64_000))
  }

  /// The whole rubric on one exchange: a customer's turn and a reply of two sentences.
  private func reply(_ judge: Judge, _ name: String, _ target: Int) throws {
    let talks = (0..<400).map { Self.talk(turns: 2, from: $0) }
    let taken = Measured(each: talks) { _ = try? judge.judge($0, scenario: nil, house: rubric) }
    let rate = Measured.grouped(Int(1 / max(taken.seconds.reduce(0, +) / Double(taken.seconds.count), 1e-9)))
    show(
      "\(name) tier: the whole rubric on a two-sentence reply: \(taken.ends), \(rate) replies/s; target p50 < \(target) ms"
    )
  }

  private func talks(_ judge: Judge, _ name: String) throws {
    let sizes = name == "main" ? [100, 1_000] : [1_000, 10_000]
    let costs = try sizes.map { turns in
      let talk = Self.talk(turns: turns)
      return try Measured(runs: 2) { _ = try judge.judge(talk, scenario: nil, house: rubric) }
    }
    let talks = zip(sizes, costs).map { "\(Measured.grouped($0)) turns: \($1.milliseconds)" }
    show(
      "\(name) tier: a talk of \(talks.joined(separator: "; of ")); "
        + "ratio \(Measured.short(costs[1].least / max(costs[0].least, 1e-9))), linear is 10")
  }

  /// Reading and each criterion at two sizes, the second ten times the first: the costliest, and all that grow faster.
  private func growth(_ title: String, _ judge: Judge, _ small: Transcript, _ large: Transcript) {
    show("growth from a \(title); linear is 10.0, and below 2 ms it is noise:")
    let readings = [small, large].map { judge.reading($0, scenario: nil) }
    var rows = [
      (
        "reading", cost { _ = judge.reading(small, scenario: nil) },
        cost { _ = judge.reading(large, scenario: nil) }
      )
    ]
    for criterion in rubric.criteria {
      guard let kind = judge.kinds[criterion.kind] else { continue }
      let costs = readings.map { reading in cost { _ = kind.evidence(in: reading, for: criterion) } }
      rows.append((criterion.name, costs[0], costs[1]))
    }
    for rule in judge.rules.rules {
      let costs = readings.map { reading in
        cost { _ = judge.rules.breaches(of: [rule.keyword], criteria: rubric.criteria, in: reading) }
      }
      rows.append(("auto-fail/" + rule.keyword, costs[0], costs[1]))
    }
    for (place, row) in rows.sorted(by: { $0.2 > $1.2 }).enumerated() {
      let growth = row.2 / max(row.1, 1e-9)
      guard place < 5 || (growth > 15 && row.2 > 0.002) else { continue }
      show("  \(row.0): \(Measured.short(row.2 * 1_000)) ms, growth \(Measured.short(growth))")
    }
  }

  /// The least of three runs in processor time, for others work on the machine as well.
  private func cost(_ body: () -> Void) -> Double {
    Measured(each: [1, 2, 3], warmUps: 1) { _ in body() }.work[0]
  }

  /// How far the machine agrees with trainers, and with itself in other words.
  func kept() {
    agreement()
    steadiness()
  }

  /// How far other words for the same move a score, as `touchpoint rubric wordings --keep` left it.
  private func steadiness() {
    guard let record = workplace.wordingRecord else { return show("in other words: not measured yet") }
    for row in record.rows {
      let points = [row.spread, row.margin].map { "\(Double($0) / 100)" }
      show(
        "in other words, \(row.tier) tier: \(row.held) of \(row.groups) groups hold within 5 points; best and worst version \(points[0]) points apart on the mean; nine of ten within \(points[1])"
      )
    }
  }

  /// How far the machine agrees with trainers, as `touchpoint rubric test --keep` left it.
  private func agreement() {
    guard let record = workplace.agreement else { return show("agreement with trainers: not measured yet") }
    show(
      "agreement with trainers on the golden set, weighted kappa in thousandths by tier, as 'rubric test --keep' left it:"
    )
    let keywords = Dictionary(grouping: record.rows, by: \.keyword)
    for (keyword, rows) in keywords.sorted(by: { $0.key < $1.key }) {
      let tiers = rows.sorted { $0.tier < $1.tier }.map { "\($0.tier) \($0.kappa.map(String.init) ?? "-")" }
      let standing = Set(rows.map(\.standing.rawValue)).sorted().joined(separator: " or ")
      show("  \(keyword): \(tiers.joined(separator: ", ")) over \(rows[0].replies) replies, \(standing)")
    }
  }

  // MARK: Talks

  /// A talk that never says the same twice, turn about.
  static func talk(turns: Int, from seed: Int = 0) -> Transcript {
    Transcript(
      turns: (seed..<seed + turns).map { number in
        let isCustomers = (number - seed) % 2 == 0
        let text = isCustomers ? asks[number / 2 % asks.count] : answers[number / 2 % answers.count]
        return turn(text.replacing("#", with: "\(10_000 + number)"), isCustomers)
      }, conclusion: nil)
  }

  /// A talk of one ask and one very long reply.
  static func long(bytes: Int) -> Transcript {
    var text = ""
    for number in 0... where text.utf8.count < bytes {
      text += answers[number % answers.count].replacing("#", with: "\(10_000 + number)") + " "
      if text.utf8.count >= bytes { break }
    }
    return Transcript(turns: [turn(asks[0], true), turn(text, false)])
  }

  private static func turn(_ text: String, _ isCustomers: Bool) -> Turn {
    let content: Turn.Content =
      isCustomers ? .words(text) : .reply(ReplyMade(text: text, moves: [], tier: ""), waited: .zero)
    return Turn(at: .zero, speaker: isCustomers ? .customer : .trainee, channel: "chat", content: content)
  }

  private static let asks = [
    "My parcel # is six days late and nobody told me. When does it come?",
    "You charged me 49.90 EUR twice for order #. Can you please refund one, and why did it happen?",
    "I am furious, the lamp # came broken again. What do I do now?",
    "How do I reset the box? It says error # and my daughter needs it for school tomorrow.",
  ]

  private static let answers = [
    "I am sorry that parcel # is six days late. I will call the depot and write to you by 4 pm today.",
    "I see the double charge of 49.90 EUR on order #. I have refunded one of them, it takes three days.",
    "A broken lamp again, I understand how annoying that is. I can send a new one today or refund #, what suits you?",
    "Please hold the button for ten seconds, then open Settings and tap Restart. Could you tell me if # still shows?",
  ]
}
