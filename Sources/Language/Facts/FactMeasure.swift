/// One wording of a fact beside a reply: what the features are measured on.
///
/// A class, for every measure is a small function of all of it.
final class FactMeasure: Sendable {
  let fact: FactText
  let question: FactText?
  let reply: FactText
  let alignment: FactAlignment
  let context: ContextAlignment
  /// How the question meets the fact; nil where nothing is asked.
  let given: ContextAlignment?
  /// For every term of the fact, whether the question has it.
  let isAsked: [Bool]
  /// For every term of the reply, whether the question has it.
  let isEcho: [Bool]
  /// For every term of the fact, whether what was asked has it, be it judged with the question or without.
  let isTopic: [Bool]
  /// How near the encoder hears them: the whole reply first, then its sentences; empty without an encoder.
  let cosines: [Double]

  /// `pairs` are those of fact and reply, `given` that of fact and question.
  init(
    _ fact: FactText, _ question: FactText?, _ reply: FactText, _ pairs: TermPairs, given: ContextAlignment?,
    topic: FactText? = nil
  ) {
    self.given = given
    self.fact = fact
    self.question = question
    self.reply = reply
    alignment = FactAlignment(fact, reply, pairs)
    context = ContextAlignment(fact, reply, pairs)
    let asked = Set((question ?? topic)?.terms.map(\.concept) ?? [])
    isTopic = asked.isEmpty ? fact.terms.map { _ in false } : fact.terms.map { asked.contains($0.concept) }
    if question != nil {
      isAsked = isTopic.allSatisfy { $0 } ? isTopic.map { _ in false } : isTopic
      isEcho = reply.terms.map { asked.contains($0.concept) }
    } else {
      isAsked = [Bool](repeating: false, count: fact.terms.count)
      isEcho = [Bool](repeating: false, count: reply.terms.count)
    }
    let wanted = fact.passages.first?.vector ?? []
    cosines = wanted.isEmpty ? [] : reply.passages.map { VectorProduct.dot(wanted, $0.vector) }
  }

  /// The same with words met otherwise.
  init(_ measure: FactMeasure, _ alignment: FactAlignment) {
    fact = measure.fact
    question = measure.question
    reply = measure.reply
    self.alignment = alignment
    context = measure.context
    given = measure.given
    isAsked = measure.isAsked
    isEcho = measure.isEcho
    isTopic = measure.isTopic
    cosines = measure.cosines
  }

  /// Whether something is asked: an answer that says otherwise then contradicts.
  var isQuestion: Bool { question?.shape.wantsAnswer == true }

  /// Whether there is a heading that asks nothing, such as the topic of a debate.
  var isHeading: Bool { question?.shape.wantsAnswer == false }
}
