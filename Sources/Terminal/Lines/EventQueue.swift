import Dispatch

/// Events waiting for their reader, who takes them one by one.
///
/// Unlike `AsyncStream`'s own buffer it says when the reader waits, so that lines are read from a
/// pipe only as fast as they are used, and a prompt is shown only when a line is wanted.
@MainActor final class EventQueue {
  private var waiting: [ConsoleEvent] = []
  /// How many of `waiting` have been taken; they go together, as moving the rest up costs time.
  private var taken = 0
  private var readers: [(id: Int, continuation: CheckedContinuation<ConsoleEvent?, Never>)] = []
  private var nextReader = 0
  private var finished = false
  /// Called when the reader finds nothing and waits.
  var whenDry: (() -> Void)?

  /// The events as a stream; it ends after `finish()` when all have been taken.
  var stream: AsyncStream<ConsoleEvent> {
    AsyncStream { await self.next() }
  }

  private var onceHeard: [() -> Void] = []

  /// Does something when the reader has dealt with all events so far and asks for the next one, but
  /// not later than in a quarter of a second: a busy reader must not hold up a Ctrl-Z for ever.
  func whenHeard(_ act: @escaping @MainActor () -> Void) {
    var isDone = false
    let once = {
      if isDone { return }
      isDone = true
      act()
    }
    onceHeard.append(once)
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(250)) {
      MainActor.assumeIsolated { once() }
    }
  }

  /// Whether a reader waits now.
  var isDry: Bool { !readers.isEmpty }

  func push(_ event: ConsoleEvent) {
    if finished { return }
    if readers.isEmpty {
      waiting.append(event)
    } else {
      readers.removeFirst().continuation.resume(returning: event)
    }
  }

  func finish() {
    finished = true
    let left = readers
    readers = []
    for reader in left { reader.continuation.resume(returning: nil) }
  }

  func next() async -> ConsoleEvent? {
    if let event = take() { return event }
    if finished || Task.isCancelled { return nil }
    let id = nextReader
    nextReader += 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        readers.append((id, continuation))
        let heard = onceHeard
        onceHeard = []
        for act in heard { act() }
        whenDry?()
      }
    } onCancel: {
      Task { @MainActor in self.dismiss(id) }
    }
  }

  private func take() -> ConsoleEvent? {
    if taken == waiting.count { return nil }
    let event = waiting[taken]
    taken += 1
    if taken == waiting.count || taken > 1_000 {
      waiting.removeFirst(taken)
      taken = 0
    }
    return event
  }

  private func dismiss(_ id: Int) {
    guard let index = readers.firstIndex(where: { $0.id == id }) else { return }
    readers.remove(at: index).continuation.resume(returning: nil)
  }
}
