import Glibc
import Terminal
import TouchpointKit

/// The lines of a file or of standard input, read in pieces; lines that are there are never kept waiting for more.
struct InputLines {
  /// How messages name the place: the path, or `standard input`.
  let name: String
  private let descriptor: Int32
  private var cutter: LineCutter
  private var isAtEnd = false

  /// - Parameter place: a path, or `-` for standard input.
  init(_ place: String, longest: Int) throws(ConsoleFailure) {
    name = place == "-" ? "standard input" : place
    cutter = LineCutter(limit: longest)
    descriptor = place == "-" ? STDIN_FILENO : open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ConsoleFailure(operation: "read", path: place, code: errno) }
  }

  /// The lines that came with the next piece, perhaps none; nil at the end.
  mutating func next() throws(ConsoleFailure) -> [LineCutter.Line]? {
    if isAtEnd { return nil }
    let piece = try read()
    guard piece.isEmpty else { return cutter.feed(piece[...]) }
    isAtEnd = true
    if descriptor != STDIN_FILENO { close(descriptor) }
    return cutter.finish().map { [$0] } ?? []
  }

  private func read() throws(ConsoleFailure) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count >= 0 { return Array(piece.prefix(count)) }
      guard errno == EINTR else { throw ConsoleFailure(operation: "read", path: name, code: errno) }
    }
  }
}
