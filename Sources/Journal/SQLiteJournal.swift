import Domain
import FoundationEssentials
import GRDB
import Synchronization

/// The journal in one SQLite file: WAL, `synchronous=FULL`, one transaction a record, so that what was
/// acknowledged survives. Several processes may append; each waits up to ten seconds for the others.
///
/// Beside `journal.sqlite` stand `journal.sqlite-wal` and `-shm` (SQLite's), `.head` (see `CheckpointFile`),
/// `.opening` (held while tables are made) and the folder `.sessions` with the locks of open sessions.
public final class SQLiteJournal: JournalStore {
  /// What it is opened for. Reading makes, moves and mends nothing.
  public enum Purpose: Hashable, Sendable {
    case reading
    case writing
  }

  /// The file's absolute path.
  public var name: String { file.path }

  let file: LocalFile
  let purpose: Purpose
  let queue: DatabaseQueue
  private let identity: LocalFile.Identity?
  private let checkpoint: CheckpointFile
  /// What the checkpoint file said when the journal was opened.
  private let remembered: CheckpointFile.Content
  /// False when the checkpoint file contradicts the journal: then it is evidence, and stays as it is.
  private let movesCheckpoint: Bool
  /// Set by the first append the disk refused: what a failed fsync left behind is unknown, so no more is tried.
  private let refusal = Mutex<JournalFailure?>(nil)

  /// Opens the journal at `path`, made when missing if it is for writing.
  ///
  /// - Throws: every kind but `sessionOpen`, `replaced`, `differs`, `tooLarge` and `unusableSession`. After
  ///   `readOnly`, `newerVersion` and `networkFileSystem` it can still be opened for reading.
  public convenience init(path: String, for purpose: Purpose) throws(JournalFailure) {
    try self.init(path: path, for: purpose, settings: .standard)
  }

  init(path: String, for purpose: Purpose, settings: SQLiteSettings) throws(JournalFailure) {
    file = LocalFile(path: Self.absolute(path))
    self.purpose = purpose
    checkpoint = CheckpointFile(beside: file)
    let opener = JournalOpener(file: file, settings: settings)
    queue =
      switch purpose {
      case .reading: try opener.openForReading()
      case .writing: try opener.openForWriting()
      }
    identity = file.identity
    remembered = checkpoint.read()
    movesCheckpoint = try Self.agrees(queue, with: remembered.checkpoint, path: file.path)
  }

  public func append(
    _ record: JournalRecord, to session: String, at wallClock: Int
  ) throws(JournalFailure) -> JournalEntry {
    guard purpose == .writing else { throw JournalFailure(.append, at: name, .readOnly) }
    if let refusal = refusal.withLock({ $0 }) { throw refusal }
    guard file.identity == identity else { throw JournalFailure(.append, at: name, .replaced) }
    let draft = try RowDraft(record, session: session, at: wallClock, path: name)
    let row: StoredRow
    do {
      row = try queue.write { db in try self.insert(draft, db) }
    } catch {
      let failure = JournalFailure(.append, at: name, anything: error)
      if failure.kind == .io { refusal.withLock { $0 = failure } }
      throw failure
    }
    if movesCheckpoint { checkpoint.write(row.checkpoint) }
    return draft.entry(row)
  }

  public func lock(_ session: String, at wallClock: Int) throws(JournalFailure) -> SessionLock {
    guard purpose == .writing else { throw JournalFailure(.lock, at: name, .readOnly) }
    let folder = LocalFile(path: name + ".sessions")
    return try SessionLock.claim(session, in: folder, at: wallClock, journal: name)
  }

  /// The outside witnesses a verification compares with.
  var witness: CheckpointFile.Content { checkpoint.read() }

  private func insert(_ draft: RowDraft, _ db: Database) throws -> StoredRow {
    let row = try draft.row(after: try place(db))
    try db.cachedStatement(
      sql: """
        INSERT INTO event (seq, session, recorded_at, kind, payload, prev_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row.sequence, row.session, row.recordedAt, row.kind, Data(row.payload), row.previousHash, row.hash,
    ])
    try db.cachedStatement(
      sql:
        "INSERT INTO head VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
    ).execute(arguments: [row.sequence, row.hash])
    return row
  }

  /// Where the next record goes: after the last one known of, even when it is lost, so that a loss stays visible.
  private func place(_ db: Database) throws -> Checkpoint {
    let last = try JournalRows.last(db)
    let known = [last, try JournalRows.head(db), movesCheckpoint ? remembered.checkpoint : nil]
    return known.compactMap { $0 }.reduce(.genesis) { $1.sequence > $0.sequence ? $1 : $0 }
  }

  /// Whether the journal holds what the checkpoint saw, or has lost it; not whether it holds something else.
  private static func agrees(
    _ queue: DatabaseQueue, with checkpoint: Checkpoint?, path: String
  ) throws(JournalFailure) -> Bool {
    guard let checkpoint, checkpoint.sequence > 0 else { return true }
    do {
      return try queue.read { db in
        guard try JournalSchema.hasEvents(db) else { return true }
        let hash = try JournalRows.hash(at: checkpoint.sequence, db)
        return hash == nil || hash == checkpoint.hash
      }
    } catch {
      return false
    }
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : LocalFile.workingFolder + "/" + path
  }
}
