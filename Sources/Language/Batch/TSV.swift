/// A table of tab-separated values: a header line, then one row a line, UTF-8, no quoting.
///
/// Rows that cannot be used stay in their places, so that output has a row for every row of input.
public struct TSV: Sendable {
  /// One row of a table.
  public enum Row: Hashable, Sendable {
    /// The values of the columns that were asked for, in that order; an optional column that is missing gives "".
    case fields([String])
    /// A row that cannot be used: its line, counted from 1, and why.
    case bad(line: Int, reason: String)
  }

  /// The names of all columns, as written.
  public let header: [String]
  /// The rows in order. A last line break makes no row; an empty line in between is a bad row.
  public let rows: [Row]

  /// Reads a table and picks columns by name.
  ///
  /// - Throws: `TSVTrouble` when the header lacks one of `columns`; those in `optional` may be missing.
  public init(_ bytes: [UInt8], columns: [String], optional: [String] = []) throws(TSVTrouble) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let names = Self.fields(lines.first ?? [], isFirst: true)
    let header = names.map { String(decoding: $0, as: UTF8.self) }
    let places = (columns + optional).map { header.firstIndex(of: $0) }
    for (name, place) in zip(columns, places) where place == nil {
      throw TSVTrouble(missingColumn: name, header: header)
    }
    let width = names.count
    self.header = header
    rows = lines.dropFirst().enumerated().map { Self.row($1, line: $0 + 2, width: width, places: places) }
  }

  private static func fields(_ line: ArraySlice<UInt8>, isFirst: Bool = false) -> [ArraySlice<UInt8>] {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return line.split(separator: 0x09, omittingEmptySubsequences: false)
  }

  private static func row(_ bytes: ArraySlice<UInt8>, line: Int, width: Int, places: [Int?]) -> Row {
    let fields = fields(bytes)
    guard fields.count == width else {
      return .bad(line: line, reason: "\(fields.count) fields where the header has \(width)")
    }
    var values: [String] = []
    for place in places {
      guard let place else {
        values.append("")
        continue
      }
      guard let text = String(validating: fields[place], as: UTF8.self) else {
        return .bad(line: line, reason: "field \(place + 1) is not UTF-8")
      }
      values.append(text)
    }
    return .fields(values)
  }

  /// A table in writing. Tabs and line breaks inside a value become spaces.
  public static func written(header: [String], rows: [[String]]) -> String {
    var text = ""
    for row in [header] + rows {
      text += row.map(plain).joined(separator: "\t")
      text += "\n"
    }
    return text
  }

  private static func plain(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return value }
    return String(
      String.UnicodeScalarView(
        value.unicodeScalars.map { ["\t", "\n", "\r"].contains($0) ? " " : $0 }))
  }

  /// A number from 0 to 1, or near it, with four places after the point: the same text on every machine.
  public static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let whole = Int((min(max(value, -1e9), 1e9) * 10_000).rounded())
    let digits = String(whole.magnitude % 10_000)
    let sign = whole < 0 ? "-" : ""
    return sign + String(whole.magnitude / 10_000) + "." + String(repeating: "0", count: 4 - digits.count)
      + digits
  }
}

/// Why a table cannot be used at all.
public struct TSVTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// The column that must be there and is not.
  public let missingColumn: String
  /// The columns that are there.
  public let header: [String]

  /// Names the column and what stands in its place.
  public var description: String {
    "the header has no column '\(missingColumn)'; it has \(header.map { "'\($0)'" }.joined(separator: ", "))"
  }
}
