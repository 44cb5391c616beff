import Authoring
import Diagnostics
import Testing

@Suite struct `Checks of rubrics` {
  /// The findings of S6 for a small scenario with some sections of its own.
  private func found(_ snippet: String, files: [String: String] = [:]) -> [String] {
    report(snippet, files: files).diagnostics.filter { $0.code.number.hasPrefix("S6") }
      .map { "\($0.code.number) \($0.severity) \($0.message)" }
  }

  /// The findings for a rubric file around some lines.
  private func found(rubric lines: String) -> [String] {
    let head = "format: service-rubric 1\nid: house\ntitle: House\nskills: {empathy: Cares.}\n"
    return report(rubric: head + lines + "\n").diagnostics.filter { $0.code.number.hasPrefix("S6") }
      .map { "\($0.code.number) \($0.severity) \($0.message)" }
  }

  static let dimensions = [
    "rubrics/parts.yaml": """
    format: service-rubric 1
    id: parts
    title: Parts
    skills: {empathy: Cares., clarity: Is plain.}
    dimensions:
      warmth: {weight: {usual: 60}}
      record: {weight: {usual: 40}}
    criteria:
      says_sorry: {kind: phrases, title: Says sorry, skill: empathy, dimension: warmth, weight: 100}
      notes: {kind: note, title: Notes, skill: clarity, dimension: record, weight: 100}

    """
  ]

  private func using(_ house: String) -> [String] {
    found(
      "rubric:\n  house: {use: parts, \(house)}\n  empathy: {weight: 60, earn: apologise}",
      files: Self.dimensions)
  }

