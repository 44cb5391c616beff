import ArgumentParser
import Diagnostics
import Glibc

/// The program: practise, write, check, and see how the team stands.
public struct TouchpointCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "touchpoint",
    abstract: "Practise customer conversations, in your own words, with scores you can argue with.",
    discussion: """
      EXAMPLES
        touchpoint                                 greets you and offers what is next
        touchpoint play late-birthday-parcel       practise one scenario
        touchpoint play ID --seed 7 < replies.txt  a whole session from a file
        touchpoint check scenarios/                everything wrong in your files
        touchpoint report team                     people and skills
        touchpoint score --input talks.jsonl       any transcripts, scored

      Exit status: 0 done, 1 the answer is no (errors found, pass mark missed), 2 the world failed, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, PlayCommand.self, ResumeCommand.self, ScenariosCommand.self, DebriefCommand.self,
      NewCommand.self, CheckCommand.self, FormatCommand.self, TestCommand.self, ExplainCommand.self,
      ReportCommand.self,
      ExportCommand.self, VerifyCommand.self, LanguageCommand.self, RubricCommand.self,
      ReviewCommand.self, CalibrateCommand.self, DisputeCommand.self, RescoreCommand.self,
      ScoreCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  public init() {}

  /// Runs the program; a misspelt subcommand is answered with the nearest one.
  public static func main() async {
    if let mend = mend(of: CommandLine.arguments.dropFirst()) {
      Output.note("touchpoint: \(mend)")
      exit(withError: ExitStatus.usage)
    }
    do {
      var command = try await asyncParseAsRoot(nil)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// What is wrong with the names of a subcommand, one below the other; nil where each is known or near nothing.
  private static func mend(of words: ArraySlice<String>) -> String? {
    var path = "touchpoint"
    var command: any ParsableCommand.Type = Self.self
    for word in words {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
      if let next = known.first(where: { $0.names.contains(word) }) {
        (path, command) = ("\(path) \(word)", next)
      } else {
        let near = closest(to: word, in: known.flatMap { $0.names } + ["help"])
        return near.map { "there is no command '\(word)'; did you mean '\(path) \($0)'?" }
      }
    }
    return nil
  }

  /// Says what there is to say, laid out for the window, and ends with the status of the error.
  private static func end(with error: any Error) -> Never {
    let widths = (answer: Output.columns(of: STDOUT_FILENO), trouble: Output.columns(of: STDERR_FILENO))
    setenv("COLUMNS", HelpLayout.unbroken, 1)  // the parser traps where its own table has no room
    let status = exitCode(for: error)
    let message = fullMessage(for: error)
    guard !message.isEmpty else { exit(withError: status) }
    let isAnswer = status.isSuccess
    let columns = isAnswer ? widths.answer : widths.trouble
    let text = HelpLayout(columns: columns).lines(of: message).joined(separator: "\n") + "\n"
    if isAnswer { try? Output.data(text) } else { Output.rawNote(text) }
    exit(withError: status)
  }
}

extension ParsableCommand {
  /// What it can be called by.
  fileprivate static var names: [String] { [configuration.commandName ?? ""] + configuration.aliases }
}
