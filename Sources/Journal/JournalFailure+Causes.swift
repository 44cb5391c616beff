import GRDB
import Glibc

extension JournalFailure {
  /// What the C library answered.
  init(_ operation: Operation, at path: String, _ error: SystemError) {
    let kind: Kind =
      switch error.code {
      case ENOSPC, EDQUOT, ENFILE, EMFILE: .full
      case EROFS: .readOnly
      case EACCES, EPERM: .denied
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .notADatabase
      default: .io
      }
    self.init(operation, at: path, kind, code: .system(error.code))
  }

  /// What GRDB threw, or a failure that passed through it.
  init(_ operation: Operation, at path: String, anything error: any Error) {
    switch error {
    case let failure as JournalFailure: self = failure
    case let failure as SystemError: self.init(operation, at: path, failure)
    case let failure as DatabaseError:
      var kind = Self.kind(of: failure)
      // SQLite calls a shared-memory file that finds no room an I/O error.
      if kind == .io, LocalFile(path: path).folder.isDiskFull { kind = .full }
      self.init(operation, at: path, kind, code: .sqlite(failure.extendedResultCode.rawValue))
    default: self.init(operation, at: path, .io)
    }
  }

  private static func kind(of error: DatabaseError) -> Kind {
    switch error.resultCode {
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .denied
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_FULL: .full
    case .SQLITE_NOTADB: .notADatabase
    case .SQLITE_CORRUPT: .damaged
    case .SQLITE_TOOBIG: .tooLarge
    default: .io
    }
  }
}
