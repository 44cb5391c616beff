import Domain
import Language

/// A coach's marks as a table of tab-separated values: `criterion`, `verdict`, and if wanted `comment`, `cause`,
/// `session`.
public struct MarksFile: Hashable, Sendable {
  /// In the file's order.
  public let rows: [Row]

  /// One mark, with the session it is about where the file names it.
  public struct Row: Hashable, Sendable {
    public var session: String?
    public var mark: HumanMark

    public init(session: String?, mark: HumanMark) {
      self.session = session
      self.mark = mark
    }
  }

  /// What is wrong in the table, by line.
  public struct Unusable: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// - Throws: at the first line that cannot be used; nothing is taken from a table with a fault.
  public init(_ bytes: [UInt8]) throws(Unusable) {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard
      header.contains(UInt8(ascii: "\t"))
        || !header.contains(where: { [UInt8(ascii: ","), UInt8(ascii: ";")].contains($0) })
    else {
      throw Unusable(description: "the columns are parted by commas; save it with tabs between them (TSV)")
    }
    let table: TSV
    do throws(TSVTrouble) {
      table = try TSV(
        bytes, columns: ["criterion", "verdict"], optional: ["comment", "cause", "session"])
    } catch {
      throw Unusable(description: "\(error)")
    }
    var rows: [Row] = []
    for (place, row) in table.rows.enumerated() {
      switch row {
      case .bad(let line, let reason): throw Unusable(description: "line \(line): \(reason)")
      case .fields(let fields): rows.append(try Self.row(fields, line: place + 2))
      }
    }
    self.rows = rows
  }

  private static func row(_ fields: [String], line: Int) throws(Unusable) -> Row {
    guard let verdict = Verdict(spelled: fields[1]) else {
      throw Unusable(
        description: "line \(line): '\(fields[1].prefix(40))' is no verdict; \(Verdict.spellings)")
    }
    let cause = RootCause(rawValue: fields[3])
    guard fields[3].isEmpty || cause != nil else {
      throw Unusable(
        description: "line \(line): '\(fields[3].prefix(40))' is no cause; \(RootCause.spellings)")
    }
    guard fields[2].count <= HumanMark.longestComment else {
      throw Unusable(
        description: "line \(line): the comment is longer than \(HumanMark.longestComment) characters")
    }
    return Row(
      session: fields[4].isEmpty ? nil : fields[4],
      mark: HumanMark(criterion: fields[0], verdict: verdict, comment: fields[2], cause: cause))
  }
}

extension Verdict {
  /// Reads a verdict as people write it: its word, `n/a`, or the beginning of its word.
  public init?(spelled text: String) {
    let word = text.lowercased().filter { $0 != "-" }
    if ["n/a", "na", "notapplicable"].contains(word) {
      self = .notApplicable
      return
    }
    // "m" is met, the word coaches write most; "mi" is missed.
    let near = Self.allCases.first { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    guard let near else { return nil }
    self = near
  }

  /// The words there are, for messages.
  public static let spellings = "met, partly, missed, breached or n/a is"
}

extension RootCause {
  /// The words there are, for messages.
  public static let spellings = "knowledge, skill, process, tool, will or scenario defect is"
}
