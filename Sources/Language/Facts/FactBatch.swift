/// `states` over a table: one verdict a row.
///
/// Columns `fact` and `reply`; optional `question`, `good` and `not_quite`. Several wordings of a fact, and several
/// answers, stand in one field with ` || ` between them.
public struct FactBatch: Sendable {
  /// The columns that must be there.
  public static let columns = ["fact", "reply"]
  /// The columns that may be there.
  public static let optional = ["question", "good", "not_quite"]
  /// The columns of the result.
  public static let results = ["verdict", "score", "because", "contradiction"]

  private let reader: FactReader
  private var facts: [FactStatement: PreparedFact] = [:]
  private var replies: [String: FactReply] = [:]
  /// Kept readings are dropped beyond this many, so memory is bounded.
  private static let mostKept = 2_000

  /// A batch judged by `reader`.
  public init(_ reader: FactReader) { self.reader = reader }

  /// One row of results, by `results`, for a row of `columns` and `optional`.
  public mutating func result(_ row: [String]) -> [String] {
    let verdict = reader.judge(reply(row[1]), fact(Self.statement(row))).verdict
    let because = verdict.because.map(\.description).joined(separator: "; ")
    return [
      verdict.standing.rawValue, TSV.decimal(verdict.score), because, TSV.decimal(verdict.contradiction),
    ]
  }

  /// The features of a row, for training: numbers in the order of their names.
  public mutating func features(_ row: [String]) -> [(name: String, number: Double)] {
    reader.features(reply(row[1]).whole, fact(Self.statement(row)))
  }

  private static func statement(_ row: [String]) -> FactStatement {
    FactStatement(
      several(row[0]), question: row[2].isEmpty ? nil : row[2], good: several(row[3]),
      notQuite: several(row[4]))
  }

  private static func several(_ field: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in field.split(separator: " ") {
      if word == "||" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private mutating func fact(_ statement: FactStatement) -> PreparedFact {
    if let kept = facts[statement] { return kept }
    if facts.count >= Self.mostKept { facts.removeAll() }
    let made = reader.prepare(statement)
    facts[statement] = made
    return made
  }

  private mutating func reply(_ text: String) -> FactReply {
    if let kept = replies[text] { return kept }
    if replies.count >= Self.mostKept { replies.removeAll() }
    let made = reader.prepare(sentencesOf: text)
    replies[text] = made
    return made
  }
}
