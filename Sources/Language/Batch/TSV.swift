/// A table of tab-separated values: a header line, then one row a line, UTF-8, no quoting.
///
/// Lines end with LF, CR LF, or CR where a file has no LF at all.
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
  /// - Throws: `TSVTrouble` when the header lacks one of `columns` or has one twice; those in `optional` may be missing.
  public init(_ bytes: [UInt8], columns: [String], optional: [String] = []) throws(TSVTrouble) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .notUTF8 }
    let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var lines = bytes.split(separator: end, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let names = Self.fields(lines.first ?? [], isFirst: true)
    let header = names.map { String(decoding: $0, as: UTF8.self) }
    let places = (columns + optional).map { header.firstIndex(of: $0) }
    for (name, place) in zip(columns, places) where place == nil {
      throw .missingColumn(name, header: header)
    }
    for name in columns + optional where header.count(where: { $0 == name }) > 1 {
      throw .repeatedColumn(name)
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
public enum TSVTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// A column that must be there and is not, and the columns that are there.
  case missingColumn(String, header: [String])
  /// A column that is there more than once.
  case repeatedColumn(String)
  /// Text in pairs of bytes.
  case notUTF8

  /// Says what is wrong with the header, and what was meant where that is plain.
  public var description: String {
    switch self {
    case .missingColumn(let name, let header): Self.missing(name, header)
    case .repeatedColumn(let name): "the header has the column '\(name)' twice"
    case .notUTF8: "it is UTF-16; save it as UTF-8"
    }
  }

  private static func missing(_ name: String, _ header: [String]) -> String {
    let trouble = "the header has no column '\(name)'"
    if let near = header.first(where: { plain($0) == name }) {
      let cure = near.contains("\"") ? " without quotes" : ""
      return "\(trouble); it has '\(near)': did you mean '\(name)'\(cure)?"
    }
    if header.count == 1, let parted = header.first(where: { $0.contains { [",", ";"].contains($0) } }) {
      return "\(trouble); it has '\(parted)': columns are parted by tabs"
    }
    return "\(trouble); it has \(header.map { "'\($0)'" }.joined(separator: ", "))"
  }

  /// A name in small letters, without quotes and spaces round it.
  private static func plain(_ name: String) -> String {
    let inner = name.drop { $0.isWhitespace || $0 == "\"" }.reversed().drop { $0.isWhitespace || $0 == "\"" }
    return String(inner.reversed()).lowercased()
  }
}
