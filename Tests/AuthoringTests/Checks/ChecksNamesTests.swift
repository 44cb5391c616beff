@testable import Authoring
import Diagnostics
import Testing

@Suite struct `Checks of names` {
  @Test func `an unknown beat is named with the nearest one, its line and the mended word`() throws {
    let report = report(
      """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: wrap_pu}
        wrap_up:
          channel: chat
          say: And now?
          expect:
            apologise: {go: solved}
      """)
    #expect(findings(report) == ["S201 29:23 no beat or ending named 'wrap_pu' in this scenario"])
    let found = try #require(report.diagnostics.first)
    #expect(found.code == DiagnosticCode("S201", "unknown-beat"))
    #expect(found.primary.span.end.column == 30)
    #expect(found.help == "did you mean 'wrap_up' (line 30)?")
    let source = try #require(report.sources[SmallScenario.path])
    let mended = Mending.apply(found.fix?.edits ?? [], to: source)
    #expect(findings(check(mended)) == [])
  }

  @Test(arguments: [
    ("start: helo", "S201", "no beat named 'helo' in this scenario"),
    (
      "mood:\n  trust: {start: 40, every_turn: -5, at_zero: sloved}", "S201",
      "no ending named 'sloved' in this scenario"
    ),
    ("goal: solvd", "S204", "no fact or gauge named 'solvd' in this scenario"),
    ("goal: trust", "S204", "'trust' is a number and must be compared here"),
    ("goal: trust >= 45 and turn < 9", "", ""),
    (
      "goal: apologise", "S204",
      "'apologise' can only be asked for in 'earn'; conditions ask for facts and gauges"
    ),
    (
      "goal: ending solved", "S204",
      "'solved' can only be asked for in 'earn'; conditions ask for facts and gauges"
    ),
    (
      "critical:\n  - {never: promis_date, because: KB-17}", "S203",
      "no move or action named 'promis_date' in this scenario"
    ),
    ("critical:\n  - {never: \",\", because: KB-17}", "S117", "',' names no move or action"),
    (
      "critical:\n  - {never: promise_date}", "S116",
      "critical rule 'critical' has no 'because': the article that says why"
    ),
    ("critical:\n  - {never: promise_date or refund, because: KB-17}", "", ""),
    (
      "critical:\n  - {never: promise_date, before: seen, because: KB-17}", "S204",
      "no fact or gauge named 'seen' in this scenario"
    ),
    (
      "policy:\n  refund: {limit: 40 EUR, over_limit: escalade, say: No.}", "S205",
      "no action named 'escalade'"
    ),
    ("policy:\n  refund: {limit: 40 EUR, over_limit: escalate, say: No.}", "", ""),
    ("policy:\n  refund: {mood: trst -5}", "S204", "no gauge named 'trst' in this scenario"),
    ("policy:\n  refund: {say: No., because: KB-71}", "S207", "no article 'KB-71' in the knowledge base"),
    (
      "endings:\n  solved: {outcome: success, csat: from trst}", "S204",
      "no gauge named 'trst' in this scenario"
    ),
    ("tests:\n  - {name: t, play: [a], ending: lost}", "S201", "no ending named 'lost' in this scenario"),
    (
      "tests:\n  - {name: t, play: [a], critical: promise_dat}", "S203",
      "no critical rule named 'promise_dat' in this scenario"
    ),
    ("tests:\n  - {name: t, play: [a], critical: none}", "", ""),
    ("tests:\n  - {name: t, play: [a], expect: {critical: promise_date, score: 10..20}}", "", ""),
    ("channels: [chatt]", "S206", "there is no channel named 'chatt'"),
    (
      "thread:\n  - {channel: email, from: customer, say: Hello}", "S206",
      "channel 'email' is not declared by this scenario"
    ),
    (
      "rubric:\n  empathy: {weight: 60, earn: apologse}\n  clarity: {weight: 40, earn: explain}", "S203",
      "no move named 'apologse' in this scenario"
    ),
    (
      "rubric:\n  empathy: {weight: 60, earn: apologise}\n  clarity: {weight: 40, earn: explain + ending slved}",
      "S201", "no ending named 'slved' in this scenario"
    ),
    (
      "facts: {turn: false}", "S202",
      "a fact cannot be named 'turn', which has a meaning of its own in conditions"
    ),
    (
      "endings:\n  hello: {outcome: success}\n  solved: {outcome: success}", "S202",
      "'hello' is both a beat and an ending"
    ),
    (
      "customer:\n  name: I\n  goal: G\n  tells_if_asked: {apologize: Fine.}", "S203",
      "no move named 'apologize' in this scenario"
    ),
    ("translations: {fr: ../fr.yaml}", "S208", "'../fr.yaml' goes up with '..'"),
    ("translations: {fr: late.fr.yaml}", "", ""),
  ])
  func `every place that names something is checked`(_ snippet: String, _ number: String, _ message: String) {
    let report = report(snippet)
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.code.number) \($0.message)" } == (number.isEmpty ? [] : ["\(number) \(message)"]))
  }

  @Test func `the carets stand inside the condition, under the name`() throws {
    let report = report(
      """
      facts: {seen: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {set: seen}
          next:
            - {if: seen and (trst >= 45 or not sen), go: solved}
      """)
    let names = report.diagnostics.filter { $0.code.number == "S204" }
    let source = try #require(report.sources[SmallScenario.path])
    #expect(names.map { source.text(of: $0.primary.span) } == ["trst", "sen"])
    #expect(names.map(\.primary.span.start.column) == [24, 42])
    #expect(names.map(\.help) == ["did you mean 'trust' (line 16)?", "did you mean 'seen' (line 39)?"])
  }

  @Test func `a quoted condition is pointed into behind its quote`() throws {
    let report = report("goal: \"trust >= 40 and sulved\"")
    let found = try #require(report.diagnostics.first { $0.code.number == "S204" })
    let source = try #require(report.sources[SmallScenario.path])
    #expect(source.text(of: found.primary.span) == "sulved")
  }

  @Test func `a condition that cannot be read is one finding`() {
    #expect(findings(report("goal: trust => 40")) == ["S117 37:13 '=>' has no meaning in a condition"])
    #expect(
      findings(report("goal: trust >= high"))
        == ["S117 37:16 'trust' can only be compared with a whole number"])
  }

  @Test func `an old name with its 'was' leads to the new one`() throws {
    let report = report(
      """
      moves:
        apologise:
          was: beg_pardon
          like: [I am sorry, my apologies, we let you down]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: [it will be there tomorrow, you will have it by Friday, I promise it comes in time]
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            beg_pardon: {go: solved}
      """)
    let found = try #require(report.diagnostics.first { $0.code.number == "S203" })
    #expect(found.help == "did you mean 'apologise' (line 18)?")
  }

  @Test func `a 'was' that is still there is reported`() {
    let snippet = """
      endings:
        solved: {outcome: success, was: lost}
        lost: {outcome: failure}
      """
    #expect(
      findings(report(snippet)).contains("S216 31:35 'solved' says it was 'lost', which is still there"))
  }

  @Test func `unused things are named, those that work by themselves are not`() {
    let snippet = """
      channels: [chat, email]
      knowledge:
        KB-17: Never promise a delivery date.
        KB-20: Nobody reads me.
      facts: {seen: false}
      policy:
        refund: {limit: 40 EUR}
        resend: {say: It is on its way.}
        hold: {limit: 90s}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      """
    #expect(
      findings(report(snippet)) == [
        "S209 6:18 channel 'email' is never used", "S209 15:3 article 'KB-20' is never used",
        "S209 33:3 ending 'lost' is never used", "S209 39:9 fact 'seen' is never used",
        "S209 41:3 policy 'refund' is never used",
      ])
  }

  @Test func `lookalikes are found among many names, digits set aside`() {
    var names = (1...400).map { "parcel_\($0)" }
    #expect(Lookalikes(names).pairs == [])
    names += ["parcel_lost", "parcel_lots", "parcel_lst"]
    #expect(
      Lookalikes(names).pairs == [
        Lookalikes.Pair(first: 400, second: 401), Lookalikes.Pair(first: 400, second: 402),
      ])
    #expect(Lookalikes(["", "a", "ab", "abc", "abd"]).pairs == [])
    #expect(Lookalikes(["aaab", "aab", "aaaab"]).pairs == [Lookalikes.Pair(first: 0, second: 2)])
  }

  @Test func `a file with ten slips shows all ten`() {
    let snippet = """
      channels: [chat, fax]
      difficulty: 7 of 5
      mood:
        trust: {start: 40, at_zero: gone}
      facts: {seen: false}
      beats:
        hello:
          channel: email
          say: Where is my {parcle}?
          expect:
            apologize: {mood: trust 8}
            explain: {if: sene, go: solvd}
          do:
            refnd: {set: seen}
          next:
            - {if: trust >= 45, go: solved}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 30, earn: explain}
      critical:
        - {never: promise_date, because: KB-18}
      """
    let errors = report(snippet).diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map(\.code.number) == [
        "S206", "S117", "S201", "S206", "S213", "S203", "S117", "S204", "S201", "S205", "S601", "S207",
      ])
  }

  private func check(_ text: String) -> CheckReport {
    Checker(kinds: [:], files: MemoryFiles(SmallScenario.library))
      .check([SourceFile(path: SmallScenario.path, text: text)])
  }
}
