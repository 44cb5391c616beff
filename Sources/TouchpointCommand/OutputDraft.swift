import Glibc
import Terminal

/// A document written piece by piece: standard output at once; a file beside its place first, moved there when whole.
struct OutputDraft {
  private let place: String
  private let draft: String
  private let descriptor: Int32

  /// - Parameter place: a path, or `-` for standard output. What is there and no file (a pipe, a device) is written to.
  init(_ place: String) throws(ConsoleFailure) {
    self.place = place
    draft = Self.isReplaced(place) ? place + ".part" : place
    guard place != "-" else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ConsoleFailure(operation: "write", path: place, code: errno) }
  }

  private static func isReplaced(_ place: String) -> Bool {
    var kind = stat()
    return stat(place, &kind) != 0 || kind.st_mode & S_IFMT == S_IFREG
  }

  func write(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        throw ExitStatus.readerGone
      } else if errno != EINTR && errno != EAGAIN {
        throw failure
      }
    }
  }

  /// Brings the document to its place, safe on the disk.
  func finish() throws(ConsoleFailure) {
    guard place != "-" else { return }
    defer { close(descriptor) }
    guard draft != place else { return }
    guard fsync(descriptor) == 0, rename(draft, place) == 0 else {
      let failure = failure
      unlink(draft)
      throw failure
    }
  }

  /// Leaves no trace of an unfinished document.
  func discard() {
    guard place != "-" else { return }
    close(descriptor)
    if draft != place { unlink(draft) }
  }

  private var failure: ConsoleFailure {
    ConsoleFailure(operation: "write", path: place == "-" ? "standard output" : place, code: errno)
  }
}
