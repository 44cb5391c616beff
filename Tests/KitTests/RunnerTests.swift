import Domain
import Journal
import Play
import Testing
import TouchpointKit
import TouchpointTesting

@MainActor @Suite struct `The session runner` {
  @Test func `appends before play sees it, and what is stored replays to the same state`() throws {
    let store = MemoryJournal()
    let runner = runner(store)
    _ = runner.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    _ = runner.say("I am sorry your parcel is late")
    _ = runner.act("lookup order")
    #expect(try stored(store) == runner.events)
    #expect(SessionState.replay(try stored(store), of: ScenarioFixture.parcel) == runner.state)
  }

  @Test func `takes up a stored session at the same turn and the same time`() throws {
    let store = MemoryJournal()
    let clock = VirtualClock()
    let first = runner(store, clock)
    _ = first.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    clock.advance(by: .seconds(20))
    _ = first.say("I am sorry your parcel is late")
    let second = runner(store, VirtualClock())
    _ = second.takeUp(try stored(store))
    #expect(second.state.world == first.state.world)
    #expect(second.clock.now == .seconds(20))
  }

  @Test(arguments: 1...6)
  func `goes on in memory when the store fails, says why, and can be saved elsewhere`(_ failing: Int) throws {
    let store = FaultyStore(
      MemoryJournal(), failingFrom: failing, with: JournalFailure(.append, at: "/full", .full))
    let runner = runner(store)
    _ = runner.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    for _ in 0..<4 { _ = runner.say("I am sorry your parcel is late") }
    _ = runner.leave()
    _ = try runner.finish()
    #expect(runner.trouble?.kind == .full)
    let elsewhere = MemoryJournal()
    try runner.save(to: elsewhere)
    #expect(runner.isSaved)
    #expect(try stored(elsewhere) == runner.events)
    #expect(try elsewhere.judgements().values.map(\.session) == ["s1"])
  }

  @Test func `stands still while paused`() {
    var machine = Milliseconds.zero
    let clock = LiveClock { machine }
    let runner = runner(MemoryJournal(), clock)
    _ = runner.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    machine = .seconds(10)
    _ = runner.pause()
    machine = .seconds(500)
    _ = runner.resume()
    #expect(runner.state.clock == .seconds(10))
    machine = .seconds(505)
    _ = runner.wake()
    #expect(runner.state.clock == .seconds(15))
  }

  @Test func `lets nobody ask whether you are there while you type`() throws {
    var machine = Milliseconds.zero
    let store = MemoryJournal()
    let runner = runner(store, LiveClock { machine })
    _ = runner.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    let asked = { runner.state.transcript.turns.contains { $0.text == "Hello?" } }
    for second in 1...150 {
      machine = .seconds(second)
      runner.type()
      if second % 60 == 0 { _ = runner.wake() }
    }
    #expect(!asked())
    machine = .seconds(209)
    _ = runner.wake()
    #expect(!asked())
    machine = .seconds(210)
    _ = runner.wake()
    #expect(asked())
    #expect(try stored(store) == runner.events)
    #expect(SessionState.replay(runner.events, of: ScenarioFixture.parcel) == runner.state)
    #expect(runner.events.count { $0.kind == .typed } <= 4)
  }

  @Test func `does not count the time that typing takes as silence where people talk`() {
    var machine = Milliseconds.zero
    let runner = runner(MemoryJournal(), LiveClock { machine })
    _ = runner.open(seed: 7, mode: .coach, style: .free, trainee: "Robin")
    machine = .seconds(20)
    _ = runner.say("I am sorry your parcel is late")
    _ = runner.act("lookup order")
    #expect(runner.state.channel == .phone)
    machine = .seconds(45)
    _ = runner.say(String(repeating: "please tell me ", count: 4))
    machine = .seconds(46)
    _ = runner.say(String(repeating: "please tell me ", count: 40))
    let waits = runner.state.transcript.turns.compactMap { turn -> Milliseconds? in
      if case .reply(_, let waited) = turn.content { waited } else { nil }
    }
    #expect(waits == [.seconds(20), .seconds(7), .seconds(7)])
  }

  private func runner(_ store: any JournalStore, _ clock: any SessionClock = VirtualClock()) -> SessionRunner
  {
    SessionRunner(
      ScenarioFixture.parcel, session: "s1", store: store, clock: clock, wallClock: { 1_790_000_000_000 },
      understand: ReplyUnderstanding(ScenarioFixture.parcel).read
    ) { _ in
      Scorecard(quality: 0, passMark: 70, result: .unfinished, marks: [], breaches: [], rubrics: [])
    }
  }

  private func stored(_ store: any JournalStore) throws -> [SessionEvent] {
    try store.entries(of: "s1").compactMap { entry in
      if case .event(let event) = entry.record { event } else { nil }
    }
  }
}
