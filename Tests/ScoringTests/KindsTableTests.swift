import Domain
import Foundation
import Testing

@testable import Scoring

@Suite struct `The manual's table of kinds` {
  /// What stands in the last column, by keyword.
  private func whenNotAsked() throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let manual = try String(contentsOf: root.appending(path: "scoring/README.md"), encoding: .utf8)
    let rows = manual.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return Dictionary(
      rows.filter { $0.count == 3 }.map { ($0[0].trimmingCharacters(in: ["`"]), $0[2]) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `has a row for every kind`() throws {
    let rows = try whenNotAsked()
    for kind in CriterionCatalog.standard.kinds {
      #expect(rows[kind.keyword] != nil, "\(kind.keyword) is missing")
    }
  }

  @Test func `calls no kind always asked that has an example in which it is not`() throws {
    let rows = try whenNotAsked()
    for kind in CriterionCatalog.standard.kinds
    where kind.examples.contains(where: { $0.verdict == .notApplicable }) {
      #expect(rows[kind.keyword]?.hasPrefix("never") == false, "\(kind.keyword): \(rows[kind.keyword] ?? "")")
    }
  }
}
