import ArgumentParser
import Authoring
import Diagnostics
import TouchpointKit

/// `touchpoint check PATH…`: everything wrong in trainers' files, in one pass.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything wrong in scenario, pack and rubric files, at once.",
    discussion: """
      EXAMPLES
        touchpoint check my-scenario.yaml
        touchpoint check scenarios/ scoring/rubrics/
        touchpoint check --format json scenarios/ > findings.json
        touchpoint check --attempts scenarios/      what trainees really said
        touchpoint explain S103                     what a finding means, and the mend

      Exit status: 0 no errors (warnings may be), 1 errors, 2 a file could not be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: "text for people, json for machines.")
  var format: Format = .text

  @Flag(help: "Also look at the stored attempts: frequent replies that were understood as nothing.")
  var attempts = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      if let notice = workplace.language.notice { Output.note("touchpoint: \(notice)") }
      let report = try checker(workplace).check(paths)
      let printer = CheckPrinter(report: report, colour: common.palette().usesColour)
      switch format {
      case .text: try printer.printText()
      case .json: try printer.printJSON()
      }
      for failure in report.failures { Output.note("touchpoint: \(failure)") }
      if !report.failures.isEmpty { throw ExitStatus.worldFailed }
      if report.hasErrors { throw ExitStatus.answerIsNo }
    }
  }

  /// With ears and somebody to play where the data is sound, else what is left out is said once; with the stored
  /// attempts where they are asked for.
  private func checker(_ workplace: Workplace) throws -> Checker {
    var checker = workplace.checker
    do throws(Workplace.Unusable) {
      checker = checker.hearing(with: try workplace.recognition()).rehearsing(with: workplace.rehearsal)
    } catch {
      Output.note("touchpoint: \(error); examples are checked without being heard")
    }
    guard attempts else { return checker }
    let stored = try StoredAttempts(common.storeForReading())
    for broken in stored.setAside { Output.note("touchpoint: set aside: \(broken)") }
    return checker.reading(stored.attempts)
  }
}
