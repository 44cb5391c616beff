import Glibc

/// How large the window is, in character cells.
public struct TerminalSize: Hashable, Sendable {
  /// Cells in a line; at least 1.
  public var columns: Int
  /// Lines in the window; at least 1.
  public var rows: Int

  /// A size; less than one counts as one.
  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  /// What is taken when nobody knows.
  public static let usual = TerminalSize(columns: 80, rows: 24)

  /// The size now: what the terminal on these descriptors says, else COLUMNS and LINES, else 80 by 24.
  public static func current(
    descriptors: [Int32] = [1, 0, 2], environment: [String: String] = [:]
  ) -> TerminalSize {
    for descriptor in descriptors {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return TerminalSize(
          columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : usual.rows)
      }
    }
    return TerminalSize(
      columns: cells(environment["COLUMNS"]) ?? usual.columns,
      rows: cells(environment["LINES"]) ?? usual.rows)
  }

  private static func cells(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}
