import Domain
import Play
import Testing
import TouchpointTesting

@Suite struct `Replay` {
  @Test(arguments: UInt64(1)...40)
  func `of any prefix and the rest equals playing through`(_ seed: UInt64) {
    let events = wildEvents(seed: seed)
    var through = SessionState(ScenarioFixture.parcel)
    for count in events.indices {
      _ = through.reduce(events[count])
      let resumed = SessionState.replay(events[...count], of: ScenarioFixture.parcel)
      #expect(resumed == through, "seed \(seed), event \(count)")
    }
  }

  @Test func `offers the guided menu in an order that the seed decides`() {
    let menus = (0..<30).map { EventScript(seed: UInt64($0)).state.guidedMenu.map(\.move) }
    #expect(Set(menus.map { $0.sorted() }) == [[0, 1, 4]])
    #expect(Set(menus).count > 1)
  }

  /// Events in any order and at any time, from a seed.
  private func wildEvents(seed: UInt64) -> [SessionEvent] {
    var generator = SplitMix(seed: seed)
    var script = EventScript(seed: seed, mode: seed % 2 == 0 ? .coach : .exam)
    let commands = [
      "lookup order", "refund 10", "refund 99", "resend", "hold", "resume", "note x", "escalate", "fly",
    ]
    for _ in 0..<30 {
      let wait = Milliseconds(Int.random(in: 0...90_000, using: &generator))
      switch Int.random(in: 0...6, using: &generator) {
      case 0: script = script.then(.woke, after: wait)
      case 1: script = script.then(.hinted, after: wait)
      case 2, 3:
        script = script.types(commands.randomElement(using: &generator) ?? "note", after: wait)
      default:
        let move = ScenarioFixture.MoveNumber.allCases.randomElement(using: &generator) ?? .own
        script = script.says(move, after: wait)
      }
    }
    return script.events
  }
}
