import Domain
import Foundation
import Testing

/// The moves that odd wordings are measured with stand in a table of their own, so that a test of the language needs no
/// scenarios; it is held to them here. `UPDATE_GOLDEN=1 swift test --filter MoveSamplesTests` writes it anew.
@Suite struct `The table of the scenarios' moves` {
  @Test func `holds the examples that the bundled scenarios hold`() throws {
    let path = BundledLibrary.root + "/Tests/LanguageTests/Moves/Replies/scenario-moves.tsv"
    let made = (["scenario\tlabel\ttext"] + BundledLibrary.report.scenarios.flatMap(rows)).joined(
      separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try (made + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == made + "\n")
  }

  private func rows(of scenario: Scenario) -> [String] {
    scenario.moves.flatMap { move in
      move.like.map { "\(scenario.id)\t\(move.name)\t\($0)" }
        + move.notLike.map { "\(scenario.id)\t!\(move.name)\t\($0)" }
    }
  }
}
