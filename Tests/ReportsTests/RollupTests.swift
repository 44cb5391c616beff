import Domain
import Testing

@testable import Reports

@Suite struct `A rollup` {
  @Test func `of nothing is empty`() {
    let rollup = Rollup([], asOf: now)
    #expect(rollup.people == [])
    #expect(rollup.skills == [])
  }

  @Test(
    arguments: [
      ([1], 1, .tooFew, nil), ([2], 1, .tooFew, nil), ([1, 1], 2, .tooFew, nil),
      ([3], 1, .provisional, 6_000),
      ([40], 1, .provisional, 6_000), ([8, 8, 8, 8, 8], 1, .provisional, 6_000),
      ([4, 4], 2, .provisional, 6_000), ([1, 1, 2], 2, .provisional, 6_000),
      ([1, 2, 2], 2, .measured, 6_000),
    ] as [([Int], Int, Standing, Int?)])
  func `shows no more than so many marks, sessions and scenarios allow`(
    _ marks: [Int], _ scenarios: Int, _ standing: Standing, _ level: Int?
  ) {
    let sessions = marks.enumerated().map { place, count in
      session(
        "s\(place)", of: "Ada", scenario: "scenario-\(place % scenarios)",
        shares: ["clarity": Array(repeating: 6_000, count: count)])
    }
    let cell = Rollup(sessions, asOf: now).people[0].cells[0]
    #expect(cell.estimate == SkillEstimate(level: level, standing: standing))
  }

