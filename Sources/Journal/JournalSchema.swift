import GRDB

/// The tables of a SQLite journal and how they came to be. A migration that was ever released never changes.
enum JournalSchema {
  /// "TPJ1", in the database header: tells our file from anybody else's.
  static let applicationID = 0x5450_4A31
  /// The program version that first wrote this schema; an older one that meets a newer schema names it.
  static let writtenBy = "0.1.0"

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 events", migrate: makeEvents)
    return migrator
  }

  /// The version needed to write this journal; nil when this one will do.
  static func newerVersion(_ db: Database) throws -> String? {
    guard try migrator.hasBeenSuperseded(db) else { return nil }
    return try String.fetchOne(db, sql: "SELECT needs FROM format WHERE id = 1") ?? "a newer version"
  }

  static func hasEvents(_ db: Database) throws -> Bool { try db.tableExists("event") }

  /// Whether the file is ours, or nobody's yet. A crash in the making leaves the migrator's own table alone.
  static func isOurs(_ db: Database) throws -> Bool {
    if try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID { return true }
    let tables = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
    return try Int.fetchOne(db, sql: tables) == 0
  }

  private static func makeEvents(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE event (
          seq INTEGER PRIMARY KEY,
          session TEXT NOT NULL,
          recorded_at INTEGER NOT NULL,
          kind TEXT NOT NULL,
          payload BLOB NOT NULL,
          prev_hash TEXT NOT NULL,
          hash TEXT NOT NULL
        ) STRICT;
        CREATE INDEX event_by_session ON event (session, seq, kind);
        CREATE INDEX event_judged ON event (seq) WHERE kind = 'judged';
        CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
          BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER event_never_goes BEFORE DELETE ON event
          BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
        CREATE TABLE format (id INTEGER PRIMARY KEY CHECK (id = 1), needs TEXT NOT NULL) STRICT;
        PRAGMA application_id = \(applicationID);
        """)
    try db.execute(sql: "INSERT INTO format (id, needs) VALUES (1, ?)", arguments: [writtenBy])
  }
}
