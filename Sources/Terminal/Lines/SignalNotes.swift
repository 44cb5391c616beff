@preconcurrency import CReadline
import Dispatch
import Glibc

/// Hears the signals that concern a terminal, one by one, on the main actor.
@MainActor final class SignalNotes {
  private let source: any DispatchSourceRead

  /// Listens from now on. One listener at a time.
  init(_ hear: @escaping @MainActor (Int32) -> Void) throws(ConsoleFailure) {
    let pipe = signal_notes_open()
    if pipe < 0 { throw ConsoleFailure(operation: "listen for signals", code: errno) }
    source = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: .main)
    source.setEventHandler {
      MainActor.assumeIsolated {
        while case let signal = signal_notes_next(), signal != 0 { hear(signal) }
      }
    }
    source.resume()
  }

  /// Stops this process as Ctrl-Z does; returns when it goes on.
  func suspend() {
    signal_notes_suspend()
  }

  /// Stops with a child that the same Ctrl-Z has stopped. Our own signal may still be on its way; taken
  /// by default it would stop us twice.
  func suspendWithChild() {
    signal_notes_await(SIGTSTP)
    signal_notes_suspend()
  }

  /// Forgets what a child with the terminal got to hear besides us.
  func forgetKeys() {
    for signal in [SIGINT, SIGTSTP, SIGCONT] { signal_notes_forget(signal) }
  }

  func close() {
    source.cancel()
    signal_notes_close()
  }
}
