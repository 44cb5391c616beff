import GRDB
import Glibc

/// How a SQLite journal is opened; tests make it small and impatient.
struct SQLiteSettings: Sendable {
  /// How long to wait for other processes, in milliseconds.
  var patience: Int
  /// A limit on the file's pages, in place of a full disk.
  var maximumPages: Int?
  /// The kernel's name for the file system a folder is on.
  var fileSystemType: @Sendable (LocalFile) -> String?

  static let standard = SQLiteSettings(
    patience: 10_000, maximumPages: nil, fileSystemType: NetworkFileSystem.type(of:))
}

/// Opens the file of a SQLite journal, safely among other processes doing the same.
struct JournalOpener {
  let file: LocalFile
  let settings: SQLiteSettings

  /// Opens for reading alone. A file in a folder that cannot be written is read as it stands, provided that
  /// nobody left records in its `-wal`.
  func openForReading() throws(JournalFailure) -> DatabaseQueue {
    guard file.exists else { throw JournalFailure(.open, at: file.path, .missing) }
    try refuseFolder()
    var configuration = configuration
    configuration.readonly = true
    do {
      return try opened(file.path, configuration)
    } catch {
      let failure = JournalFailure(.open, at: file.path, anything: error)
      let pending = LocalFile(path: file.path + "-wal").size ?? 0
      guard failure.kind == .denied || failure.kind == .readOnly, pending == 0,
        let frozen = try? opened(frozenAddress, configuration)
      else { throw failure }
      return frozen
    }
  }

  /// Opens for writing; makes folder, file and tables when they are missing.
  func openForWriting() throws(JournalFailure) -> DatabaseQueue {
    do {
      try refuseFolder()
      try file.folder.makeFolder()
      if let name = settings.fileSystemType(file.folder), NetworkFileSystem.contains(name) {
        throw JournalFailure(.open, at: file.path, .networkFileSystem(name))
      }
      if file.exists, !file.isWritable { throw JournalFailure(.open, at: file.path, .readOnly) }
      return try withOpeningLock {
        try file.makePrivate()
        let queue = try opened(file.path, configuration)
        try prepare(queue)
        return queue
      }
    } catch let error as SystemError where [EACCES, EPERM, EROFS].contains(error.code) {
      throw JournalFailure(.open, at: file.path, .readOnly, code: .system(error.code))
    } catch {
      throw JournalFailure(.open, at: file.path, anything: error)
    }
  }

  private func refuseFolder() throws(JournalFailure) {
    if file.isFolder { throw JournalFailure(.open, at: file.path, .notADatabase, code: .system(EISDIR)) }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(settings.patience) / 1_000)
    let maximumPages = settings.maximumPages
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
      if let maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
    }
    return configuration
  }

  /// Opens and looks inside, so that trouble shows now.
  private func opened(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isOurs = try queue.read(JournalSchema.isOurs)
    guard isOurs else { throw JournalFailure(.open, at: file.path, .notADatabase) }
    return queue
  }

  private func prepare(_ queue: DatabaseQueue) throws {
    if let needed = try queue.read(JournalSchema.newerVersion) {
      throw JournalFailure(.open, at: file.path, .newerVersion(needed: needed))
    }
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    if try !queue.read(JournalSchema.migrator.hasCompletedMigrations) {
      try JournalSchema.migrator.migrate(queue)
    }
  }

  /// Runs `body` while no other process opens this journal: GRDB's migrator and the change to WAL are not safe
  /// between processes that do it at once.
  private func withOpeningLock<Value>(_ body: () throws -> Value) throws -> Value {
    let lock = try OpenFile(file.path + ".opening", O_RDWR | O_CREAT)
    var waited = 0
    while try !lock.tryLock() {
      guard waited < settings.patience else { throw JournalFailure(.open, at: file.path, .locked) }
      usleep(5_000)
      waited += 5
    }
    return try withExtendedLifetime(lock) { try body() }
  }

  /// The path as an address that promises SQLite nobody changes the file.
  private var frozenAddress: String {
    let digits = Array("0123456789ABCDEF")
    let path = file.path.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte) || byte == 47)
      return isPlain ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
    return "file:\(path.joined())?immutable=1"
  }
}
