import ArgumentParser
import Domain
import Language
import Scoring
import TouchpointKit

/// `touchpoint rubric wordings`: whether the same content is worth the same in other words.
struct RubricWordingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wordings",
    abstract: "Score the same replies in other words, and show where words alone moved the score.",
    discussion: """
      A group is one reply said in several ways: short, formal, plain, with typos, by somebody who learned English \
      later, in dialect. It holds when every version lies within five points of the group's median.

      EXAMPLES
        touchpoint rubric wordings             the program's own groups
        touchpoint rubric wordings mine.txt    yours, written as in scoring/wordings
        touchpoint rubric wordings --all       with the replies themselves
        touchpoint rubric wordings --tier fast --json
        touchpoint rubric wordings --keep      keep the figures, for scorecards

      Exit status: 0 every group holds, 1 some do not, 2 groups could not be read.
      """)

  @Argument(help: ArgumentHelp("Files of groups; without one those of the program.", valueName: "file.txt"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The rubric to score by: its id, or its file.", valueName: "id|file.yaml"))
  var rubric = "service-quality"

  @Option(help: "The tier to read at; without it the best there is.")
  var tier: RubricTestCommand.Tier?

  @Flag(help: "Every version that is worth more or less, in its words.")
  var all = false

  @Flag(help: "For machines.")
  var json = false

  @Flag(help: "Measure every tier and keep the figures in scoring/wordings/steadiness.tsv.")
  var keep = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if keep, !files.isEmpty || tier != nil {
      throw ValidationError(
        "--keep measures the program's own groups at every tier; leave out files and --tier")
    }
  }

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let groups = try groups(workplace)
      guard !groups.isEmpty else {
        throw Stop("there are no groups of wordings to score", status: ExitStatus.worldFailed)
      }
      let rubric = try rubricAsked(rubric, in: workplace)
      if keep { return try await keepAll(groups, rubric, workplace) }
      let results = try await results(groups, rubric, workplace, tier)
      let presenter = WordingsPresenter(results: results, isDetailed: all)
      try json ? Output.data(presenter.json + "\n") : Output.lines(presenter.lines)
      if results.contains(where: { !$0.holds }) { throw ExitStatus.answerIsNo }
    }
  }

  private func groups(_ workplace: Workplace) throws -> [WordingGroup] {
    do throws(Workplace.WordingsTrouble) {
      var groups: [WordingGroup] = []
      for file in files { groups += try workplace.wordings(at: file) }
      return files.isEmpty ? try workplace.wordings() : groups
    } catch {
      throw Stop("\(error)", status: ExitStatus.worldFailed)
    }
  }

  private func results(
    _ groups: [WordingGroup], _ rubric: Rubric, _ workplace: Workplace, _ tier: RubricTestCommand.Tier?
  ) async throws -> [WordingResult] {
    let judge = try workplace.judge(at: tier.map(\.encoder) ?? workplace.language.encoders.best?.tier)
    var progress = Progress("groups of \(groups.count) scored", isShown: !common.plainUI)
    defer { progress.clear() }
    return try await withThrowingTaskGroup(of: (Int, WordingResult).self) { tasks in
      for (place, group) in groups.enumerated() {
        tasks.addTask { (place, try WordingResult(group, by: judge, rubric: rubric)) }
      }
      var found: [(Int, WordingResult)] = []
      for try await result in tasks {
        found.append(result)
        progress.add(1)
      }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func keepAll(_ groups: [WordingGroup], _ rubric: Rubric, _ workplace: Workplace) async throws {
    var rows: [WordingRecord.Row] = []
    for tier in RubricTestCommand.Tier.allCases {
      Output.note("touchpoint: \(tier.rawValue) tier")
      let summary = WordingSummary(try await results(groups, rubric, workplace, tier))
      rows.append(WordingRecord.Row(summary, tier: tier.rawValue))
    }
    try OutputFile.write(Array(WordingRecord(rows: rows).text.utf8), to: workplace.wordingRecordPath)
    try Output.lines(["kept in \(workplace.wordingRecordPath)"])
  }
}
