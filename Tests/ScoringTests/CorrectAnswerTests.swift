import Domain
import Language
import Testing

@testable import Scoring

@Suite struct `A correct answer` {
  static let key = AnswerKey(
    required: [
      FactStatement(
        ["The last scan of the parcel was at the depot on Monday."],
        good: ["nobody has seen it since the depot on Monday"], notQuite: ["it is on its way"]),
      FactStatement(["You can collect a new one in the Lyon shop."]),
    ],
    forbidden: [
      AnswerKey.Claim(statement: FactStatement(["The parcel will arrive tomorrow."]), isCritical: true)
    ])

  private func verdict(_ replies: String...) throws -> Evidence {
    let lines: [CriterionExample.Line] = [.customer("Where is my parcel?")] + replies.map { .trainee($0) }
    let reading = Reading(
      CriterionExample("", .met, lines).transcript, lexicons: try BundledLists.lexicons.get())
    let criterion = Criterion(name: "it", title: "", kind: "correct-answer", skill: "", weight: 1)
    return CorrectAnswer().evidence(in: reading, for: criterion, key: Self.key)
  }

  @Test func `that says all the facts over two replies is met`() throws {
    let evidence = try verdict(
      "The last scan of your parcel was on Monday, at the depot.",
      "You can collect a new one in our shop in Lyon.")
    #expect(evidence.verdict == .met, "\(evidence)")
  }

  @Test func `with one fact of two is met in part`() throws {
    let evidence = try verdict("The last scan of the parcel was at the depot on Monday.")
    #expect(evidence.verdict == .partly, "\(evidence)")
    #expect(evidence.better == "You can collect a new one in the Lyon shop.")
  }

  @Test func `tells nothing with kind words alone`() throws {
    #expect(try verdict("I am so sorry about the wait.").verdict == .missed)
    #expect(try verdict("ok").verdict == .missed)
  }

  @Test func `is breached by a critical claim that is not so, and not by its denial`() throws {
    #expect(try verdict("The parcel will arrive tomorrow.").verdict == .breached)
    #expect(try verdict("I can't promise that the parcel will arrive tomorrow.").verdict == .missed)
  }

  @Test func `is not asked for where nobody named a fact`() throws {
    let reading = Reading(
      CriterionExample("", .met, [.customer("Where is it?"), .trainee("At the depot.")]).transcript,
      lexicons: try BundledLists.lexicons.get())
    let criterion = Criterion(name: "it", title: "", kind: "correct-answer", skill: "", weight: 1)
    #expect(CorrectAnswer().evidence(in: reading, for: criterion).verdict == .notApplicable)
  }
}
