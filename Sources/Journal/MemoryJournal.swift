import Domain
import Synchronization

/// A journal that lives as long as the process: for practice without records, and when the disk refuses.
public final class MemoryJournal: JournalStore {
  public let name = "memory:"
  private let state = Mutex(State())

  private struct State {
    var rows: [StoredRow] = []
    /// Sessions claimed, and when.
    var claims: [String: Int] = [:]
  }

  public init() {}

  public func append(
    _ record: JournalRecord, to session: String, at wallClock: Int
  ) throws(JournalFailure) -> JournalEntry {
    let draft = try RowDraft(record, session: session, at: wallClock, path: name)
    let row = try state.withLock { state throws(JournalFailure) in
      let row = try draft.row(after: state.rows.last?.checkpoint ?? .genesis)
      state.rows.append(row)
      return row
    }
    return draft.entry(row)
  }

  public func history(of session: String) -> Recovered<JournalEntry> {
    Recovered(rows.filter { $0.session == session })
  }

  public func caseFiles() -> Recovered<CaseFile> {
    let rows = rows.filter { row in
      RecordKind(rawValue: row.kind).map { $0 == .judged || $0.isStatement } ?? false
    }
    return Recovered<JournalEntry>(rows).caseFiles
  }

  public func sessions() -> [SessionIndexEntry] {
    let rows = rows
    var order: [String] = []
    let bySession = Dictionary(grouping: rows, by: \.session)
    for row in rows where row.sequence == bySession[row.session]?.first?.sequence {
      order.append(row.session)
    }
    return order.compactMap { bySession[$0] }.compactMap { rows in
      guard let first = rows.first, let last = rows.last else { return nil }
      return SessionIndexEntry(
        first: first, lastRecordedAt: last.recordedAt,
        replies: rows.count { $0.kind == RecordKind.replied.rawValue },
        isJudged: rows.contains { $0.kind == RecordKind.judged.rawValue })
    }
  }

  public func verify(against checkpoint: Checkpoint?) -> VerificationReport {
    let rows = rows
    var verifier = ChainVerifier(checkpoints: [checkpoint].compactMap { $0 })
    for row in rows { verifier.take(row) }
    return verifier.report(head: rows.last?.checkpoint)
  }

  public func lock(_ session: String, at wallClock: Int) throws(JournalFailure) -> SessionLock {
    guard isUsableSessionName(session) else {
      throw JournalFailure(.lock, at: name, .unusableSession(session))
    }
    let holder = state.withLock { state -> Int? in
      if let since = state.claims[session] { return since }
      state.claims[session] = wallClock
      return nil
    }
    if let holder {
      throw JournalFailure(.lock, at: name, .sessionOpen(process: SessionLock.thisProcess, since: holder))
    }
    return SessionLock(session: session) { [self] in
      state.withLock { state in state.claims[session] = nil }
    }
  }

  private var rows: [StoredRow] { state.withLock { $0.rows } }
}
