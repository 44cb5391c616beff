/// Recognises moves by words alone: the examples as exact phrases, their beginnings and middles, and weighed overlap.
///
/// Clause by clause, by neighbouring clauses, by sentence and as a whole. Stance must agree, so "I am not sorry" is
/// no apology. `notLike` forbids a move to the clauses it touches. No learning, no file, no randomness.
public struct PhraseRecogniser: MoveRecogniser {
  /// The moves it was made from, in order.
  public let moves: [MoveExamples]
  private let index: ExampleIndex
  private let like: PhraseSet
  private let likeMoves: [Int]
  private let notLike: PhraseSet
  private let notLikeMoves: [Int]
  private let cores: CoreIndex

  /// Overlap from which a move is made, and from which it is worth asking about, in thousandths.
  static let enough = 550
  static let nearly = 330
  /// A reply of at most this many words is tried as a whole as well.
  static let shortReply = 60

  /// At most this many stretches of a reply are compared with the examples, clauses first; the rest of a longer one
  /// is searched for whole phrases alone. Nobody types that much: it keeps 64 kB of paste from stopping a session.
  static let mostWindows = 192

  /// Learns from the examples. A pattern that cannot be read counts as plain words.
  public init(_ moves: [MoveExamples]) {
    self.moves = moves
    index = ExampleIndex(moves)
    (like, likeMoves) = Self.compiled(moves.map(\.like))
    (notLike, notLikeMoves) = Self.compiled(moves.map(\.notLike))
    cores = CoreIndex(index)
  }

  private static func compiled(_ phrases: [[String]]) -> (PhraseSet, [Int]) {
    var patterns: [PhrasePattern] = []
    var owners: [Int] = []
    for (move, texts) in phrases.enumerated() {
      for text in texts {
        let signs = PhrasePattern.hasSigns(text) ? try? PhrasePattern(text) : nil
        guard let pattern = signs ?? PhrasePattern(literal: text) else { continue }
        patterns.append(pattern)
        owners.append(move)
      }
    }
    return (PhraseSet(patterns), owners)
  }

  /// Which moves a reply makes.
  public func understand(_ reply: Reply, names: NameHints) -> Understanding {
    decided(evidence(in: reply, names: names).best, reply)
  }

  /// What the words say for each move, before anything is decided.
  struct Evidence {
    /// The best candidate for each move that has one.
    var best: [Int: Candidate]
    var vetoes: Vetoes
    var terms: [Term]
  }

  func evidence(in reply: Reply, names: NameHints) -> Evidence {
    let terms = Term.terms(of: reply, names: names, correct: index.corrected)
    let vetoes = Vetoes(reply, notLike.matches(in: reply, names: names), notLikeMoves)
    var best: [Int: Candidate] = [:]
    for candidate in phraseCandidates(reply, names) + expressiveCandidates(reply, terms) {
      keep(candidate, unless: vetoes, in: &best)
    }
    let scorer = WindowScorer(index: index, terms: terms)
    for window in Windows.all(of: reply, terms).prefix(Self.mostWindows) {
      for candidate in overlapCandidates(window, terms, scorer) { keep(candidate, unless: vetoes, in: &best) }
    }
    return Evidence(best: best, vetoes: vetoes, terms: terms)
  }

  private func keep(_ candidate: Candidate, unless vetoes: Vetoes, in best: inout [Int: Candidate]) {
    if vetoes.forbid(candidate.move, candidate.window) { return }
    if let known = best[candidate.move], known.confidence >= candidate.confidence { return }
    best[candidate.move] = candidate
  }

  // MARK: The three kinds of evidence

  private func phraseCandidates(_ reply: Reply, _ names: NameHints) -> [Candidate] {
    like.matches(in: reply, names: names).filter(\.holds).map { match in
      let words = Array(match.tokens)
      return Candidate(
        move: likeMoves[match.pattern], confidence: 980, window: match.tokens, tokens: words,
        content: words.filter { isContent(reply.tokens[$0]) }, example: like.patterns[match.pattern].text,
        reason: .phrase)
    }
  }

  private func isContent(_ token: Token) -> Bool {
    token.isWordLike && (token.traits.isDisjoint(with: .light) || token.value != nil)
  }

  private func expressiveCandidates(_ reply: Reply, _ terms: [Term]) -> [Candidate] {
    terms.compactMap { term in
      guard term.isExpressive, term.stance.isAsserted, let move = index.expressive[term.key] else {
        return nil
      }
      guard term.subject != .other, term.subject != .listener || !term.isHead else { return nil }
      return Candidate(
        move: move, confidence: 720, window: term.tokens, tokens: Array(term.tokens),
        content: Array(term.tokens),
        example: firstExample(of: move, with: term.key), reason: .expressive)
    }
  }

  /// The moves that words of these terms make by themselves.
  func deeds(in terms: some Sequence<Term>) -> Set<Int> {
    Set(terms.filter(\.isExpressive).compactMap { index.expressive[$0.key] })
  }

  private func firstExample(of move: Int, with key: String) -> String {
    index.examples.first { $0.move == move && $0.terms.contains { $0.key == key } }?.text ?? ""
  }

  private func overlapCandidates(_ window: Range<Int>, _ terms: [Term], _ scorer: WindowScorer)
    -> [Candidate]
  {
    guard let first = window.first, let last = window.last else { return [] }
    let tokens = terms[first].tokens.lowerBound..<terms[last].tokens.upperBound
    var result: [Candidate] = []
    if let core = cores.move(saying: terms[window]) {
      let words = window.flatMap { Array(terms[$0].tokens) }
      result.append(
        Candidate(
          move: core.move, confidence: 850, window: tokens, tokens: words, content: words,
          example: index.examples[core.example].text, reason: .core))
    }
    let scores = scorer.scores(of: window)
    var counters: [Int: Int] = [:]
    for score in scores where index.examples[score.example].isCounter {
      counters[index.examples[score.example].move, default: 0] = max(
        counters[index.examples[score.example].move, default: 0], score.score)
    }
    for score in scores where score.score >= Self.nearly && !index.examples[score.example].isCounter {
      let example = index.examples[score.example]
      if let counter = counters[example.move], counter >= score.score { continue }
      result.append(candidate(score, example, tokens))
    }
    return result
  }

  private func candidate(_ score: WindowScore, _ example: ExampleIndex.Example, _ tokens: Range<Int>)
    -> Candidate
  {
    Candidate(
      move: example.move, confidence: Self.confidence(score.score), window: tokens, tokens: score.tokens,
      content: score.content, example: example.text, reason: .overlap)
  }

  /// From overlap to confidence: 600 where it is enough, below that half as much as the overlap.
  static func confidence(_ overlap: Int) -> Int {
    overlap >= enough ? 600 + (min(overlap, 1000) - enough) * 350 / (1000 - enough) : overlap * 9 / 10
  }

  // MARK: Deciding

  func decided(_ best: [Int: Candidate], _ reply: Reply) -> Understanding {
    let ranked = best.values.sorted { ($1.confidence, $0.move) < ($0.confidence, $1.move) }
    var taken: Set<Int> = []
    var matches: [MoveMatch] = []
    for candidate in ranked where candidate.confidence >= 600 {
      let fresh = candidate.content.filter { !taken.contains($0) }.count
      guard fresh * 2 >= candidate.content.count, !candidate.content.isEmpty || matches.isEmpty else {
        continue
      }
      taken.formUnion(candidate.content)
      matches.append(candidate.match(in: reply))
    }
    let nearest = matches.isEmpty ? ranked.first?.match(in: reply) : nil
    return Understanding(matches: matches, nearest: nearest, tier: .phrase)
  }
}
