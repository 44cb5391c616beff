/// How well the words of a fact and a reply meet in meaning, each read in its place.
///
/// The greatest cosine of each word with any word of the other side, as in BERTScore (T. Zhang et al., 2020);
/// by the transformer's rows, or by the static table's where there is no transformer.
struct ContextAlignment: Sendable {
  /// For every term of the fact, its greatest cosine with a term of the reply.
  let wanted: [Double]
  /// For every term of the reply, its greatest cosine with a term of the fact.
  let found: [Double]

  init(_ fact: FactText, _ reply: FactText, _ pairs: TermPairs) {
    var wanted = [Double](repeating: 0, count: fact.terms.count)
    var found = [Double](repeating: 0, count: reply.terms.count)
    for index in fact.terms.indices {
      for place in reply.terms.indices {
        let cosine =
          fact.terms[index].context.isEmpty || reply.terms[place].context.isEmpty
          ? pairs.cosine(index, place)
          : VectorProduct.dot(fact.terms[index].context, reply.terms[place].context)
        wanted[index] = max(wanted[index], cosine)
        found[place] = max(found[place], cosine)
      }
    }
    self.wanted = wanted
    self.found = found
  }
}
