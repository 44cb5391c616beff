import ArgumentParser
import Domain
import Journal
import Scoring
import Terminal
import TouchpointKit

/// `touchpoint debrief`: the scorecard of a finished session again; without a name, the list of sessions.
struct DebriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "See a finished session's scorecard again.",
    usage: "touchpoint debrief [<session>] [--criterion <name>] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint debrief               your sessions, newest last
        touchpoint debrief 7k2m9qp4wtx   one scorecard, with your words
        touchpoint debrief last          the newest
        touchpoint debrief last --criterion apology   one criterion or skill, whole
        touchpoint debrief last --whole  every criterion
        touchpoint debrief last --first               as it was judged at its end
      """)

  @Argument(help: "A session's name, or 'last'.")
  var session: String?

  @Option(
    help: ArgumentHelp("One criterion, skill or dimension, with all there is on it.", valueName: "name"))
  var criterion: String?

  @Flag(help: "Every criterion, not only what matters most.")
  var whole = false

  @Flag(help: "The judgement at the session's end, not the latest.")
  var first = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let desk = try CaseDesk(common.storeForReading())
      guard let session else { return try list(desk) }
      try await show(try desk.file(session), in: desk)
    }
  }

  private func list(_ desk: CaseDesk) throws {
    let paused = try desk.paused().map {
      "\($0.session)  \($0.trainee)  \($0.scenario)  paused at turn \($0.replies): touchpoint resume \($0.session)"
    }
    guard !desk.files.isEmpty else {
      return try Output.wrapped(["No finished sessions yet. Begin one: touchpoint scenarios"] + paused)
    }
    try Output.wrapped(
      desk.files.map { file in
        let summary = file.current
        let anew = file.rescorings.isEmpty ? "" : "  judged anew"
        let disputed = file.open.isEmpty ? "" : "  \(file.open.count) disputed"
        return "\(summary.session)  \(summary.trainee)  \(summary.scenarioTitle)"
          + "  \(summary.scorecard.shownResult)\(anew)\(disputed)"
      } + paused)
  }

  @MainActor private func show(_ file: CaseFile, in desk: CaseDesk) async throws {
    var summary = first ? file.original : file.current
    let asked = try name(in: summary)
    if let asked { summary.scorecard = coached(summary, asked, desk) }
    let place = desk.files.lastIndex { $0.original.session == summary.session } ?? 0
    let earlier = desk.files[..<place].last {
      $0.original.trainee == summary.trainee && $0.original.scenario == summary.scenario
    }
    let console = try common.console(readsNothing: true)
    defer { console.close() }
    let presenter = DebriefPresenter(
      summary: summary, earlier: earlier?.current, file: file, isFirst: first,
      margin: try common.workplace().margin(of: summary.scorecard),
      drawing: Drawing(environment: CommonOptions.environment), width: Screen(console: console).columns)
    Screen(console: console).show(lines(presenter, asked, next: next(after: summary, in: desk)))
  }

  /// The same as at the session's end, while nothing was finished since.
  private func next(after summary: SessionSummary, in desk: CaseDesk) -> String {
    let scenarios = (try? common.workplace())?.scenarios ?? []
    let done = desk.files.map(\.current).filter { $0.trainee == summary.trainee }
    return NextPractice(scenarios: scenarios, done: done).command(after: summary)
  }

  /// What was asked about, as the session spells it.
  private func name(in summary: SessionSummary) throws -> String? {
    guard let criterion else { return nil }
    let names = DebriefPresenter(summary: summary, drawing: .ascii, width: 80).names
    return try names.meant(by: criterion) {
      "session \(summary.session) has no criterion, skill or dimension called '\($0)'"
    }
  }

  private func lines(
    _ presenter: DebriefPresenter, _ asked: String?, next: String
  ) -> [ScreenLine] {
    if let asked { return presenter.deep(asked) ?? [] }
    return whole ? presenter.whole(next: next) : presenter.lines(next: next)
  }

  /// The smallest changes of what is asked about, where the scenario is at hand and they were not found before.
  private func coached(_ summary: SessionSummary, _ asked: String, _ desk: CaseDesk) -> Scorecard {
    guard let workplace = try? common.workplace(), let judge = try? workplace.judge(),
      let loaded = Rejudging(workplace, judge: judge, store: desk.store).scenario(of: summary)
    else { return summary.scorecard }
    let coaching = SessionCoaching(loaded, by: workplace, judge: judge)
    return coaching.coached(summary.scorecard, of: summary.transcript) {
      [$0.criterion, $0.skill, $0.dimension].contains(asked)
    }
  }
}
