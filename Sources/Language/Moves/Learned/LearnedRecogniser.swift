/// Recognises moves by meaning: a model learned from the examples hears each clause, each sentence and the whole.
///
/// Phrases stay hard evidence on top (`PhraseRecogniser`): an example word for word makes the move, `notLike` forbids it
/// to the clauses it touches, and what is denied, supposed, reported or asked is not the act.
public struct LearnedRecogniser: MoveRecogniser {
  /// The moves it was made from, in order.
  public let moves: [MoveExamples]
  private let phrases: PhraseRecogniser
  let model: FewShotModel
  private let encoder: any SentenceEncoder
  private let meanings: [String: Meaning]
  /// How the example at each anchor of the model is meant; nil where it is no example.
  private let anchorMeanings: [Meaning?]
  /// For each move, the words its examples are made of.
  private let words: [Set<String>]
  /// For each move, the words that say something in its examples alone.
  private let distinct: [Set<String>]
  /// For each move, the words its examples say and do not deny.
  private let affirmed: [Set<String>]
  private let slips: SlipReader

  /// Learns from the examples.
  ///
  /// - Parameters:
  ///   - encoder: turns texts into directions; its tier is recorded with every result.
  ///   - store: keeps the examples' vectors; with all of them kept, learning takes milliseconds.
  ///   - background: sentences that make no particular move, to judge by what "none of these" looks like.
  public init(
    _ moves: [MoveExamples], encoder: any SentenceEncoder, store: any VectorStore, background: Background
  ) {
    self.moves = moves
    self.encoder = encoder
    phrases = PhraseRecogniser(moves)
    let like = moves.map { $0.like.map { Reply(Self.plain($0)) } }
    let misses = moves.flatMap { $0.notLike.filter(Self.isSentence).map { Reply(Self.plain($0)) } }
    slips = SlipReader(like.joined(), encoder: encoder)
    let lessons = like.enumerated().flatMap { move, examples in
      examples.map { LabelledText($0.text, labels: [move]) }
    }
    let strangers = misses.map(\.text) + TopicTalk(like.joined()).sentences
    model = FewShotModel(
      labels: moves.map(\.name), examples: lessons + strangers.map { LabelledText($0, labels: []) },
      background: background, encoder: encoder, store: store)
    let terms = like.map { $0.map { Term.terms(of: $0) } }
    words = terms.map { Set($0.joined().map(\.key)) }
    affirmed = terms.map { Self.affirmed($0.joined()) }
    distinct = Self.distinct(terms.map { $0.joined() })
    let meanings = Dictionary(
      zip(like.joined(), terms.joined()).map { ($0.text, Meaning($1)) },
      uniquingKeysWith: { first, _ in first })
    self.meanings = meanings
    anchorMeanings = model.ridge.anchorRows.indices.map { [model] in meanings[model.text(ofAnchor: $0)] }
  }

  /// For each move, the words of weight that no other's examples have.
  private static func distinct(_ moves: [some Sequence<Term>]) -> [Set<String>] {
    var owners: [String: Set<Int>] = [:]
    for (move, terms) in moves.enumerated() {
      for term in terms where term.load == .content { owners[term.key, default: []].insert(move) }
    }
    return moves.indices.map { move in Set(owners.filter { $0.value == [move] }.keys) }
  }

  /// The words that say something and are not denied.
  private static func affirmed(_ terms: some Sequence<Term>) -> Set<String> {
    Set(terms.filter { $0.load != .light && !$0.stance.contains(.negated) }.map(\.key))
  }

  /// An example without the signs of phrase patterns.
  static func plain(_ text: String) -> String {
    PhrasePattern.hasSigns(text) ? text.filter { !"()|<>=".contains($0) } : text
  }

  /// Near misses of four words and more teach; shorter ones only forbid.
  private static func isSentence(_ text: String) -> Bool { text.split(separator: " ").count >= 4 }

  /// Which moves a reply makes.
  public func understand(_ reply: Reply, names: NameHints) -> Understanding {
    decided(heard(in: reply, names: names).candidates, reply)
  }

