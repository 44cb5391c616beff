import Language

/// What moves a customer's matter on. A sentence counts for one kind alone, so that one line is no whole talk.
enum UsefulWork: Hashable, CaseIterable {
  /// Takes up a fault, a feeling or what hangs on it, and says what happened.
  case takesUpFault
  /// Commits somebody to a deed.
  case commits
  /// Asks about the matter, or who the customer is.
  case asks
  /// Tells something about the matter.
  case informs
  /// Did something at the desk.
  case acts

  static func kinds(in reading: Reading) -> Set<UsefulWork> {
    var kinds: Set<UsefulWork> = []
    if reading.actions.contains(where: { $0.happened && !$0.isNote }) { kinds.insert(.acts) }
    for reply in reading.replies { kinds.formUnion(Self.kinds(in: reply)) }
    return kinds
  }

  private static func kinds(in reply: ReadReply) -> [UsefulWork] {
    let faults = Set(faultSentences(reply))
    let deeds = Set(Commitment.all(in: reply).map(\.sentence))
    let questions = reply.mentioned(.safetyChecks, .asksOrder, .asksAmount, .asksDate, .asksItem, .asksEmail)
    let checks = Set(sentences(of: questions, reply))
    let polite = Set(reply.mentioned(.courtesy).flatMap(\.tokens))
    return reply.sentences.indices.compactMap { index in
      let sentence = reply.sentences[index]
      guard sentence.standing == .own else { return nil }
      if faults.contains(index) { return .takesUpFault }
      if deeds.contains(index) { return .commits }
      if checks.contains(index) { return .asks }
      if sentence.isQuestion { return sentence.wordCount >= 4 && !sentence.matter.isEmpty ? .asks : nil }
      return tells(sentence, reply, polite) ? .informs : nil
    }
  }

  private static func faultSentences(_ reply: ReadReply) -> [Int] {
    let hits = reply.earning(.apology, .feelings, .impact, .stakes).filter { hit in
      reply.sentence(of: hit.tokens.lowerBound)?.matter.contains { !hit.tokens.contains($0) } ?? false
    }
    return sentences(of: hits, reply)
  }

  private static func sentences(of hits: [Hit], _ reply: ReadReply) -> [Int] {
    hits.compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) }
  }

  /// A statement of five words or more that speaks of the matter and says something of it.
  private static func tells(_ sentence: ReadSentence, _ reply: ReadReply, _ polite: Set<Int>) -> Bool {
    guard sentence.wordCount >= 5, sentence.grammarShare >= 200, !sentence.matter.isEmpty else {
      return false
    }
    let said = sentence.tokens.filter { !polite.contains($0) && reply.reply.tokens[$0].carriesContent }
    return Set(said.map { reply.reply.tokens[$0].stem }).count >= 2
  }
}

extension Token {
  /// Whether the token is a value, or a word that neither grammar nor small talk accounts for.
  var carriesContent: Bool {
    switch kind {
    case .number, .percent, .money, .duration, .time, .date, .identifier, .address: true
    case .word:
      normal.utf8.count >= 3 && !WordLists.grammar.contains(normal) && !WordLists.general.contains(normal)
    case .punctuation, .emoji: false
    }
  }
}
