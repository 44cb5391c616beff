import Authoring
import Testing

@Suite struct `Checks that look at plays` {
  /// What S413 says of replies: text, attempt and trainee each.
  private func found(_ replies: [(String, String, String)]) -> [String] {
    let attempts = Attempts { _ in
      replies.map { Attempts.Unrecognised(beat: 0, text: $0.0, attempt: $0.1, trainee: $0.2) }
    }
    return report(reading: attempts).diagnostics.filter { $0.code.number == "S413" }.map(\.message)
  }

  @Test func `a reply of two attempts by one trainee is no habit`() {
    #expect(found([("the van is lost", "a", "Robin"), ("the van is lost", "b", "Robin")]) == [])
    #expect(found([("the van is lost", "a", "Robin"), ("the van is lost", "a", "Robin")]) == [])
  }

  @Test func `two trainees or three attempts are enough, the commonest first`() {
    let replies = [
      ("it fell off", "a", "Robin"), ("it fell off", "b", "Kim"), ("the van is lost", "a", "Robin"),
      ("The van is lost!", "b", "Robin"), ("the big van is lost", "c", "Robin"),
    ]
    #expect(
      found(replies) == [
        "\"the van is lost\" or the like was understood as nothing in 3 attempts by 1 trainee",
        "\"it fell off\" or the like was understood as nothing in 2 attempts by 2 trainees",
      ])
  }

  @Test func `nobody is named, and nothing long is shown`() {
    let long = "Robin here, KIM said so\n" + String(repeating: "well ", count: 40)
    let shown = "{agent} here, {agent} said so " + String(repeating: "well ", count: 9) + "well…"
    #expect(shown.count == 80)
    #expect(
      found([(long, "a", "Robin Meyer"), (long, "b", "kim")]) == [
        "\"\(shown)\" or the like was understood as nothing in 2 attempts by 2 trainees"
      ])
  }

  @Test func `without a rehearsal or attempts nothing is played or read`() {
    let page = CheckCatalog.standard.page("S613")
    #expect(findings(report(page?.triggering ?? "")) == [])
  }

  @Test func `the rehearsal hears each beat's examples of all expected moves`() {
    let rehearsal = Rehearsal { _, _, lines in
      #expect(
        lines == [
          Rehearsal.Line(
            text: "I am sorry your parcel is late. my apologies for the wait. we let you down there.",
            moves: [0])
        ])
      return Rehearsal.Outcome(passed: true, quality: 7_250)
    }
    #expect(
      report(hearing: Ears.recognition, rehearsing: rehearsal).diagnostics.map(\.message) == [
        "pasting all examples of each beat's moves passes with 72 of 100 points"
      ])
  }

  /// What S611 says of a customer's variants and of what counts.
  private func variants(_ say: String, _ more: String = "") -> [String] {
    let beats = """
      beats:
        hello:
          channel: chat
          say: \(say)
          expect:
            apologise: {go: solved}

      """
    return report(beats + more).diagnostics.filter { $0.code.number == "S611" }.map(\.message)
  }

  private let refund = """
    rubric:
      house: {use: service-quality, weight: 40}
      empathy: {weight: 60, earn: apologise}
    required_facts:
      fee:
        fact: Sending it back costs 12.50 EUR.
        question: What does sending it back cost?
        good: ["the way back is 12.50 EUR"]
    """

  @Test func `a question of one variant alone is told where a fact answers it`() {
    let told = ["only some variants ask what the required fact 'fee' answers"]
    #expect(variants("[It broke. What does sending it back cost me?, It broke.]", refund) == told)
    #expect(variants("[What does sending it back cost me?, How dear is the way back?]", refund) == [])
    #expect(variants("[It broke. What does sending it back cost me?]", refund) == [])
  }

  @Test func `a value of one variant is told unless it can be known from elsewhere`() {
    let told = ["only some variants name '12.50 EUR', and the required fact 'fee' needs it"]
    #expect(variants("[The label costs 12.50 EUR?, Is there a label?]", refund) == told)
    let article = refund + "\nknowledge:\n  KB-17: A label for the way back is 12.50 EUR.\n"
    #expect(variants("[The label costs 12.50 EUR?, Is there a label?]", article) == [])
  }

  @Test func `a fact that gives no points depends on nothing`() {
    let idle = refund.replacing("weight: 40", with: "weight: 0").replacing("weight: 60", with: "weight: 100")
    #expect(variants("[The label costs 12.50 EUR?, Is there a label?]", idle) == [])
  }
}
