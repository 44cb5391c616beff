import ArgumentParser
import Domain
import Reports

/// `touchpoint report team`: people and skills from what is stored.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "See how people stand, from what is stored.",
    subcommands: [ReportTeamCommand.self])
}

struct ReportTeamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "People and skills; says what it cannot tell.",
    discussion: """
      EXAMPLES
        touchpoint report team
        touchpoint report team --format csv -o team.csv
        touchpoint report team --json
      """)

  @Option(help: ArgumentHelp("The form: \(reportFormatNames).", valueName: "name"))
  var format = "text"

  @Flag(help: "For machines: the same as --format json.")
  var json = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let desk = try CaseDesk(common.storeForReading())
      let rollup = Rollup(
        desk.files.map(\.current), asOf: CommonOptions.wallClock(), disputed: desk.disputed)
      let form = try reportFormat(json ? "json" : format)
      try OutputFile.write(form.bytes(of: TeamReport.report(rollup)), to: output)
    }
  }
}

/// The keywords `--format` takes, for help and messages.
let reportFormatNames = ReportFormatCatalog.standard.formats.map(\.keyword).joined(separator: ", ")

/// The format of this keyword, or a stop that names those there are.
func reportFormat(_ keyword: String) throws -> any ReportFormat {
  guard let format = ReportFormatCatalog.standard[keyword] else {
    throw Stop(
      "there is no report format '\(keyword)'", help: "there are: \(reportFormatNames)",
      status: ExitStatus.usage)
  }
  return format
}
