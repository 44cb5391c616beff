import Glibc

/// The C library's words for an error number.
enum SystemMessage {
  static func text(_ code: Int32) -> String {
    var words = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &words, words.count) == 0 else { return "error \(code)" }
    return String(decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// File descriptors with the retries that a terminal or pipe may need.
enum Descriptor {
  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// Keeps a descriptor from programs that we start.
  static func closeOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// What `poll` sees on one descriptor, now or within some milliseconds; 0 for nothing.
  static func wait(_ descriptor: Int32, for events: Int32, milliseconds: Int32) -> Int32 {
    var waiting = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0 ? Int32(waiting.revents) : 0
  }

  /// Whether this is a terminal whose window is gone. A pipe that was closed has only ended.
  static func isHungUp(_ descriptor: Int32) -> Bool {
    var kind = stat()
    guard fstat(descriptor, &kind) == 0, kind.st_mode & S_IFMT == S_IFCHR else { return false }
    return wait(descriptor, for: POLLIN, milliseconds: 0) & POLLHUP != 0
  }

  /// Writes all bytes. Returns 0, or the errno that stopped it.
  static func writeAll(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Int32 {
    Array(bytes).withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          _ = wait(descriptor, for: POLLOUT, milliseconds: -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Reads up to `limit` bytes, from where the descriptor stands to its end.
  static func readAll(_ descriptor: Int32, limit: Int) -> Result<[UInt8], ReadStopped> {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < limit {
      let count = read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 {
        bytes += chunk.prefix(count)
      } else if errno != EINTR {
        return .failure(ReadStopped(code: errno))
      }
    }
    return .success(bytes)
  }

  /// The errno that stopped a read.
  struct ReadStopped: Error {
    var code: Int32
  }
}
