import Authoring
import Domain
import Foundation
import Scoring
import Testing
import TouchpointKit

/// The checkout's own scenarios, rubric and phrase lists, loaded once for all tests.
enum BundledLibrary {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let workplace = Workplace(ShareFolder(path: root))
  static let judge = Result { try workplace.judge() }
  static let report = workplace.checker.check([workplace.share.scenarios])

  /// An inline test of a bundled scenario.
  struct Case: Sendable, CustomTestStringConvertible {
    var scenario: Scenario
    var test: ScenarioTest
    var testDescription: String { "\(scenario.id): \(test.name)" }
  }

  static let cases = report.scenarios.flatMap { scenario in
    scenario.tests.map { Case(scenario: scenario, test: $0) }
  }

  /// Learned once for all tests.
  private static let understandings = Dictionary(
    uniqueKeysWithValues: report.scenarios.map { ($0.id, ReplyUnderstanding($0, by: workplace.language)) })

  static func understand(_ scenario: Scenario) -> (String) -> ReplyMade {
    (understandings[scenario.id] ?? ReplyUnderstanding(scenario, by: workplace.language)).read
  }
}
