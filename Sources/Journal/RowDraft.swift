import Domain

/// A record ready to take its place in the chain: checked and encoded before any lock is taken.
struct RowDraft {
  let record: JournalRecord
  let session: String
  let recordedAt: Int
  let path: String
  let payload: [UInt8]

  init(
    _ record: JournalRecord, session: String, at recordedAt: Int, path: String
  ) throws(JournalFailure) {
    guard isUsableSessionName(session) else {
      throw JournalFailure(.append, at: path, .unusableSession(session))
    }
    if case .judged(let summary) = record, summary.session != session {
      throw JournalFailure(.append, at: path, .unusableSession(summary.session))
    }
    do throws(PayloadFailure) {
      payload = try RecordCoding.payload(of: record)
    } catch {
      throw JournalFailure(.append, at: path, .tooLarge)
    }
    self.record = record
    self.session = session
    self.recordedAt = recordedAt
    self.path = path
  }

  /// - Throws: when the chain's numbers are used up, which only a damaged journal shows.
  func row(after previous: Checkpoint) throws(JournalFailure) -> StoredRow {
    let row = StoredRow.following(
      previous, session: session, recordedAt: recordedAt, kind: RecordCoding.kind(of: record).rawValue,
      payload: payload)
    guard let row else { throw JournalFailure(.append, at: path, .damaged) }
    return row
  }

  func entry(_ row: StoredRow) -> JournalEntry {
    JournalEntry(
      sequence: row.sequence, session: session, recordedAt: recordedAt, record: record, hash: row.hash)
  }
}

extension SessionIndexEntry {
  /// - Parameter first: the session's first row, which opens it when it is not broken.
  init(first: StoredRow, lastRecordedAt: Int, replies: Int, isJudged: Bool) {
    var opening: Opening?
    if case .success(let entry) = first.opened(), case .event(let event) = entry.record,
      case .opened(let found) = event.kind
    {
      opening = found
    }
    self.init(
      session: first.session, opening: opening, started: opening?.wallClock ?? first.recordedAt,
      last: lastRecordedAt, replies: replies, state: isJudged ? .finished : .open)
  }
}
