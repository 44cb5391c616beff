import Domain
import Glibc
import Journal
import Testing

@Suite(.serialized) struct `A crash` {
  @Test func `of sixty writers killed at random loses no acknowledged record`() throws {
    let folder = TemporaryFolder()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var acknowledged: [String] = []
    for round in 0..<60 {
      let probe = try Probe(["append", folder.journal, "s\(round)", "100000"])
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let line = probe.line() { acknowledged.append(line) }
      }
      spin(Int.random(in: 0...200_000, using: &random))
      probe.killAtOnce()
      acknowledged += probe.remainingLines()
      _ = probe.wait()
    }
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    let report = try journal.verify()
    #expect(report.isIntact, "seed \(seed): \(report.findings)")
    let kept = try (0..<60).flatMap { try journal.entries(of: "s\($0)") }.map { "\($0.sequence) \($0.hash)" }
    #expect(acknowledged.count > 60, "seed \(seed)")
    #expect(Set(acknowledged).subtracting(kept) == [], "seed \(seed)")
    #expect(report.count == kept.count)
    #expect(
      report.count - acknowledged.count <= 60, "at most the one record in flight each time, seed \(seed)")
  }

  @Test func `in the making leaves a journal that can be made`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let folder = TemporaryFolder()
      let path = folder.path + "/new/j.sqlite"
      let probe = try Probe(["append", path, "s1", "100000"])
      // It is made now: wait for the folder, then for anything up to the first record.
      while access(folder.path + "/new", F_OK) != 0 { sched_yield() }
      spin(Int.random(in: 0...2_000_000, using: &random))
      probe.killAtOnce()
      let acknowledged = probe.remainingLines()
      _ = probe.wait()
      let journal = try SQLiteJournal(path: path, for: .writing)
      let kept = try journal.entries(of: "s1").map { "\($0.sequence) \($0.hash)" }
      #expect(kept.starts(with: acknowledged), "seed \(seed)")
      _ = try journal.append(opening(), to: "s2", at: 0)
      #expect(try journal.verify().findings == [], "seed \(seed)")
    }
  }

  @Test func `of several writers at once loses nothing either`() throws {
    let folder = TemporaryFolder()
    let probes = try (0..<4).map { try Probe(["append", folder.journal, "s\($0)", "100000"]) }
    var acknowledged: [String] = []
    for probe in probes { for _ in 0..<5 { if let line = probe.line() { acknowledged.append(line) } } }
    for probe in probes { probe.killAtOnce() }
    for probe in probes { acknowledged += probe.remainingLines() }
    for probe in probes { _ = probe.wait() }
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    #expect(try journal.verify().findings == [])
    let kept = try (0..<4).flatMap { try journal.entries(of: "s\($0)") }.map { "\($0.sequence) \($0.hash)" }
    #expect(Set(acknowledged).subtracting(kept) == [])
  }

  @Test func `is no matter to the next: six processes make one new journal`() throws {
    for _ in 0..<5 {
      let folder = TemporaryFolder()
      let probes = try (0..<6).map { try Probe(["append", folder.path + "/new/j.sqlite", "s\($0)", "3"]) }
      let answers = probes.map { $0.remainingLines() }
      for probe in probes { _ = probe.wait() }
      #expect(answers.map(\.count) == Array(repeating: 3, count: 6), "\(answers)")
      let journal = try SQLiteJournal(path: folder.path + "/new/j.sqlite", for: .reading)
      let report = try journal.verify()
      #expect(report.count == 18)
      #expect(report.findings == [])
    }
  }

  @Test func `frees the session that the dead process had`() throws {
    let folder = TemporaryFolder()
    let probe = try Probe(["hold", folder.journal, "s1"])
    #expect(probe.line() == "held")
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    expectFailure(.sessionOpen(process: probe.identifier, since: 1_700_000_000_000)) {
      _ = try journal.lock("s1", at: 5)
    }
    probe.killAtOnce()
    _ = probe.wait()
    let lock = try journal.lock("s1", at: 5)
    #expect(
      try Probe.answers("hold", folder.journal, "s1").first?.contains("open in process \(getpid())") == true)
    lock.release()
    #expect(try Probe.answers("hold", folder.journal, "s1") == ["held"])
  }

  /// Lets the other process run on for a moment that no clock measures.
  private func spin(_ rounds: Int) {
    var sum = 0
    for round in 0..<rounds { sum &+= round ^ sum }
    withExtendedLifetime(sum) {}
  }
}
