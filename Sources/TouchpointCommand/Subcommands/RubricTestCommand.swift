import ArgumentParser
import Diagnostics
import Domain
import Language
import Scoring
import TouchpointKit

/// `touchpoint rubric test`: the machine's verdicts beside those of two trainers, on the golden replies.
struct RubricTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Compare the machine's verdicts with trainers' on the golden replies.",
    discussion: """
      A kind of criterion gives points while weighted kappa is at least 0.61 and 85 % of its verdicts are at most one \
      step from the trainers'; an auto-fail rule needs 0.80 and no false alarm. Whatever fails is shown as advice.

      EXAMPLES
        touchpoint rubric test                      all kinds, all tiers' best
        touchpoint rubric test --criterion apology  with every reply they differ on
        touchpoint rubric test my-rubric.yaml       the criteria of a file of yours
        touchpoint rubric test --tier fast --json
        touchpoint rubric test --keep               keep what was found, to score by

      Exit status: 0 every kind counts, 1 some are advice, 2 golden replies could not be read.
      """)

  enum Tier: String, ExpressibleByArgument, CaseIterable {
    case main, fast, phrase

    var encoder: EncoderTier? { EncoderTier(rawValue: rawValue) }
  }

  @Argument(
    help: ArgumentHelp(
      "The rubric whose criteria are tested: its id, or its file.", valueName: "id|file.yaml"))
  var rubric = "service-quality"

  @Option(help: "One kind, the rubric's criterion of that kind, or auto-fail/RULE.")
  var criterion: String?

  @Option(help: "The tier to read at; without it the best there is.")
  var tier: Tier?

  @Flag(help: "Only the replies that were kept apart while the kinds were written.")
  var held = false

  @Flag(help: "For machines.")
  var json = false

  @Flag(help: "Test every tier and keep the figures in scoring/golden/agreement.tsv.")
  var keep = false

  @Option(help: "Write what learned checks see of each golden reply, for scoring/build/checks.py.")
  var features: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let workplace = try common.workplace()
      let golden = GoldenFolder(workplace)
      for fault in golden.faults { Output.note("touchpoint: \(fault)") }
      guard golden.faults.isEmpty else { throw ExitStatus.worldFailed }
      if keep { return try keepAll(golden, workplace) }
      let results = try results(held ? golden.heldOut : golden, workplace, tier)
      if let features { try keepFeatures(results, features, workplace) }
      let presenter = AgreementPresenter(results: results, isDetailed: criterion != nil)
      try json ? Output.data(presenter.json + "\n") : Output.lines(presenter.lines)
      if results.contains(where: { $0.standing != .counts }) { throw ExitStatus.answerIsNo }
    }
  }

  private func results(
    _ golden: GoldenFolder, _ workplace: Workplace, _ tier: Tier?
  ) throws -> [GoldenResult] {
    let known = try rubricAsked(rubric, in: workplace)
    let judge = try workplace.ungatedJudge(tier.map(\.encoder) ?? workplace.language.encoders.best?.tier)
    return workplace.testGolden(golden, by: judge, rubric: known, only: try keyword(judge, known))
  }

  /// The kind or rule asked for, by its keyword or by the name of the rubric's criterion of that kind.
  private func keyword(_ judge: Judge, _ rubric: Rubric?) throws -> String? {
    guard let criterion else { return nil }
    let keywords = judge.kinds.kinds.map(\.keyword) + judge.rules.rules.map { "auto-fail/\($0.keyword)" }
    let keys = Set(keywords.map(NearNames.key))
    let own = (rubric?.criteria ?? []).filter {
      keywords.contains($0.kind) && !keys.contains(NearNames.key($0.name))
    }
    let meant = try (keywords + own.map(\.name)).meant(by: criterion, seeing: "touchpoint rubric test") {
      "no kind of criterion is called '\($0)'"
    }
    return keywords.contains(meant) ? meant : own.first { $0.name == meant }?.kind
  }

  private func keepFeatures(_ results: [GoldenResult], _ path: String, _ workplace: Workplace) throws {
    let reader = workplace.language.understanding(
      at: tier.map(\.encoder) ?? workplace.language.encoders.best?.tier)
    let names = reader.acts.map(LearnedChecks.featureNames) ?? []
    try OutputFile.write(Array(FeatureTable(results: results, names: names).text.utf8), to: path)
  }

  private func keepAll(_ golden: GoldenFolder, _ workplace: Workplace) throws {
    var rows: [AgreementRecord.Row] = []
    for tier in Tier.allCases {
      Output.note("touchpoint: \(tier.rawValue) tier")
      rows += try results(golden, workplace, tier).map { AgreementRecord.Row($0, tier: tier.rawValue) }
    }
    try OutputFile.write(Array(AgreementRecord(rows: rows).text.utf8), to: workplace.agreementPath)
    try Output.lines(["kept in \(workplace.agreementPath)"])
  }
}
