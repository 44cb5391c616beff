/// Moves over rows: learn from examples, then label texts. The pure part of `touchpoint language moves`.
public struct MovesBatch: Sendable {
  /// How rows are to be answered.
  public struct Options: Hashable, Sendable {
    /// Always name the best label, never `none`.
    public var always: Bool
    /// Name every label a text has, in a column `labels`.
    public var multi: Bool
    /// A column for each label with its probability.
    public var allScores: Bool

    /// Options.
    public init(always: Bool = false, multi: Bool = false, allScores: Bool = false) {
      self.always = always
      self.multi = multi
      self.allScores = allScores
    }
  }

  /// The label that gives background examples, and the answer when no label fits.
  public static let none = "none"

  /// Why a row of `label` and `text` cannot be learned from, if so.
  public static func fault(inExample row: [String]) -> String? {
    if row[0].allSatisfy(\.isWhitespace) { return "the label is empty" }
    if row[0].contains(",") { return "the label '\(row[0])' has a comma, which parts labels" }
    return row[1].allSatisfy(\.isWhitespace) ? "the text is empty" : nil
  }

  /// The labels in order of first appearance.
  public let labels: [String]
  private let model: FewShotModel
  private let contraries: Contraries
  private let slips: SlipReader
  private let spelling: Spelling?
  private let options: Options

  /// Learns from `label` and `text` rows; a text may stand under several labels, the label `none` gives background.
  ///
  /// With `spelling`, slips of the keyboard are read as the words they were meant for.
  public init(
    examples: [(label: String, text: String)], background: Background = Background([]),
    options: Options = Options(), spelling: Spelling? = nil,
    encoder: (any SentenceEncoder)?, store: any VectorStore = MemoryVectorStore()
  ) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var lessons: [LabelledText] = []
    for (label, text) in examples {
      if label == Self.none {
        lessons.append(LabelledText(text, labels: []))
        continue
      }
      if numbers[label] == nil {
        numbers[label] = names.count
        names.append(label)
      }
      lessons.append(LabelledText(text, labels: numbers[label].map { [$0] } ?? []))
    }
    labels = names
    self.options = options
    self.spelling = spelling
    slips = SlipReader(examples.map { Reply($0.text) }, encoder: encoder)
    model = FewShotModel(
      labels: names, examples: lessons, background: background, encoder: encoder, store: store)
    contraries = Contraries(lessons.filter { !$0.labels.isEmpty }, labelCount: names.count)
  }

  /// The columns of the output.
  public var header: [String] {
    ["label", "score", "second", "second_score"] + (options.multi ? ["labels"] : [])
      + (options.allScores ? labels.map { "score_\($0)" } : [])
  }

  /// One row for each text, in order; nil texts give empty rows.
  public func rows(_ texts: [String?]) -> [[String]] {
    var result: [[String]] = []
    result.reserveCapacity(texts.count)
    for start in stride(from: 0, to: texts.count, by: Self.together) {
      let part = texts[start..<min(start + Self.together, texts.count)]
      let given = part.compactMap { $0.map(read) }
      var heard = zip(given, model.hearings(of: given.map(\.text))).makeIterator()
      for text in part {
        guard text != nil, let (said, hearing) = heard.next() else {
          result.append([String](repeating: "", count: header.count))
          continue
        }
        result.append(row(said, hearing))
      }
    }
    return result
  }

  private static let together = 256

  /// A text as it is understood.
  private struct Said {
    var reply: Reply
    /// For each token, the word that was meant, where it is not the one typed.
    var meant: [String?]
    /// All of it as it was meant.
    var text: String
  }

  private func read(_ text: String) -> Said {
    let reply = Reply(text, spelling: spelling, names: [])
    let meant = slips.meant(in: reply)
    guard !reply.truncated, meant.contains(where: { $0 != nil }), let first = reply.tokens.first,
      let last = reply.tokens.last
    else {
      return Said(reply: reply, meant: meant, text: text)
    }
    let whole = Passage(tokens: reply.tokens.indices, range: first.range.through(last.range))
    return Said(reply: reply, meant: meant, text: SlipReader.text(of: whole, in: reply, meant))
  }

  private func row(_ said: Said, _ hearing: FewShotModel.Hearing) -> [String] {
    guard hearing.opinion.best != nil else {
      return [Self.none, TSV.decimal(0), "", ""] + (options.multi ? [""] : [])
    }
    let manners = Manner.clauses(of: said.reply, Term.terms(of: said.reply), most: Contraries.mostClauses)
    var opinion = meant(hearing, manners)
    let held = options.multi ? several(said, manners, &opinion) : []
    // Where a label is asked for in any case, the likest one is; how it is said tells how sure that can be.
    let ranked = options.always && !options.multi ? hearing.opinion : opinion
    let best = ranked.best ?? 0
    let score = opinion.probabilities[best]
    let isIn = options.always || score >= model.threshold
    var row = [isIn ? labels[best] : Self.none, TSV.decimal(score)]
    row += ranked.second.map { [labels[$0], TSV.decimal(opinion.probabilities[$0])] } ?? ["", ""]
    if options.multi { row.append(held.map { labels[$0] }.joined(separator: ",")) }
    if options.allScores { row += opinion.probabilities.map(TSV.decimal) }
    return row
  }

  /// What is heard, less the labels whose examples say it otherwise.
  private func meant(_ hearing: FewShotModel.Hearing, _ manners: [Manner]) -> Opinion {
    var opinion = hearing.opinion
    for label in labels.indices where opinion.probabilities[label] >= Self.likely {
      opinion.probabilities[label] *= contraries.rest(of: label, manners)
    }
    opinion.rank()
    return opinion
  }

  private static let likely = 0.02

  /// Every label above the threshold, likeliest first. Where no example has several labels, each clause may add its best,
  /// which then counts as said.
  private func several(_ said: Said, _ manners: [Manner], _ opinion: inout Opinion) -> [Int] {
    if !model.hasSeveralLabels, said.reply.clauses.count > 1 {
      let clauses = said.reply.clauses.prefix(manners.count)
      let texts = clauses.map { SlipReader.text(of: $0, in: said.reply, said.meant) }
      for (manner, hearing) in zip(manners, model.hearings(of: texts)) {
        let part = meant(hearing, [manner])
        guard let best = part.best, part.probabilities[best] >= model.threshold else { continue }
        opinion.probabilities[best] = max(opinion.probabilities[best], part.probabilities[best])
      }
      opinion.rank()
    }
    let probabilities = opinion.probabilities
    let held = labels.indices.filter { probabilities[$0] >= model.threshold }
    if options.always, held.isEmpty, let best = opinion.best { return [best] }
    return held.sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }
  }
}
