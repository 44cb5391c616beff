import Domain
import Testing
import TouchpointKit

@Suite struct `Acts written by name, at a scenario's desk` {
  private func act(_ typed: String, _ outcome: String? = nil, at id: String) throws -> DeskTurn? {
    let desk = try #require(BundledLibrary.cases.first { $0.scenario.id == id }?.scenario)
    var transcript = try WrittenTranscript(
      turns: [WrittenTurn(speaker: "agent", action: typed, outcome: outcome)]
    ).transcript()
    transcript.place(at: desk)
    guard case .action(let act)? = transcript.turns.first?.content else { return nil }
    #expect(act.taken.action.map { desk.actions[$0].name } ?? act.taken.name == act.taken.name)
    return DeskTurn(
      taken: ActionTaken(action: nil, name: act.taken.name, argument: act.taken.argument),
      outcome: act.outcome)
  }

  private func turn(_ name: String, _ argument: String, _ outcome: DeskTurn.Outcome) -> DeskTurn {
    DeskTurn(taken: ActionTaken(action: nil, name: name, argument: argument), outcome: outcome)
  }

  @Test func `keep all the words of their name`() throws {
    #expect(try act("stop payment today", at: "double-the-bill") == turn("stop payment", "today", .done))
    #expect(
      try act("/lookup order A-4412", at: "late-birthday-parcel") == turn("lookup order", "A-4412", .done))
  }

  @Test func `that the desk has not, stay as they were typed`() throws {
    #expect(try act("stop it now", at: "double-the-bill") == turn("stop", "it now", .done))
  }

  @Test func `against policy say whether the amount was in the way`() throws {
    let limit = Money(hundredths: 4_000, currency: "EUR")
    let over = PolicyBreach.overLimit(limit: limit, asked: Money(hundredths: 5_250, currency: "EUR"))
    #expect(
      try act("refund 52.50 EUR", "breached", at: "late-birthday-parcel")
        == turn("refund", "52.50 EUR", .breached(over)))
    #expect(
      try act("refund 52.50 EUR", "refused", at: "late-birthday-parcel")
        == turn("refund", "52.50 EUR", .refused(over)))
    #expect(
      try act("refund 15 EUR", "breached", at: "late-birthday-parcel")
        == turn("refund", "15 EUR", .breached(.needs)))
  }
}
