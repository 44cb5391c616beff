import Diagnostics
import Glibc
import Terminal

/// Standard output and standard error of the commands that print and end: data to one, messages to the other.
struct Output {
  /// Prints data; line breaks and everything else exactly as given, so only text that is already safe.
  ///
  /// A reader that went away ends the program quietly; a full disk is a failure of the world.
  static func data(_ text: String) throws {
    try write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Prints lines for people, with everything hostile in them made visible; at a terminal broken between words.
  static func lines(_ lines: [String]) throws {
    try data(lines.map { wrapped($0) + "\n" }.joined())
  }

  private static func wrapped(_ line: String) -> String {
    guard isTerminal else { return VisibleText.paragraph(line) }
    let indent = String(line.prefix { $0 == " " }) + "  "
    let columns = TerminalSize.current(descriptors: [STDOUT_FILENO]).columns
    return Wrapping(width: columns, continuation: indent).lines(of: line).joined(separator: "\n")
  }

  /// Prints lines for people, none wider than 80 columns; what goes on is set in.
  static func wrapped(_ lines: [String]) throws {
    try self.lines(lines.flatMap(folded))
  }

  /// A line cut between words to 80 columns.
  static func folded(_ line: String) -> [String] {
    Wrapping(width: 80, continuation: "    ").lines(of: line)
  }

  /// Says something on standard error; when even that is gone there is nobody to tell.
  static func note(_ text: String) {
    try? write(Array((VisibleText.paragraph(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Draws on standard error, control characters and all.
  static func rawNote(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

  /// The columns to fill: those asked for with COLUMNS, else the window's, else 80.
  static func columns(of descriptor: Int32) -> Int {
    let asked = CommonOptions.environment["COLUMNS"].flatMap { Int($0) } ?? 0
    let descriptors = asked > 0 ? [] : [descriptor]
    return TerminalSize.current(descriptors: descriptors, environment: CommonOptions.environment).columns
  }

  /// Whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EPIPE {
        throw ExitStatus.readerGone
      } else if errno != EINTR && errno != EAGAIN {
        throw ConsoleFailure(operation: "write to standard output", code: errno)
      }
    }
  }
}
