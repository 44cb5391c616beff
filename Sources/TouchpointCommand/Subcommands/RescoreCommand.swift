import ArgumentParser
import Domain
import Scoring
import TouchpointKit

/// `touchpoint rescore`: judges stored talks anew and keeps the result as a new record.
struct RescoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "Judge stored talks anew; the old scores stand beside the new ones.",
    usage: "touchpoint rescore [<sessions> ...] [--all] [--dry-run] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint rescore last --dry-run        what would come out; keeps nothing
        touchpoint rescore --all                 all finished sessions
        touchpoint rescore 7k2m9qp4wtx --rubric service-quality-2.yaml

      Debrief and reports go by the latest judgement and say so.
      """)

  @Argument(help: "Sessions by name, or 'last'.")
  var sessions: [String] = []

  @Flag(help: "All finished sessions.")
  var all = false

  @Option(help: ArgumentHelp("Stands in for the scenarios' shared rubric.", valueName: "file"))
  var rubric: String?

  @Flag(help: "Say what would come out and keep nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var coach: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if sessions.isEmpty != all { throw ValidationError("name sessions, or all of them with --all") }
  }

  func run() async throws {
    try await reporting {
      let store = try dryRun ? common.storeForReading() : common.storeForWriting()
      let desk = try CaseDesk(store)
      let files = try desk.files(sessions)
      let workplace = try common.workplace()
      let asked = try rubric.map { try sharedRubric(at: $0, in: workplace, common) }
      let rejudging = Rejudging(workplace, judge: try workplace.judge(), store: store)
      var result = ChangeLines(changes: [], leftOut: [], verb: dryRun ? "would cross" : "crossed")
      for file in files {
        do throws(Rejudging.LeftOut) {
          let prepared = try rejudging.prepare(file.original)
          let card = try rejudging.scorecard(prepared, by: asked)
          result.changes.append(ScoreChange(file.current, before: file.current.scorecard, after: card))
        } catch {
          result.leftOut.append(error)
        }
      }
      if !dryRun { try keep(result.changes, desk) }
      try Output.wrapped(result.lines + [sum(result.changes)])
    }
  }

  private func keep(_ changes: [ScoreChange], _ desk: CaseDesk) throws {
    let name = try CommonOptions.person(coach)
    for change in changes {
      try desk.keep(.rescored(Rescoring(by: name, scorecard: change.after)), of: change.session)
    }
  }

  private func sum(_ changes: [ScoreChange]) -> String {
    let count = "\(changes.count) \(changes.count == 1 ? "session" : "sessions")"
    return dryRun
      ? "Nothing was kept. \(count) would be judged anew."
      : "\(count) judged anew. The old scores stand: touchpoint debrief SESSION --first"
  }
}
