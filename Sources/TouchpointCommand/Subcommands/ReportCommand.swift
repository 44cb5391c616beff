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
    usage: "touchpoint report team [--format <name>] [<options>]",
    discussion: """
      A level is measured from 5 marks of 3 sessions in 2 scenarios on, provisional from 3 marks on. Marks that a \
      dispute changed count as decided, sessions judged anew by the latest judgement.

      EXAMPLES
        touchpoint report team
        touchpoint report team --json                     every sheet, and the limits
        touchpoint report team --format csv -o cells.csv  people by skills
        touchpoint report team --format csv --sheet people -o people.csv
      """)

  @Option(help: ArgumentHelp("The form: \(reportFormatNames).", valueName: "name"))
  var format = "text"

  @Option(
    help: ArgumentHelp("One sheet alone: cells, people, accuracies or skills.", valueName: "name"))
  var sheet: String?

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
        desk.files.map(\.current), asOf: CommonOptions.wallClock(), disputed: desk.disputed,
        settled: desk.settled)
      let form = try reportFormat(json ? "json" : format)
      let whole = TeamReport.report(rollup, limits: desk.limits + (try paused(desk)))
      let report = try sheet.map { try only($0, of: whole) } ?? whole
      try OutputFile.write(form.bytes(of: report), to: output)
      if form.holdsOneSheet { try tellLeftOut(of: whole, beside: report.sheets.first?.name) }
    }
  }

  private func only(_ name: String, of report: Report) throws -> Report {
    let meant = try report.sheets.map(\.name).meant(by: name) { "the report has no sheet '\($0)'" }
    return report.only(meant) ?? report
  }

  /// Says on standard error what a format of one sheet leaves out.
  private func tellLeftOut(of report: Report, beside sheet: String?) throws {
    let others = report.sheets.map(\.name).filter { $0 != sheet }
    Output.note(
      "touchpoint: this is the sheet '\(sheet ?? "")' alone; \(others.joined(separator: ", ")): --sheet NAME;"
        + " all of them and what the report cannot tell: --format json")
  }

  private func paused(_ desk: CaseDesk) throws -> [String] {
    let count = try desk.paused().count
    return count == 0 ? [] : ["sessions paused and not finished are not in it: \(count)"]
  }
}

/// The keywords `--format` takes, for help and messages.
let reportFormatNames = reportKeywords.joined(separator: ", ")

private let reportKeywords = ReportFormatCatalog.standard.formats.map(\.keyword)

/// The format of this keyword, or a stop that names those there are.
func reportFormat(_ keyword: String) throws -> any ReportFormat {
  let meant = try reportKeywords.meant(by: keyword) { "there is no report format '\($0)'" }
  guard let format = ReportFormatCatalog.standard[meant] else {
    throw Stop("there is no report format '\(meant)'", status: ExitStatus.usage)
  }
  return format
}
