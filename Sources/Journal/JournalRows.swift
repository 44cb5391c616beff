import Domain
import FoundationEssentials
import GRDB

/// The table `event` read with nothing taken for granted: a cell of the wrong type or a damaged page names the
/// record and costs no other.
enum JournalRows {
  private static let columns = "seq, session, recorded_at, kind, payload, prev_hash, hash"
  /// How many unreadable places a scan steps over before it gives the rest up.
  private static let stepsOverDamage = 10_000

  static func last(_ db: Database) throws -> Checkpoint? {
    try checkpoint(db, sql: "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
  }

  static func head(_ db: Database) throws -> Checkpoint? {
    try checkpoint(db, sql: "SELECT seq, hash FROM head WHERE id = 1")
  }

  static func hash(at sequence: Int, _ db: Database) throws -> String? {
    let row = try Row.fetchOne(db, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [sequence])
    return row.flatMap { String.fromDatabaseValue($0[0]) }
  }

  /// The rows of one session in order, by its index; by reading everything when the index is damaged.
  static func ofSession(_ session: String, _ db: Database) throws -> [Found] {
    try selected("session = ?", [session], db) { found in
      switch found {
      case .success(let row): row.session == session
      case .failure(let broken): broken.session == session || broken.session.isEmpty
      }
    }
  }

  /// The rows that judge a session, in order.
  static func judged(_ db: Database) throws -> [Found] {
    try selected("kind = 'judged'", [], db) { found in
      switch found {
      case .success(let row): row.kind == RecordKind.judged.rawValue
      case .failure: true
      }
    }
  }

  /// The rows that say something of a finished session beside its first judgement, in order.
  ///
  /// They are found by the index of sessions, which holds the kind and is far smaller than the rows.
  static func statements(_ db: Database) throws -> [Found] {
    let kinds = RecordKind.allCases.filter(\.isStatement).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try selected("seq IN (SELECT seq FROM event WHERE kind IN (\(kinds)))", [], db) { found in
      // An unreadable row is named once, among the judgements.
      switch found {
      case .success(let row): RecordKind(rawValue: row.kind)?.isStatement ?? false
      case .failure: false
      }
    }
  }

  typealias Found = Result<StoredRow, BrokenRecord>

  /// Every row in order of its number.
  static func scan(_ db: Database, _ body: (Found) -> Void) throws {
    var next = Int.min
    for _ in 0..<stepsOverDamage {
      do {
        let rows = try Row.fetchCursor(
          db, sql: "SELECT \(columns) FROM event WHERE seq >= ? ORDER BY seq", arguments: [next])
        while let row = try rows.next() {
          let found = Self.found(row)
          body(found)
          next = max(next, found.sequence.saturatingPlus(1))
        }
        return
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        next = max(next, 1)
        body(.failure(BrokenRecord(sequence: next, session: "", reason: .unreadable(error.words))))
        next = next.saturatingPlus(1)
      }
    }
  }

  private static func selected(
    _ condition: String, _ arguments: StatementArguments, _ db: Database, _ belongs: (Found) -> Bool
  ) throws -> [Found] {
    do {
      let sql = "SELECT \(columns) FROM event WHERE \(condition) ORDER BY seq"
      return try Array(Row.fetchCursor(db, sql: sql, arguments: arguments).map(found))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      var all: [Found] = []
      try scan(db) { found in if belongs(found) { all.append(found) } }
      return all
    }
  }

  /// The row, or which of its cells is not what the table promises.
  static func found(_ row: Row) -> Found {
    let sequence = Int.fromDatabaseValue(row[0]) ?? 0
    let session = String.fromDatabaseValue(row[1]) ?? ""
    guard let recordedAt = Int.fromDatabaseValue(row[2]), let kind = String.fromDatabaseValue(row[3]),
      let payload = Data.fromDatabaseValue(row[4]), let previous = String.fromDatabaseValue(row[5]),
      let hash = String.fromDatabaseValue(row[6])
    else {
      return .failure(
        BrokenRecord(sequence: sequence, session: session, reason: .unreadable("a cell of the wrong type")))
    }
    return .success(
      StoredRow(
        sequence: sequence, session: session, recordedAt: recordedAt, kind: kind, payload: Array(payload),
        previousHash: previous, hash: hash))
  }

  private static func checkpoint(_ db: Database, sql: String) throws -> Checkpoint? {
    guard let row = try Row.fetchOne(db, sql: sql), let sequence = Int.fromDatabaseValue(row[0]),
      let hash = String.fromDatabaseValue(row[1])
    else { return nil }
    return Checkpoint(sequence: sequence, hash: hash)
  }
}

extension JournalRows.Found {
  var sequence: Int {
    switch self {
    case .success(let row): row.sequence
    case .failure(let broken): broken.sequence
    }
  }
}

extension DatabaseError {
  /// SQLite's own words for what is wrong.
  var words: String { message ?? "SQLite error \(resultCode.rawValue)" }
}
