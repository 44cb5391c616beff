import Domain
import Language

extension ReadReply {
  /// The act as it was heard most surely in a sentence of the trainee's own; nil below the probability asked for.
  ///
  /// An act alone is wrong too often to fail anybody: who calls this has a second sign of the same thing.
  func heard(_ act: ServiceAct, atLeast probability: Double) -> HeardAct? {
    acts.filter { $0.act == act && $0.probability >= probability && isOwn($0.passage.tokens.lowerBound) }
      .max { $0.probability < $1.probability }
  }

  /// Every place where the act was heard so surely, each with its whole sentence.
  func sentences(with act: ServiceAct, atLeast probability: Double) -> [ReadSentence] {
    acts.filter { $0.act == act && $0.probability >= probability }
      .compactMap { sentence(of: $0.passage.tokens.lowerBound) }.filter { $0.standing == .own }
  }

  /// The words of a sentence in normal form, without signs.
  func words(of sentence: ReadSentence) -> [String] {
    reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
  }
}

extension HeardTurn {
  /// Whether the act was heard so surely anywhere in the turn.
  func heard(_ act: ServiceAct, atLeast probability: Double) -> Bool {
    acts.contains { $0.act == act && $0.probability >= probability }
  }
}
