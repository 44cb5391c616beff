import Domain
import Play
import Testing
import TouchpointTesting

@Suite struct `The desk` {
  @Test func `refuses and explains what policy does not allow when coaching`() {
    let script = EventScript().types("refund 10 EUR")
    #expect(outcome(script) == .refused(.needs))
    #expect(!script.state.world.did[ScenarioFixture.ActionNumber.refund.rawValue])
  }

  @Test func `lets a breach happen in an exam and says that it is one`() {
    let script = EventScript(mode: .exam).types("refund 10 EUR")
    #expect(outcome(script) == .breached(.needs))
    #expect(script.state.world.did[ScenarioFixture.ActionNumber.refund.rawValue])
  }

  @Test(arguments: [
    ("refund 40", DeskTurn.Outcome.done),
    ("refund 40.00 EUR", .done),
    ("refund €39.99", .done),
    (
      "refund 40.01",
      .refused(
        .overLimit(
          limit: Money(hundredths: 4_000, currency: "EUR"), asked: Money(hundredths: 4_001, currency: "EUR")))
    ),
    (
      "refund",
      .refused(
        .overLimit(
          limit: Money(hundredths: 4_000, currency: "EUR"), asked: Money(hundredths: 6_490, currency: "EUR")))
    ),
    ("refund 10 GBP", .impossible("amounts here are in EUR: /refund 40 EUR")),
    ("refund all of it", .impossible("say how much: /refund 40 EUR")),
    ("refund 0", .impossible("an amount is more than nothing")),
    ("refund -5", .impossible("an amount is more than nothing: /refund 40 EUR")),
    (
      "refund 40,00",
      .impossible("write an amount with a point and no comma, such as 40.50: /refund 40 EUR")
    ),
    ("refund 40.001", .impossible("an amount has two decimals at most, such as 40.50: /refund 40 EUR")),
    ("refund 1e21", .impossible("'1e21' is no amount: /refund 40 EUR")),
  ])
  func `holds an amount against the limit`(_ command: String, _ expected: DeskTurn.Outcome) {
    #expect(outcome(verified.types(command)) == expected)
  }

  @Test func `finds the order by its number, by the author's word or by the verb alone`() {
    let state = EventScript().state
    for typed in ["lookup order", "lookup A-4412", "lookup a-4412", "Lookup", "lookup order A-4412"] {
      #expect(state.action(typed: typed).name == "lookup order", "\(typed)")
    }
    #expect(state.action(typed: "lookup nonsense").action == nil)
    #expect(state.action(typed: "dance now") == ActionTaken(action: nil, name: "dance", argument: "now"))
  }

  @Test func `says that an action is not at hand in this beat`() {
    #expect(
      outcome(verified.types("lookup order")) == .impossible("'lookup order' is of no use at this point"))
  }

  @Test func `answers an unknown act with those there are`() {
    let offers = "/lookup order, /refund, /resend, /escalate, /hold, /note"
    #expect(
      outcome(EventScript().types("dance now"))
        == .impossible("there is no 'dance' at this desk; there is \(offers); /help tells what they do"))
  }

  @Test func `answers half an act with the whole one`() {
    #expect(
      outcome(EventScript().types("lookup the parcel"))
        == .impossible("there is no 'lookup the parcel' at this desk; did you mean /lookup order?"))
  }

  @Test func `keeps notes in order and wants words`() {
    let script = EventScript().types("note carrier lost it").types("note resend agreed")
    #expect(script.state.caseNotes == ["carrier lost it", "resend agreed"])
    #expect(outcome(script.types("note")) == .impossible("a note needs words: /note What was agreed"))
  }

  @Test func `offers what can be done now, with the arguments that make sense now`() {
    #expect(
      EventScript().state.deskOffers == [
        DeskOffer(name: "lookup order", arguments: ["A-4412"]),
        DeskOffer(name: "refund", arguments: ["40 EUR"]), DeskOffer(name: "resend", arguments: []),
        DeskOffer(name: "escalate", arguments: []), DeskOffer(name: "hold", arguments: []),
        DeskOffer(name: "note", arguments: []),
      ])
    #expect(verified.types("hold").state.deskOffers.map(\.name).suffix(2) == ["resume", "note"])
  }

  @Test func `gives the author's hint and counts it once`() {
    let script = EventScript().then(.hinted)
    #expect(script.lastEffects.first == .hint("Say sorry first.", isFree: false))
    #expect(script.state.hints == 1)
    #expect(script.then(.hinted).lastEffects.first == .hint("Say sorry first.", isFree: true))
    #expect(script.then(.hinted).state.hints == 1)
    #expect(script.then(.hinted).state.transcript.turns.count { $0.content == .hint } == 1)
  }

  @Test func `takes one note after the end, and nothing else`() {
    let ended = verified.types("resend").says(.own)
    #expect(!ended.state.isRunning)
    let noted = ended.types("note sent again, tracking link by 4 pm")
    #expect(noted.state.caseNotes == ["sent again, tracking link by 4 pm"])
    #expect(noted.state.transcript.conclusion == ended.state.transcript.conclusion)
    #expect(noted.state.transcript.turns.count == ended.state.transcript.turns.count + 1)
    #expect(noted.types("note more").state == noted.state)
    #expect(ended.types("note").state == ended.state)
    #expect(EventScript().then(.left).types("note gone").state.caseNotes == [])
  }

  @Test func `keeps a message that is not sent yet until it is sent or thrown away`() {
    let mail = verified.types("resend").then(.drafted("Dear Ines,")).then(.drafted(""))
    #expect(mail.state.draft == ["Dear Ines,", ""])
    #expect(mail.then(.discarded).state.draft == [])
    #expect(mail.says(.own).state.draft == [])
    #expect(mail.state.transcript == verified.types("resend").state.transcript)
  }

  @Test func `offers by number what is not said or done yet`() {
    let start = EventScript().state
    #expect(start.guidedActs == ["lookup order A-4412", "refund 40 EUR", "resend", "escalate"])
    #expect(start.guidedMenu.count == 3)
    let said = EventScript().says(.askAgain).state
    #expect(!said.guidedMenu.contains { $0.text == "What is your order number?" })
    #expect(
      EventScript().says(.apologise).says(.own).state.guidedMenu.map(\.text) == ["What is your order number?"]
    )
    #expect(EventScript().types("lookup order").state.guidedActs == ["refund 40 EUR", "resend", "escalate"])
  }

  private var verified: EventScript {
    EventScript().says(.apologise).types("lookup order").says(.checkIdentity)
  }

  private func outcome(_ script: EventScript) -> DeskTurn.Outcome? {
    for effect in script.lastEffects {
      if case .desk(let turn) = effect { return turn.outcome }
    }
    return nil
  }
}
