import ArgumentParser
import Authoring
import Language

/// `touchpoint language`: the understanding by itself, over tables, so that anyone can check it on data of their own.
struct LanguageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Ask why a reply was understood as it was, or try the understanding on tables of your own.",
    discussion: """
      Tables are tab-separated with a header line, UTF-8; one output row an input row, in order. A bad row is named \
      with its line and reason, gets an empty row, and makes the exit status 1.

      EXAMPLES
        touchpoint language explain "leave it with me" --scenario late-birthday-parcel
        touchpoint language moves --examples ex.tsv --input in.tsv --output out.tsv
        touchpoint language states --input facts.tsv --output verdicts.tsv
        touchpoint language tone --input replies.tsv --output signals.tsv --tier fast
      """,
    subcommands: [
      LanguageMovesCommand.self, LanguageStatesCommand.self, LanguageToneCommand.self,
      LanguageExplainCommand.self, LanguageFilesCommand.self,
    ])

  /// Which encoder may be used: the sentence encoder, the static table, or none.
  enum Tier: String, ExpressibleByArgument, CaseIterable { case main, fast, phrase }
}

/// What every table command takes, and how it reads, names bad rows and writes.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The table to read.", valueName: "file"))
  var input: String

  @Option(help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var output: String

  @Option(help: "main: the sentence encoder; fast: the static table; phrase: words alone.")
  var tier: LanguageCommand.Tier = .main

  @OptionGroup var common: CommonOptions

  /// The largest table taken, in bytes.
  static let largest = 1 << 28

  func bytes(of path: String) throws -> [UInt8] {
    let bytes = try DiskFiles().read(path, limit: Self.largest)
    guard bytes.count <= Self.largest else {
      throw Stop("'\(path)' is larger than 256 MB; split it", status: ExitStatus.worldFailed)
    }
    return bytes
  }

  /// The rows of a table; nil where a row is bad, which is named.
  func rows(of path: String, _ columns: [String], optional: [String] = []) throws -> [[String]?] {
    let bytes = try bytes(of: path)
    do throws(TSVTrouble) {
      return try TSV(bytes, columns: columns, optional: optional).rows.map { row in
        switch row {
        case .fields(let fields): return fields
        case .bad(let line, let reason):
          Output.note("\(path):\(line): \(reason)")
          return nil
        }
      }
    } catch {
      throw Stop("\(path): \(error)", status: ExitStatus.answerIsNo)
    }
  }

  /// The encoders at hand; what is missing is said once, with what is used instead.
  func encoders() throws -> EncoderSet {
    let encoders = EncoderSet(folder: try common.workplace().share.scoring + "/model")
    if tier != .phrase { for notice in encoders.notices { Output.note(notice) } }
    return encoders
  }

  /// The encoder of the tier asked for, or the best there is below it.
  func encoder(among encoders: EncoderSet) -> (any SentenceEncoder)? {
    switch tier {
    case .main: encoders.best
    case .fast: encoders.fast
    case .phrase: nil
    }
  }
}

struct LanguageMovesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moves",
    abstract: "Which moves replies make, learned from a few examples each.",
    discussion: """
      --examples has the columns label and text (the label 'none' gives background); --input has text. \
      Out come label (or none), score, second, second_score; with --multi also labels, comma-separated.
      """)

  @Option(help: ArgumentHelp("The examples to learn from.", valueName: "file"))
  var examples: String

  @Flag(help: "Always name a label, never none.")
  var always = false

  @Flag(help: "Name every move a reply makes.")
  var multi = false

  @Flag(help: "Add a column score_LABEL for every label.")
  var allScores = false

  @OptionGroup var table: TableOptions

  func run() async throws {
    try await reporting {
      let given = try table.rows(of: examples, ["label", "text"])
      let input = try table.rows(of: table.input, ["text"])
      let batch = MovesBatch(
        examples: given.compactMap { $0 }.map { (label: $0[0], text: $0[1]) },
        background: try background(),
        options: .init(always: always, multi: multi, allScores: allScores),
        encoder: table.encoder(among: try table.encoders()))
      let rows = batch.rows(input.map { $0?[0] })
      try OutputFile.write(Array(TSV.written(header: batch.header, rows: rows).utf8), to: table.output)
      if given.contains(nil) || input.contains(nil) { throw ExitStatus.answerIsNo }
    }
  }

  /// Our own sentences that make no move in particular.
  private func background() throws -> Background {
    let path = try table.common.workplace().share.scoring + "/background/agent-talk.txt"
    let lines = String(decoding: try table.bytes(of: path), as: UTF8.self).split(separator: "\n")
    return Background(lines.map(String.init).filter { !$0.hasPrefix("#") })
  }
}

struct LanguageStatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "states",
    abstract: "Whether replies state facts, contradict them, or say nothing of them.",
    discussion: """
      --input has the columns fact and reply, and may have question, good and not_quite (several answers parted by \
      ' || '). Out come verdict (states, contradicts, silent), score (0 to 1, how surely stated), because \
      (the words that decided) and contradiction (0 to 1, how surely contradicted).
      """)

  @OptionGroup var table: TableOptions

  func run() async throws {
    try await reporting {
      let folder = try table.common.workplace().share.scoring + "/facts"
      let model = try FactModel(
        weights: String(decoding: try table.bytes(of: folder + "/facts.weights"), as: UTF8.self),
        opposites: String(decoding: try table.bytes(of: folder + "/antonyms.txt"), as: UTF8.self))
      let tier: EncoderTier? = table.tier == .phrase ? nil : table.tier == .fast ? .fast : .main
      var batch = FactBatch(FactReader(try table.encoders(), model: model, tier: tier))
      let input = try table.rows(of: table.input, FactBatch.columns, optional: FactBatch.optional)
      let rows = input.map { fields in
        fields.map { batch.result($0) } ?? FactBatch.results.map { _ in "" }
      }
      try OutputFile.write(Array(TSV.written(header: FactBatch.results, rows: rows).utf8), to: table.output)
      if input.contains(nil) { throw ExitStatus.answerIsNo }
    }
  }
}

struct LanguageToneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tone",
    abstract: "How replies sound: one column a signal, each 0 to 1.",
    discussion: "--input has the column text, and may have context (the customer's turn before).")

  @OptionGroup var table: TableOptions

  func run() async throws {
    try await reporting {
      let folder = try table.common.workplace().share.scoring + "/tone"
      let reader = try ToneReader(folder: folder, encoder: table.encoder(among: try table.encoders()))
      let result = try ToneBatch(reader: reader).run(try table.bytes(of: table.input))
      for complaint in result.complaints { Output.note("\(table.input): \(complaint)") }
      try OutputFile.write(Array(result.output.utf8), to: table.output)
      if !result.isWhole { throw ExitStatus.answerIsNo }
    }
  }
}
