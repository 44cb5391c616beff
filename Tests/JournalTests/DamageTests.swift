import Domain
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Journal

@Suite struct `A damaged journal` {
  let folder = TemporaryFolder()

  /// Two sessions, closed again so that everything is in the one file; the last record is Bo's opening.
  private func fill() throws -> [JournalEntry] {
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    var entries = try everyKind.map { try journal.append($0, to: "s1", at: 1) }
    entries.append(try journal.append(opening(trainee: "Bo"), to: "s2", at: 2))
    return entries
  }

  /// The number of the last record.
  private let last = everyKind.count + 1

  /// Changes the file behind the journal's back.
  private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: folder.journal)
    try queue.write { db in
      try db.execute(
        sql: "DROP TRIGGER IF EXISTS event_never_changes; DROP TRIGGER IF EXISTS event_never_goes")
      try db.execute(sql: sql, arguments: arguments)
    }
  }

  private func report() throws -> VerificationReport {
    try SQLiteJournal(path: folder.journal, for: .reading).verify()
  }

  @Test func `refuses change and removal through SQL`() throws {
    _ = try fill()
    let queue = try DatabaseQueue(path: folder.journal)
    for sql in ["UPDATE event SET payload = x''", "DELETE FROM event"] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
  }

  @Test func `names the record when any one byte of its payload changes, and gives all others`() throws {
    let entries = try fill()
    let payload = try RecordCoding.payload(of: everyKind[0])
    for place in payload.indices {
      var changed = payload
      changed[place] ^= 1 << UInt8(place % 8)
      try tamper("UPDATE event SET payload = ? WHERE seq = 1", [Data(changed)])
      let found = try report()
      #expect(found.findings == [.broken(BrokenRecord(sequence: 1, session: "s1", reason: .hashMismatch))])
      #expect(found.firstBreak == 1)
    }
    let journal = try SQLiteJournal(path: folder.journal, for: .reading)
    let history = try journal.history(of: "s1")
    #expect(history.values == Array(entries[1..<everyKind.count]))
    #expect(history.setAside == [BrokenRecord(sequence: 1, session: "s1", reason: .hashMismatch)])
    #expect(try journal.sessions().map(\.opening?.trainee) == [nil, "Bo"])
    #expect(try journal.sessions().map(\.started) == [1, 1_000])
    #expect(history.setAside[0].description == "record 1 of session s1: its content is not what was written")
  }

  @Test(arguments: [
    "session = 's2'", "recorded_at = 99", "kind = 'left'", "prev_hash = hash", "hash = prev_hash",
    "payload = CAST(payload || x'20' AS BLOB)",
  ])
  func `notices a change of any column`(_ change: String) throws {
    _ = try fill()
    try tamper("UPDATE event SET \(change) WHERE seq = 4")
    #expect(try report().firstBreak == 4)
  }

  @Test func `names kinds, payloads and owners that cannot be, even when the hash is right`() throws {
    _ = try fill()
    let head = Checkpoint(sequence: last, hash: try #require(try report().head?.hash))
    let cases: [(String, String, [UInt8], BrokenRecord.Reason)] = [
      ("s1", "teleported", [], .unknownKind("teleported")),
      ("s1", "opened", Array("{}".utf8), .undecodable("'at' is missing")),
      ("s1", "opened", Array(#"{"at":0}"#.utf8), .undecodable("a field is missing")),
      ("s1", "judged", try RecordCoding.payload(of: judgement(of: "s2")), .otherSession("s2")),
    ]
    var previous = head
    for (session, kind, payload, reason) in cases {
      let row = try #require(
        StoredRow.following(previous, session: session, recordedAt: 0, kind: kind, payload: payload))
      try tamper(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
        [row.sequence, session, 0, kind, Data(payload), row.previousHash, row.hash])
      try tamper("UPDATE head SET seq = ?, hash = ?", [row.sequence, row.hash])
      let broken = BrokenRecord(sequence: row.sequence, session: session, reason: reason)
      #expect(try report().broken.last == broken)
      previous = row.checkpoint
    }
    let journal = try SQLiteJournal(path: folder.journal, for: .reading)
    #expect(try journal.history(of: "s1").values.count == everyKind.count)
    #expect(try journal.judgements().setAside.map(\.reason) == [.otherSession("s2")])
    #expect(try journal.summaries().map(\.session) == ["s1"])
  }

  @Test func `says which records are gone, from the middle and from the end`() throws {
    _ = try fill()
    try tamper("DELETE FROM event WHERE seq IN (4, 5, \(last))")
    #expect(try report().findings == [.missing(4...5), .missing(last...last)])
    // Going on does not hide it.
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    #expect(try journal.append(reply("later"), to: "s2", at: 9).sequence == last + 1)
    #expect(try journal.verify().findings == [.missing(4...5), .missing(last...last)])
  }

  @Test func `notices a record that was rewritten together with its hash`() throws {
    _ = try fill()
    let journal = try SQLiteJournal(path: folder.journal, for: .reading)
    let before = try #require(try journal.entries(of: "s1").first { $0.sequence == 4 }?.hash)
    let payload = Array(#"{"at":1}"#.utf8)
    let row = try #require(
      StoredRow.following(
        Checkpoint(sequence: 4, hash: before), session: "s1", recordedAt: 1, kind: "hinted", payload: payload)
    )
    try tamper("UPDATE event SET payload = ?, hash = ? WHERE seq = 5", [Data(payload), row.hash])
    #expect(try report().findings.contains(.unlinked(6)))
  }

  @Test func `finds a head that was moved`() throws {
    _ = try fill()
    try tamper("UPDATE head SET seq = 3")
    #expect(try report().findings == [.headDiffers(last)])
    try tamper("DELETE FROM head")
    #expect(try report().findings == [.headDiffers(last)])
    try tamper("INSERT INTO head VALUES (1, 9223372036854775807, 'x')")
    #expect(try report().findings == [.missing(last + 1...Int.max)])
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    expectFailure(.damaged) { _ = try journal.append(reply("x"), to: "s1", at: 0) }
  }

  @Test func `is opened and judged without a trap whatever byte of the file changes`() throws {
    let entries = try fill()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let whole = try bytes()
    var noticed = 0
    for _ in 0..<250 {
      var changed = whole
      let place = Int.random(in: 0..<whole.count, using: &random)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try write(changed)
      noticed += try look(entries) ? 1 : 0
    }
    #expect(noticed > 0, "seed \(seed)")
  }

  @Test func `is opened and judged without a trap wherever the file is cut`() throws {
    let entries = try fill()
    let whole = try bytes()
    for length in stride(from: whole.count - 1, through: 0, by: -211) {
      try write(Array(whole.prefix(length)))
      // Less than a page may have held nothing; then everything must be there.
      let isNoticed = try look(entries)
      #expect(isNoticed || length > whole.count - 4_096, "cut to \(length) bytes")
    }
  }

  @Test
  func `whose last writes are torn gives every record before the tear, and misses the others by number`()
    throws
  {
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    let entries = try everyKind.map { try journal.append($0, to: "s1", at: 1) }
    let torn = TemporaryFolder()
    let log = try Data(contentsOf: URL(filePath: folder.journal + "-wal"))
    for name in ["", ".head"] {
      try Data(contentsOf: URL(filePath: folder.journal + name)).write(to: URL(filePath: torn.journal + name))
    }
    var lengths: Set<Int> = []
    for length in stride(from: log.count, through: 0, by: -397) {
      unlink(torn.journal + "-shm")
      try log.prefix(length).write(to: URL(filePath: torn.journal + "-wal"))
      let journal = try SQLiteJournal(path: torn.journal, for: .reading)
      let kept = try journal.entries(of: "s1")
      #expect(kept == Array(entries.prefix(kept.count)))
      let missing = kept.count < entries.count ? [kept.count + 1...entries.count] : []
      #expect(try journal.verify().findings == missing.map { .missing($0) })
      lengths.insert(kept.count)
    }
    #expect(lengths == Set(0...entries.count))
  }

  /// - Returns: whether something was noticed; what is given without a word must be true.
  private func look(_ entries: [JournalEntry]) throws -> Bool {
    do {
      let journal = try SQLiteJournal(path: folder.journal, for: .reading)
      let report = try journal.verify()
      let all = try ["s1", "s2"].flatMap { try journal.entries(of: $0) }
      _ = try journal.sessions()
      _ = try journal.judgements()
      #expect(Set(all).isSubset(of: Set(entries)))
      // For writing it may be refused, but not trap; nothing is appended here.
      _ = try? SQLiteJournal(path: folder.journal, for: .writing)
      if report.isIntact { #expect(all == entries) }
      return !report.isIntact
    } catch is JournalFailure {
      return true
    }
  }

  private func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: folder.journal))) }

  private func write(_ bytes: [UInt8]) throws {
    for suffix in ["-wal", "-shm"] { unlink(folder.journal + suffix) }
    try Data(bytes).write(to: URL(filePath: folder.journal))
  }
}
