import Domain

/// One row of the table `event`, as it stands there: nothing in it is trusted yet.
struct StoredRow: Hashable, Sendable {
  var sequence: Int
  var session: String
  var recordedAt: Int
  var kind: String
  var payload: [UInt8]
  var previousHash: String
  var hash: String

  /// A row that follows `previous` in the chain.
  static func following(
    _ previous: Checkpoint, session: String, recordedAt: Int, kind: String, payload: [UInt8]
  ) -> StoredRow? {
    let (sequence, overflow) = previous.sequence.addingReportingOverflow(1)
    guard !overflow else { return nil }
    var row = StoredRow(
      sequence: sequence, session: session, recordedAt: recordedAt, kind: kind, payload: payload,
      previousHash: previous.hash, hash: "")
    row.hash = row.contentHash
    return row
  }

  /// What `hash` must be. Numbers take eight bytes, texts and bytes their length first, so that no two
  /// different rows are hashed as the same bytes.
  var contentHash: String {
    var digest = SHA256()
    digest.update("touchpoint-journal-1\n".utf8)
    for field in [Array(previousHash.utf8), Array(session.utf8), Array(kind.utf8), payload] {
      digest.update(Self.bytes(field.count))
      digest.update(field)
    }
    digest.update(Self.bytes(sequence))
    digest.update(Self.bytes(recordedAt))
    return digest.hexadecimal
  }

  var checkpoint: Checkpoint { Checkpoint(sequence: sequence, hash: hash) }

  /// The record in it, or why there is none to be had.
  func opened() -> Result<JournalEntry, BrokenRecord> {
    guard hash == contentHash else { return broken(.hashMismatch) }
    guard let kind = RecordKind(rawValue: kind) else { return broken(.unknownKind(kind)) }
    do throws(PayloadFailure) {
      let record = try RecordCoding.record(kind: kind, payload: payload)
      if case .judged(let summary) = record, summary.session != session {
        return broken(.otherSession(summary.session))
      }
      return .success(
        JournalEntry(
          sequence: sequence, session: session, recordedAt: recordedAt, record: record, hash: hash))
    } catch {
      return broken(.undecodable(error.reason))
    }
  }

  private func broken(_ reason: BrokenRecord.Reason) -> Result<JournalEntry, BrokenRecord> {
    .failure(BrokenRecord(sequence: sequence, session: session, reason: reason))
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    let bits = UInt64(bitPattern: Int64(number))
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }
}

extension BrokenRecord: Error {}

extension Recovered<JournalEntry> {
  /// Opens rows in order, setting aside those that are broken.
  init(_ rows: some Sequence<StoredRow>, setAside: [BrokenRecord] = []) {
    self.init(values: [], setAside: setAside)
    for row in rows {
      switch row.opened() {
      case .success(let entry): values.append(entry)
      case .failure(let broken): self.setAside.append(broken)
      }
    }
    self.setAside.sort { $0.sequence < $1.sequence }
  }

  /// The case file of every judged session, in the order of their last whole judgement.
  ///
  /// Statements before that judgement count too; those on a session that was never judged are left out.
  var caseFiles: Recovered<CaseFile> {
    var last: [String: Int] = [:]
    var statements: [String: [JournalEntry]] = [:]
    for (index, entry) in values.enumerated() {
      switch entry.record {
      case .judged: last[entry.session] = index
      case .reviewed, .disputed, .decided, .rescored:
        statements[entry.session, default: []].append(entry)
      case .event: break
      }
    }
    let files = values.enumerated().compactMap { index, entry -> CaseFile? in
      guard case .judged(let summary) = entry.record, last[entry.session] == index else { return nil }
      var file = CaseFile(summary)
      for statement in statements[entry.session] ?? [] {
        // What was judged anew before the last whole judgement is older than it.
        if case .rescored = statement.record, statement.sequence < entry.sequence { continue }
        file.take(statement.record, at: statement.recordedAt)
      }
      return file
    }
    return Recovered<CaseFile>(values: files, setAside: setAside)
  }
}
