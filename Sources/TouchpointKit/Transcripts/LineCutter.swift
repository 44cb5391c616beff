/// Cuts a stream of bytes into lines; holds at most one unfinished line, and of that at most `limit` bytes.
public struct LineCutter: Sendable {
  /// One line without its break; a byte order mark before the first and the CR of CR LF are taken off.
  public struct Line: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// Empty where the line was too long.
    public var bytes: [UInt8]
    /// How many bytes it had, where that was more than the limit.
    public var tooLong: Int?
  }

  /// A longer line is refused, in bytes.
  public let limit: Int
  private var kept: [UInt8] = []
  private var length = 0
  private var number = 0

  public init(limit: Int) { self.limit = limit }

  /// The lines that these bytes complete.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines.append(take())
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The last line, where the input ended without a line break.
  public mutating func finish() -> Line? { length == 0 ? nil : take() }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    length += bytes.count
    if length <= limit { kept += bytes } else { kept = [] }
  }

  private mutating func take() -> Line {
    defer {
      kept = []
      length = 0
    }
    number += 1
    if length > limit { return Line(number: number, bytes: [], tooLong: length) }
    if kept.last == 0x0D { kept.removeLast() }
    if number == 1, kept.starts(with: [0xEF, 0xBB, 0xBF]) { kept.removeFirst(3) }
    return Line(number: number, bytes: kept)
  }
}
