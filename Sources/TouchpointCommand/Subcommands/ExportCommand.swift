import ArgumentParser
import Domain
import Reports

/// `touchpoint export sessions`: what is stored, for spreadsheets and machines.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what is stored, for spreadsheets and machines.",
    subcommands: [ExportSessionsCommand.self, ExportMarksCommand.self])
}

/// The options both exports share.
struct ExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("csv, csv-exact, csv-excel or json.", valueName: "name"))
  var format = "csv"

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var common: CommonOptions

  /// The finished sessions; broken records are named and left out.
  func summaries() throws -> [SessionSummary] {
    let judged = try common.storeForReading().judgements()
    for broken in judged.setAside { Output.note("touchpoint: set aside: \(broken)") }
    return judged.values
  }

  func write(_ report: Report, rows: Int, of what: String) throws {
    try OutputFile.write(try reportFormat(format).bytes(of: report), to: output)
    if output != "-" { Output.note("\(rows) \(what) written to \(output)") }
  }
}

struct ExportSessionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "One row a finished session.",
    discussion: """
      EXAMPLES
        touchpoint export sessions -o sessions.csv
        touchpoint export sessions --format json
      """)

  @OptionGroup var options: ExportOptions

  func run() async throws {
    try await reporting {
      let desk = try CaseDesk(options.common.storeForReading())
      let summaries = desk.files.map(\.current)
      try options.write(
        SessionsExport.report(summaries, asOf: CommonOptions.wallClock(), disputed: desk.disputed),
        rows: summaries.count, of: "sessions")
    }
  }
}

struct ExportMarksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "One row a criterion of a finished session, with the words that decided.")

  @OptionGroup var options: ExportOptions

  func run() async throws {
    try await reporting {
      let summaries = try options.summaries()
      let marks = summaries.reduce(0) { $0 + $1.scorecard.marks.count }
      try options.write(
        MarksExport.report(summaries, asOf: CommonOptions.wallClock()), rows: marks, of: "marks")
    }
  }
}
