import Domain
import Journal
import Synchronization

/// A store whose appends fail where a test says so; what does not fail goes to a true store behind it.
public final class FaultyStore: JournalStore {
  private let store: any JournalStore
  private let fault: @Sendable (_ append: Int) -> JournalFailure?
  private let appends = Mutex(0)

  /// - Parameter failingAppends: which appends fail, counted from 1, and how. A failed append keeps nothing.
  public convenience init(_ store: any JournalStore, failingAppends: [Int: JournalFailure]) {
    self.init(store) { failingAppends[$0] }
  }

  /// - Parameter first: the first append that fails, counted from 1; all after it do too.
  public convenience init(_ store: any JournalStore, failingFrom first: Int, with failure: JournalFailure) {
    self.init(store) { $0 >= first ? failure : nil }
  }

  private init(_ store: any JournalStore, fault: @escaping @Sendable (Int) -> JournalFailure?) {
    self.store = store
    self.fault = fault
  }

  /// Appends tried so far, failed ones included.
  public var attempts: Int { appends.withLock { $0 } }

  public var name: String { store.name }

  public func append(
    _ record: JournalRecord, to session: String, at wallClock: Int
  ) throws(JournalFailure) -> JournalEntry {
    let attempt = appends.withLock { count in
      count += 1
      return count
    }
    if let failure = fault(attempt) { throw failure }
    return try store.append(record, to: session, at: wallClock)
  }

  public func history(of session: String) throws(JournalFailure) -> Recovered<JournalEntry> {
    try store.history(of: session)
  }

  public func sessions() throws(JournalFailure) -> [SessionIndexEntry] { try store.sessions() }

  public func caseFiles() throws(JournalFailure) -> Recovered<CaseFile> { try store.caseFiles() }

  public func verify(against checkpoint: Checkpoint?) throws(JournalFailure) -> VerificationReport {
    try store.verify(against: checkpoint)
  }

  public func lock(_ session: String, at wallClock: Int) throws(JournalFailure) -> SessionLock {
    try store.lock(session, at: wallClock)
  }
}
