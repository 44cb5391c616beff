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
      "the critical rule has no 'because': the article that says why"
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
    ("translations: {fr: late.fr.yaml}", "S208", "no file 'late.fr.yaml' with this translation"),
    ("translations: {fr: packs/parcel-shop.yaml}", "", ""),
    (
      "policy:\n  save parts: {because: KB-17, say: Good.}", "S217",
      "the desk keeps 'save' for itself, so the action 'save parts' can never be done"
    ),
    (
      "policy:\n  Help: {because: KB-17, say: Good.}", "S217",
      "the desk keeps 'help' for itself, so the action 'Help' can never be done"
    ),
    ("id: Late Parcel!", "S117", "'id' wants a name, not 'Late Parcel!'"),
    ("id: late_parcel", "S218", "id 'late_parcel' is not in kebab-case: small letters, digits and '-'"),
    ("id: sp\u{E4}tes-paket-2", "", ""),
    (
      "facts: {seen\u{1F600}: false}", "S218",
      "fact 'seen\u{1F600}' is no name: letters, digits, '-' and '_'"
    ),
    ("facts: {se.en: false}", "S218", "fact 'se.en' is no name: letters, digits, '-' and '_'"),
    ("facts: {pr\u{FC}fung_1: false}", "", ""),
    ("facts: {promise_date: false}", "S202", "'promise_date' is both a fact and a move"),
    (
      "tests:\n  - {name: t, play: [a], goal: false}\n  - {name: t, play: [b], goal: false}", "S202",
      "two tests have the name 't'"
    ),
    ("tests:\n  - {name: t, play: [/refnd 40 EUR], goal: false}", "S205", "no action named 'refnd 40 EUR'"),
    ("tests:\n  - {name: t, play: [/note It is late, /hold, /kb KB-17, //refnd], goal: false}", "", ""),
    ("tests:\n  - {name: t, play: [wait long], goal: false}", "S118", "'wait long' waits for no time"),
    ("tests:\n  - {name: t, play: [/wait], goal: false}", "S118", "'/wait' waits for no time"),
    (
      "tests:\n  - {name: t, play: [wait for me please, wait 2h 30m, Wait!], goal: false}", "", ""
    ),
    ("title: \"\"", "S117", "'title' holds no words"),
    ("tests:\n  - {name: t, play: [a, \" \"], goal: false}", "S117", "'play' holds no words"),
  ])
  func `every place that names something is checked`(_ snippet: String, _ number: String, _ message: String) {
    let report = report(snippet)
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.code.number) \($0.message)" } == (number.isEmpty ? [] : ["\(number) \(message)"]))
  }

  @Test(arguments: [
    ("89,50 euros", "did you mean '89.50 EUR'?"), ("-89.50 EUR", "did you mean '89.50 EUR'?"),
    ("\u{20AC}89.50", "did you mean '89.50 EUR'?"), ("89.505 EUR", "such as `40 EUR` or `64.90 EUR`"),
    ("99999999999999999999 EUR", "such as `40 EUR` or `64.90 EUR`"),
    ("40", "such as `40 EUR` or `64.90 EUR`"),
  ])
  func `what an order cost is an amount of money`(_ paid: String, _ help: String) {
    let orders = "  orders:\n    A-1:\n      paid: \(paid)"
    let found = report("customer:\n  name: I\n  goal: G\n" + orders).diagnostics.filter {
      $0.severity == .error
    }
    #expect(found.map(\.code.number) == ["S118"])
    #expect(found.map(\.help) == [help])
  }

  @Test(arguments: [
    "facts: [seen, solved]\ngoal: seen", "moves:\n  - apologise:\n      like: [a b, c d, e f]",
    "beats: none", "endings:", "mood: [trust]\ngoal: trust > 4",
  ])
  func `a section that could not be read is one finding`(_ snippet: String) {
    #expect(report(snippet).diagnostics.filter { $0.severity == .error }.count == 1)
  }

  @Test func `what a missing pack may hold is not missed besides`() {
    let snippet = """
      uses: [packs/parcel-shpo]
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            greet: {}
            apologize: {mood: trust +8, go: solved}
      critical:
        - {never: promise_date, because: KB-1}
      """
    let errors = report(snippet).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.number) == ["S203", "S208"])
    #expect(
      errors.map(\.help) == ["did you mean 'apologise' (line 18)?", "did you mean 'packs/parcel-shop'?"])
  }

  @Test func `an action nobody declared is one finding, with the line that declares it`() {
    let snippet = """
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
          do:
            order parts: {mood: trust +2}
      critical:
        - {never: promise_date or order parts, because: KB-17}
      """
    let errors = report(snippet).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.number) == ["S205"])
    #expect(
      errors.first?.help?.hasPrefix("add 'order parts: {say: What the customer says to it.}' under policy")
        == true)
  }

  @Test func `a file that says it is of another kind is one finding`() {
    let text = SmallScenario(with: "format: service-pack 1").text
    let errors = Checker(kinds: [:], files: MemoryFiles(SmallScenario.library))
      .check([SourceFile(path: SmallScenario.path, text: text)]).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["'format' wants 'service-scenario 1', not 'service-pack 1'"])
  }

  @Test func `a misspelt skill is shown where it is misspelt, once`() {
    let found = report("skills: [empathie, clarity]").diagnostics.filter { $0.code.number == "S610" }
    #expect(found.map(\.help) == ["did you mean 'empathy'?"])
    #expect(found.map(\.primary.span.start.line) == [8])
  }

  @Test func `a folder without files is a failure, not a clean library`() {
    let report = Checker(kinds: [:], files: MemoryFiles(["empty/notes.txt": "x"])).check(["empty"])
    #expect(report.failures == [FileTrouble(path: "empty", operation: "check", reason: .noFiles)])
  }

  @Test func `a bare number for a limit is mended by neither money nor time`() {
    let found = report("policy:\n  refund: {limit: 40, say: No.}").diagnostics.filter {
      $0.severity == .error
    }
    #expect(found.map(\.help) == ["write `40 EUR` for money, `40s` for time"])
    #expect(found.map(\.fix) == [nil])
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
