import ArgumentParser
import Domain
import Scoring
import TouchpointKit

/// `touchpoint rubric diff OLD NEW`: what a change of a rubric would have done to the past. Changes nothing.
struct RubricDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "See what a change of a rubric would do to stored sessions. Changes nothing.",
    discussion: """
      EXAMPLES
        touchpoint rubric diff scoring/rubrics/service-quality.yaml draft.yaml
        touchpoint rubric diff old.yaml new.yaml --scenario late-birthday-parcel

      Stored sessions whose scenario uses the old file's rubric are judged under both, as they were recorded.
      """)

  @Argument(help: "The rubric's file as it is.")
  var old: String

  @Argument(help: "The file as it might be.")
  var new: String

  @Option(help: "Only sessions of this scenario.")
  var scenario: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let (before, after) = (
        try sharedRubric(at: old, in: workplace, common), try sharedRubric(at: new, in: workplace, common)
      )
      let store = try common.storeForReading()
      let files = try chosen(CaseDesk(store).files)
      let judge = try workplace.judge()
      let rejudging = Rejudging(workplace, judge: judge, store: store)
      var result = ChangeLines(changes: [], leftOut: [], verb: "would cross")
      for file in files {
        do throws(Rejudging.LeftOut) {
          result.changes.append(try rejudging.change(file.original, from: before, to: after))
        } catch {
          result.leftOut.append(error)
        }
      }
      result.notes = UnshownChanges(from: before, to: after) { judge.gate.trusts(autoFail: $0) }.notes
      try Output.lines(result.lines)
    }
  }

  private func chosen(_ files: [CaseFile]) throws -> [CaseFile] {
    guard let scenario else { return files }
    let known = Set(files.map(\.original.scenario)).sorted()
    let nothing = "no finished session is of the scenario '\(scenario)'"
    guard !known.isEmpty else {
      throw Stop(nothing, help: "there is no finished session yet", status: ExitStatus.usage)
    }
    let meant = try known.meant(by: scenario) { _ in nothing }
    return files.filter { $0.original.scenario == meant }
  }
}
