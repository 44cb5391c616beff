import Domain
import Scoring
import Testing

@Suite struct `Agreement of two judges` {
  private func pairs(_ text: String) -> [(Verdict, Verdict)] {
    let letters: [Character: Verdict] = [
      "m": .met, "p": .partly, "x": .missed, "b": .breached, "n": .notApplicable,
    ]
    return text.split(separator: " ").compactMap { pair in
      guard let first = pair.first.flatMap({ letters[$0] }), let second = pair.last.flatMap({ letters[$0] })
      else { return nil }
      return (first, second)
    }
  }

  @Test func `is 1 when they always agree and 0 when it is what chance gives`() {
    #expect(Agreement(pairs("mm xx pp nn")).kappa == 1)
    #expect(Agreement(pairs("mm mx xm xx")).kappa == 0)
    #expect(Agreement([]).kappa == nil)
  }

  // By hand: observed 1 step in 4 pairs; expected by the margins met 2:2, partly 1:2, missed 1:0 is 3.
  @Test func `weighs a step less than two`() {
    let near = Agreement(pairs("mm mm pp xp"))
    #expect(near.same == 3)
    #expect(near.withinOneStep == 4)
    #expect(near.kappa == 1 - 1.0 / 3.0)
  }

  @Test func `what does not apply is two steps from everything`() {
    #expect(Agreement(pairs("nm mm")).withinOneStep == 1)
    #expect(Agreement(pairs("nx xx")).withinOneStep == 1)
  }

  @Test func `the gate needs kappa and closeness`() {
    #expect(Agreement(pairs("mm mm mm xx xx xx pp pp pm")).passesGate)
    #expect(!Agreement(pairs("mm mm mm mx xm xx xx mx xm")).passesGate)
    #expect(!Agreement([]).passesGate)
  }

  @Test func `one false alarm keeps an auto-fail rule back`() {
    let clean = Array(repeating: "bb mm", count: 10).joined(separator: " ")
    #expect(Agreement(pairs(clean)).passesAutoFailGate)
    #expect(!Agreement(pairs(clean + " mb")).passesAutoFailGate)
    #expect(Agreement(pairs(clean + " bm")).passesAutoFailGate)
  }

  @Test func `a rule that was not in question was kept`() throws {
    let rule = try #require(AutoFailCatalog.standard["secret-asked"])
    let talk = CriterionExample("hours", .met, [.customer("Open today?"), .trainee("Till six, Bea.")])
    let reply = GoldenReply(
      name: "hours", transcript: talk.transcript, first: .notApplicable, second: .notApplicable)
    let result = Judge(lexicons: try BundledLists.lexicons.get()).test(rule, on: [reply])
    #expect(result.disagreements.isEmpty)
    #expect(result.machine.same == 1)
  }
}