  @Test func `an emphasis names a dimension of the rubric that is used`() {
    #expect(using("weight: 40, emphasis: {warmth: more, record: less}") == [])
    #expect(
      using("weight: 40, emphasis: {warmht: more}") == ["S615 error rubric 'parts' has no dimension 'warmht'"]
    )
  }

  @Test func `a dimension that is left out is named, no more`() {
    #expect(
      using("weight: 40, emphasis: {record: none}") == [
        "S608 advice dimension 'record' is judged and does not count here"
      ])
  }

  @Test func `a shared rubric of weight 0 counts nothing`() {
    #expect(
      found(
        """
        rubric:
          house: {use: parts, weight: 0}
          empathy: {weight: 60, earn: apologise}
          clarity: {weight: 40, earn: explain}
        """, files: Self.dimensions)
        == ["S608 warning the rubric 'parts' counts nothing here; its weight is 0"])
  }

  @Test func `the shared rubric's criteria count for the scenario's skills`() {
    #expect(using("weight: 40") == [])
    #expect(
      found(
        "rubric:\n  empathy: {weight: 60, earn: apologise}\n  b: {weight: 40, earn: explain, skill: policy}")
        == [
          "S610 warning no criterion counts for the skill 'clarity'",
          "S610 warning the skill 'policy' is not among this file's skills",
        ])
  }

  @Test func `a rubric's skills are those of its criteria`() {
    #expect(
      found(rubric: "criteria:\n  a: {kind: apology, title: A, skill: empthy, weight: 100}") == [
        "S610 warning the skill 'empthy' is not among this file's skills"
      ])
  }

  @Test func `waiting until the customer goes may not pay either`() {
    let snippet = """
      mood:
        trust: {start: 40, every_minute: -5, at_zero: gone}
      endings:
        solved: {outcome: success}
        gone: {outcome: failure}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: explain or ending gone}
      """
    #expect(found(snippet) == ["S604 error doing nothing earns points for 'clarity'"])
  }

  @Test func `a rule whose 'before' nothing sets bars the way to success`() {
    let snippet = """
      facts: {checked: false, sent: false}
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {mood: trust +8}
          do:
            resend: {set: sent}
          next:
            - {if: sent, go: solved}
            - {if: turns_here >= 3, go: lost}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      critical:
        - {never: resend, before: checked, because: KB-17}
      """
    #expect(found(snippet) == ["S607 error every play that ends in success breaks 'never resend'"])
    let mended = snippet.replacing("apologise: {mood: trust +8}", with: "apologise: {set: checked}")
    #expect(found(mended) == [])
  }

  @Test func `a rule about a move without examples breaks nothing`() {
    let snippet = """
      moves:
        apologise:
          like: [I am sorry your parcel is late, my apologies for the wait, we let you down there]
        explain:
          like: [it was last seen at the depot, nobody has scanned it since Monday, the carrier lost its trace]
        promise_date:
          like: []
      """
    #expect(
      found(snippet) == [
        "S607 error no play can break 'never promise_date'; nothing it names can be said or done"
      ])
  }

  @Test func `a failure that pays the pass mark by itself is named`() {
    let snippet = """
      pass_mark: 40
      beats:
        hello:
          channel: chat
          say: Where is my parcel?
          expect:
            apologise: {go: solved}
            promise_date: {go: lost}
      endings:
        solved: {outcome: success}
        lost: {outcome: failure}
      rubric:
        empathy: {weight: 60, earn: apologise}
        clarity: {weight: 40, earn: ending lost or ending solved and explain}
      """
    #expect(
      found(snippet) == [
        "S606 error every play that ends in 'lost' earns at least 40 points; the pass mark is 40"
      ])
  }

  @Test func `a survey that follows a gauge is read by where the gauge can stand`() {
    let snippet = """
      mood:
        trust: {start: 10}
      endings:
        solved: {outcome: success, csat: from trust}
      """
    #expect(found(snippet) == ["S614 warning 'solved' is a success, and its customer gives at most 2 of 5"])
    #expect(found(snippet.replacing("start: 10", with: "start: 40")) == [])
  }

  @Test func `a dimension without a usual weight counts nothing elsewhere`() {
    let rubric = """
      dimensions:
        warmth: {weight: {phone: 100}}
      criteria:
        a: {kind: apology, title: A, skill: empathy, dimension: warmth, weight: 100}
      """
    #expect(found(rubric: rubric) == ["S616 error dimension 'warmth' has no 'usual' weight"])
  }

  @Test func `a criterion without a dimension is named where there are dimensions`() {
    let rubric = """
      dimensions:
        warmth: {weight: {usual: 100}}
      criteria:
        a: {kind: apology, title: A, skill: empathy, dimension: warmth, weight: 100}
        b: {kind: calm, title: B, skill: empathy, weight: 100}
      """
    #expect(found(rubric: rubric) == ["S615 error criterion 'b' belongs to no dimension"])
  }

  @Test func `a critical criterion says what is at stake, and decides without points`() {
    #expect(
      found(
        rubric: """
          criteria:
            a: {kind: apology, title: A, skill: empathy, weight: 100}
            b: {kind: calm, title: B, skill: empathy, weight: 0, critical: true}
          """) == ["S612 warning a breach of 'b' fails the attempt, and no reason is given"])
  }

  @Test func `two criteria of one kind with one setting are twins`() {
    let rubric = """
      criteria:
        a: {kind: phrases, title: A, skill: empathy, weight: 50, words: [sorry]}
        b: {kind: phrases, title: B, skill: empathy, weight: 50, words: [WORD]}
      """
    #expect(
      found(rubric: rubric.replacing("WORD", with: "sorry")) == [
        "S609 warning 'b' and 'a' are always earned together"
      ])
    #expect(found(rubric: rubric.replacing("WORD", with: "thanks")) == [])
  }

  @Test func `words the checker was not told of are not checked`() {
    let rubric = """
      format: service-rubric 1
      id: house
      title: House
      skills: {empathy: Cares.}
      dimensions:
        warmth: {weight: {usual: 100, pigeon: 100}}
      criteria:
        a: {kind: merriment, title: A, skill: empathy, dimension: warmth, weight: 100}
      auto_fail: [sang-off-key]

      """
    let report = Checker(kinds: [:], files: MemoryFiles()).check([SourceFile(path: "h.yaml", text: rubric)])
    #expect(findings(report) == [])
  }
}