  @Test func `takes names that differ in capitals and blanks for one person's, and says so`() {
    let sessions = [
      session("a", of: "Kim", at: now - 3 * day), session("b", of: " kim ", at: now - 2 * day),
      session("c", of: "Bo"),
    ]
    let rollup = Rollup(sessions, asOf: now)
    #expect(rollup.people.map(\.trainee) == [" kim ", "Bo"])
    #expect(rollup.people.map(\.measured) == [2, 1])
    #expect(
      TeamReport.report(rollup).limits.contains(
        "names that differ only in capitals or blanks count as one person:  kim  = Kim"))
  }

  @Test func `counts what a dispute won, and says how much was changed`() {
    let one = session("a", of: "Ada", shares: ["clarity": [0, 0, 0]])
    var decided = one.scorecard
    decided.marks[0].earned = 10_000
    let settled = [
      "a": Settlement(scorecard: decided, upheld: ["clarity-0": .met], judgedAnew: 1, marksAnew: 2)
    ]
    let rollup = Rollup([one], asOf: now, settled: settled)
    #expect(rollup.people[0].cells[0].estimate.level == 3_333)
    let limits = TeamReport.report(rollup, limits: ["first"]).limits
    #expect(limits.first == "first")
    #expect(limits.contains("marks changed by upheld disputes, and counted as decided: 1 (Ada 1)"))
    #expect(
      limits.contains(
        "sessions judged anew, counted by the latest judgement: 1 (Ada 1); marks that changed: 2"))
  }

  @Test func `leaves out sessions that are not in English`() {
    let sessions = [
      session("a", of: "Ada", shares: ["clarity": [5_000, 5_000, 5_000]]),
      session("b", of: "Ada", result: .notEnglish, shares: ["clarity": [0, 0, 0]]),
    ]
    let rollup = Rollup(sessions, asOf: now)
    #expect(rollup.people[0].measured == 1)
    #expect(rollup.people[0].cells[0].estimate.level == 5_000)
    #expect(
      TeamReport.report(rollup).limits.contains(
        "sessions whose words are not English are not measured: 1 (Ada 1)"))
  }

  @Test(arguments: [(1, nil), (2, nil), (3, 2_000), (4, 2_500)] as [(Int, Int?)])
  func `gives no median of fewer than three people`(_ people: Int, _ median: Int?) {
    let sessions = (1...people).flatMap { person in
      (0..<3).map { place in
        session(
          "\(person)-\(place)", of: "P\(person)", scenario: "s\(place)",
          shares: ["clarity": [person * 1_000, person * 1_000]])
      }
    }
    let sheet = TeamReport.report(Rollup(sessions, asOf: now)).only("skills")?.sheets[0]
    #expect(sheet?.rows[0][1] == median.map { .number($0, decimals: 2) } ?? .missing)
  }

  @Test func `takes the mean of shares over marks, rounded half up`() {
    let sessions = [
      session("b", of: "Ada", at: now - day, shares: ["clarity": [10_000, 5_000]]),
      session("a", of: "Ada", at: now - 2 * day, shares: ["clarity": [0, 1]]),
    ]
    let cell = Rollup(sessions, asOf: now).people[0].cells[0]
    #expect(
      cell
        == SkillCell(
          estimate: SkillEstimate(level: 3_750, standing: .provisional), marks: 4, sessions: 2,
          last: now - day))
  }

  @Test func `shows the share of sessions without an error, withheld where there are few`() {
    func judged(_ name: String, _ customer: Bool?, _ business: Bool?) -> SessionSummary {
      var one = session(name, of: "Ada")
      one.scorecard.accuracy = Accuracy(customer: customer, business: business)
      return one
    }
    let sessions = [
      judged("a", true, true), judged("b", true, nil), judged("c", false, false), judged("d", nil, nil),
    ]
    let cells = Rollup(sessions, asOf: now).people[0].accuracies
    #expect(cells.map(\.errorClass) == [.customer, .business, .compliance])
    #expect(cells.map(\.sessions) == [3, 2, 0])
    #expect(
      cells.map(\.estimate) == [
        SkillEstimate(level: 6_667, standing: .provisional), SkillEstimate(level: nil, standing: .tooFew),
        SkillEstimate(level: nil, standing: .none),
      ])
  }

  @Test func `says whose marks are disputed and counts them as they are`() {
    let sessions = [session("a", of: "Ada"), session("b", of: "Bo"), session("c", of: "Bo", style: .guided)]
    let rollup = Rollup(sessions, asOf: now, disputed: ["b": 2, "c": 1, "gone": 4])
    #expect(rollup.people.map(\.disputed) == [0, 2])
    #expect(
      TeamReport.report(rollup).limits.contains(
        "2 disputed: not decided yet and counted as the machine gave them (Bo 2)"))
  }

  @Test func `counts practice, unfinished and later sessions apart`() {
    let full: KeyValuePairs = ["clarity": [10_000, 10_000, 10_000]]
    let none: KeyValuePairs = ["clarity": [0, 0, 0]]
    let rollup = Rollup(
      [
        session("a", of: "Ada", at: now - 3 * day, shares: full),
        session("b", of: "Ada", result: .criticalBreach, shares: full),
        session("c", of: "Ada", style: .guided, shares: none),
        session("d", of: "Ada", result: .unfinished, shares: none),
        session("e", of: "Ada", at: now + 1, shares: none),
        session("f", of: "Bo", at: .max, shares: none),
      ], asOf: now)
    #expect(rollup.later == 2)
    let ada = PersonRollup(
      trainee: "Ada", measured: 2, passed: 1, practice: 1, unfinished: 1, last: now - day,
      cells: [
        SkillCell(
          estimate: SkillEstimate(level: 10_000, standing: .provisional), marks: 6, sessions: 2,
          last: now - day)
      ])
    #expect(rollup.people == [ada])
  }

  @Test func `leaves out marks that do not apply and clamps impossible points`() {
    var one = session("a", of: "Ada", shares: ["clarity": [1, 2, 3, 4, 5]])
    let hostile: [(possible: Int, earned: Int, verdict: Verdict)] = [
      (.max, .max, .met), (.max, .min, .missed), (.min, 5, .met), (0, 0, .met), (100, 100, .notApplicable),
    ]
    for (index, values) in hostile.enumerated() {
      one.scorecard.marks[index].possible = values.possible
      one.scorecard.marks[index].earned = values.earned
      one.scorecard.marks[index].evidence.verdict = values.verdict
    }
    one.scorecard.marks.append(one.scorecard.marks[0])
    one.scorecard.marks[5].earned = .max / 2 + 1
    let cell = Rollup([one], asOf: now).people[0].cells[0]
    #expect(cell.marks == 3)
    #expect(cell.estimate == SkillEstimate(level: 5_000, standing: .provisional))
  }

  @Test func `is the same whatever order the sessions come in`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let sessions = (0..<40).map { index in
      session(
        "s\(index)", of: ["Zoë", "ada", "Ada", "Bo"][index % 4], at: now - (index / 2) * day,
        shares: ["tone": [index * 100], "clarity": [index * 10, 7]])
    }
    let expected = JSONReport().bytes(of: TeamReport.report(Rollup(sessions, asOf: now)))
    for _ in 0..<5 {
      let shuffled = sessions.shuffled(using: &random)
      #expect(
        JSONReport().bytes(of: TeamReport.report(Rollup(shuffled, asOf: now))) == expected, "seed \(seed)")
    }
  }

  @Test func `hands a better model the marks in order and keeps its numbers behind the ladder`() {
    let model = SkillModel(name: "last mark", limit: "only the last mark counts") { marks, asOf in
      let last = marks.last.map { $0.share } ?? 0
      return [
        "clarity": SkillEstimate(level: asOf == now ? last : 0, standing: Standing(marks)),
        "tone": SkillEstimate(level: 9_000, standing: .tooFew),
      ]
    }
    let sessions = [
      session("b", of: "Ada", at: now, shares: ["clarity": [300]]),
      session("a", of: "Ada", at: now - day, shares: ["clarity": [100, 200], "tone": [1]]),
    ]
    let rollup = Rollup(sessions, asOf: now, model: model)
    #expect(rollup.people[0].cells.map(\.estimate.level) == [300, nil])
    #expect(TeamReport.report(rollup).provenance == [Provenance("model", "last mark")])
    #expect(TeamReport.report(rollup).limits.contains("only the last mark counts"))
  }
}
