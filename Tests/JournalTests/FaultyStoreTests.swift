import Domain
import Journal
import Testing
import TouchpointTesting

@Suite struct `A faulty store` {
  @Test func `fails where it was told to, and keeps the rest`() throws {
    let full = JournalFailure(.append, at: "disk", .full)
    let store = FaultyStore(MemoryJournal(), failingAppends: [2: full])
    _ = try store.append(opening(), to: "s1", at: 0)
    #expect(throws: full) { _ = try store.append(reply("lost"), to: "s1", at: 1) }
    _ = try store.append(reply("kept"), to: "s1", at: 2)
    #expect(try store.entries(of: "s1").map(\.record) == [opening(), reply("kept")])
    #expect(try store.verify().isIntact)
  }

  @Test func `fails for good from a point on`() throws {
    let gone = JournalFailure(.append, at: "disk", .io)
    let store = FaultyStore(MemoryJournal(), failingFrom: 2, with: gone)
    _ = try store.append(opening(), to: "s1", at: 0)
    for _ in 0..<3 { #expect(throws: gone) { _ = try store.append(reply("lost"), to: "s1", at: 1) } }
    #expect(try store.entries(of: "s1").count == 1)
  }
}

@Suite struct `A failure` {
  @Test(arguments: [
    (
      JournalFailure(.append, at: "/d/j", .full, code: .sqlite(13)),
      "cannot append to the journal '/d/j': the disk or the quota is full; free some space, or save the session elsewhere with --store (SQLite 13)"
    ),
    (
      JournalFailure(.lock, at: "/d/j", .sessionOpen(process: 12, since: 1_700_000_000_000)),
      "cannot claim the session in '/d/j': it is open in process 12 since 2023-11-14T22:13:20Z; close it there, or only look at it here"
    ),
    (
      JournalFailure(.open, at: "/d/j", .newerVersion(needed: "3.1.0")),
      "cannot open the journal '/d/j': touchpoint 3.1.0 or later is needed to write it; reading still works"
    ),
  ])
  func `is one sentence that says what to do`(_ failure: JournalFailure, _ sentence: String) {
    #expect(failure.description == sentence)
  }
}
