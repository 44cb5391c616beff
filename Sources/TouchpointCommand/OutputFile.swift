import Authoring
import Glibc
import Terminal

/// Writes a finished document to standard output or to a file, whole or not at all.
enum OutputFile {
  /// - Parameter place: a path, or `-` for standard output.
  static func write(_ bytes: [UInt8], to place: String) throws {
    guard place != "-" else { return try Output.data(String(decoding: bytes, as: UTF8.self)) }
    let draft = place + ".part"
    do {
      try writeNew(bytes, to: draft)
      guard rename(draft, place) == 0 else {
        throw ConsoleFailure(operation: "write", path: place, code: errno)
      }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func writeNew(_ bytes: [UInt8], to path: String) throws(ConsoleFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ConsoleFailure(operation: "write", path: path, code: errno) }
    defer { close(file) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno != EINTR {
        throw ConsoleFailure(operation: "write", path: path, code: errno)
      }
    }
    guard fsync(file) == 0 else { throw ConsoleFailure(operation: "write", path: path, code: errno) }
  }
}

extension OutputFile {
  /// Adds lines to a file that may be there already; the whole file is written anew, or not at all.
  static func append(_ lines: [String], to path: String) throws {
    var bytes: [UInt8] = []
    if access(path, F_OK) == 0 {
      bytes = try DiskFiles().read(path, limit: 1 << 26)
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }
    for line in lines { bytes += Array(line.utf8) + [UInt8(ascii: "\n")] }
    try write(bytes, to: path)
  }
}
