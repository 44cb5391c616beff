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

  /// Writes a report; what is wrong with the journal stands among its limits, or on standard error.
  func write(_ report: Report, rows: Int, of what: String, from desk: CaseDesk) throws {
    var report = report
    report.limits = desk.limits + report.limits
    for limit in desk.limits { Output.note("touchpoint: \(limit)") }
    try OutputFile.write(try reportFormat(format).bytes(of: report), to: output)
    if output != "-" { Output.note("\(rows) \(what) written to \(output)") }
  }
}

struct ExportSessionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "One row a finished session.",
    usage: "touchpoint export sessions [--format <name>] [<options>]",
    discussion: """
      COLUMNS
        quality, result   the machine's latest judgement; per cent
        counted           per cent that counts in averages: with the verdicts disputes
                          won, and 0 where the rubric fails a breach outright
        counted_result    the result with the verdicts disputes won
        upheld            marks that disputes changed; disputed: those still open
        judged_anew       how often it was judged again; quality is the latest
        breached_rules    critical rules broken; breaches counts them
        ..._error_free    no error that hurts customer, business or compliance;
                          empty where nothing of the kind was judged
        active_s          seconds in the session without pauses
        tier              what read the replies: main, fast or phrase
        scenario_digest, rubric_digest   SHA-256 of what it was played and judged by
      Sessions that were left have result 'unfinished'; paused ones are not here.

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
        SessionsExport.report(
          summaries, asOf: CommonOptions.wallClock(), disputed: desk.disputed, settled: desk.settled),
        rows: summaries.count, of: "sessions", from: desk)
    }
  }
}

struct ExportMarksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "One row a criterion of a finished session, with the words that decided.",
    usage: "touchpoint export marks [--format <name>] [<options>]",
    discussion: """
      COLUMNS
        verdict, earned   the machine's latest judgement; points of 100
        possible          points the criterion could give in this talk
        upheld            the verdict a dispute won, where there is one
        counted           points that count in levels: with that verdict
      """)

  @OptionGroup var options: ExportOptions

  func run() async throws {
    try await reporting {
      let desk = try CaseDesk(options.common.storeForReading())
      let summaries = desk.files.map(\.current)
      let marks = summaries.reduce(0) { $0 + $1.scorecard.marks.count }
      try options.write(
        MarksExport.report(summaries, asOf: CommonOptions.wallClock(), settled: desk.settled), rows: marks,
        of: "marks", from: desk)
    }
  }
}
