import ArgumentParser
import Journal

/// `touchpoint verify`: proves that nothing stored was changed, or says where.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that nothing stored was changed, or say where it was.",
    discussion: """
      Every record carries the hash of the one before it. Note the head that is printed: a later run with \
      --against HEAD also finds a journal that somebody rewrote as a whole or put back from an older copy.

      EXAMPLES
        touchpoint verify
        touchpoint verify --against 412:9f2c…

      Exit status: 0 intact, 1 something is broken, 2 the store cannot be read.
      """)

  @Option(help: ArgumentHelp("A head printed earlier.", valueName: "head"))
  var against: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let report = try storeThatExists().verify(against: try checkpoint())
      try Output.lines(lines(report))
      if !report.isIntact { throw ExitStatus.answerIsNo }
    }
  }

  private func storeThatExists() throws -> any JournalStore {
    do {
      return try common.storeLocation().open(for: .reading)
    } catch let failure as JournalFailure {
      throw Stop("\(failure)", status: ExitStatus.worldFailed)
    }
  }

  private func checkpoint() throws -> Checkpoint? {
    guard let against else { return nil }
    guard let checkpoint = Checkpoint(against) else {
      throw Stop("'\(against)' is no head; it looks like 412:9f2c…", status: ExitStatus.usage)
    }
    return checkpoint
  }

  private func lines(_ report: VerificationReport) -> [String] {
    let records = report.count == 1 ? "1 record" : "\(report.count) records"
    let head = report.head.map { ["Head: \($0)"] } ?? []
    guard !report.isIntact else { return ["Intact: \(records), every hash as written."] + head }
    return report.findings.map { "Broken: \($0)" }
      + [
        "\(records) read, \(report.findings.count) \(report.findings.count == 1 ? "finding" : "findings"); everything else is as written."
      ] + head
  }
}
