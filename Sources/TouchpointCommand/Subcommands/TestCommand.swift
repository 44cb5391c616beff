import ArgumentParser
import Domain
import TouchpointKit

/// `touchpoint test PATH…`: runs the inline tests of scenarios.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests written inside scenario files.",
    discussion: """
      EXAMPLES
        touchpoint test scenarios/
        touchpoint test my-scenario.yaml

      A failing test shows its script line by line, with the first line that went another way.
      Exit status: 0 all hold, 1 a test fails or a file has errors, 2 a file could not be read.
      """)

  @Argument(help: "Files and folders.")
  var paths: [String]

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let report = workplace.checker.check(paths)
      for failure in report.failures { Output.note("touchpoint: \(failure)") }
      if report.hasErrors {
        try CheckPrinter(report: report, colour: common.palette().usesColour).printToError()
      }
      if let notice = workplace.language.notice { Output.note("touchpoint: \(notice)") }
      var (held, failed) = (0, 0)
      let judge = try workplace.judge()
      for scenario in report.scenarios where !scenario.tests.isEmpty {
        let results = try workplace.runTests(of: scenario, in: report, by: judge)
        held += results.count { $0.holds }
        failed += results.count { !$0.holds }
        try Output.lines(TestPresenter(scenario: scenario).lines(results))
      }
      try Output.lines(["\(held) passed, \(failed) failed"])
      if !report.failures.isEmpty { throw ExitStatus.worldFailed }
      if failed > 0 || report.hasErrors { throw ExitStatus.answerIsNo }
    }
  }
}
