import Dispatch
import Glibc

/// Reads a pipe, file or plain terminal in the background, one piece each time it is asked to.
@MainActor final class InputReader {
  /// What one reading gave.
  enum Piece: Hashable, Sendable {
    case bytes([UInt8])
    /// Nothing came within the time given.
    case quiet
    case end
    case hangup
    case failed(Int32)
    case cancelled
  }

  private let descriptor: Int32
  private let deliver: @MainActor (Piece) -> Void
  private let queue = DispatchQueue(label: "touchpoint.input")
  private let wakePipe: (read: Int32, write: Int32)
  private var isReading = false
  private var isClosed = false

  init(_ descriptor: Int32, deliver: @escaping @MainActor (Piece) -> Void) throws(ConsoleFailure) {
    var ends: [Int32] = [0, 0]
    if pipe(&ends) != 0 { throw ConsoleFailure(operation: "open a pipe", code: errno) }
    ends.forEach(Descriptor.closeOnExec)
    self.descriptor = descriptor
    self.deliver = deliver
    wakePipe = (ends[0], ends[1])
  }

  /// Reads once, unless a reading is under way, and delivers what came.
  ///
  /// - Parameter patience: how many milliseconds to wait for something; for ever when negative.
  func request(within patience: Int32 = -1) {
    if isReading || isClosed { return }
    isReading = true
    let (descriptor, wake) = (descriptor, wakePipe.read)
    queue.async {
      let piece = Self.read(descriptor, wake: wake, patience)
      DispatchQueue.main.async { MainActor.assumeIsolated { self.finishReading(piece) } }
    }
  }

  /// Ends a reading under way, without a delivery.
  func close() {
    if isClosed { return }
    isClosed = true
    Glibc.close(wakePipe.write)
    if !isReading { Glibc.close(wakePipe.read) }
  }

  private func finishReading(_ piece: Piece) {
    isReading = false
    if isClosed {
      Glibc.close(wakePipe.read)
    } else {
      deliver(piece)
    }
  }

  /// Waits until there is something to read or `wake` is closed. The rest of a file counts as something.
  private nonisolated static func read(_ descriptor: Int32, wake: Int32, _ patience: Int32) -> Piece {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waiting, 2, patience)
      if ready < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return .failed(errno)
      }
      if ready == 0 { return .quiet }
      if waiting[1].revents != 0 { return .cancelled }
      let seen = Int32(waiting[0].revents)
      if seen & POLLNVAL != 0 { return .end }  // standard input was closed: nothing will come
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 { return .bytes(Array(chunk.prefix(count))) }
      let code = errno
      if count == 0 { return Descriptor.isHungUp(descriptor) ? .hangup : .end }
      switch code {
      case EINTR, EAGAIN: continue
      case EIO: return .hangup
      default: return .failed(code)
      }
    }
  }
}
