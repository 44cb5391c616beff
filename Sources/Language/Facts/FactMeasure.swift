/// One wording of a fact beside a reply: what the features are measured on.
struct FactMeasure: Sendable {
  let fact: FactText
  let question: FactText?
  let reply: FactText
  let alignment: FactAlignment
  let context: ContextAlignment
  /// For every term of the fact, whether the question has it.
  let isAsked: [Bool]
  /// For every term of the reply, whether the question has it.
  let isEcho: [Bool]
  /// How near the encoder hears them: the whole reply first, then its sentences; empty without an encoder.
  let cosines: [Double]

  init(_ fact: FactText, _ question: FactText?, _ reply: FactText) {
    self.fact = fact
    self.question = question
    self.reply = reply
    alignment = FactAlignment(fact, reply)
    context = ContextAlignment(fact, reply)
    let asked = Set(question?.terms.map(\.concept) ?? [])
    let isAsked = fact.terms.map { asked.contains($0.concept) }
    self.isAsked = isAsked.allSatisfy { $0 } ? isAsked.map { _ in false } : isAsked
    isEcho = reply.terms.map { asked.contains($0.concept) }
    let wanted = fact.passages.first?.vector ?? []
    cosines = wanted.isEmpty ? [] : reply.passages.map { VectorProduct.dot(wanted, $0.vector) }
  }

  /// Whether something is asked: an answer that says otherwise then contradicts.
  var isQuestion: Bool { question?.shape.wantsAnswer == true }

  /// Whether there is a heading that asks nothing, such as the topic of a debate.
  var isHeading: Bool { question?.shape.wantsAnswer == false }
}
