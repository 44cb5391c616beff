import Domain
import GRDB

extension SQLiteJournal {
  public func history(of session: String) throws(JournalFailure) -> Recovered<JournalEntry> {
    Recovered(found: try read(.read, ifEmpty: []) { db in try JournalRows.ofSession(session, db) })
  }

  public func caseFiles() throws(JournalFailure) -> Recovered<CaseFile> {
    let found = try read(.read, ifEmpty: []) { db in
      try JournalRows.judged(db) + JournalRows.statements(db)
    }
    let ordered = found.enumerated().sorted {
      ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset)
    }
    return Recovered<JournalEntry>(found: ordered.map(\.element)).caseFiles
  }

  public func sessions() throws(JournalFailure) -> [SessionIndexEntry] {
    try read(.read, ifEmpty: []) { db in
      try Array(
        Row.fetchCursor(db, sql: Self.sessionList).map { row -> SessionIndexEntry? in
          guard case .success(let first) = JournalRows.found(row) else { return nil }
          return SessionIndexEntry(
            first: first, lastRecordedAt: Int.fromDatabaseValue(row["last_at"]) ?? first.recordedAt,
            replies: Int.fromDatabaseValue(row["replies"]) ?? 0,
            isJudged: Int.fromDatabaseValue(row["judged"]) == 1)
        }
      ).compactMap { $0 }
    }
  }

  public func verify(against checkpoint: Checkpoint?) throws(JournalFailure) -> VerificationReport {
    let witness = witness
    var verifier = ChainVerifier(checkpoints: [checkpoint, witness.checkpoint].compactMap { $0 })
    var pages: [VerificationReport.Finding] = []
    let head = try read(.verify, ifEmpty: nil) { db -> Checkpoint? in
      try JournalRows.scan(db) { verifier.take($0) }
      pages = try Self.pageFindings(db)
      return try JournalRows.head(db)
    }
    var report = verifier.report(head: head)
    if witness == .unreadable { report.findings.append(.checkpointUnreadable) }
    report.findings += pages
    return report
  }

  private static let sessionList = """
    WITH span AS (
      SELECT session, min(seq) AS first, max(seq) AS last, sum(kind = 'replied') AS replies,
        max(kind = 'judged') AS judged
      FROM event GROUP BY session)
    SELECT f.seq, f.session, f.recorded_at, f.kind, f.payload, f.prev_hash, f.hash,
      l.recorded_at AS last_at, span.replies, span.judged
    FROM span JOIN event f ON f.seq = span.first JOIN event l ON l.seq = span.last ORDER BY f.seq
    """

  /// Reads in one transaction; a journal whose tables were never made is empty.
  private func read<Value>(
    _ operation: JournalFailure.Operation, ifEmpty nothing: Value, _ body: (Database) throws -> Value
  ) throws(JournalFailure) -> Value {
    do {
      return try queue.read { db in
        try JournalSchema.hasEvents(db) ? try body(db) : nothing
      }
    } catch {
      throw JournalFailure(operation, at: name, anything: error)
    }
  }

  private static func pageFindings(_ db: Database) throws -> [VerificationReport.Finding] {
    do {
      let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      return words == ["ok"] ? [] : words.map { .pages($0) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [.pages(error.words)]
    }
  }
}

extension Recovered<JournalEntry> {
  fileprivate init(found: [JournalRows.Found]) {
    let rows = found.compactMap { try? $0.get() }
    let unreadable = found.compactMap { found -> BrokenRecord? in
      if case .failure(let broken) = found { broken } else { nil }
    }
    self.init(rows, setAside: unreadable)
  }
}
