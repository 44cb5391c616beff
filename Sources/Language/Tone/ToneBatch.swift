/// Tone for a table of replies: `text`, optional `context`, in; one column a signal out, rows in order.
public struct ToneBatch: Sendable {
  /// The columns that must be there.
  public static let columns = ["text"]
  /// The columns that may be there.
  public static let optional = ["context"]
  /// The columns of the result.
  public static let results = ToneSignal.allCases.map {
    $0.rawValue.split(separator: "-").joined(separator: "_")
  }

  private let reader: ToneReader

  /// A batch read by `reader`.
  public init(reader: ToneReader) { self.reader = reader }

  /// One row of results, by `results`, for a row of `columns` and `optional`.
  public func result(_ row: [String]) -> [String] {
    let context = row[1].isEmpty ? nil : Reply(row[1])
    return reader.read(Reply(row[0]), context: context).values.map(TSV.decimal)
  }
}
