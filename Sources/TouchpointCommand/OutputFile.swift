import Authoring
import Glibc

/// Writes a finished document to standard output or to a file, whole or not at all.
enum OutputFile {
  /// - Parameter place: a path, or `-` for standard output.
  static func write(_ bytes: [UInt8], to place: String) throws {
    let draft = try OutputDraft(place)
    do {
      try draft.write(bytes)
    } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
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
