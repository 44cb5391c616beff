import Domain
import Scoring
import Testing

@Suite struct `The debrief` {
  private func mark(
    _ name: String, _ earned: Int, of possible: Int, _ verdict: Verdict = .partly, skill: String = "s",
    quote: Bool = false
  ) -> Mark {
    let quotes = quote ? [Quote(turn: 0, range: TextRange(0, 3), role: .earned)] : []
    return Mark(
      criterion: name, title: name, skill: skill, possible: possible, earned: earned,
      evidence: Evidence(verdict: verdict, quotes: quotes, reason: ""), place: "")
  }

  private func card(_ marks: [Mark]) -> Scorecard {
    Scorecard(quality: 0, passMark: 70, result: .passed, marks: marks, breaches: [], rubrics: [])
  }

  @Test func `names three things to work on: a breach first, then by points lost, then in order`() {
    let debrief = Debrief(
      card([
        mark("a", 500, of: 1_000), mark("b", 0, of: 2_000), mark("full", 900, of: 900),
        mark("c", 1_500, of: 2_000),
        mark("d", 0, of: 100, .breached), mark("idle", 0, of: 0, .notApplicable),
      ]))
    #expect(debrief.toWorkOn.map(\.criterion) == ["d", "b", "a"])
  }

  @Test func `names the words that earned most`() {
    let marks = [
      mark("a", 500, of: 500, .met, quote: true), mark("b", 900, of: 900, .met),
      mark("c", 700, of: 700, .met, quote: true), mark("d", 900, of: 1_200, quote: true),
    ]
    #expect(Debrief(card(marks)).strongest?.mark.criterion == "c")
    #expect(Debrief(card([mark("b", 900, of: 900, .met)])).strongest == nil)
  }

  @Test func `never praises words of a breach, or a sentence that lost points`() {
    let good = [mark("a", 500, of: 500, .met, quote: true)]
    var broken = card(good)
    broken.breaches = [Breach(rule: "r", title: "r", quote: nil, turn: 0, because: "")]
    #expect(Debrief(broken).strongest == nil)
    var fruitless = card(good)
    fruitless.fruitlessCost = 1
    #expect(Debrief(fruitless).strongest == nil)
    var lost = mark("b", 0, of: 500, .missed)
    lost.evidence.quotes = [Quote(turn: 0, range: TextRange(8, 12), role: .lost)]
    func talk(_ text: String) -> Transcript {
      Transcript(turns: [Turn(at: .zero, speaker: .trainee, channel: "chat", content: .words(text))])
    }
    #expect(Debrief(card(good + [lost]), of: talk("Not my problem, mate")).strongest == nil)
    #expect(Debrief(card(good + [lost]), of: talk("Sorry. No idea.")).strongest?.mark.criterion == "a")
  }

  @Test func `adds up points by skill`() {
    let marks = [
      mark("a", 250, of: 1_000, skill: "x"), mark("b", 10, of: 20, skill: "y"),
      mark("c", 500, of: 1_000, skill: "x"),
      mark("d", 0, of: 0, skill: "z"),
    ]
    let skills = Debrief(card(marks)).skills
    #expect(skills.map(\.skill) == ["x", "y", "z"])
    #expect(skills.map(\.percent) == [37, 50, nil])
  }

  @Test func `compares with an earlier attempt criterion by criterion`() {
    let before = card([mark("a", 250, of: 1_000), mark("b", 0, of: 0), mark("gone", 1, of: 1)])
    let after = card([mark("a", 500, of: 800), mark("b", 10, of: 20), mark("new", 0, of: 100)])
    let changes = Debrief(after, comparedWith: before).changes
    #expect(changes.map(\.criterion) == ["a", "b", "new"])
    #expect(changes.map(\.before) == [250, nil, nil])
    #expect(changes.map(\.after) == [625, 500, 0])
    #expect(changes.map(\.gain) == [375, nil, nil])
  }
}
