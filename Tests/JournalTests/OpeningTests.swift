import Domain
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Journal

@Suite struct `Opening a journal` {
  let folder = TemporaryFolder()

  private func mode(_ path: String) -> mode_t {
    var answer = stat()
    return stat(path, &answer) == 0 ? answer.st_mode & 0o777 : 0
  }

  @Test(arguments: ["0", "777", "22"])
  func `keeps folders and files to their owner whatever the umask`(_ umask: String) throws {
    let path = folder.path + "/a/b/j.sqlite"
    // The probe ends by itself; while it holds the journal the -wal and -shm are there too.
    let probe = try Probe(["umask", umask, "hold", path, "s1"])
    #expect(probe.line() == "held")
    #expect(
      ["/a", "/a/b", "/a/b/j.sqlite.sessions"].map { mode(folder.path + $0) } == [0o700, 0o700, 0o700])
    for suffix in ["", "-wal", "-shm"] { #expect(mode(path + suffix) == 0o600, "\(suffix)") }
    probe.endInput()
    #expect(probe.wait() == 0)
    #expect(try Probe.answers("umask", umask, "append", path, "s1", "1").count == 1)
    #expect(mode(path + ".head") == 0o600)
  }

  @Test func `for reading makes nothing`() throws {
    expectFailure(.missing) { _ = try SQLiteJournal(path: folder.journal, for: .reading) }
    #expect(mode(folder.journal) == 0)
  }

  @Test func `for reading takes no records`() throws {
    _ = try SQLiteJournal(path: folder.journal, for: .writing)
    let journal = try SQLiteJournal(path: folder.journal, for: .reading)
    expectFailure(.readOnly) { _ = try journal.append(opening(), to: "s1", at: 0) }
    expectFailure(.readOnly) { _ = try journal.lock("s1", at: 0) }
  }

  @Test func `leaves other people's files as they are`() throws {
    let text = folder.path + "/letter.txt"
    let content = Data("Dear customer, this is no database.".utf8)
    try content.write(to: URL(filePath: text))
    let foreign = folder.path + "/foreign.sqlite"
    try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
    let before = try Data(contentsOf: URL(filePath: foreign))
    for path in [text, foreign, folder.path] {
      expectFailure(.notADatabase) { _ = try SQLiteJournal(path: path, for: .writing) }
      expectFailure(.notADatabase) { _ = try SQLiteJournal(path: path, for: .reading) }
    }
    #expect(try Data(contentsOf: URL(filePath: text)) == content)
    #expect(try Data(contentsOf: URL(filePath: foreign)) == before)
  }

  @Test func `of a newer program is for reading alone, and says which version is needed`() throws {
    let entry = try SQLiteJournal(path: folder.journal, for: .writing).append(opening(), to: "s1", at: 0)
    try DatabaseQueue(path: folder.journal).write { db in
      try db.execute(
        sql: "INSERT INTO grdb_migrations VALUES ('2 signatures'); UPDATE format SET needs = '3.1.0'")
    }
    expectFailure(.newerVersion(needed: "3.1.0")) {
      _ = try SQLiteJournal(path: folder.journal, for: .writing)
    }
    #expect(try SQLiteJournal(path: folder.journal, for: .reading).entries(of: "s1") == [entry])
  }

  @Test(arguments: ["nfs4", "cifs", "fuse.sshfs"])
  func `on a network file system is refused for writing`(_ type: String) throws {
    let settings = SQLiteSettings(patience: 10, maximumPages: nil, fileSystemType: { _ in type })
    expectFailure(.networkFileSystem(type)) {
      _ = try SQLiteJournal(path: folder.journal, for: .writing, settings: settings)
    }
    #expect(mode(folder.journal) == 0)
  }

