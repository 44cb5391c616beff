import Domain
import Glibc
import Journal
import Testing

/// The stores there are; each case is run over all of them.
enum StoreUnderTest: String, CaseIterable {
  case memory, sqlite

  func open(in folder: TemporaryFolder) throws -> any JournalStore {
    switch self {
    case .memory: MemoryJournal()
    case .sqlite: try SQLiteJournal(path: folder.journal, for: .writing)
    }
  }
}

@Suite struct `Every store` {
  let folder = TemporaryFolder()

  @Test(arguments: StoreUnderTest.allCases)
  func `is empty and intact at first`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    #expect(try store.history(of: "s1") == Recovered(values: [], setAside: []))
    #expect(try store.sessions() == [])
    #expect(try store.summaries() == [])
    #expect(try store.verify() == VerificationReport(count: 0, head: nil, findings: []))
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `gives back every kind of record as it was`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let appended = try everyKind.map { try store.append($0, to: "s1", at: -5) }
    #expect(appended.map(\.sequence) == Array(1...everyKind.count))
    #expect(appended.map(\.record) == everyKind)
    #expect(try store.entries(of: "s1") == appended)
    let last = try #require(appended.last)
    let head = Checkpoint(sequence: last.sequence, hash: last.hash)
    #expect(try store.verify() == VerificationReport(count: appended.count, head: head, findings: []))
  }

  @Test func `makes the same chain as every other`() throws {
    let heads = try StoreUnderTest.allCases.map { kind in
      let store = try kind.open(in: folder)
      for (time, record) in everyKind.enumerated() { _ = try store.append(record, to: "s1", at: time) }
      return try store.verify().head
    }
    #expect(Set(heads).count == 1)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `keeps sessions apart and in the order opened`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let first = opening(trainee: "Zoë", at: 9_000)
    let second = opening(trainee: "=cmd|'/c calc'!A1", scenario: "refund", at: 4_000)
    _ = try store.append(first, to: "b", at: 10)
    _ = try store.append(second, to: "a", at: 20)
    _ = try store.append(reply("Hello"), to: "b", at: 30)
    _ = try store.append(reply("Hello again"), to: "b", at: 25)
    _ = try store.append(judgement(of: "b"), to: "b", at: 40)
    let listed = try store.sessions()
    #expect(listed.map(\.session) == ["b", "a"])
    #expect(listed.map(\.trainee) == ["Zoë", "=cmd|'/c calc'!A1"])
    #expect(listed.map(\.scenario) == ["late-birthday-parcel", "refund"])
    #expect(listed.map(\.started) == [9_000, 4_000])
    #expect(listed.map(\.last) == [40, 20])
    #expect(listed.map(\.replies) == [2, 0])
    #expect(listed.map(\.state) == [.finished, .open])
    #expect(try store.entries(of: "a").map(\.record) == [second])
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `reports a session once, as last judged`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let records = [
      judgement(of: "a", quality: 5_000), judgement(of: "b"), judgement(of: "a", quality: 6_000),
    ]
    for (record, session) in zip(records, ["a", "b", "a"]) {
      _ = try store.append(record, to: session, at: 0)
    }
    #expect(try store.summaries().map(\.session) == ["b", "a"])
    #expect(try store.summaries().map(\.scorecard.quality) == [9_150, 6_000])
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `folds what people said of a session, and changes nothing before it`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let records = [judgement(of: "s1")] + statements
    for (time, record) in records.enumerated() { _ = try store.append(record, to: "s1", at: time) }
    _ = try store.append(statements[0], to: "never-judged", at: 9)
    guard case .judged(let summary) = records[0] else { return }
    var expected = CaseFile(summary)
    for (time, record) in records.enumerated() { expected.take(record, at: time) }
    #expect(try store.caseFiles() == Recovered(values: [expected], setAside: []))
    #expect(expected.original.scorecard.quality == 9_150)
    #expect(expected.current.scorecard.quality == 8_000)
    #expect(expected.reviews.map(\.value.coach) == ["Bo"])
    #expect(expected.open.isEmpty)
    #expect(expected.upheld == ["apology": .notApplicable])
    #expect(try store.summaries() == [expected.current])
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `goes by the latest judgement, whole or anew`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    func append(_ record: JournalRecord, _ session: String) throws {
      _ = try store.append(record, to: session, at: 0)
    }
    try append(judgement(of: "a", quality: 5_000), "a")
    try append(judgement(of: "b", quality: 6_000), "b")
    try append(rescoring(quality: 7_000), "a")
    try append(rescoring(quality: 7_500), "a")
    #expect(try store.summaries().map(\.session) == ["a", "b"])
    #expect(try store.summaries().map(\.scorecard.quality) == [7_500, 6_000])
    try append(judgement(of: "a", quality: 4_000), "a")
    #expect(try store.summaries().map(\.scorecard.quality) == [6_000, 4_000])
  }

  @Test(
    arguments: StoreUnderTest.allCases,
    ["", ".", "../x", "a/b", "a b", "é", "a\u{0}b", String(repeating: "a", count: 65)])
  func `takes no name that could be a path or hide something`(_ kind: StoreUnderTest, _ name: String) throws {
    let store = try kind.open(in: folder)
    expectFailure(.unusableSession(name)) { _ = try store.append(opening(), to: name, at: 0) }
    expectFailure(.unusableSession(name)) { _ = try store.lock(name, at: 0) }
    #expect(try store.verify().count == 0)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `files no judgement under another session`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    expectFailure(.unusableSession("b")) { _ = try store.append(judgement(of: "b"), to: "a", at: 0) }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `lets one holder play a session`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let mine = try store.lock("s1", at: 123)
    let me = Int(getpid())
    expectFailure(.sessionOpen(process: me, since: 123)) { _ = try store.lock("s1", at: 456) }
    let other = try store.lock("s2", at: 1)
    #expect(other.session == "s2")
    mine.release()
    mine.release()
    _ = try store.lock("s1", at: 789)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `proves a note of its head, early or late, and denies a false one`(_ kind: StoreUnderTest) throws {
    let store = try kind.open(in: folder)
    let entries = try everyKind.map { try store.append($0, to: "s1", at: 0) }
    for entry in entries {
      let note = Checkpoint(sequence: entry.sequence, hash: entry.hash)
      #expect(try store.verify(against: note).isIntact)
      #expect(Checkpoint(note.description) == note)
    }
    let forged = Checkpoint(sequence: 3, hash: entries[0].hash)
    #expect(try store.verify(against: forged).findings == [.rewritten(3)])
    let later = Checkpoint(sequence: entries.count + 3, hash: entries[0].hash)
    #expect(try store.verify(against: later).findings == [.missing(entries.count + 1...entries.count + 3)])
  }

  @Test(arguments: StoreUnderTest.allCases, StoreUnderTest.allCases)
  func `saves a session in any other, once`(_ from: StoreUnderTest, _ into: StoreUnderTest) throws {
    let elsewhere = TemporaryFolder()
    let source = try from.open(in: folder)
    let target = try into.open(in: elsewhere)
    _ = try source.append(opening(trainee: "Bo"), to: "other", at: 1)
    for (time, record) in everyKind.prefix(4).enumerated() {
      _ = try source.append(record, to: "s1", at: time)
    }
    #expect(try source.copy("s1", into: target) == 4)
    for record in everyKind.dropFirst(4) { _ = try source.append(record, to: "s1", at: 77) }
    #expect(try source.copy("s1", into: target) == everyKind.count - 4)
    #expect(try source.copy("s1", into: target) == 0)
    let mine = try source.entries(of: "s1")
    let theirs = try target.entries(of: "s1")
    #expect(theirs.map(\.record) == mine.map(\.record))
    #expect(theirs.map(\.recordedAt) == mine.map(\.recordedAt))
    #expect(try target.verify().isIntact)
    _ = try target.append(opening(), to: "other", at: 1)
    expectFailure(.differs(session: "other")) { _ = try source.copy("other", into: target) }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `numbers what many tasks append at once without a gap`(_ kind: StoreUnderTest) async throws {
    let store = try kind.open(in: folder)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for turn in 0..<10 { _ = try store.append(reply("\(turn)"), to: "s\(task)", at: turn) }
        }
      }
      try await group.waitForAll()
    }
    let report = try store.verify()
    #expect(report.count == 80)
    #expect(report.isIntact)
    #expect(try store.sessions().map(\.replies) == Array(repeating: 10, count: 8))
  }
}
