import Language

/// A slight heard by its meaning alone, without a phrase: whether its surroundings bear it out.
///
/// One heard in four is none, and a false one costs the trainee most where everything else is kind: there, and for a piece
/// of a sentence, it must have been heard all but certainly.
enum Slight {
  /// The phrases of a list, and what was heard of its act where that stands.
  static func found(_ list: LexiconName, _ act: ServiceAct, among hits: [Hit], in reply: ReadReply) -> [Hit] {
    hits.filter { hit in
      (reply.phrases[list] ?? []).contains { $0.tokens == hit.tokens }
        || reply.acts.contains { $0.act == act && $0.passage.tokens == hit.tokens && stands($0, in: reply) }
    }
  }

  /// Whether it stands, by what else was heard in the reply.
  static func stands(_ heard: HeardAct, in reply: ReadReply) -> Bool {
    let tokens = heard.passage.tokens
    let sentence = reply.sentence(of: tokens.lowerBound)?.tokens ?? tokens
    let isMeantWell = reply.acts.contains {
      kind.contains($0.act) && $0.probability >= min(heard.probability, certain)
        && $0.passage.tokens.overlaps(tokens)
    }
    if isMeantWell { return false }
    let isKind =
      !reply.told(.apology).isEmpty
      || reply.acts.contains { amends.contains($0.act) && $0.probability >= sure }
    let isPiece = !isOpen(tokens, sentence, reply)
    return heard.probability >= (isKind ? certain : isPiece ? sure : 0)
  }

  /// Nothing but an address before it and nothing behind it: a sentence in itself.
  private static func isOpen(_ tokens: Range<Int>, _ sentence: Range<Int>, _ reply: ReadReply) -> Bool {
    let lead = sentence.lowerBound..<max(sentence.lowerBound, tokens.lowerBound)
    let rest = min(tokens.upperBound, sentence.upperBound)..<sentence.upperBound
    return reply.normalWords(lead).count <= 4 && reply.normalWords(rest).isEmpty
  }

  private static let certain = 0.93
  private static let sure = 0.7

  /// What is said for the customer in the same words.
  private static let kind: Set<ServiceAct> = [
    .impact, .acknowledgement, .apology, .remedy, .commitment, .measure, .carriedOver, .done,
  ]
  /// What shows that a reply is on the customer's side.
  private static let amends: Set<ServiceAct> = [.apology, .remedy, .commitment, .acknowledgement]
}
