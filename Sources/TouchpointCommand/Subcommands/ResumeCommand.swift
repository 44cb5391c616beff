import ArgumentParser
import Domain
import Journal
import Play
import Reports
import TouchpointKit

/// `touchpoint resume`: goes on with a session that was left, at the same turn.
struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a session you left, at the same turn.",
    usage: "touchpoint resume [<session>] [--as <name>] [<options>]",
    discussion: """
      EXAMPLES
        touchpoint resume               your latest paused session
        touchpoint resume 7k2m9qp4wtx   the session of that name
      """)

  @Argument(help: "The session's name; without one, your latest paused session.")
  var session: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "name"))
  var trainee: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      try await Self.takeUp(try session ?? latest(), common)
    }
  }

  private func latest() throws -> String {
    let name = try CommonOptions.person(trainee)
    let sessions = try common.storeForReading().sessions()
    guard
      let open = sessions.last(where: {
        $0.state == .open && PersonName.key($0.trainee) == PersonName.key(name)
      })
    else {
      throw Stop(
        "\(name) has no paused session", help: "begin one: touchpoint scenarios",
        status: ExitStatus.answerIsNo)
    }
    return open.session
  }

  @MainActor static func takeUp(_ session: String, _ common: CommonOptions) async throws {
    let store = try common.storeForReading()
    let history = try store.history(of: session)
    for broken in history.setAside { Output.note("touchpoint: set aside: \(broken)") }
    let events = history.values.compactMap { entry -> SessionEvent? in
      if case .event(let event) = entry.record { event } else { nil }
    }
    guard case .opened(let opening)? = events.first?.kind else {
      throw Stop(
        "no session is called '\(session)'", help: "see them: touchpoint debrief", status: ExitStatus.usage)
    }
    let workplace = try common.workplace()
    let loaded = try loadScenario(opening.file ?? opening.scenario, from: workplace, common)
    guard loaded.scenario.digest == opening.scenarioDigest else {
      throw Stop(
        "'\(loaded.scenario.title)' was changed since this session began, so it cannot go on exactly where it was",
        help: "begin again: touchpoint play \(opening.file ?? opening.scenario)",
        status: ExitStatus.answerIsNo)
    }
    let isJudged = history.values.contains { if case .judged = $0.record { true } else { false } }
    guard !isJudged, SessionState.replay(events, of: loaded.scenario).opening != nil else {
      throw Stop(
        "this session has ended", help: "see it: touchpoint debrief \(session)", status: ExitStatus.answerIsNo
      )
    }
    let sitting = try Sitting(workplace, loaded, common, untimed: false)
    try await sitting.play(after: try sitting.takeUp(session, events, style: opening.style))
  }
}
