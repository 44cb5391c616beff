/// A small table kept beside the program's data: a header line, then a line a row, cells between tabs.
enum KeptTable {
  /// The file's text.
  static func text(_ columns: [String], _ rows: [[String]]) -> String {
    ([columns] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  /// Every line of such a file made a row; nil where it has other columns, or a line is no row.
  static func rows<Row>(_ text: String, _ columns: [String], row: ([String]) -> Row?) -> [Row]? {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard lines.first == columns else { return nil }
    var rows: [Row] = []
    for cells in lines.dropFirst() {
      guard cells.count == columns.count, let row = row(cells) else { return nil }
      rows.append(row)
    }
    return rows
  }
}
