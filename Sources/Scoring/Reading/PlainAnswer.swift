import Language

/// Plain answers: just what was asked for, told in a few words or of the thing that was asked about.
extension AnswerFinder {
  /// Clauses that give an ask what it wants and nothing less: a time for "when", a sum for "how much", steps for "how",
  /// "it is" for "is it?". A word that somebody will write by four is no such answer.
  func plainAnswers(to ask: CustomerAsk) -> [(reply: ReadReply, tokens: Range<Int>)] {
    let later = pieces(after: ask.turn).filter { piece in
      piece.signs.isDisjoint(with: [.echo, .search]) && isPlainAnswer(piece, to: ask)
        && (isAbout(piece, ask) || isBrief(piece))
    }
    return ask.kind == .way && later.count < 2 ? [] : later.map { ($0.reply, $0.tokens) }
  }

  /// Short sentences that answer a yes-or-no question with its own auxiliary.
  func mirrors(of ask: CustomerAsk) -> [(reply: ReadReply, tokens: Range<Int>)] {
    guard ask.kind == .yesOrNo else { return [] }
    return pieces(after: ask.turn).filter { isBrief($0) && isMirrored($0, ask) }.map { ($0.reply, $0.tokens) }
  }

  private func isPlainAnswer(_ piece: Piece, to ask: CustomerAsk) -> Bool {
    switch ask.kind {
    case .when: piece.signs.contains(.time) && !piece.signs.contains(.commitment)
    case .amount: holdsSum(piece) && !piece.signs.contains(.commitment)
    case .place: piece.signs.contains(.place)
    case .cause: piece.signs.contains(.cause) && isAbout(piece, ask)
    case .way: piece.signs.contains(.step)
    case .thing: false
    case .yesOrNo, .deed: piece.signs.contains(.yesOrNo)
    }
  }

  /// A short sentence answers what was asked just before; a long one about something else does not.
  private func isBrief(_ piece: Piece) -> Bool {
    piece.reply.sentence(of: piece.tokens.lowerBound).map { $0.wordCount <= 10 } ?? false
  }

  private func holdsSum(_ piece: Piece) -> Bool {
    piece.reply.reply.tokens[piece.tokens].contains { token in
      [.money, .percent, .number].contains(token.kind) || ["free", "charge"].contains(token.normal)
    }
  }

  /// "It is, until nine" for "is the pool open?", "you still can" for "can I?".
  private func isMirrored(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    let words = piece.reply.normalWords(piece.tokens).prefix(4)
    guard let place = words.firstIndex(where: { Self.mirrors.contains($0) }), place > words.startIndex,
      let person = words[..<place].last(where: { Self.persons.contains($0) })
    else { return false }
    return ask.opener.map { Self.family(of: $0) == Self.family(of: words[place]) } ?? false
      && (person != "i" || ask.terms.isEmpty)
  }

  private static let persons: Set<String> = ["it", "they", "you", "he", "she", "there", "we", "i"]
  private static let mirrors = AskReader.auxiliaries.union(["must"])

  /// "Could I?" is answered by "you can", "are you?" by "we are".
  private static func family(of word: String) -> String {
    switch word {
    case "is", "are", "was", "were", "am": "be"
    case "do", "does", "did": "do"
    case "can", "could", "may", "might": "can"
    case "will", "would", "shall": "will"
    case "has", "have", "had": "have"
    default: word
    }
  }
}
