import Diagnostics
import Domain
import Testing

@testable import Authoring

@Suite struct `Where a talk can go` {
  /// The numbers and messages of flow and rubric findings for some beats and what goes with them.
  private func flow(_ snippet: String) -> [String] {
    report(snippet).diagnostics.filter { $0.code.number.hasPrefix("S3") || $0.code.number.hasPrefix("S6") }
      .map { "\($0.code.number) \($0.message)" }
  }

  @Test func `a fact set in an earlier beat opens a later way`() {
    #expect(
      flow(
        """
        facts: {seen: false}
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {set: seen, go: second}}
          second:
            channel: chat
            say: And?
            next:
              - {if: seen, go: solved}
        """) == [])
  }

  @Test func `a fact set only behind its own condition opens nothing`() {
    #expect(
      flow(
        """
        facts: {seen: false}
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {go: second}}
            next:
              - {if: seen, go: solved}
          second:
            channel: chat
            say: And?
            expect: {apologise: {if: seen, set: seen}}
            otherwise: {go: hello}
        """) == [
          "S304 no play can end in success; no rule that can apply sets fact 'seen'",
          "S303 ending 'solved' can never be reached; no rule that can apply sets fact 'seen'",
        ])
  }

  @Test func `a fact that holds on arrival cannot be missing there`() {
    #expect(
      flow(
        """
        facts: {seen: false}
        beats:
          hello:
            channel: chat
            say: Where?
            do: {lookup order: {set: seen}}
            next:
              - {if: seen, go: second}
          second:
            channel: chat
            say: And?
            next:
              - {if: not seen, go: third}
              - {if: seen, go: solved}
          third:
            channel: chat
            say: And now?
            otherwise: {go: solved}
        """) == ["S301 beat 'third' can never be reached; fact 'seen' is always true by then"])
  }

  @Test func `a gauge that cannot get there shuts the way`() {
    let found = flow(
      """
      beats:
        hello:
          channel: chat
          say: Where?
          expect:
            apologise: {mood: trust +8}
            explain: {go: solved}
          next:
            - {if: trust >= 60, go: praised}
      endings:
        solved: {outcome: success}
        praised: {outcome: success}
      """)
    #expect(
      found == [
        "S303 ending 'praised' can never be reached; 'trust >= 60' never holds there; 'trust' stays between 40 and 48"
      ])
  }

  @Test(arguments: [
    "every_turn: +1", "every_minute: +2",
  ])
  func `a gauge that moves by itself gets anywhere`(_ drift: String) {
    #expect(
      flow(
        """
        mood:
          trust: {start: 40, \(drift)}
        beats:
          hello:
            channel: chat
            say: Where?
            next:
              - {if: trust >= 90, go: solved}
        """) == [])
  }

  @Test func `a loop that raises a gauge each time round gets anywhere`() {
    #expect(
      flow(
        """
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {mood: trust +1, go: again}}
            next:
              - {if: trust >= 90, go: solved}
          again:
            channel: chat
            say: Again?
            otherwise: {go: hello}
        """) == [])
  }

  @Test func `patience that runs out is a way out`() {
    #expect(
      flow(
        """
        mood:
          trust: {start: 40, every_turn: -5, at_zero: lost}
        beats:
          hello:
            channel: chat
            say: Where?
            expect:
              apologise: {go: solved}
              explain: {go: second}
          second:
            channel: chat
            say: And?
            expect: {apologise: {mood: trust +2}}
        endings:
          solved: {outcome: success}
          lost: {outcome: failure}
        """) == [])
  }

  @Test func `a beat that only leads to itself is not left`() {
    #expect(
      flow(
        """
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {go: solved}, explain: {go: second}}
          second:
            channel: chat
            say: And?
            expect: {apologise: {go: second}}
        """) == ["S302 beat 'second' has no way out"])
  }

  @Test func `an unreachable beat behind an unreachable one says so`() {
    #expect(
      flow(
        """
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {go: solved}}
          second:
            channel: chat
            say: And?
            expect: {apologise: {go: third}}
          third:
            channel: chat
            say: And now?
            expect: {apologise: {go: solved}}
        """) == [
          "S301 beat 'second' can never be reached; no 'go' names it",
          "S301 beat 'third' can never be reached; it is only reached from 'second', which cannot be reached either",
        ])
  }

  @Test func `an unknown name opens every way, so that one slip makes one finding`() {
    #expect(
      flow(
        """
        facts: {seen: false}
        beats:
          hello:
            channel: chat
            say: Where?
            next:
              - {if: sene, go: solved}
        """) == [])
    #expect(
      flow(
        """
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {go: frobnicate}}
        """) == [])
    #expect(
      flow(
        """
        beats:
          hello:
            channel: chat
            say: Where?
            expect: {apologise: {go: secnd}}
          second:
            channel: chat
            say: And?
            expect: {apologise: {go: solved}}
        """) == [])
  }

  @Test(arguments: [
    ("explain and ending lost", "ending 'lost' can never be reached"),
    ("ending solved and ending praised", "its condition can never hold"),
    ("goal", "the scenario names no goal"),
    ("verify", "action 'verify' is at hand in no beat that can be reached"),
    ("trust >= 70", "'trust >= 70' never holds there; 'trust' stays between 40 and 48"),
    ("seen", "no rule that can apply sets fact 'seen'"),
    ("explain + (seen or verify)", "no rule that can apply sets fact 'seen'"),
  ])
  func `a criterion nobody can earn says what stands in the way`(_ earn: String, _ reason: String) {
    let found = flow(
      """
      facts: {seen: false}
      beats:
        hello:
          channel: chat
          say: Where?
          expect:
            apologise: {mood: trust +8, go: solved}
            explain: {go: praised}
          next:
            - {if: seen, go: lost}
      endings:
        solved: {outcome: success}
        praised: {outcome: success}
        lost: {outcome: failure}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: \(earn)}
      """)
    #expect(found.last == "S602 criterion 'clarity' can never be earned; \(reason)")
  }

  @Test(arguments: ["note", "not promise_date", "turn <= 3", "lookup order or ending solved", "not seen"])
  func `what some play can do can be earned`(_ earn: String) {
    let found = flow(
      """
      facts: {seen: false}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: explain + \(earn)}
      """)
    #expect(!found.contains { $0.hasPrefix("S602") })
  }

  @Test func `weights are mended in proportion to exactly 100`() throws {
    let report = report(
      """
      rubric:
        house: {use: service-quality, weight: 1}
        empathy: {weight: 1, earn: apologise}
        clarity: {weight: 1, earn: explain}
      """)
    let found = try #require(report.diagnostics.first { $0.code.number == "S601" })
    #expect(found.message == "weights in 'late-parcel' add up to 3; they must add up to 100")
    #expect(found.fix?.edits.map(\.text) == ["34", "33", "33"])
    #expect(found.help == "for example make the last one 98 instead of 1")
  }

  @Test func `weights of nothing but zeros have no mend`() {
    let found = report("rubric:\n  empathy: {weight: 0, earn: apologise}\n  c: {weight: 0, earn: explain}")
      .diagnostics.first { $0.code.number == "S601" }
    #expect(found?.fix == nil)
  }

  @Test(arguments: ["go: [solved, lost]", "go: 'solved, lost'", "go: solved and lost"])
  func `two places in one 'go' are one finding`(_ go: String) {
    let found = flow(
      """
      beats:
        hello:
          channel: chat
          say: Where?
          expect:
            apologise: {\(go)}
            explain: {go: lost}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      """)
    #expect(found == ["S308 'apologise' goes to 2 places: 'solved', 'lost'"])
  }

  @Test func `a thousand beats in a row are all reached, and facts carried through`() {
    var beats = "facts: {seen: false}\nbeats:\n"
    for number in 0..<1_000 {
      let rule = number == 0 ? "apologise: {set: seen, go: b1}" : "explain: {go: b\(number + 1)}"
      beats += "  b\(number):\n    channel: chat\n    say: Line\n    expect: {\(rule)}\n"
    }
    beats += "  b1000:\n    channel: chat\n    say: Line\n    next:\n      - {if: seen, go: solved}\n"
    #expect(flow(beats) == [])
  }
}
