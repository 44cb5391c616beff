import Authoring
import Glibc
import Terminal

/// All of a file, of standard input, or of a pipe that has a name.
enum InputBytes {
  /// At most `limit` bytes and one more.
  ///
  /// - Parameter place: a path, or `-` for standard input.
  static func read(_ place: String, limit: Int) throws -> [UInt8] {
    guard place == "-" || isPipe(place) else { return try DiskFiles().read(place, limit: limit) }
    let file = place == "-" ? STDIN_FILENO : open(place, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ConsoleFailure(operation: "read", path: place, code: errno) }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &piece, piece.count)
      if count == 0 { break }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw ConsoleFailure(operation: "read", path: name(of: place), code: errno)
      }
    }
    return bytes
  }

  /// How messages name a place.
  static func name(of place: String) -> String { place == "-" ? "standard input" : place }

  private static func isPipe(_ path: String) -> Bool {
    var kind = stat()
    return stat(path, &kind) == 0 && [S_IFIFO, S_IFCHR, S_IFSOCK].contains(kind.st_mode & S_IFMT)
  }
}
