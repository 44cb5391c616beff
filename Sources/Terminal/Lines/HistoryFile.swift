import Diagnostics
import Glibc

/// The lines a person typed before, one a line in a file of theirs.
enum HistoryFile {
  /// The most lines kept; the oldest go first.
  static let entryLimit = 1_000
  /// The most bytes of a file that are read: its end.
  static let byteLimit = 4 << 20

  /// A line as one entry: line breaks are spaces, other hidden characters visible. Empty ones are none.
  static func entry(_ line: String) -> String? {
    let spaced = String(line.map { $0.isNewline ? " " : $0 })
    let shown = VisibleText(lineBreaks: .escaped, tabs: .spaces)(spaced)
    return shown.allSatisfy { $0 == " " } ? nil : shown
  }

  /// The entries of a file, oldest first, at most `entryLimit`; none when there is no file.
  static func read(_ path: String) throws(ConsoleFailure) -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0 {
      if errno == ENOENT { return [] }
      throw ConsoleFailure(operation: "read the history", path: path, code: errno)
    }
    defer { close(file) }
    let length = lseek(file, 0, SEEK_END)
    let start = max(0, Int(length) - byteLimit)
    _ = lseek(file, off_t(start), SEEK_SET)
    switch Descriptor.readAll(file, limit: byteLimit) {
    case .failure(let stopped):
      throw ConsoleFailure(operation: "read the history", path: path, code: stopped.code)
    case .success(let bytes):
      let lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst(start > 0 ? 1 : 0)
      return lines.suffix(entryLimit).compactMap { entry(String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Writes the entries beside the file and moves them into its place, readable by the owner alone.
  static func write(_ entries: [String], to path: String) throws(ConsoleFailure) {
    var template = Array((path + ".XXXXXX").utf8CString)
    let file = mkstemp(&template)  // 0600, and never through a planted link
    if file < 0 { throw ConsoleFailure(operation: "write the history", path: path, code: errno) }
    Descriptor.closeOnExec(file)
    var code = Descriptor.writeAll(
      entries.suffix(entryLimit).joined(separator: "\n").utf8 + [UInt8(ascii: "\n")], to: file)
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(template, path) != 0 { code = errno }
    if code == 0 { return }
    unlink(template)
    throw ConsoleFailure(operation: "write the history", path: path, code: code)
  }
}
