import Domain

/// The world said no: what was being done, where, and what the system answered.
///
/// The session goes on in memory; see `JournalStore.copy(_:into:)`. `description` is one sentence that says what
/// to do; it holds the path as it is, so a screen must escape it.
public struct JournalFailure: Error, Hashable, Sendable {
  /// What was being done; reads after "cannot".
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    case open, append, read, verify, lock, copy
  }

  /// What the system answered.
  public enum Code: Hashable, Sendable {
    /// `errno` of the C library.
    case system(Int32)
    /// SQLite's extended result code.
    case sqlite(Int32)
  }

  public enum Kind: Hashable, Sendable {
    /// There is no such journal.
    case missing
    /// The file, its folder or the whole file system takes no writing.
    case readOnly
    /// This user may not open it.
    case denied
    /// No space, no quota or no more files.
    case full
    /// Another process held it longer than the busy time.
    case locked
    /// Something else is there.
    case notADatabase
    /// The version that wrote it, or a later one, is needed to write it; it can still be read.
    case newerVersion(needed: String)
    /// SQLite finds its pages broken.
    case damaged
    /// SQLite's locks cannot be trusted there.
    case networkFileSystem(String)
    /// The file was moved, deleted or exchanged while it was open.
    case replaced
    /// A record too big for the store.
    case tooLarge
    /// A name that no runner makes.
    case unusableSession(String)
    /// Somebody else plays it. The process and when it began, as far as known.
    case sessionOpen(process: Int?, since: Int?)
    /// The other store holds different records under this name.
    case differs(session: String)
    /// Anything else the disk or the system refused. After one on append, a store takes no more.
    case io
  }

  public var operation: Operation
  public var path: String
  public var kind: Kind
  /// Nil when this program itself refused.
  public var code: Code?

  public init(_ operation: Operation, at path: String, _ kind: Kind, code: Code? = nil) {
    self.operation = operation
    self.path = path
    self.kind = kind
    self.code = code
  }
}

extension JournalFailure: CustomStringConvertible {
  /// One sentence: what could not be done, why, and what to do. No final full stop.
  public var description: String {
    let code =
      switch code {
      case .system(let number): " (errno \(number))"
      case .sqlite(let number): " (SQLite \(number))"
      case nil: ""
      }
    return "cannot \(act) '\(path)': \(why)\(code)"
  }

  private var act: String {
    switch operation {
    case .open: "open the journal"
    case .append: "append to the journal"
    case .read: "read the journal"
    case .verify: "verify the journal"
    case .lock: "claim the session in"
    case .copy: "copy the session into"
    }
  }

  private var why: String {
    switch kind {
    case .missing: "it does not exist; check the path, or play a session to begin one"
    case .readOnly: "it cannot be written; make file and folder writable, or name another place with --store"
    case .denied: "this user may not use it; ask its owner, or name another place with --store"
    case .full: "the disk or the quota is full; free some space, or save the session elsewhere with --store"
    case .locked: "another process keeps it busy; close that one and try again"
    case .notADatabase: "it is not a Touchpoint journal; name another file with --store"
    case .newerVersion(let needed): "touchpoint \(needed) or later is needed to write it; reading still works"
    case .damaged: "its pages are damaged; keep a copy, run verify, and restore a backup"
    case .networkFileSystem(let name):
      "\(name) cannot keep a journal safely; name a file on a local disk with --store"
    case .replaced: "the file was moved or exchanged while open; put it back, or start again"
    case .tooLarge: "the record is too large to keep; shorten the reply"
    case .unusableSession(let name):
      "'\(name)' is no session name; use 1 to 64 letters, digits, '-', '_' or '.'"
    case .sessionOpen(let process, let since): openElsewhere(process, since)
    case .differs(let session): "it holds other records under '\(session)'; copy into an empty journal"
    case .io: "the disk refused; check it, and save the session elsewhere with --store"
    }
  }

  private func openElsewhere(_ process: Int?, _ since: Int?) -> String {
    let holder = process.map { "in process \($0)" } ?? "in another process"
    let began = since.map { " since \(UTCTime.text(milliseconds: $0))" } ?? ""
    return "it is open \(holder)\(began); close it there, or only look at it here"
  }
}
