/// A fact read once, to be judged against any number of replies.
public struct PreparedFact: Sendable {
  /// The fact as it was written.
  public let statement: FactStatement
  let wordings: [FactText]
  let question: FactText?
  let answers: AnswerEvidence
}

/// Decides whether replies state facts, contradict them, or say nothing of them.
///
/// By aligning the words that matter, comparing values as values, minding denials and opposites, and by the
/// sentence encoder's cosine; a small linear model weighs the findings. The same input gives the same bits.
public struct FactReader: Sendable {
  /// The encoder that is heard; nil when words alone decide.
  public let tier: EncoderTier?
  private let reader: FactTextReader
  private let model: FactModel

  /// A reader at `tier`, or at the next tier down that `encoders` has: main, fast, words alone.
  public init(_ encoders: EncoderSet?, model: FactModel = .byHand, tier: EncoderTier? = .main) {
    let judge = tier.flatMap { wanted -> (any SentenceEncoder)? in
      encoders?.encoder(wanted) ?? encoders?.fast
    }
    self.tier = judge?.tier
    self.model = model
    reader = FactTextReader(
      judge: judge, table: tier == nil ? nil : encoders?.fast,
      weights: WordWeights(tokenizer: tier == nil ? nil : encoders?.tokenizer),
      opposites: model.opposites)
  }

  /// Reads a text, to be judged against many facts.
  public func prepare(_ reply: String) -> FactText { reader.read(reply) }

  /// Reads a fact with its question and answers: one encoding each, to be kept.
  public func prepare(_ statement: FactStatement) -> PreparedFact {
    PreparedFact(
      statement: statement, wordings: statement.wordings.map(reader.read),
      question: statement.question.map(reader.read),
      answers: AnswerEvidence(
        good: statement.good.map(reader.read), notQuite: statement.notQuite.map(reader.read)))
  }

  /// Judges one reply against one fact, both read here.
  public func judge(
    _ reply: String, fact: String, question: String? = nil, good: [String] = [], notQuite: [String] = []
  ) -> FactVerdict {
    judge(
      prepare(reply), prepare(FactStatement([fact], question: question, good: good, notQuite: notQuite)))
  }

  /// Judges a reply against a fact. A fact without a wording, or a reply without a word, is silence.
  public func judge(_ reply: FactText, _ fact: PreparedFact) -> FactVerdict {
    guard reply.wordCount > 0, let best = best(reply, fact) else {
      return FactVerdict(standing: .silent, score: 0, contradiction: 0, because: [], tier: tier)
    }
    return FactVerdict(
      standing: Self.standing(best.states, best.contradicts), score: best.states,
      contradiction: best.contradicts,
      because: FactExplanation(best.measure).reasons(), tier: tier)
  }

  /// The features of the wording that decides, for training and for `explain`: by `FactFeatures.names`.
  public func features(_ reply: FactText, _ fact: PreparedFact) -> [(name: String, number: Double)] {
    guard reply.wordCount > 0, let best = best(reply, fact) else { return [] }
    let named = Array(zip(FactFeatures.names, best.measure.features().numbers)).map { (name: $0, number: $1) }
    return named + [(name: "answers", number: fact.answers.weigh(reply))]
  }

  /// What asking or reporting a fact takes from it, against saying it.
  private static let disownedLoss = 0.85

  private struct Judged {
    let measure: FactMeasure
    let states: Double
    let contradicts: Double
  }

  /// The wording that the reply states most surely; when it states none, the one it contradicts most surely.
  private func best(_ reply: FactText, _ fact: PreparedFact) -> Judged? {
    let weights = model.weights(tier)
    let evidence = fact.answers.weigh(reply)
    let judged = fact.wordings.map { wording in
      let measure = FactMeasure(wording, fact.question, reply)
      let (states, contradicts) = weights.probabilities(measure.features(), answers: evidence)
      let owned = 1 - Self.disownedLoss * measure.disowned
      return Judged(measure: measure, states: states * owned, contradicts: contradicts * owned)
    }
    return judged.max { $0.states < $1.states }
  }

  private static func standing(_ states: Double, _ contradicts: Double) -> FactStanding {
    let silent = 1 - states - contradicts
    if states >= contradicts && states >= silent { return .states }
    return contradicts > silent ? .contradicts : .silent
  }
}
