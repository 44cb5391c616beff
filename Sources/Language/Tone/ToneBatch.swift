/// Tone for a table of replies: `text`, optional `context`, in; one column a signal out, rows in order.
public struct ToneBatch: Sendable {
  /// What a run gives.
  public struct Result: Hashable, Sendable {
    /// A header line, then one row a row of input; a bad row gives empty fields.
    public let output: String
    /// One line for each bad row: its line in the input and why it cannot be used.
    public let complaints: [String]
    /// Whether every row could be read.
    public var isWhole: Bool { complaints.isEmpty }
  }

  private let reader: ToneReader

  /// A batch read by `reader`.
  public init(reader: ToneReader) { self.reader = reader }

  /// Reads a whole table.
  ///
  /// - Throws: `TSVTrouble` when there is no column `text`.
  public func run(_ input: [UInt8]) throws(TSVTrouble) -> Result {
    let table = try TSV(input, columns: ["text"], optional: ["context"])
    var complaints: [String] = []
    let rows = table.rows.map { row -> [String] in
      switch row {
      case .bad(let line, let reason):
        complaints.append("line \(line): \(reason)")
        return ToneSignal.allCases.map { _ in "" }
      case .fields(let fields):
        let context = fields[1].isEmpty ? nil : Reply(fields[1])
        return reader.read(Reply(fields[0]), context: context).values.map(TSV.decimal)
      }
    }
    let header = ToneSignal.allCases.map { $0.rawValue.split(separator: "-").joined(separator: "_") }
    return Result(output: TSV.written(header: header, rows: rows), complaints: complaints)
  }
}
