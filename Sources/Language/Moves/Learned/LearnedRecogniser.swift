/// Recognises moves by meaning: a model learned from the examples hears each clause, each sentence and the whole.
///
/// Phrases stay hard evidence on top (`PhraseRecogniser`): an example word for word makes the move, `notLike` forbids it
/// to the clauses it touches, and what is denied, supposed, reported or asked is not the act.
public struct LearnedRecogniser: MoveRecogniser {
  /// The moves it was made from, in order.
  public let moves: [MoveExamples]
  private let phrases: PhraseRecogniser
  private let model: FewShotModel
  private let encoder: any SentenceEncoder
  private let meanings: [String: Meaning]

  /// Learns from the examples.
  ///
  /// - Parameters:
  ///   - encoder: turns texts into directions; its tier is recorded with every result.
  ///   - store: keeps the examples' vectors; with all of them kept, learning takes milliseconds.
  ///   - background: sentences that make no particular move, to judge by what "none of these" looks like.
  public init(
    _ moves: [MoveExamples], encoder: any SentenceEncoder, store: any VectorStore, background: [String]
  ) {
    self.moves = moves
    self.encoder = encoder
    phrases = PhraseRecogniser(moves)
    let lessons = moves.enumerated().flatMap { move, examples in
      examples.like.map { LabelledText(Self.plain($0), labels: [move]) }
        + examples.notLike.filter(Self.isSentence).map { LabelledText(Self.plain($0), labels: []) }
    }
    model = FewShotModel(
      labels: moves.map(\.name), examples: lessons, background: background, encoder: encoder, store: store)
    meanings = Dictionary(
      lessons.map { ($0.text, Meaning(of: $0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// An example without the signs of phrase patterns.
  private static func plain(_ text: String) -> String {
    PhrasePattern.hasSigns(text) ? text.filter { !"()|<>=".contains($0) } : text
  }

  /// Near misses of four words and more teach; shorter ones only forbid.
  private static func isSentence(_ text: String) -> Bool { text.split(separator: " ").count >= 4 }

  /// Which moves a reply makes.
  public func understand(_ reply: Reply, names: NameHints) -> Understanding {
    let evidence = phrases.evidence(in: reply, names: names)
    let windows = HeardWindow.all(in: reply, evidence.terms, most: mostWindows)
    let vectors = encoder.encode(windows.map { reply.text[$0.range] })
    var heard: [Candidate] = []
    var surest = [Double](repeating: 0, count: moves.count)
    for (window, vector) in zip(windows, vectors) {
      let text = model.featured(reply.text[window.range], vector)
      let opinion = model.opinion(text)
      for (move, probability) in opinion.probabilities.enumerated() {
        surest[move] = max(surest[move], probability)
      }
      for move in [opinion.best, opinion.second].compactMap({ $0 }) {
        guard !evidence.vetoes.forbid(move, window.tokens) else { continue }
        guard let found = candidate(move, opinion.probabilities[move], text, window, reply, evidence.terms)
        else { continue }
        heard.append(found)
      }
    }
    return decided(worded(evidence.best, surest) + heard, reply)
  }

  /// A reply's stretches that are encoded; the rest of a longer one is left to the phrases.
  private var mostWindows: Int {
    switch encoder.tier {
    case .main: 16
    case .fast: 256
    }
  }

  private func candidate(
    _ move: Int, _ probability: Double, _ text: Featured, _ window: HeardWindow, _ reply: Reply,
    _ terms: [Term]
  ) -> Candidate? {
    guard probability >= 0.15 else { return nil }
    let near = model.nearest(text, label: move, most: 4)
    guard let first = near.first else { return nil }
    let said = Meaning(terms[window.terms])
    let agrees = near.contains { example in
      example.likeness >= first.likeness - 0.3
        && (meanings[example.text].map { said.agrees(with: $0) } ?? true)
    }
    guard agrees else { return nil }
    return Candidate(
      move: move, confidence: Self.confidence(probability), window: window.tokens,
      tokens: Array(window.tokens), content: window.content(terms), example: first.text, reason: .learned)
  }

  /// From probability to confidence: 600 where it is even.
  private static func confidence(_ probability: Double) -> Int {
    Int((probability < 0.5 ? probability * 1200 : 600 + (probability - 0.5) * 700).rounded())
  }

  /// What the words say. Mere overlap that the model thinks unlikely is worth asking about, no more.
  private func worded(_ best: [Int: Candidate], _ surest: [Double]) -> [Candidate] {
    best.values.map { candidate in
      guard candidate.reason == .overlap, surest[candidate.move] < 0.25 else { return candidate }
      var doubtful = candidate
      doubtful.confidence = min(candidate.confidence, 590)
      return doubtful
    }
  }

  // MARK: Deciding

  /// Small stretches first: a move heard in a clause is not swallowed by the sentence round it.
  private func decided(_ candidates: [Candidate], _ reply: Reply) -> Understanding {
    let sure = candidates.filter { $0.confidence >= 600 }.sorted(by: Self.precedes)
    var taken: Set<Int> = []
    var chosen: [Int: Candidate] = [:]
    for candidate in sure {
      if let known = chosen[candidate.move] {
        chosen[candidate.move]?.confidence = max(known.confidence, candidate.confidence)
        continue
      }
      let fresh = candidate.content.count { !taken.contains($0) }
      guard fresh * 2 >= candidate.content.count, !candidate.content.isEmpty || chosen.isEmpty else {
        continue
      }
      taken.formUnion(candidate.content)
      chosen[candidate.move] = candidate
    }
    let matches = chosen.values.sorted { ($1.confidence, $0.move) < ($0.confidence, $1.move) }
    let nearest = candidates.max { ($0.confidence, $1.move) < ($1.confidence, $0.move) }
    return Understanding(
      matches: matches.map { $0.match(in: reply) },
      nearest: matches.isEmpty ? nearest.flatMap { $0.confidence >= 300 ? $0.match(in: reply) : nil } : nil,
      tier: tier)
  }

  private static func precedes(_ one: Candidate, _ two: Candidate) -> Bool {
    (one.content.count, -one.confidence, one.move) < (two.content.count, -two.confidence, two.move)
  }

  private var tier: RecognitionTier {
    switch encoder.tier {
    case .main: .main
    case .fast: .fast
    }
  }
}
