import Glibc
import Terminal

/// A document written piece by piece: standard output at once; a file beside its place first, moved there when whole.
///
/// What replaces a file has its mode and owner; a new file gets the mode that the umask leaves.
struct OutputDraft {
  private let place: String
  private let draft: String
  private let descriptor: Int32

  /// - Parameter place: a path, or `-` for standard output. What is there and no file (a pipe, a device) is written to.
  init(_ place: String) throws(ConsoleFailure) {
    guard place != "-" else {
      (self.place, draft, descriptor) = (place, place, STDOUT_FILENO)
      return
    }
    var there = stat()
    let isThere = stat(place, &there) == 0
    let isFile = there.st_mode & S_IFMT == S_IFREG
    self.place = isThere ? Self.behindLinks(place) : place
    draft = !isThere || isFile ? self.place + ".part" : place
    if draft != place { unlink(draft) }  // what a run that was cut off has left
    descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw ConsoleFailure(operation: "write", path: place, code: errno) }
    guard isThere, isFile else { return }
    _ = fchown(descriptor, there.st_uid, there.st_gid)
    fchmod(descriptor, there.st_mode & 0o7777)
  }

  /// The file that a link stands for, so that the link stays one.
  private static func behindLinks(_ place: String) -> String {
    guard let path = realpath(place, nil) else { return place }
    defer { free(path) }
    return String(cString: path)
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
