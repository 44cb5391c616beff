import ArgumentParser
import Domain
import Journal
import Reports
import Terminal
import TouchpointKit

/// `touchpoint` alone: greets by name, offers to go on where one left off, and names the next practice.
struct HomeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Greets you and offers what is next (the default).")

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "name"))
  var trainee: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting { try await greet() }
  }

  @MainActor private func greet() async throws {
    let workplace = try common.workplace()
    let name = try CommonOptions.person(trainee)
    let store = try common.storeForReading(mayBeNew: true)
    let sessions = try store.sessions()
    let done = try store.summaries().filter { PersonName.key($0.trainee) == PersonName.key(name) }
    let entries = workplace.scenarios
    var lines = ["Hello \(name)." + (done.isEmpty ? " Welcome to Touchpoint." : "")]
    if let open = sessions.last(where: {
      $0.state == .open && PersonName.key($0.trainee) == PersonName.key(name)
    }) {
      let title = entries.first { $0.id == open.scenario }?.title ?? open.scenario
      lines.append("You left '\(title)' at turn \(open.replies). It is kept; go on with:")
      lines.append("  touchpoint resume \(open.session)")
      try Output.lines(lines)
      if try await wantsToGoOn(with: open.session) { try await ResumeCommand.takeUp(open.session, common) }
      return
    }
    if let last = done.last {
      lines.append(
        "Last time: '\(last.scenarioTitle)', \(last.scorecard.shownResult)."
      )
    }
    if let next = NextPractice(scenarios: entries, done: done).suggestion {
      lines.append("Next practice: \(next.title)")
      lines.append("  touchpoint play \(next.id)")
    }
    lines.append("All scenarios: touchpoint scenarios    Everything else: touchpoint --help")
    try Output.lines(lines)
  }

  /// Asks at a terminal; a pipe is told the command and asked nothing.
  @MainActor private func wantsToGoOn(with session: String) async throws -> Bool {
    let console = try common.console()
    defer { console.close() }
    guard console.isInteractive else { return false }
    console.setPrompt("Go on now? [Y/n] ")
    for await event in console.events {
      switch event {
      case .line(let answer, _):
        let answer = answer.lowercased()
        if ["", "y", "yes"].contains(answer) { return true }
        let heard =
          ["n", "no"].contains(answer) ? "It stays kept." : "That was no yes, so nothing was begun."
        Screen(console: console).show(
          ScreenLine(.plain, "\(heard) To go on later: touchpoint resume \(session)"))
        return false
      case .endOfInput, .interrupt, .hangup, .terminated, .outputClosed, .outputFailed: return false
      case .pasted, .suspended, .resumed, .resized: continue
      }
    }
    return false
  }
}
