import Domain
import Testing
import TouchpointKit

@Suite struct `Groups of wordings` {
  private static let text = """
    # Two ways.

    group: late parcel
    channel: email
    customer: Where is it? It was due: Monday.
    act: refund 20 EUR
    short: Sorry it's late.
    formal: I apologise for the delay.
    """

  private static let group = WordingGroup(
    name: "late parcel", channel: "email", customer: "Where is it? It was due: Monday.", act: "refund 20 EUR",
    versions: [
      .init(manner: "short", reply: "Sorry it's late."),
      .init(manner: "formal", reply: "I apologise for the delay."),
    ])

  @Test func `are read from lines of key and text, whatever ends a line`() throws {
    #expect(try WordingGroup.groups(in: Self.text) == [Self.group])
    #expect(try WordingGroup.groups(in: Self.text.replacing("\n", with: "\r\n")) == [Self.group])
    #expect(
      try WordingGroup.groups(
        in: "\u{FEFF}" + Self.text.split(separator: "\n").dropFirst().joined(separator: "\n")) == [Self.group]
    )
    #expect(try WordingGroup.groups(in: "") == [])
  }

  @Test(arguments: [
    ("short: Hi.", "line 1: a file begins with 'group: name'; 'short' belongs to none"),
    ("group: a\n\nhello", "line 3: a line is 'group: name', 'customer: text' or 'short: text'"),
    ("group: a\nshort: Hi.", "group 'a' has fewer than two versions, so there is nothing to compare"),
    (
      "group: a\nchannel: fax\nshort: Hi.\nlong: Hello.",
      "group 'a', short: there is no channel 'fax'; a channel is chat, email, phone, sms, social, in-app, in-person or bot"
    ),
  ])
  func `say what is wrong with a file, and where`(_ text: String, _ told: String) {
    #expect { try WordingGroup.groups(in: text) } throws: { "\($0)" == told }
  }

  @Test func `are small talks: the customer, the act at the desk, the reply`() throws {
    let talk = try Self.group.transcript(Self.group.versions[0])
    #expect(talk.turns.map(\.speaker) == [.customer, .trainee, .trainee])
    #expect(talk.turns.map(\.channel) == ["email", "email", "email"])
    #expect(talk.turns.compactMap(\.text) == ["Where is it? It was due: Monday.", "Sorry it's late."])
  }

  /// A result with these qualities and one criterion, answered so.
  private static func result(_ name: String, _ versions: [(String, Int, [Bool])]) -> WordingResult {
    let cards = versions.map { _, quality, passed in
      let evidence = Evidence(
        verdict: .partly, checks: passed.map { CheckResult("?", $0) }, quotes: [],
        reason: "")
      let mark = Mark(
        criterion: "impact", title: "", skill: "", possible: 10_000, earned: quality, evidence: evidence,
        place: "")
      return Scorecard(
        quality: quality, passMark: 70, result: .passed, marks: [mark], breaches: [], rubrics: [])
    }
    let ways = versions.map { WordingGroup.Version(manner: $0.0, reply: "") }
    return WordingResult(group: WordingGroup(name: name, versions: ways), cards: cards)
  }

  @Test func `hold while every version lies within five points of the median`() {
    let steady = Self.result(
      "a", [("short", 7_000, [true]), ("plain", 7_500, [true]), ("formal", 6_500, [true])])
    #expect(steady.holds)
    #expect(steady.odd == [])
    let unsteady = Self.result(
      "b", [("short", 7_000, [true]), ("plain", 7_000, [true]), ("formal", 6_499, [false])])
    #expect(!unsteady.holds)
    #expect(unsteady.median == 7_000)
    #expect(unsteady.spread == 501)
    #expect(
      unsteady.odd == [
        .init(version: .init(manner: "formal", reply: ""), quality: 6_499, criteria: ["impact"])
      ])
  }

  @Test func `are summed up: how many hold, how far apart, what moved them`() {
    let summary = WordingSummary([
      Self.result("a", [("short", 7_000, [true]), ("plain", 7_000, [true]), ("formal", 7_000, [true])]),
      Self.result("b", [("short", 8_000, [true]), ("plain", 7_000, [true]), ("formal", 7_000, [true])]),
    ])
    #expect(summary.groups == 2)
    #expect(summary.held == 1)
    #expect(summary.spread == 500)
    #expect(summary.margin == 1_000)
    #expect(
      summary.manners == [
        .init(name: "short", shift: 500, odd: 1), .init(name: "plain", shift: 0, odd: 0),
        .init(name: "formal", shift: 0, odd: 0),
      ])
    #expect(summary.causes == [.init(criterion: "impact", percent: 100)])
    #expect(WordingSummary([]).margin == 0)
  }

  @Test func `leave a record that is read again, and another file is none`() throws {
    let record = WordingRecord(rows: [
      .init(WordingSummary([Self.result("a", [("short", 7_000, []), ("plain", 7_300, [])])]), tier: "fast")
    ])
    #expect(record.text == "tier\tgroups\theld\tspread\tmargin\nfast\t1\t1\t300\t300\n")
    #expect(WordingRecord(record.text) == record)
    #expect(record.margin(tier: "fast") == 300)
    #expect(record.margin(tier: "main") == nil)
    for other in ["", "tier\n", record.text + "main\t1\t1\t-3\t0\n", record.text + "main\t1\n"] {
      #expect(WordingRecord(other) == nil)
    }
  }

  @Test func `were measured at every tier, and scorecards go by it`() throws {
    let record = try #require(BundledLibrary.workplace.wordingRecord)
    #expect(record.rows.map(\.tier) == ["main", "fast", "phrase"])
    #expect(record.rows.allSatisfy { $0.groups >= 288 && $0.held > $0.groups / 2 && $0.margin > 0 })
    let half = Self.result("a", [("short", 7_000, []), ("plain", 7_000, [])]).cards[0]
    var card = half
    card.tier = "main"
    #expect(BundledLibrary.workplace.margin(of: card) == 0)
    card.marks[0].dimension = "empathy"
    card.marks[0].possible = 5_000
    #expect(BundledLibrary.workplace.margin(of: card) == (record.margin(tier: "main") ?? 0) / 2)
  }
}
