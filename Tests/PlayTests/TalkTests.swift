import Domain
import Play
import Testing
import TouchpointTesting

private typealias Fixture = ScenarioFixture

@Suite struct `A talk` {
  @Test func `opens with the thread so far, the hand-off and the customer's first words`() {
    let effects = EventScript(seed: 1).lastEffects
    let said = EventScript(seed: 1).state.transcript.turns.compactMap(\.text)
    #expect(effects.first == .handedOff(from: .bot, to: .chat))
    #expect(said.first == "Hello Ines, how can I help?")
    #expect(["Where is A-4412?", "I want my parcel."].contains(said.last ?? ""))
  }

  @Test func `says the same opening for the same seed and both over many seeds`() {
    let lines = (0..<40).map { EventScript(seed: UInt64($0)).state.transcript.turns.last?.text }
    #expect(Set(lines) == ["Where is A-4412?", "I want my parcel."])
    #expect(lines == (0..<40).map { EventScript(seed: UInt64($0)).state.transcript.turns.last?.text })
  }

  @Test func `applies a rule once in a visit, however often the move is made`() {
    let once = EventScript().says(.apologise).state
    let thrice = EventScript().says(.apologise).says(.apologise).says(.apologise).state
    #expect(once.world.gauges == [56, 48])
    #expect(thrice.world.gauges == [48, 48])
  }

  @Test func `takes several moves of one reply`() {
    let state = EventScript().says(.apologise, .own).state
    #expect(state.world.gauges == [56, 56])
  }

  @Test func `lets the customer wait in silence when a rule says nothing`() {
    let effects = EventScript().says(.apologise).lastEffects
    #expect(effects.first == .customerWaits)
  }

  @Test func `answers an unexpected reply and gives up after the tries it grants`() {
    let twice = EventScript().says().says()
    #expect(twice.state.transcript.turns.last?.text == "Pardon?")
    #expect(twice.state.isRunning)
    #expect(twice.says().state.transcript.conclusion?.ending == "gave_up")
  }

  @Test func `says all it knows to say before it repeats itself, in an order that the seed decides`() {
    var scenario = Fixture.parcel
    let ways = ["Pardon?", "I did not get that.", "Say that again?"]
    for beat in scenario.beats.indices {
      scenario.beats[beat].otherwise = Otherwise(consequence: Consequence(say: ways), afterTries: 9)
    }
    let orders = (0..<40).map { seed in
      let talk = EventScript(scenario, seed: UInt64(seed)).says().says().says().says()
      return talk.state.transcript.turns.filter { $0.speaker == .customer }.suffix(4).compactMap(\.text)
    }
    for order in orders { #expect(order.prefix(3).sorted() == ways.sorted() && ways.contains(order[3])) }
    #expect(Set(orders.map { $0.prefix(3) }).count == 6)
  }

  @Test func `tells what is told only when asked, once`() {
    let asked = EventScript().says(.askParty)
    #expect(asked.state.transcript.turns.last?.text == "On Saturday at three.")
    #expect(asked.state.world.tries == 0)
    #expect(asked.says(.askParty).state.transcript.turns.last?.text == "Pardon?")
  }

  @Test func `remembers the author's remark for the debrief`() {
    let state = EventScript().says(.askAgain).state
    #expect(state.remarks == [Remark(turn: 2, text: "The bot asked already.")])
  }

  @Test func `moves on when a condition of the beat holds, with the hand-off shown`() {
    let effects = EventScript().says(.apologise).types("lookup order").lastEffects
    #expect(effects.contains(.handedOff(from: .chat, to: .phone)))
    #expect(effects.contains(.customerSaid("Can you ring me?", on: .phone)))
  }

  @Test func `ends with what the world holds, the survey score and the comment`() {
    let state = solved.says(.own).state
    #expect(
      state.transcript.conclusion
        == Conclusion(
          at: .seconds(25), ending: "recovered", outcome: .success, goalMet: true, csat: 4,
          comment: "Robin listened.", facts: [true, true, true], gauges: [52, 83]))
  }

  @Test func `ends when patience is spent, but not before`() {
    var script = EventScript()
    for _ in 0..<14 { script = script.says(.apologise, after: .seconds(1)) }
    #expect(script.state.isRunning)
    #expect(script.says(.apologise, after: .seconds(1)).state.transcript.conclusion?.ending == "gave_up")
  }

  @Test func `takes nothing in after its end`() {
    let ended = solved.says(.own)
    #expect(ended.says(.apologise).types("refund 10").state == ended.state)
  }

  @Test func `ends as a failure without an ending when the trainee leaves`() {
    let conclusion = EventScript().then(.left).state.transcript.conclusion
    #expect(
      conclusion
        == Conclusion(
          at: .zero, ending: nil, outcome: .failure, goalMet: false, csat: nil, comment: nil,
          facts: [false, false, false], gauges: [60, 40]))
  }

  @Test func `survives moves and actions that the scenario does not have`() {
    let stray = MoveMade(move: 99, name: "gone", words: [], confidence: 0, example: "")
    let script = EventScript()
      .then(.replied(ReplyMade(text: "x", moves: [stray], tier: "phrase")))
      .then(.acted(ActionTaken(action: 99, name: "gone", argument: "")))
    #expect(script.state.isRunning)
  }

  private var solved: EventScript {
    EventScript().says(.apologise).types("lookup order").says(.checkIdentity).types("resend")
  }
}
