import ArgumentParser
import Authoring
import Glibc

/// `touchpoint new FILE`: a scenario to begin with.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a scenario of your own: a small one that plays, ready to be changed.",
    discussion: """
      EXAMPLES
        touchpoint new wrong-colour.yaml   writes the file; one that is there stays
        touchpoint new -                   to standard output

      Exit status: 0 written, 1 the file is there already, 2 it cannot be written.
      """)

  @Argument(help: "The file to write; - is standard output.")
  var file: String

  func run() async throws {
    try await reporting {
      guard file != "-" else { return try Output.data(Starter.scenario(named: "my-scenario")) }
      var there = stat()
      guard lstat(file, &there) != 0 else {
        throw Stop(
          "'\(file)' is there already and is left as it is", help: "name another file",
          status: ExitStatus.answerIsNo)
      }
      let name = file.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
      try OutputFile.write(Array(Starter.scenario(named: String(name)).utf8), to: file)
      try Output.lines([
        "Written: \(file). It plays as it is; change it line by line:",
        "  touchpoint check \(file)   what is wrong, and the mend",
        "  touchpoint test \(file)    the tests written at its end",
        "  touchpoint play \(file)    as a trainee meets it",
      ])
    }
  }
}
