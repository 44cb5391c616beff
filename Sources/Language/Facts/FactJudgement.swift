/// What the weights say of a reply and of all wordings of a fact.
struct FactJudgement {
  /// The wording that the reply comes nearest to stating.
  let measure: FactMeasure
  /// The same before denials were folded: what the weights were learned on.
  let measured: FactMeasure
  /// The probability that the fact is stated.
  let states: Double
  /// The probability that it is contradicted.
  let contradicts: Double
  /// Whether the build of the reply says that it is stated or gone against.
  private let isDecided: Bool

  /// Nil for a fact without a wording. `pairs` are those of each wording and the reply.
  ///
  /// Words that the question holds say nothing new, unless it wants a yes or a no: "You do not have to send it back"
  /// answers "Do I have to send it back?" in full, by the words of the question. There the surer of both readings counts.
  init?(_ reply: FactText, _ fact: PreparedFact, _ pairs: [TermPairs], by weights: FactModel.Weights) {
    let answers = fact.answers.weigh(reply)
    let asked = Self(reply, fact, fact.question, pairs, answers, weights)
    guard fact.question?.shape.wantsYesOrNo ?? false else {
      guard let asked else { return nil }
      self = asked
      return
    }
    if let settled = Self(reply, saysYesTo: fact) {
      self = settled
      return
    }
    let alone = Self(reply, fact, nil, pairs, answers, weights)
    if let alone, alone.isDecided {
      self = alone
      return
    }
    guard let surest = [asked, alone].compactMap(\.self).max(by: { $0.states < $1.states }) else {
      return nil
    }
    self = surest
  }

  private init?(
    _ reply: FactText, _ fact: PreparedFact, _ question: FactText?, _ pairs: [TermPairs], _ answers: Double,
    _ weights: FactModel.Weights
  ) {
    let judged = zip(fact.wordings.indices, pairs).map { place, pairs in
      let measure = FactMeasure(
        fact.wordings[place], question, reply, pairs, given: question == nil ? nil : fact.given[place],
        topic: fact.question
      )
      let folded = measure.folded
      return (measured: measure, measure: folded, logits: weights.logits(FactFeatures(folded)))
    }
    guard let nearest = judged.max(by: { $0.logits.states < $1.logits.states }) else { return nil }
    let chances = Self.chancesLoss * NaturalLogarithm.of(Double(judged.count))
    let states = Self.probability(
      nearest.logits.states - chances + weights.answers * answers)
    let contradicts = Self.probability(judged.map(\.logits.contradicts).max() ?? 0)
    let owned = 1 - Self.disownedLoss * nearest.measure.disowned
    let isOff = nearest.measure.isOneWordOff || nearest.measure.isOfTopicAlone
    let stated = isOff ? Self.oneWordOffLoss * states : states
    measure = nearest.measure
    measured = nearest.measured
    let isAlone = question == nil && !(fact.question?.shape.wantsAnswer == false)
    let ruling =
      isAlone && fact.question != nil ? measure.ruling(answering: fact) : measure.ruling(isAlone: isAlone)
    isDecided = ruling == .stated || ruling == .contradicted
    let settled = Self.settled(ruling, states: stated, contradicts: (1 - stated) * contradicts)
    self.states = settled.states * owned
    self.contradicts = settled.contradicts * owned
  }

  /// What the weights say, held to what is settled.
  private static func settled(_ ruling: FactRuling, states: Double, contradicts: Double) -> (
    states: Double, contradicts: Double
  ) {
    switch ruling {
    case .open: return (states, contradicts)
    case .stated:
      let states = max(states, 0.5 + states / 2)
      return (states, min(contradicts, (1 - states) / 2))
    case .notClaimed: return (states * unclaimed, contradicts * unclaimed)
    case .contradicted:
      let states = states * unclaimed
      return (states, max(contradicts, (1 - states) * 0.7))
    }
  }

  /// What is left of a statement that is doubted or turned round.
  private static let unclaimed = 0.25

  /// "Yes" and "no" say what the question says, or its contrary; nil where the reply says more, or the question less.
  private init?(_ reply: FactText, saysYesTo fact: PreparedFact) {
    guard let question = fact.question, let isYes = reply.shape.bareAnswer, !reply.shape.isNonAnswer,
      reply.terms.allSatisfy({ term in
        AnswerShape.isDressing(term.normal) || question.terms.contains { $0.concept == term.concept }
      })
    else { return nil }
    let asked = fact.wordings.map { wording in
      FactMeasure(wording, nil, question, TermPairs(wording, question), given: nil).folded
    }
    guard let nearest = asked.filter(\.isAskedFor).max(by: { $0.met < $1.met }) else { return nil }
    let isOdd = nearest.alignment.matches.contains(where: \.turns)
    isDecided = true
    measure = nearest
    measured = nearest
    states = isYes != isOdd ? 0.8 : 0.05
    contradicts = isYes != isOdd ? 0.05 : 0.8
  }

  /// The likeliest of the three.
  var standing: FactStanding {
    let silent = 1 - states - contradicts
    if states >= contradicts && states >= silent { return .states }
    return contradicts > silent ? .contradicts : .silent
  }

  /// What asking or reporting a fact takes from it, against saying it.
  private static let disownedLoss = 0.85

  /// What is left of a statement that differs by one word: "covers the screen" for "covers the battery".
  private static let oneWordOffLoss = 0.5

  /// With several wordings one is met by chance more easily: the odds are divided by the square root of their number.
  ///
  /// The exponent has the least loss on `scoring/facts/answers.txt`, where accepted answers serve as wordings.
  private static let chancesLoss = 0.5

  private static func probability(_ logit: Double) -> Double { 1 / (1 + Exponential.of(-logit)) }
}
