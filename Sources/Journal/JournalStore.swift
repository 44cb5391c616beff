import Domain

/// Where sessions are kept: an append-only, hash-chained list of records, read back after any crash.
///
/// The conformance suite in `Tests/JournalTests` says what every store must do; a store that passes it can be
/// listed among the `--store` URLs of `StoreLocation`.
public protocol JournalStore: Sendable {
  /// Where it is, for people: a path, or `memory:`.
  var name: String { get }

  /// Appends one record and returns it as kept. When this returns, the record survives a crash of the program
  /// (and, for a store on a disk that honours fsync, a power loss).
  ///
  /// - Parameters:
  ///   - session: 1 to 64 letters, digits, `-`, `_` or `.`, not beginning with `.`; made by the runner.
  ///   - wallClock: milliseconds since 1970-01-01 UTC, for people; order never depends on it.
  func append(
    _ record: JournalRecord, to session: String, at wallClock: Int
  ) throws(JournalFailure) -> JournalEntry

  /// Every record of one session in the order appended; broken ones are named and set aside.
  func history(of session: String) throws(JournalFailure) -> Recovered<JournalEntry>

  /// One line a session, in the order they were opened.
  func sessions() throws(JournalFailure) -> [SessionIndexEntry]

  /// What is on record about every finished session, in the order judged; broken records are set aside.
  func caseFiles() throws(JournalFailure) -> Recovered<CaseFile>

  /// Reads everything and says what is not as it was written. Never writes.
  ///
  /// - Parameter checkpoint: a head somebody noted earlier; without one, a chain rewritten as a whole by
  ///   someone who can write the file cannot be told from a true one.
  func verify(against checkpoint: Checkpoint?) throws(JournalFailure) -> VerificationReport

  /// Claims a session for this process until the lock is released or the process ends.
  ///
  /// - Throws: a failure of kind `sessionOpen` when another holder has it.
  func lock(_ session: String, at wallClock: Int) throws(JournalFailure) -> SessionLock
}

extension JournalStore {
  /// The readable records of one session, in the order appended.
  public func entries(of session: String) throws(JournalFailure) -> [JournalEntry] {
    try history(of: session).values
  }

  /// Every finished session once, with its latest readable judgement; broken records are set aside.
  public func judgements() throws(JournalFailure) -> Recovered<SessionSummary> {
    let files = try caseFiles()
    return Recovered(values: files.values.map(\.current), setAside: files.setAside)
  }

  /// Every finished session once, with its latest readable judgement, in the order first judged.
  public func summaries() throws(JournalFailure) -> [SessionSummary] {
    try judgements().values
  }

  /// Reads everything and says what is not as it was written, without an outside checkpoint.
  public func verify() throws(JournalFailure) -> VerificationReport {
    try verify(against: nil)
  }

  /// Saves a session in another store, with the times it was recorded at. Doing so again adds only what is new.
  ///
  /// - Returns: how many records were appended there.
  /// - Throws: a failure of kind `differs` when the other store holds other records under this session's name.
  public func copy(
    _ session: String, into other: any JournalStore
  ) throws(JournalFailure) -> Int {
    let mine = try entries(of: session)
    let theirs = try other.entries(of: session)
    guard theirs.count <= mine.count, zip(mine, theirs).allSatisfy({ $0.record == $1.record }) else {
      throw JournalFailure(.copy, at: other.name, .differs(session: session))
    }
    for entry in mine.dropFirst(theirs.count) {
      _ = try other.append(entry.record, to: session, at: entry.recordedAt)
    }
    return mine.count - theirs.count
  }
}

/// What could be read, and by name what could not.
public struct Recovered<Value: Hashable & Sendable>: Hashable, Sendable {
  public var values: [Value]
  /// Records that are there but broken; nothing was deleted.
  public var setAside: [BrokenRecord]

  /// Whether nothing had to be set aside.
  public var isWhole: Bool { setAside.isEmpty }

  public init(values: [Value], setAside: [BrokenRecord]) {
    self.values = values
    self.setAside = setAside
  }
}

/// Whether a session can be named so: 1 to 64 letters, digits, `-`, `_` or `.` of ASCII, not beginning with `.`.
///
/// The name becomes part of a lock file's name, so nothing else is taken.
public func isUsableSessionName(_ name: String) -> Bool {
  let allowed = name.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
  return allowed && (1...64).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: ".")
}
