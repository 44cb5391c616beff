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

  /// The labels in order of first appearance.
  public let labels: [String]
  private let model: FewShotModel
  private let contraries: Contraries
  private let options: Options

  /// Learns from `label` and `text` rows; a text may stand under several labels, the label `none` gives background.
  public init(
    examples: [(label: String, text: String)], background: Background = Background([]),
    options: Options = Options(),
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
    model = FewShotModel(
      labels: names, examples: lessons, background: background, encoder: encoder, store: store)
    contraries = Contraries(lessons.filter { !$0.labels.isEmpty }.map(\.text))
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
      let given = part.compactMap { $0 }
      var heard = zip(given, model.hearings(of: given)).makeIterator()
      for text in part {
        guard text != nil, let (words, hearing) = heard.next() else {
          result.append([String](repeating: "", count: header.count))
          continue
        }
        result.append(row(words, hearing))
      }
    }
    return result
  }

  private static let together = 256

  private func row(_ text: String, _ hearing: FewShotModel.Hearing) -> [String] {
    guard hearing.opinion.best != nil else {
      return [Self.none, TSV.decimal(0), "", ""] + (options.multi ? [""] : [])
    }
    let reply = Reply(text)
    let opinion = meant(hearing, Term.terms(of: reply))
    let best = opinion.best ?? 0
    let score = opinion.probabilities[best]
    let isIn = options.always || score >= model.threshold
    var row = [isIn ? labels[best] : Self.none, TSV.decimal(score)]
    row += opinion.second.map { [labels[$0], TSV.decimal(opinion.probabilities[$0])] } ?? ["", ""]
    if options.multi { row.append(several(reply, opinion).joined(separator: ",")) }
    if options.allScores { row += opinion.probabilities.map(TSV.decimal) }
    return row
  }

  /// What is heard, less the likely labels whose contrary is said.
  ///
  /// Where the best label is among them and no other has an example of the contrary, nothing that was learned is meant:
  /// every label is as much less likely, and their order stays.
  private func meant(_ hearing: FewShotModel.Hearing, _ terms: [Term]) -> Opinion {
    guard let word = Contraries.takenWord(terms) else { return hearing.opinion }
    var opinion = hearing.opinion
    let likely = labels.indices.filter { opinion.probabilities[$0] >= Self.likely }
    let likeness = likely.isEmpty ? [] : model.ridge.likeness(hearing.text)
    let near = likely.map { label in
      model.nearest(likeness: likeness, label: label, most: 4).map(model.text(ofAnchor:))
    }
    var opposed = zip(likely, near).filter { contraries.oppose(word, nearest: $1) }.map(\.0)
    guard !opposed.isEmpty else { return opinion }
    let isStrange = !near.contains { contraries.share(word, nearest: $0) }
    if isStrange, !options.multi, let best = opinion.best, opposed.contains(best) {
      opposed = Array(labels.indices)
    }
    for label in opposed { opinion.probabilities[label] *= Self.restOfContrary }
    opinion.rank()
    return opinion
  }

  private static let likely = 0.2
  /// What is left of a label's probability where its contrary is said.
  private static let restOfContrary = 0.2

  /// Every label above the threshold. Where no example has several labels, each clause may add its best.
  private func several(_ reply: Reply, _ opinion: Opinion) -> [String] {
    var held = Set(labels.indices.filter { opinion.probabilities[$0] >= model.threshold })
    if !model.hasSeveralLabels, reply.clauses.count > 1 {
      let terms = Term.terms(of: reply)
      let clauses = reply.clauses.prefix(Self.mostClauses)
      for (clause, hearing) in zip(clauses, model.hearings(of: clauses.map { reply.text[$0.range] })) {
        let part = meant(hearing, terms.filter { clause.tokens.contains($0.tokens.lowerBound) })
        guard let best = part.best, part.probabilities[best] >= model.threshold else { continue }
        held.insert(best)
      }
    }
    if options.always, held.isEmpty, let best = opinion.best { held = [best] }
    return held.sorted().map { labels[$0] }
  }

  private static let mostClauses = 32
}
