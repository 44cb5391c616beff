import Domain
import Foundation
import Language
import Testing

@testable import Scoring

/// Questions of criteria that are answered by all that was heard in a talk.
@Suite struct `Learned checks` {
  private static let features = ["agent:apology", "customer:trouble"]

  private static func file(_ rows: [String]) -> String {
    let head = ["kind", "question", "use", "usual", "proof", "rule", "bias"] + features
    return (["# a remark", head.joined(separator: "\t")] + rows).joined(separator: "\n") + "\n"
  }

  @Test func `are read with their kind, question and weights`() throws {
    let row = "apology\tSays what for\tboth\t1\tapology\t0.5\t-1\t2\t-0.25"
    let text = Self.file([row])
    let table = try CheckTable(text, features: Self.features)
    let weights = CheckWeights(
      question: "Says what for", use: .both, isUsual: true, proof: [0], rule: 0.5, bias: -1,
      weights: [2, -0.25])
    #expect(table.checks == ["apology": [weights]])
  }

  @Test(arguments: [
    ("apology\tSays what for\tanswers\t1\tapology\t0.5\t-1\t2", CheckTrouble.badLine(3)),
    ("apology\tSays what for\tanswers\t1\tapology\t0.5\t-1\t2\tnan", .badLine(3)),
    ("apology\tSays what for\tanswers\t1\tapology\t0.5\t-1\t2\tmuch", .badLine(3)),
    ("apology\tSays what for\tanswers\t1\tsorrow\t0.5\t-1\t2\t3", .badLine(3)),
    ("apology\tSays what for\twhatever\t1\tapology\t0.5\t-1\t2\t3", .badLine(3)),
    ("apology\tSays what for\tanswers\t2\tapology\t0.5\t-1\t2\t3", .badLine(3)),
  ])
  func `are refused with the line that is wrong`(_ row: String, _ trouble: CheckTrouble) {
    #expect(throws: trouble) {
      try CheckTable(Self.file([row]), features: Self.features)
    }
    #expect(throws: CheckTrouble.otherFeatures) {
      try CheckTable(Self.file([]), features: ["agent:thanks-for", "customer:trouble"])
    }
    #expect(throws: CheckTrouble.otherFeatures) { try CheckTable("", features: Self.features) }
  }

  private static let scoring = BundledLists.repository + "/scoring"

  private static let meaning: Result<MeaningReader, any Error> = Result {
    let encoders = EncoderSet(folder: scoring + "/model")
    let encoder = try #require(encoders.fast)
    let acts = try ActReader(folder: scoring + "/acts", tone: scoring + "/tone", encoder: encoder)
    let text = try String(contentsOfFile: scoring + "/checks/fast.tsv", encoding: .utf8)
    return MeaningReader(
      facts: FactReader(encoders, tier: .fast), acts: acts, checks: try LearnedChecks(text: text, acts: acts))
  }

  private func evidence(
    _ kind: any CriterionKind, _ lines: [CriterionExample.Line]
  ) throws -> (rule: Evidence, weighed: Evidence) {
    let lexicons = try BundledLists.lexicons.get()
    let reading = Reading(
      CriterionExample("", .met, lines).transcript, lexicons: lexicons, understanding: try Self.meaning.get())
    let criterion = Criterion(name: "", title: "", kind: kind.keyword, skill: "", weight: 100)
    let rule = kind.evidence(in: reading, for: criterion)
    return (rule, kind.weighed(rule, in: reading))
  }

  @Test(arguments: EncoderTier.allCases)
  func `fit the acts that are heard`(_ tier: EncoderTier) throws {
    let encoder = try #require(EncoderSet(folder: Self.scoring + "/model").encoder(tier))
    let acts = try ActReader(folder: Self.scoring + "/acts", tone: Self.scoring + "/tone", encoder: encoder)
    let text = try String(
      contentsOfFile: Self.scoring + "/checks/\(tier.rawValue).tsv", encoding: .utf8)
    #expect(throws: Never.self) { try LearnedChecks(text: text, acts: acts) }
  }

  @Test func `quote the words that speak for a yes the rule did not see`() throws {
    let talks: [[CriterionExample.Line]] = [
      [
        .customer("Third broken lamp in a month. What is going on?"),
        .trainee(
          "Three in a month, that's us: our packer used thin sleeves. From tomorrow each lamp goes in a box of its "
            + "own, so a fourth won't happen."),
      ],
      [
        .customer("The boiler is out again and my kids are freezing."),
        .trainee(
          "Leave the boiler with me. Callum lifts the fan first thing and he's at your door between eight and ten."
        ),
      ],
      [
        .customer("You charged me twice!"),
        .trainee("Two charges for one order, that's our doing. I've sent one back, it's with you by Friday."),
      ],
    ]
    let quotes = try talks.flatMap { lines in
      try CriterionCatalog.standard.kinds.flatMap { try evidence($0, lines).weighed.quotes }
    }.filter { $0.note.hasPrefix("heard as: ") }
    #expect(!quotes.isEmpty)
    #expect(quotes.allSatisfy { $0.role == .earned && $0.range.end > $0.range.start })
  }

  @Test func `quote what came near however much the rule quotes, and keep what lost`() throws {
    let lexicons = try BundledLists.lexicons.get()
    let reading = Reading(
      CriterionExample(
        "", .met,
        [
          .customer("You charged me twice!"),
          .trainee("Two charges, that is our doing. I have sent one back today. It is with you by Friday."),
        ]
      ).transcript, lexicons: lexicons, understanding: try Self.meaning.get())
    let talk = try #require(reading.features)
    let heard = try #require(talk.places.indices.first { talk.places[$0] != nil })
    let check = CheckWeights(
      question: "Names the cause", use: .doubts, isUsual: true, proof: [heard], rule: 0, bias: 9,
      weights: talk.values.map { _ in 0 })
    var answer = Answer(question: "Names the cause", rule: false, weights: check, talk: talk, work: 1_000)
    answer.counts = 40
    let turn = try #require(reading.replies.first).turn
    let found = Evidence(
      verdict: .missed, checks: [CheckResult("Names the cause", false)],
      quotes: (0..<4).map {
        Quote(turn: turn, range: TextRange($0, $0 + 1), role: $0 == 3 ? .lost : .earned, note: "\($0)")
      }, reason: "")
    let quotes = WeighedEvidence(answers: [answer], found: found, reading: reading).evidence.quotes
    #expect(quotes.count == Finding.mostQuotes)
    #expect(quotes.contains { $0.note.hasPrefix("comes near to: ") })
    #expect(quotes.contains { $0.role == .lost && $0.note == "3" })
  }

  @Test func `deny nothing that the rule affirms, and affirm nothing without words`() {
    let talk = TalkFeatures(values: [-1, -1], places: [nil, nil])
    var check = CheckWeights(
      question: "Says what for", use: .both, isUsual: true, proof: [0], rule: 0, bias: -3, weights: [0, 0])
    #expect(check.answer(talk, rule: true))
    check.bias = 3
    #expect(!check.answer(talk, rule: false))
    let spoken = TalkFeatures(values: [0.5, -1], places: [TalkFeatures.Place(reply: 0, sentence: 0), nil])
    check.weights = [1, 0]
    #expect(check.answer(spoken, rule: false))
  }

  @Test func `count an answer in part as far as they doubt it`() {
    func counts(_ passed: Bool, bias: Double, near: Double = 1, use: CheckWeights.Use = .both) -> Int? {
      let talk = TalkFeatures(values: [near, -1], places: [TalkFeatures.Place(reply: 0, sentence: 0), nil])
      return CheckWeights(
        question: "Says what for", use: use, isUsual: true, proof: [0], rule: 1, bias: bias, weights: [0, 0]
      ).counts(passed, talk, rule: passed)
    }
    // The rule's own answer weighs 1 or -1; beyond odds of e squared nothing is doubted.
    #expect([-9, -1, 0, 1, 9].map { counts(true, bias: $0) } == [50, 80, 90, nil, nil])
    #expect([-9, -1, 0, 1, 9].map { counts(false, bias: $0) } == [nil, nil, 20, 40, 70])
    #expect([-1, -0.5, -0.125, 0.25].map { counts(false, bias: 9, near: $0) } == [nil, nil, 40, 70])
    #expect(counts(true, bias: -9, use: .answers) == nil)
    #expect(counts(true, bias: -9, use: .doubts) == 50)
  }

  @Test func `count no near miss without words that come near`() {
    let talk = TalkFeatures(values: [1, -1], places: [nil, nil])
    let check = CheckWeights(
      question: "Says what for", use: .both, isUsual: true, proof: [0], rule: 0, bias: 9, weights: [0, 0])
    #expect(check.counts(false, talk, rule: false) == nil)
  }

  @Test func `answer as the rule does where they only doubt`() {
    let spoken = TalkFeatures(values: [1, -1], places: [TalkFeatures.Place(reply: 0, sentence: 0), nil])
    let check = CheckWeights(
      question: "Says what for", use: .doubts, isUsual: true, proof: [0], rule: 0, bias: 9, weights: [1, 0])
    #expect([true, false].map { check.answer(spoken, rule: $0) } == [true, false])
    #expect(!check.answer(spoken, rule: nil))
  }

  @Test func `count no near miss where nothing moves the matter on`() {
    let talk = TalkFeatures(values: [1, -1], places: [TalkFeatures.Place(reply: 0, sentence: 0), nil])
    let check = CheckWeights(
      question: "Says what for", use: .doubts, isUsual: true, proof: [0], rule: 0, bias: 9, weights: [0, 0])
    func counts(_ rule: Bool, work: Int) -> Int? {
      Answer(question: "Says what for", rule: rule, weights: check, talk: talk, work: work).counts
    }
    #expect([0, 500, 1_000, 2_000].map { counts(false, work: $0) } == [nil, 30, 70, 70])
    #expect(counts(true, work: 0) == nil)
  }

  @Test func `share out the points by what the answers count`() {
    let doubted = [CheckResult("A", true, counts: 75), CheckResult("B", false, counts: 25)]
    let evidence = Evidence(verdict: .partly, checks: doubted + [CheckResult("C", true)], reason: "")
    #expect(Share(evidence) == Share(passed: 200, asked: 300))
    #expect(Share(evidence).of(900) == 600)
    var breached = evidence
    breached.verdict = .breached
    #expect(Share(breached).of(900) == 0)
  }

  @Test func `leave a breach and a talk without words of the trainee's own to the rule`() throws {
    let insult = try evidence(
      CalmTone(), [.customer("Where is my parcel?"), .trainee("Only an idiot would ask.")])
    #expect(insult.rule == insult.weighed && insult.rule.verdict == .breached)
    let silence = try evidence(TakesOwnership(), [.customer("Where is my parcel?")])
    #expect(silence.rule == silence.weighed)
  }

  @Test func `come out the same every time`() throws {
    let lines: [CriterionExample.Line] = [
      .customer("You charged me twice!"),
      .trainee("Two charges for one order, that's our doing. I've sent one back, it's with you by Friday."),
    ]
    for kind in CriterionCatalog.standard.kinds {
      #expect(try evidence(kind, lines) == evidence(kind, lines))
    }
  }
}
