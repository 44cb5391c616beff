import ArgumentParser
import Diagnostics

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
      CheckCommand.self, FormatCommand.self, TestCommand.self, ExplainCommand.self, ReportCommand.self,
      ExportCommand.self, VerifyCommand.self, LanguageCommand.self, RubricCommand.self,
      ReviewCommand.self, CalibrateCommand.self, DisputeCommand.self, RescoreCommand.self,
      ScoreCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  public init() {}

  /// Runs the program; a misspelt subcommand is answered with the nearest one.
  public static func main() async {
    let names = configuration.subcommands.flatMap { command in
      [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
    if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      let near = closest(to: word, in: names + ["help"]), !names.contains(word)
    {
      Output.note("touchpoint: there is no command '\(word)'; did you mean 'touchpoint \(near)'?")
      exit(withError: ExitStatus.usage)
    }
    await main(nil)
  }
}
