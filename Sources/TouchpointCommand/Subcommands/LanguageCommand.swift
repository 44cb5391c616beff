import ArgumentParser
import Authoring
import Language

/// `touchpoint language`: the understanding by itself, over tables, so that anyone can check it on data of their own.
struct LanguageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Ask why a reply was understood as it was, or try the understanding on tables of your own.",
    discussion: """
      Tables are tab-separated with a header line, UTF-8; a quotation mark is text like any other. One output row an \
      input row, in order; a bad row is named with its line and reason, and gets an empty row.

      EXAMPLES
        touchpoint language explain "leave it with me" --scenario late-birthday-parcel
        touchpoint language moves --examples ex.tsv --input in.tsv --output out.tsv
        touchpoint language states --input facts.tsv --output verdicts.tsv
        touchpoint language tone --input replies.tsv --output signals.tsv --tier fast
        cut -f 3 talks.tsv | touchpoint language tone --input - --output -

      Exit status: 0 every row answered, 1 some were bad or a table cannot be used, 2 the world failed, \
      64 wrong usage.
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
  @Option(help: ArgumentHelp("The table to read; - is standard input.", valueName: "file"))
  var input: String

  @Option(help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var output: String

  @Option(help: "main: the sentence encoder; fast: the static table; phrase: words alone.")
  var tier: LanguageCommand.Tier = .main

  @OptionGroup var common: CommonOptions

  /// The largest table taken, in bytes.
  static let largest = 1 << 28

  func bytes(of path: String) throws -> [UInt8] {
    let bytes = try InputBytes.read(path, limit: Self.largest)
    guard bytes.count <= Self.largest else {
      throw Stop("'\(path)' is larger than 256 MB; split it", status: ExitStatus.worldFailed)
    }
    return bytes
  }

  /// The rows of a table; nil where a row is bad, or has a fault of its own, which is named.
  func rows(
    of path: String, _ columns: [String], optional: [String] = [], fault: ([String]) -> String? = { _ in nil }
  ) throws -> [[String]?] {
    let bytes = try bytes(of: path)
    let name = InputBytes.name(of: path)
    do throws(TSVTrouble) {
      let table = try TSV(bytes, columns: columns, optional: optional)
      return table.rows.enumerated().map { place, row in
        switch row {
        case .fields(let fields):
          guard let fault = fault(fields) else { return fields }
          Output.note("\(name):\(place + 2): \(fault)")
          return nil
        case .bad(let line, let reason):
          Output.note("\(name):\(line): \(reason)")
          return nil
        }
      }
    } catch {
      throw Stop("\(name): \(error)", status: ExitStatus.answerIsNo)
    }
  }

  /// Answers the rows, counting them for whoever waits at a terminal, and writes the table.
  ///
  /// - Throws: `ExitStatus.answerIsNo` after writing when a row was bad.
  func write(
    _ header: [String], _ input: [[String]?], answer: (ArraySlice<[String]?>) -> [[String]]
  ) throws {
    var progress = Progress("rows answered", isShown: !common.plainUI)
    var rows: [[String]] = []
    rows.reserveCapacity(input.count)
    for start in stride(from: 0, to: input.count, by: Self.together) {
      let part = input[start..<min(start + Self.together, input.count)]
      rows += answer(part)
      progress.add(part.count)
    }
    progress.clear()
    try OutputFile.write(Array(TSV.written(header: header, rows: rows).utf8), to: output)
    if input.contains(nil) { throw ExitStatus.answerIsNo }
  }

  /// Rows answered between two counts; so many texts are encoded side by side.
  private static let together = 256

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
      Out come label (or none), score, second, second_score; with --multi also labels, comma-separated, \
      likeliest first.
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
      let given = try table.rows(of: examples, ["label", "text"], fault: MovesBatch.fault(inExample:))
      let input = try table.rows(of: table.input, ["text"])
      let lessons = given.compactMap { $0 }.map { (label: $0[0], text: $0[1]) }
      guard lessons.contains(where: { $0.label != MovesBatch.none }) else {
        throw Stop(
          "\(InputBytes.name(of: examples)): no move has an example", status: ExitStatus.answerIsNo)
      }
      let batch = try learned(from: lessons)
      try table.write(batch.header, input) { rows in batch.rows(rows.map { $0?[0] }) }
      if given.contains(nil) { throw ExitStatus.answerIsNo }
    }
  }

  private func learned(from lessons: [(label: String, text: String)]) throws -> MovesBatch {
    let isLong = lessons.count >= Self.many && !table.common.plainUI && Output.errorIsTerminal
    if isLong { Output.rawNote("learning from \(lessons.count) examples") }
    defer { if isLong { Output.rawNote("\r\u{1B}[K") } }
    return MovesBatch(
      examples: lessons, background: try background(),
      options: .init(always: always, multi: multi, allScores: allScores), spelling: try spelling(),
      encoder: table.encoder(among: try table.encoders()))
  }

  /// So many examples take about a second.
  private static let many = 300

  private func spelling() throws -> Spelling {
    let path = try table.common.workplace().share.scoring + "/spelling/words.txt"
    return Spelling(String(decoding: try table.bytes(of: path), as: UTF8.self))
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
      try table.write(FactBatch.results, input) { rows in
        rows.map { fields in fields.map { batch.result($0) } ?? FactBatch.results.map { _ in "" } }
      }
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
      let batch = ToneBatch(reader: reader)
      let input = try table.rows(of: table.input, ToneBatch.columns, optional: ToneBatch.optional)
      try table.write(ToneBatch.results, input) { rows in
        rows.map { fields in fields.map(batch.result) ?? ToneBatch.results.map { _ in "" } }
      }
    }
  }
}