  /// All that speaks for and against the moves in a reply, before it is decided.
  struct Heard {
    var evidence: PhraseRecogniser.Evidence
    var hearings: [Hearing]
    var candidates: [Candidate]
  }

  func heard(in reply: Reply, names: NameHints) -> Heard {
    let evidence = phrases.evidence(in: reply, names: names)
    let windows = HeardWindow.all(in: reply, evidence.terms, most: mostWindows)
    let meant = slips.meant(in: reply)
    let texts = windows.map { SlipReader.text(of: $0.passage, in: reply, meant) }
    let hearings = zip(windows, zip(texts, encoder.encode(texts))).map { window, said in
      hearing(of: window, model.featured(said.0, said.1), evidence)
    }
    let learned = hearings.flatMap { candidates($0, among: hearings) }
    return Heard(
      evidence: evidence, hearings: hearings,
      candidates: (worded(evidence.best, hearings) + learned).map { doubted($0, evidence.terms) })
  }

  // MARK: Hearing one stretch

  /// What was heard in one stretch: for each move how likely it is, and as which example; nil where it cannot be meant.
  struct Hearing {
    var window: HeardWindow
    var content: [Int]
    var said: Meaning
    var text: Featured
    /// How like each anchor of the model it is.
    var likeness: [Float]
    var probabilities: [Double]
    var examples: [String?]
    /// Why a move cannot be meant that sounds like it.
    var refusals: [Int: MoveRefusal] = [:]

    /// "Send it back" and "do not send it back" share all their words. Where the one cannot be meant, half of what
    /// spoke for it speaks for the next best that can.
    mutating func leanAway(from best: Int?) {
      guard let best, examples[best] == nil else { return }
      let others = probabilities.indices.filter { examples[$0] != nil && probabilities[$0] >= 0.15 }
      guard let next = others.max(by: { (probabilities[$0], $1) < (probabilities[$1], $0) }) else { return }
      probabilities[next] = min(0.9, probabilities[next] + probabilities[best] / 2)
    }
  }

  private func hearing(
    of window: HeardWindow, _ text: Featured, _ evidence: PhraseRecogniser.Evidence
  ) -> Hearing {
    let likeness = model.ridge.likeness(text)
    let opinion = model.opinion(likeness: likeness)
    let said = Meaning(evidence.terms[window.terms])
    var hearing = Hearing(
      window: window, content: window.content(evidence.terms), said: said, text: text,
      likeness: likeness,
      probabilities: opinion.probabilities,
      examples: moves.map { _ in nil })
    for (move, probability) in opinion.probabilities.enumerated() where probability >= Self.least {
      if evidence.vetoes.forbid(move, window.tokens) {
        hearing.refusals[move] = .notLike
      } else if tellsOfOther(said, than: move) {
        hearing.refusals[move] = .otherThing
      } else {
        let meant = believed(said, of: move)
        hearing.examples[move] = example(of: move, likeness, meant)
        if hearing.examples[move] == nil { hearing.refusals[move] = objection(to: move, likeness, meant) }
      }
    }
    hearing.leanAway(from: opinion.best)
    return hearing
  }

  /// What each way in which a text is meant unlike its example takes from the probability.
  private static let strangeness = 0.2

  /// Below this probability a move is not thought of at all.
  private static let least = 0.1

  /// "The birthday is tomorrow": where or when something is that no example of the move speaks of.
  private func tellsOfOther(_ said: Meaning, than move: Int) -> Bool {
    guard said.isPlaced, let thing = said.thing else { return false }
    return !words[move].contains(thing)
  }

  /// What a passage says of a move: where the word it denies is nothing the examples affirm, they may be meant all the same.
  /// "You cannot get out before the year is over" denies nothing of "the minimum term is twelve months".
  private func believed(_ said: Meaning, of move: Int) -> Meaning {
    guard let word = said.denied, !affirmed[move].contains(word) else { return said }
    var meant = said
    meant.deniesOther = true
    return meant
  }

