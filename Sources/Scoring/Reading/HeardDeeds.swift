import Language

extension ReadReply {
  /// Acts heard in the trainee's own sentences, at least so sure; a fragment such as a greeting is none.
  ///
  /// An act is wrong one time in four: ask for a second sign beside it where a mistake costs points.
  func heard(_ wanted: ServiceAct..., surely least: Double = 0.5) -> [HeardAct] {
    acts.filter { act in
      wanted.contains(act.act) && act.probability >= least && isOwn(act.passage.tokens.lowerBound)
        && wordCount(of: act.passage.tokens) >= 3
    }
  }

  /// Whether one of the acts is heard in a sentence.
  func hears(_ wanted: ServiceAct..., in sentence: ReadSentence, surely least: Double = 0.5) -> Bool {
    acts.contains {
      wanted.contains($0.act) && $0.probability >= least
        && sentence.tokens.contains($0.passage.tokens.lowerBound)
        && wordCount(of: $0.passage.tokens) >= 3
    }
  }

  /// An act as the phrase it stands for.
  func hit(_ act: HeardAct) -> Hit { Hit(tokens: act.passage.tokens, range: TextRange(act.passage.range)) }

  /// The words at these tokens in normal form, signs left out.
  func normalWords(_ tokens: Range<Int>) -> [String] {
    reply.tokens[tokens].filter(\.isWordLike).map(\.normal)
  }

  private func wordCount(of tokens: Range<Int>) -> Int { reply.tokens[tokens].count(where: \.isWordLike) }
}

extension HeardTurn {
  /// How surely an act is heard anywhere in the turn; zero where it is not.
  func sureness(of act: ServiceAct) -> Double {
    acts.filter { $0.act == act }.map(\.probability).max() ?? 0
  }
}
