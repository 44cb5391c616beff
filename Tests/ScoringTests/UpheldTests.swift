import Domain
import Scoring
import Testing

@Suite struct `A scorecard with upheld disputes` {
  private func mark(_ name: String, _ earned: Int, of possible: Int, _ verdict: Verdict) -> Mark {
    Mark(
      criterion: name, title: name, skill: "s", possible: possible, earned: earned,
      evidence: Evidence(verdict: verdict, reason: ""), errorClass: .customer, cause: .skill, place: "")
  }

  private func card(_ result: Scorecard.Result = .belowPassMark, breaches: [Breach] = []) -> Scorecard {
    Scorecard(
      quality: 5_800, passMark: 70, result: result,
      marks: [mark("apology", 0, of: 2_000, .missed), mark("calm", 6_000, of: 8_000, .partly)],
      breaches: breaches, rubrics: [], hintCost: 200, accuracy: Accuracy(customer: false))
  }

  @Test func `is none when nothing was won`() {
    #expect(card().upholding([:]) == nil)
  }

  @Test func `gives the points of a mark that is met, and passes what passes then`() throws {
    let upheld = try #require(card().upholding(["apology": .met]))
    #expect(upheld.quality == 7_800)
    #expect(upheld.result == .passed)
    #expect(upheld.accuracy == Accuracy(customer: true))
    #expect(upheld.marks[0].earned == 2_000)
    #expect(upheld.marks[0].cause == nil)
  }

  @Test func `takes what does not apply out of the sum`() throws {
    let upheld = try #require(card().upholding(["apology": .notApplicable]))
    #expect(upheld.quality == 7_300)
  }

  @Test(arguments: [Verdict.met, .partly, .missed, .breached, .notApplicable])
  func `never has less than before`(_ verdict: Verdict) throws {
    let both = ["apology": verdict, "calm": verdict, "unknown": verdict]
    #expect(try #require(card().upholding(both)).quality >= 5_800)
    #expect(try #require(card(.passed).upholding(both)).result == .passed)
    #expect(try #require(card(.unfinished).upholding(both)).result == .unfinished)
  }

  @Test func `is critical until the last breach is taken back`() throws {
    let breaches = ["secrets", "insult"].map {
      Breach(rule: $0, title: $0, quote: nil, turn: 0, because: "")
    }
    let one = try #require(card(.criticalBreach, breaches: breaches).upholding(["insult": .met]))
    #expect(one.result == .criticalBreach)
    #expect(one.breaches.map(\.rule) == ["secrets"])
    let both = try #require(
      card(.criticalBreach, breaches: breaches).upholding(["insult": .met, "secrets": .notApplicable]))
    #expect(both.result == .belowPassMark)
  }
}

@Suite struct `The customer's survey` {
  private func talk(
    _ outcome: Ending.Outcome, csat: Int?, goal: Bool? = true, replies: Int = 3, ending: String? = "end"
  ) -> Transcript {
    let said = ReplyMade(text: "Done.", moves: [], tier: "")
    let turns = (0..<replies).map { _ in
      Turn(at: .zero, speaker: .trainee, channel: "chat", content: .reply(said, waited: .zero))
    }
    return Transcript(
      turns: turns,
      conclusion: Conclusion(
        at: .zero, ending: ending, outcome: outcome, goalMet: goal, csat: csat, comment: nil))
  }

  private func answers(_ transcript: Transcript, _ moods: [[Int]] = []) -> [Int?] {
    let survey = Survey(transcript, moods: moods.map { MoodTrack(gauge: "trust", values: $0) })
    return [survey.csat, survey.ces, survey.nps]
  }

  @Test func `is best for a matter solved at once with a customer in good spirits`() {
    #expect(answers(talk(.success, csat: 5), [[50, 100]]) == [5, 7, 10])
  }

  @Test func `knows no promoter whose matter failed`() {
    #expect(answers(talk(.failure, csat: 5, goal: false), [[50, 100]]) == [5, 4, 6])
    #expect(answers(talk(.partial, csat: 5), [[50, 100]]) == [5, 6, 8])
  }

  @Test func `finds many replies and a worse mood hard`() {
    #expect(answers(talk(.success, csat: 3, replies: 9), [[60, 40], [60, 60]])[1] == 4)
    #expect(answers(talk(.success, csat: 3, replies: 500))[1] == 1)
  }

  @Test func `takes satisfaction from the mood where the ending says none`() {
    #expect(answers(talk(.success, csat: nil), [[0, 100]])[0] == 5)
    #expect(answers(talk(.success, csat: nil), [[0, 0]])[0] == 1)
    #expect(answers(talk(.success, csat: nil)) == [nil, nil, nil])
  }

  @Test func `is not asked before the end, nor of who was left`() {
    #expect(answers(Transcript()) == [nil, nil, nil])
    #expect(answers(talk(.failure, csat: 2, ending: nil)) == [nil, nil, nil])
  }
}
