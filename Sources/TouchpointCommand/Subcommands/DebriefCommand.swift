import ArgumentParser
import Domain
import Journal
import Terminal

/// `touchpoint debrief`: the scorecard of a finished session again; without a name, the list of sessions.
struct DebriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "See a finished session's scorecard again.",
    discussion: """
      EXAMPLES
        touchpoint debrief               your sessions, newest last
        touchpoint debrief 7k2m9qp4wtx   one scorecard, with your words
        touchpoint debrief last          the newest
      """)

  @Argument(help: "A session's name, or 'last'.")
  var session: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let judged = try common.storeForReading().judgements()
      for broken in judged.setAside { Output.note("touchpoint: set aside: \(broken)") }
      guard let session else { return try list(judged.values) }
      try await show(session, among: judged.values)
    }
  }

  private func list(_ summaries: [SessionSummary]) throws {
    guard !summaries.isEmpty else {
      return try Output.lines(["No finished sessions yet. Begin one: touchpoint scenarios"])
    }
    try Output.lines(
      summaries.map {
        "\($0.session)  \($0.trainee)  \($0.scenarioTitle)  \($0.scorecard.quality.percent)"
          + "  \($0.scorecard.result.rawValue)"
      })
  }

  @MainActor private func show(_ session: String, among summaries: [SessionSummary]) async throws {
    let place =
      session == "last" ? summaries.indices.last : summaries.lastIndex { $0.session == session }
    guard let place else {
      throw Stop(
        "no finished session is called '\(session)'", help: "see them: touchpoint debrief",
        status: ExitStatus.usage)
    }
    let summary = summaries[place]
    let earlier = summaries[..<place].last {
      $0.trainee == summary.trainee && $0.scenario == summary.scenario && $0.session != summary.session
    }
    let console = try common.console()
    defer { console.close() }
    let presenter = DebriefPresenter(
      summary: summary, earlier: earlier,
      drawing: Drawing(environment: CommonOptions.environment), width: console.size.columns)
    Screen(console: console).show(presenter.lines(next: "touchpoint play \(summary.scenario)"))
  }
}
