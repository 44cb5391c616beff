import Diagnostics
import Domain
import Testing

@testable import Authoring

@Suite struct `A resolved scenario` {
  @Test func `holds what the file means`() throws {
    let report = report(
      """
      channels: [bot, chat, email]
      uses: [packs/parcel-shop]
      customer:
        name: Ines Moreau
        persona: Short lines.
        goal: Know where the parcel is.
        knows: [the order number]
        tells_if_asked: {explain: "It was {order}."}
        crm: {tier: gold}
        orders:
          A-4412: {item: train, paid: 64.90 EUR}
      policy:
        refund: {limit: 40 EUR, needs: seen, over_limit: escalate, mood: trust -2, because: KB-1}
        hold: {limit: 2m}
        escalate: {to: team lead, say: Fine.}
      mood:
        trust: {start: 40, every_turn: -1, every_minute: -2, at_zero: lost}
      facts: {seen: false, kind: true}
      goal: seen and kind
      thread:
        - {channel: bot, from: bot, say: How can I help?}
      start: hello
      beats:
        later:
          channel: email
          say: [One., Two.]
          expect:
            apologise: {go: solved}
        hello:
          channel: bot -> chat
          say: Where is my parcel?
          hint: Look it up.
          timers:
            - {after: 60s, say: Hello?, mood: trust -12}
          expect:
            apologise: {if: not seen, mood: trust +8, set: [seen], clear: kind, note: Kind.}
          do:
            lookup order: {set: seen, say: Yes.}
          next:
            - {if: seen and trust >= 45, go: later}
          otherwise: {say: Pardon?, go: lost, after_tries: 2}
      endings:
        solved: {outcome: success, csat: from trust, comment: Good., say: Bye.}
        lost: {outcome: failure, csat: 1}
      pass_mark: 60
      rubric:
        house: {use: service-quality, weight: 40}
        says_sorry: {weight: 35, earn: apologise, best_before_turn: 2, better: I am sorry., skill: empathy}
        way: {weight: 25, earn: "explain + (refund or ending solved)", skill: clarity, title: Way}
      critical:
        - {never: promise_date or refund, before: seen, because: KB-17}
      tests:
        - {name: good, play: [sorry], expect: {ending: solved, score: 90..100, critical: refund, goal: true}, seed: 7, mode: exam}
      """)
    #expect(findings(report) == [])
    let scenario = try #require(report.scenarios.first)
    #expect(scenario.company == "Parcel Shop")
    #expect(scenario.channels == [.bot, .chat, .email])
    #expect(scenario.start == 1)
    #expect(scenario.facts == [Fact(name: "seen", start: false), Fact(name: "kind", start: true)])
    #expect(
      scenario.gauges == [Gauge(name: "trust", start: 40, everyTurn: -1, everyMinute: -2, endingAtZero: 1)])
    #expect(scenario.moves.map(\.name) == ["apologise", "explain", "promise_date", "greet"])
    #expect(scenario.articles.map(\.id) == ["KB-17", "KB-1"])
    #expect(
      scenario.actions == [
        DeskAction(
          name: "refund", limit: Money(hundredths: 4_000, currency: "EUR"), needs: .fact(0), overLimit: 2,
          mood: [GaugeChange(gauge: 0, amount: -2)], because: 1, hasPolicy: true),
        DeskAction(name: "hold", longest: .seconds(120), hasPolicy: true),
        DeskAction(name: "escalate", to: "team lead", say: "Fine.", hasPolicy: true),
        DeskAction(name: "lookup order"),
      ])
    #expect(scenario.goal == .all([.fact(0), .fact(1)]))
    #expect(scenario.thread == [EarlierMessage(channel: .bot, speaker: .bot, text: "How can I help?")])
    #expect(scenario.beats[0].say == ["One.", "Two."])
    #expect(
      scenario.beats[1]
        == Beat(
          name: "hello", channel: .chat, handOffFrom: .bot, say: ["Where is my parcel?"], hint: "Look it up.",
          timers: [
            BeatTimer(
              after: .seconds(60),
              consequence: Consequence(mood: [GaugeChange(gauge: 0, amount: -12)], say: ["Hello?"]))
          ],
          expect: [
            ExpectedMove(
              move: 0,
              consequence: Consequence(
                condition: .not(.fact(0)), mood: [GaugeChange(gauge: 0, amount: 8)], set: [0], clear: [1],
                note: "Kind."))
          ],
          actions: [ExpectedAction(action: 3, consequence: Consequence(set: [0], say: ["Yes."]))],
          next: [Exit(condition: .all([.fact(0), .gauge(0, .atLeast, 45)]), go: .beat(0))],
          otherwise: Otherwise(
            consequence: Consequence(say: ["Pardon?"], go: .ending(1)), afterTries: 2)))
    #expect(
      scenario.endings == [
        Ending(name: "solved", outcome: .success, csat: .fromGauge(0), comment: "Good.", say: "Bye."),
        Ending(name: "lost", outcome: .failure, csat: .fixed(1)),
      ])
    #expect(
      scenario.rubric
        == ScenarioRubric(
          house: ScenarioRubric.House(rubric: "service-quality", weight: 40),
          criteria: [
            ScenarioCriterion(
              name: "says_sorry", title: "Says sorry", skill: "empathy", weight: 35,
              earn: [.said(move: 0)],
              bestBeforeTurn: 2, better: "I am sorry."),
            ScenarioCriterion(
              name: "way", title: "Way", skill: "clarity", weight: 25,
              earn: [.said(move: 1), .any([.did(action: 0), .ended(ending: 0)])]),
          ], passMark: 60))
    #expect(
      scenario.criticalRules == [
        CriticalRule(
          name: "promise_date or refund", title: "never promise date or refund before seen", moves: [2],
          actions: [0], before: .fact(0), because: 0)
      ])
    #expect(
      scenario.tests.map(\.expected) == [
        ScenarioTest.Expectation(ending: 0, score: 90...100, critical: .broken(0), goal: true)
      ])
    #expect(scenario.tests.map(\.seed) == [7])
    #expect(scenario.tests.map(\.mode) == [.exam])
    #expect(
      scenario.customer
        == Customer(
          name: "Ines Moreau", persona: "Short lines.", goal: "Know where the parcel is.",
          knows: ["the order number"], tellsIfAsked: [Disclosure(move: 1, text: "It was {order}.")],
          crm: [Field(name: "tier", text: "gold")],
          orders: [
            Order(
              id: "A-4412",
              fields: [Field(name: "item", text: "train"), Field(name: "paid", text: "64.90 EUR")],
              paid: Money(hundredths: 6_490, currency: "EUR"))
          ]))
    #expect(report.rubrics.map(\.id) == ["service-quality"])
  }

  @Test func `a name that is a move and an action means either in 'earn' and both in 'never'`() throws {
    let report = report(
      """
      moves:
        apologise: {like: [I am sorry, my apologies, we let you down]}
        escalate: {like: [my team lead will call you, I ask my team lead, a colleague above me decides]}
      policy:
        escalate: {to: team lead}
      beats:
        hello:
          channel: chat
          say: Where?
          expect: {apologise: {go: solved}, escalate: {go: solved}}
      rubric:
        empathy: {weight: 100, earn: apologise + escalate}
      critical:
        - {never: escalate, before: trust >= 50, because: KB-17}
      """)
    let scenario = try #require(report.scenarios.first, "\(findings(report))")
    #expect(scenario.rubric.criteria[0].earn == [.said(move: 0), .any([.said(move: 1), .did(action: 0)])])
    #expect(scenario.criticalRules[0].moves == [1])
    #expect(scenario.criticalRules[0].actions == [0])
  }

  @Test func `has a digest of its bytes and its packs`() throws {
    let plain = try #require(report().scenarios.first)
    #expect(plain.digest == SHA256.hexadecimal(of: SmallScenario().text.utf8))
    let uses = "uses: [packs/parcel-shop]"
    let first = try #require(report(uses).scenarios.first)
    let changed = SmallScenario.library["packs/parcel-shop.yaml"].map { $0 + "# changed\n" } ?? ""
    let second = try #require(report(uses, files: ["packs/parcel-shop.yaml": changed]).scenarios.first)
    #expect(first.digest != second.digest)
  }
}

