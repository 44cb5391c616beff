import Domain
import FoundationEssentials
import Glibc
import Testing

@testable import Journal

@Suite struct `The checkpoint beside the journal` {
  let folder = TemporaryFolder()

  private func append(_ count: Int, to session: String = "s1") throws {
    let journal = try SQLiteJournal(path: folder.journal, for: .writing)
    for turn in 0..<count { _ = try journal.append(reply("\(turn)"), to: session, at: turn) }
  }

  private func findings() throws -> [VerificationReport.Finding] {
    try SQLiteJournal(path: folder.journal, for: .reading).verify().findings
  }

  private func copy(_ from: String, _ to: String) throws {
    unlink(to)
    try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to))
  }

  @Test func `sees an older copy put in the journal's place, and goes on to see it`() throws {
    try append(3)
    try copy(folder.journal, folder.path + "/backup")
    try append(4)
    try copy(folder.path + "/backup", folder.journal)
    #expect(try findings() == [.missing(4...7)])
    try append(2)
    #expect(try findings() == [.missing(4...7)])
  }

  @Test func `sees an emptied journal instead of a new user`() throws {
    try append(5)
    try Data().write(to: URL(filePath: folder.journal))
    #expect(try findings() == [.missing(1...5)])
    try append(1)
    #expect(try findings() == [.missing(1...5)])
  }

  @Test func `sees another journal in its place, and is kept as evidence`() throws {
    try append(5)
    try copy(folder.journal + ".head", folder.path + "/head")
    for suffix in ["", ".head"] { unlink(folder.journal + suffix) }
    try append(6, to: "s2")
    try copy(folder.path + "/head", folder.journal + ".head")
    #expect(try findings() == [.rewritten(5)])
    try append(1)
    #expect(try findings() == [.rewritten(5)])
  }

  @Test func `is no trouble when it lags behind or is not there`() throws {
    try append(2)
    try copy(folder.journal + ".head", folder.path + "/head")
    try append(3)
    try copy(folder.path + "/head", folder.journal + ".head")
    #expect(try findings() == [])
    unlink(folder.journal + ".head")
    #expect(try findings() == [])
  }

  @Test(arguments: [
    "", "touchpoint-head 1 0", "\u{0}\u{FF}", "touchpoint-head 1 00000000000000000009:ab cd\n",
  ])
  func `that is torn says so and is made anew`(_ text: String) throws {
    try append(2)
    try Data(text.utf8).write(to: URL(filePath: folder.journal + ".head"))
    #expect(try findings() == [.checkpointUnreadable])
    try append(1)
    #expect(try findings() == [])
  }

  @Test func `is a link nobody follows`() throws {
    try append(1)
    unlink(folder.journal + ".head")
    let victim = folder.path + "/bashrc"
    try Data("mine".utf8).write(to: URL(filePath: victim))
    symlink(victim, folder.journal + ".head")
    try append(1)
    #expect(try Data(contentsOf: URL(filePath: victim)) == Data("mine".utf8))
  }

  @Test(arguments: ["", ":", "1", "1:ab", "-1:" + String(repeating: "a", count: 64), "1:2:3"])
  func `in words is read strictly`(_ text: String) { #expect(Checkpoint(text) == nil) }
}