  /// The nearest example of a move that is meant as the text is, among those not much further than the nearest.
  ///
  /// Where the nearest says yes and the text says no, or the other way about, only one about as near will do.
  private func example(of move: Int, _ likeness: [Float], _ said: Meaning) -> String? {
    let near = model.nearest(likeness: likeness, label: move, most: 4)
    guard let first = near.first else { return nil }
    let isContrary = anchorMeanings[first].map { $0.isNegated != said.isNegated } ?? false
    let least = likeness[first] * (isContrary ? 0.75 : 0.5)
    let meant = near.first { anchor in
      likeness[anchor] >= least && (anchorMeanings[anchor].map { said.agrees(with: $0) } ?? true)
    }
    return meant.map(model.text(ofAnchor:))
  }

  /// Why the nearest example cannot be what is said.
  private func objection(to move: Int, _ likeness: [Float], _ said: Meaning) -> MoveRefusal? {
    model.nearest(likeness: likeness, label: move, most: 1).first.flatMap { anchorMeanings[$0] }
      .flatMap { said.objection(beside: $0) }
  }

  private func candidates(_ hearing: Hearing, among all: [Hearing]) -> [Candidate] {
    moves.indices.compactMap { move in
      guard let example = hearing.examples[move] else { return nil }
      let strange = meanings[example].map { hearing.said.strangeness(beside: $0) } ?? 0
      let probability =
        hearing.probabilities[move] - doubt(move, hearing, all) - Double(strange) * Self.strangeness
      guard probability >= Self.least else { return nil }
      return Candidate(
        move: move, confidence: Self.confidence(probability), window: hearing.window.tokens,
        tokens: Array(hearing.window.tokens), content: hearing.content, example: example, reason: .learned)
    }
  }

  /// A clause that sounds like a move its sentence does not sound like at all is believed less.
  private func doubt(_ move: Int, _ hearing: Hearing, _ all: [Hearing]) -> Double {
    let around = all.filter {
      $0.window.tokens != hearing.window.tokens && $0.window.holds(hearing.window)
    }.min { $0.window.tokens.count < $1.window.tokens.count }
    guard let around, around.probabilities[move] < 0.2 else { return 0 }
    return 0.25
  }

  /// A reply's stretches that are encoded; the rest of a longer one is left to the phrases.
  private var mostWindows: Int {
    switch encoder.tier {
    case .main: 16
    case .fast: 128
    }
  }

  /// From probability to confidence: 600 where it is even.
  static func confidence(_ probability: Double) -> Int {
    Int((probability < 0.5 ? probability * 1200 : 600 + (probability - 0.5) * 700).rounded())
  }

  /// What the words say. Mere overlap that is nowhere heard as the move is worth asking about, no more.
  private func worded(_ best: [Int: Candidate], _ hearings: [Hearing]) -> [Candidate] {
    best.values.map { candidate in
      guard candidate.reason == .overlap else { return candidate }
      let isHeard = hearings.contains {
        $0.examples[candidate.move] != nil && $0.probabilities[candidate.move] >= 0.25
          && $0.window.tokens.overlaps(candidate.window)
      }
      return isHeard ? candidate : candidate.doubtful
    }
  }

  /// "Sorry about the two broken cups" says sorry, and names what a refund is about, too: a stretch with a word that
  /// makes another move by itself makes this one only with a word that is this one's alone.
  private func doubted(_ candidate: Candidate, _ terms: [Term]) -> Candidate {
    guard [.overlap, .learned].contains(candidate.reason) else { return candidate }
    let said = terms.filter { candidate.window.contains($0.tokens.lowerBound) }
    let deeds = phrases.deeds(in: said)
    guard !deeds.isEmpty, !deeds.contains(candidate.move),
      !said.contains(where: { distinct[candidate.move].contains($0.key) })
    else { return candidate }
    return candidate.doubtful
  }

  // MARK: Deciding

  /// Small stretches first: a move heard in a clause is not swallowed by the sentence round it.
  func decided(_ candidates: [Candidate], _ reply: Reply) -> Understanding {
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