@Suite struct `Packs and shared rubrics` {
  private func errors(_ snippet: String, files: [String: String] = [:]) -> [String] {
    report(snippet, files: files).diagnostics.filter { $0.severity == .error }
      .map { "\($0.code.number) \($0.primary.file):\($0.primary.span.start.line) \($0.message)" }
  }

  private let path = SmallScenario.path

  @Test(arguments: [
    ("/etc/passwd", "is an absolute path"), ("../../etc/passwd", "goes up with '..'"),
    ("packs/../../x", "goes up with '..'"), ("~/x", "begins with '~'"),
    ("packs\\\\x", "holds a control character or a backslash"),
  ])
  func `stay inside the library`(_ use: String, _ words: String) {
    let found = errors("uses: [\"\(use)\"]")
    #expect(found.count == 1)
    #expect(found[0].hasSuffix(words))
    #expect(found[0].hasPrefix("S208 \(path):"))
  }

  @Test func `that are missing are named with the nearest there is`() {
    let found = report("uses: [packs/parcel-shp]").diagnostics.first { $0.code.number == "S208" }
    #expect(found?.message == "no pack 'packs/parcel-shp' in '.'")
    #expect(found?.help == "did you mean 'packs/parcel-shop'?")
  }

  @Test func `may use packs, but not each other in a circle`() {
    let files = [
      "packs/a.yaml": "format: service-pack 1\nid: a\ntitle: A\nuses: [packs/b]\n",
      "packs/b.yaml": "format: service-pack 1\nid: b\ntitle: B\nuses: [packs/a]\n",
    ]
    #expect(
      errors("uses: [packs/a]", files: files) == [
        "S208 packs/b.yaml:4 pack 'packs/a' uses itself: packs/a -> packs/b -> packs/a"
      ])
  }

  @Test func `of another kind are refused`() {
    #expect(
      errors("uses: [rubrics/service-quality]") == [
        "S208 \(path):37 'rubrics/service-quality' is a 'service-rubric' file, not a pack"
      ])
  }

  @Test func `ask the scenario for their facts, and say which pack did`() throws {
    let pack = """
      format: service-pack 1
      id: strict
      title: Strict
      policy:
        refund: {limit: 40 EUR, needs: identity_ok}

      """
    let found = try #require(
      report("uses: [packs/strict]", files: ["packs/strict.yaml": pack]).diagnostics.first {
        $0.severity == .error
      })
    #expect(found.message == "no fact or gauge named 'identity_ok' in this scenario")
    #expect(found.primary.file == "packs/strict.yaml")
    #expect(found.others.map(\.file) == [path])
    let facts = "uses: [packs/strict]\nfacts: {identity_ok: true}"
    #expect(errors(facts, files: ["packs/strict.yaml": pack]) == [])
  }

  @Test func `with errors of their own stop the scenarios that use them`() {
    let pack = "format: service-pack 1\nid: bad\ntitle: Bad\nmoves:\n  greet: {lyke: [hello]}\n"
    let report = report("uses: [packs/bad]", files: ["packs/bad.yaml": pack])
    #expect(report.hasErrors(in: "packs/bad.yaml"))
    #expect(report.scenarios == [])
  }

  @Test func `a rubric that is not there is named with the nearest one`() {
    let snippet = """
      rubric:
        house: {use: service-qualty, weight: 60}
        empathy: {weight: 40, earn: apologise + explain}
      """
    let found = report(snippet).diagnostics.first { $0.severity == .error }
    #expect(found?.message == "no shared rubric with the id 'service-qualty'")
    #expect(found?.help == "did you mean 'service-quality'?")
  }

  @Test func `a rubric's weights must make 100, too`() {
    let rubric = """
      format: service-rubric 1
      id: house
      title: House
      skills: {empathy: Cares.}
      criteria:
        a: {kind: phrases, title: A, skill: empathy, weight: 60}
        b: {kind: words, title: B, skill: empathy, weight: 30}

      """
    let checker = Checker(kinds: [:], files: MemoryFiles())
    let report = checker.check([SourceFile(path: "house.yaml", text: rubric)])
    #expect(findings(report) == ["S601 5:1 weights in 'house' add up to 90; they must add up to 100"])
    #expect(report.rubrics == [])
  }

  @Test func `a rubric keeps the settings of its kinds and its place`() throws {
    let rubric = """
      format: service-rubric 1
      id: house
      title: House
      pass_mark: 80
      skills: {empathy: Cares.}
      criteria:
        a:
          kind: words
          title: A
          skill: empathy
          weight: 100
          class: customer
          critical: true
          about: Counts.
          words: [sorry, apologies]
          most: 3

      """
    let fields = [
      CriterionField(name: "words", shape: .list, isRequired: true, meaning: "words", example: "[a]"),
      CriterionField(name: "most", shape: .wholeNumber, isRequired: false, meaning: "most", example: "3"),
    ]
    let checker = Checker(kinds: ["words": fields], files: MemoryFiles())
    let report = checker.check([SourceFile(path: "house.yaml", text: rubric)])
    #expect(findings(report) == [])
    let made = try #require(report.rubrics.first)
    #expect(made.passMark == 80)
    #expect(
      made.criteria == [
        Criterion(
          name: "a", title: "A", kind: "words", skill: "empathy", weight: 100, errorClass: .customer,
          isCritical: true, about: "Counts.", settings: ["words": ["sorry", "apologies"], "most": ["3"]],
          place: "house.yaml:7")
      ])
  }

  @Test func `two scenarios of one id in one run are both places`() {
    let text = SmallScenario().text
    let report = Checker(kinds: [:], files: MemoryFiles()).check([
      SourceFile(path: "a.yaml", text: text), SourceFile(path: "b.yaml", text: text),
    ])
    let found = report.diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.message) == ["two scenarios have the id 'late-parcel'"])
    #expect(found.first?.primary.file == "b.yaml")
    #expect(found.first?.others.map(\.file) == ["a.yaml"])
    #expect(report.scenarios.map(\.id) == ["late-parcel"])
  }
}
