/// A fact read once, to be judged against any number of replies.
public struct PreparedFact: Sendable {
  /// The fact as it was written.
  public let statement: FactStatement
  let wordings: [FactText]
  let question: FactText?
  let answers: AnswerEvidence
  /// How the question meets each wording; empty where nothing is asked.
  let given: [ContextAlignment]

  init(statement: FactStatement, wordings: [FactText], question: FactText?, answers: AnswerEvidence) {
    self.statement = statement
    self.wordings = wordings
    self.question = question
    self.answers = answers
    given =
      question.map { asked in
        wordings.map { ContextAlignment($0, asked, TermPairs($0, asked)) }
      } ?? []
  }
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
    verdict(judgement(reply, fact, Self.pairs(fact, reply)))
  }

  /// The features of the wording that decides, for training and for `explain`: by `FactFeatures.names`.
  public func features(_ reply: FactText, _ fact: PreparedFact) -> [(name: String, number: Double)] {
    guard let best = judgement(reply, fact, Self.pairs(fact, reply)) else { return [] }
    let named = Array(zip(FactFeatures.names, FactFeatures(best.measured).numbers)).map {
      (name: $0, number: $1)
    }
    return named + [(name: "answers", number: fact.answers.weigh(reply))]
  }

  /// How the words of each wording compare with those of a reply.
  static func pairs(_ fact: PreparedFact, _ reply: FactText) -> [TermPairs] {
    fact.wordings.map { TermPairs($0, reply) }
  }

  /// What the weights say; nil for a fact without a wording, or a reply without a word.
  func judgement(_ reply: FactText, _ fact: PreparedFact, _ pairs: [TermPairs]) -> FactJudgement? {
    reply.wordCount > 0 ? FactJudgement(reply, fact, pairs, by: model.weights(tier)) : nil
  }

  /// A judgement with the words that decided.
  func verdict(_ judgement: FactJudgement?) -> FactVerdict {
    guard let judgement else {
      return FactVerdict(standing: .silent, score: 0, contradiction: 0, because: [], tier: tier)
    }
    return FactVerdict(
      standing: judgement.standing, score: judgement.states, contradiction: judgement.contradicts,
      because: FactExplanation(judgement.measure).reasons(), tier: tier)
  }
}
