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
      judge: judge, transformer: judge as? TransformerEncoder, table: tier == nil ? nil : encoders?.fast,
      weights: WordWeights(tokenizer: tier == nil ? nil : encoders?.tokenizer),
      opposites: model.opposites)
  }

  /// Reads a text, to be judged against many facts.
  public func prepare(_ reply: String) -> FactText { reader.read(reply) }

  /// The same of a reply that is already read.
  public func prepare(_ reply: Reply) -> FactText { reader.read(reply) }

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
      standing: best.standing, score: best.states, contradiction: best.contradicts,
      because: FactExplanation(best.measure).reasons(), tier: tier)
  }

  /// The features of the wording that decides, for training and for `explain`: by `FactFeatures.names`.
  public func features(_ reply: FactText, _ fact: PreparedFact) -> [(name: String, number: Double)] {
    guard reply.wordCount > 0, let best = best(reply, fact) else { return [] }
    let named = Array(zip(FactFeatures.names, FactFeatures(best.measure).numbers)).map {
      (name: $0, number: $1)
    }
    return named + [(name: "answers", number: fact.answers.weigh(reply))]
  }

  private func best(_ reply: FactText, _ fact: PreparedFact) -> FactJudgement? {
    FactJudgement(reply, fact, by: model.weights(tier))
  }
}