  @Test func `finds the file system in the kernel's list`() {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      36 35 0:44 /mnt1 /home rw,noatime master:1 - nfs4 server:/home rw
      37 35 0:45 / /odd
      """
    #expect(NetworkFileSystem.type(ofDevice: "8:1", mounts: mounts) == "ext4")
    #expect(NetworkFileSystem.type(ofDevice: "0:44", mounts: mounts) == "nfs4")
    #expect(NetworkFileSystem.type(ofDevice: "0:45", mounts: mounts) == nil)
    #expect(NetworkFileSystem.type(ofDevice: "0:4", mounts: mounts) == nil)
    #expect(NetworkFileSystem.type(of: LocalFile(path: "/proc")) == "proc")
  }

  @Test func `does not wait for ever for another process`() throws {
    _ = try SQLiteJournal(path: folder.journal, for: .writing)
    let settings = SQLiteSettings(patience: 10, maximumPages: nil, fileSystemType: { _ in nil })
    let opening = try OpenFile(folder.journal + ".opening", O_RDWR)
    #expect(try opening.tryLock())
    expectFailure(.locked) {
      _ = try SQLiteJournal(path: folder.journal, for: .writing, settings: settings)
    }
    flock(opening.descriptor, LOCK_UN)
    let journal = try SQLiteJournal(path: folder.journal, for: .writing, settings: settings)
    let other = try DatabaseQueue(path: folder.journal)
    try other.inTransaction(.immediate) { _ in
      expectFailure(.locked) { _ = try journal.append(Tests.opening, to: "s1", at: 0) }
      return .rollback
    }
    #expect(try journal.append(Tests.opening, to: "s1", at: 0).sequence == 1)
  }

  private enum Tests { static let opening = JournalTests.opening() }

  @Test func `goes on after a full disk once there is space, with nothing lost`() throws {
    let settings = SQLiteSettings(patience: 10, maximumPages: 16, fileSystemType: { _ in nil })
    var kept = 0
    do {
      let journal = try SQLiteJournal(path: folder.journal, for: .writing, settings: settings)
      expectFailure(.full) {
        while true {
          _ = try journal.append(reply(String(repeating: "word ", count: 200)), to: "s1", at: 0)
          kept += 1
        }
      }
    }
    #expect(kept > 2)
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    #expect(try journal.verify().isIntact)
    #expect(try journal.entries(of: "s1").count == kept)
    #expect(try journal.append(reply("more"), to: "s1", at: 0).sequence == kept + 1)
  }

  @Test(.enabled(if: isRoot, "only root may mount a small disk"))
  func `on a really full disk says so at every step, and the session can be saved elsewhere`() throws {
    let disk = folder.path + "/disk"
    mkdir(disk, 0o700)
    for size in ["4k", "16k", "64k", "160k"] {
      guard mount("none", disk, "tmpfs", 0, "size=\(size)") == 0 else {
        withKnownIssue("this system lets nobody mount a tmpfs") { Issue.record("errno \(errno)") }
        return
      }
      defer { umount2(disk, Int32(MNT_DETACH)) }
      let memory = MemoryJournal()
      expectFailure(.full) {
        let journal = try SQLiteJournal(path: disk + "/j.sqlite", for: .writing)
        for turn in 0..<1_000 {
          let record = reply(String(repeating: "word ", count: 100), at: turn)
          _ = try memory.append(record, to: "s1", at: turn)
          _ = try journal.append(record, to: "s1", at: turn)
        }
      }
      let elsewhere = try SQLiteJournal(path: folder.path + "/\(size).sqlite", for: .writing)
      _ = try memory.copy("s1", into: elsewhere)
      #expect(try elsewhere.entries(of: "s1").map(\.record) == memory.history(of: "s1").values.map(\.record))
    }
  }

  @Test func `takes no more after the disk refused once: what a failed write left behind is unknown`() throws
  {
    #expect(try Probe.answers("stubborn", folder.journal, "s1", "200000") == ["failed io", "failed io"])
    let report = try SQLiteJournal(path: folder.journal, for: .writing).verify()
    #expect(report.count > 3)
    #expect(report.findings == [])
  }

  @Test(.enabled(if: isRoot, "another user can only be played by root"))
  func `in a folder that cannot be written reads, and says plainly that it cannot write`() throws {
    chmod(folder.path, 0o755)
    let place = folder.path + "/shared"
    mkdir(place, 0o755)
    _ = try SQLiteJournal(path: place + "/j.sqlite", for: .writing).append(opening(), to: "s1", at: 0)
    chmod(place + "/j.sqlite", 0o644)
    #expect(try Probe.answers("user", "65534", "read", place + "/j.sqlite", "s1") == ["1"])
    for path in [place + "/j.sqlite", place + "/new.sqlite", place + "/deeper/new.sqlite"] {
      let answer = try Probe.answers("user", "65534", "make", path).first
      #expect(
        answer?.hasPrefix("failed readOnly: cannot open the journal '\(path)': it cannot be written") == true)
    }
    chmod(place + "/j.sqlite", 0o600)
    let answer = try Probe.answers("user", "65534", "read", place + "/j.sqlite", "s1").first
    #expect(answer?.hasPrefix("failed denied") == true)
  }

  @Test func `stops when the file is exchanged under it`() throws {
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    _ = try journal.append(opening(), to: "s1", at: 0)
    rename(folder.journal, folder.path + "/moved")
    expectFailure(.replaced) { _ = try journal.append(reply("x"), to: "s1", at: 0) }
    rename(folder.path + "/moved", folder.journal)
    #expect(try journal.append(reply("x"), to: "s1", at: 0).sequence == 2)
  }

  @Test func `is verified without a byte written`() throws {
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    for record in everyKind { _ = try journal.append(record, to: "s1", at: 0) }
    let names = ["", "-wal", ".head"].map { folder.journal + $0 }
    let before = try names.map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(try journal.verify().isIntact)
    #expect(try SQLiteJournal(path: folder.journal, for: .reading).verify().isIntact)
    #expect(try names.map { try Data(contentsOf: URL(filePath: $0)) } == before)
  }

  @Test func `from the working folder takes a relative path`() throws {
    let journal = try SQLiteJournal(path: "/tmp/../" + folder.journal.dropFirst(), for: .writing)
    #expect(journal.name == "/tmp/../" + folder.journal.dropFirst())
    #expect(LocalFile.workingFolder.hasPrefix("/"))
  }
}
