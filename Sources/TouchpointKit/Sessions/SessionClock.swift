import Domain

#if canImport(Glibc)
  import Glibc
#endif

/// Where a session's time comes from. Time in a session never goes back and stands still while it is paused.
@MainActor public protocol SessionClock: AnyObject {
  /// Time since the session's opening.
  var now: Milliseconds { get }
  /// Goes on from `moment`, as when a stored session is taken up again.
  func start(at moment: Milliseconds)
  func pause()
  func resume()
}

/// Real time by the machine's monotonic clock, so that a changed wall clock moves nothing.
@MainActor public final class LiveClock: SessionClock {
  private var base = Milliseconds.zero
  private var startedAt: Milliseconds?
  private let read: () -> Milliseconds

  /// - Parameter read: a clock that never goes back; by default the machine's.
  public init(read: @escaping () -> Milliseconds = LiveClock.monotonic) { self.read = read }

  public var now: Milliseconds {
    guard let startedAt else { return base }
    return base + (read() - startedAt)
  }

  public func start(at moment: Milliseconds) {
    base = moment
    startedAt = read()
  }

  public func pause() {
    base = now
    startedAt = nil
  }

  public func resume() {
    if startedAt == nil { startedAt = read() }
  }

  nonisolated public static func monotonic() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Milliseconds(time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
  }
}

/// Time that passes only when it is told to: for piped sessions, inline tests and `--untimed`.
@MainActor public final class VirtualClock: SessionClock {
  public private(set) var now = Milliseconds.zero

  public init() {}

  public func advance(by wait: Milliseconds) { now = max(now, now + wait) }
  public func start(at moment: Milliseconds) { now = max(now, moment) }
  public func pause() {}
  public func resume() {}
}
