import Domain
import Play
import Testing
import TouchpointTesting

@Suite struct `Time in a talk` {
  @Test func `makes the customer speak after the silence the author set, once`() {
    let early = EventScript().waits(.seconds(59))
    let late = early.waits(.seconds(1))
    #expect(early.state.transcript.turns.last?.text != "Hello?")
    #expect(late.state.transcript.turns.last?.text == "Hello?")
    let spoken = late.waits(.seconds(600)).state.transcript.turns.filter { $0.text == "Hello?" }
    #expect(spoken.count == 1)
  }

  @Test func `counts silence from the trainee's last words`() {
    let state = EventScript().says(.apologise, after: .seconds(50)).waits(.seconds(59)).state
    #expect(!state.transcript.turns.contains { $0.text == "Hello?" })
  }

  @Test func `counts silence from the last key of a reply that is being written`() {
    for key in [SessionEvent.Kind.typed, .drafted("Dear Ines,")] {
      let typing = EventScript().waits(.seconds(50)).then(key)
      #expect(typing.lastEffects.last == .wake(at: .minute))
      let said = { (wait: Int) in typing.waits(.seconds(wait)).state.transcript.turns.last?.text == "Hello?" }
      #expect([59, 60].map(said) == [false, true])
    }
  }

  @Test func `asks to be woken when the next thing is due`() {
    #expect(EventScript().lastEffects.last == .wake(at: .seconds(60)))
    #expect(EventScript().says(.apologise).lastEffects.last == .wake(at: .minute))
  }

  @Test func `lets due things happen before a late reply is heard`() {
    let state = EventScript().says(.apologise, after: .seconds(70)).state
    let words = state.transcript.turns.compactMap(\.text)
    #expect(words.suffix(2) == ["Hello?", "words"])
  }

  @Test func `tires the customer every minute on live channels`() {
    let state = EventScript().waits(.seconds(185)).state
    #expect(state.world.gauges[0] == 60 - 12 - 3 * 5)
  }

  @Test func `tires nobody while an e-mail is written`() {
    let mail = EventScript().says(.apologise).types("lookup order").says(.checkIdentity).types("resend")
    #expect(mail.state.channel == .email)
    #expect(mail.waits(.seconds(86_400)).state.world.gauges == mail.state.world.gauges)
  }

  @Test func `measures how long the customer waited for a reply`() {
    let reply = EventScript().says(.apologise, after: .seconds(8)).state.transcript.turns.last?.content
    guard case .reply(_, let waited) = reply else {
      Issue.record("the last turn is not a reply")
      return
    }
    #expect(waited == .seconds(8))
  }

  @Test func `stands still while paused`() {
    let paused = EventScript().then(.paused)
    #expect(paused.lastEffects == [.wake(at: nil)])
  }

  @Test func `never goes back, and any number of milliseconds is survived`() {
    for moment in [Int.max, Int.min, -1, 0] {
      var state = EventScript().says(.apologise).state
      let before = state.clock
      _ = state.reduce(SessionEvent(at: Milliseconds(moment), .woke))
      #expect(state.clock >= before)
    }
  }

  @Test func `lets the customer say what waited when they are back from hold`() {
    let call = EventScript().says(.apologise).types("lookup order").types("hold")
    #expect(call.lastEffects.contains(.customerSaid("All right, but be quick.", on: .phone)))
    let acted = call.types("escalate")
    #expect(!acted.lastEffects.contains(.customerSaid("Fine.", on: .phone)))
    #expect(acted.types("resume").lastEffects.contains(.customerSaid("Fine.", on: .phone)))
    #expect(acted.then(.left).lastEffects.contains(.customerSaid("Fine.", on: .phone)))
  }

  @Test func `hears nothing while the customer is on hold, and notes a hold that is too long`() {
    let call = EventScript().says(.apologise).types("lookup order").types("hold")
    #expect(call.says(.checkIdentity).lastEffects.first == .unheard)
    let late = call.waits(.seconds(121))
    let overrun = DeskTurn(
      taken: ActionTaken(action: ScenarioFixture.ActionNumber.hold.rawValue, name: "hold", argument: ""),
      outcome: .breached(.tooLong(limit: .seconds(120))))
    #expect(late.lastEffects.contains(.desk(overrun)))
    #expect(late.types("resume").says(.checkIdentity).state.world.facts[0])
  }
}
