import Glibc
import Synchronization

/// A session claimed by this process. Let go by `release()`, by losing the last reference, or by the end of the
/// process, however it ends: the claim is an `flock`, so a lock file left behind by a crash means nothing.
public final class SessionLock: Sendable {
  public let session: String
  private let letGo: Mutex<(@Sendable () -> Void)?>

  init(session: String, letGo: @escaping @Sendable () -> Void) {
    self.session = session
    self.letGo = Mutex(letGo)
  }

  deinit { release() }

  /// Lets the session go; a second time does nothing.
  public func release() {
    let action = letGo.withLock { action in
      defer { action = nil }
      return action
    }
    action?()
  }

  static var thisProcess: Int { Int(getpid()) }

  /// Claims a session by a lock file in `folder`, which is made when missing.
  ///
  /// - Parameter journal: the path that failures name.
  static func claim(
    _ session: String, in folder: LocalFile, at wallClock: Int, journal: String
  ) throws(JournalFailure) -> SessionLock {
    guard isUsableSessionName(session) else {
      throw JournalFailure(.lock, at: journal, .unusableSession(session))
    }
    let file = LocalFile(path: "\(folder.path)/\(session).lock")
    let outcome: Outcome
    do throws(SystemError) {
      try folder.makeFolder()
      outcome = try claim(file)
    } catch {
      throw JournalFailure(.lock, at: journal, error)
    }
    switch outcome {
    case .held(let process, let since):
      throw JournalFailure(.lock, at: journal, .sessionOpen(process: process, since: since))
    case .claimed(let open):
      _ = open.overwrite(with: "\(getpid()) \(wallClock)\n")
      return SessionLock(session: session) {
        // Removed while still locked, so nobody can lock it between and lose it.
        withExtendedLifetime(open) { _ = unlink(file.path) }
      }
    }
  }

  private enum Outcome {
    case claimed(OpenFile)
    case held(process: Int?, since: Int?)
  }

  private static func claim(_ file: LocalFile) throws(SystemError) -> Outcome {
    while true {
      let open = try OpenFile(file.path, O_RDWR | O_CREAT)
      guard try open.tryLock() else {
        let words = String(decoding: open.beginning(limit: 64), as: UTF8.self).split { " \n".contains($0) }
        return .held(
          process: words.first.flatMap { Int($0) }, since: words.dropFirst().first.flatMap { Int($0) })
      }
      // Whoever held it may have removed the file between our opening and our locking it.
      if let mine = open.identity, mine == file.identity { return .claimed(open) }
    }
  }
}
