import Domain
import Language

/// A thing the trainee asks for, whatever it is: "your postcode", "the claim number", "which station".
struct AskedThing {
  var reply: ReadReply
  var tokens: Range<Int>
  /// Stems of the words that name it.
  var terms: Set<String>
  /// The noun right after "which" or "what", as a stem.
  var choice: String?

  /// The things a reply asks for, a clause at a time; offers and checks of what was said ask for none.
  static func all(in reply: ReadReply) -> [AskedThing] {
    reply.reply.clauses.compactMap { clause in
      guard let sentence = reply.sentence(of: clause.tokens.lowerBound), sentence.isQuestion,
        !reply.reply.stance(of: clause.tokens).isDisjoint(with: [.asked, .requested]),
        asks(clause.tokens, reply)
      else { return nil }
      let words = clause.tokens.filter { reply.reply.tokens[$0].carriesContent }
      let terms = Set(words.map { reply.reply.tokens[$0].stem }).subtracting(telling)
      guard !terms.isEmpty else { return nil }
      return AskedThing(
        reply: reply, tokens: clause.tokens, terms: terms, choice: choice(clause.tokens, reply))
    }
  }

  /// A question word, "your", or a detail heard as asked for.
  private static func asks(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    let isHeard = reply.acts.contains {
      [.asksDetail, .identityCheck].contains($0.act)
        && reply.sentenceIndex(of: $0.passage.tokens.lowerBound) == reply.sentenceIndex(of: clause.lowerBound)
    }
    let words = clause.map { reply.reply.tokens[$0].normal }
    let isBegged =
      words.contains { ["can", "could", "may", "please", "would"].contains($0) }
      && words.contains { ["have", "give", "tell", "send", "share", "provide"].contains($0) }
    return (isHeard || isBegged)
      && words.contains { ["your", "which", "what", "when", "where", "the", "a", "an", "any"].contains($0) }
      || words.contains("your") && words.contains { ["what", "was", "is"].contains($0) }
  }

  private static func choice(_ clause: Range<Int>, _ reply: ReadReply) -> String? {
    let tokens = reply.reply.tokens
    let place = clause.first { ["which", "what"].contains(tokens[$0].normal) }
    guard let place, place + 1 < clause.upperBound, tokens[place + 1].kind == .word else { return nil }
    return tokens[place + 1].stem
  }

  /// Words of asking, and of the frame around what is asked for.
  private static let telling = Set(
    Reply(
      """
      give tell send confirm provide need know share let have like help want write say please could would check
      look remind repeat again quickly once first sorry
      """
    ).words.map(\.stem))

  // MARK: Known already

  /// Whether a reply before asked for the same, and the customer has spoken since.
  func wasAsked(in earlier: [AskedThing], _ reading: Reading) -> Bool {
    earlier.contains { before in
      before.reply.turn < reply.turn && terms.isSubset(of: before.terms)
        && before.terms.count - terms.count <= 1
        && reading.customerTurns.contains { $0.turn > before.reply.turn && $0.turn < reply.turn }
    }
  }

  /// The words that told it: "claim 3071" for the claim number, "Lyon station" for which station, a date for which day.
  func told(in said: SaidWords) -> String? {
    said.turns(with: [label, choice].compactMap(\.self), orDates: asksDay).lazy.compactMap { turn in
      labelled(in: turn) ?? chosen(in: turn)
    }.first { !reply.text.contains($0) }
  }

  /// The one noun that a number is asked for.
  private var label: String? {
    let named = terms.subtracting(Self.numbers)
    return named.count == 1 && (terms.count == 2 || choice == nil) ? named.first : nil
  }

  private var asksDay: Bool { choice.map { ["day", "date"].contains($0) } ?? false }

  /// A noun with its number right behind it.
  private func labelled(in turn: HeardTurn) -> String? {
    guard let label else { return nil }
    let tokens = turn.reply.tokens
    return tokens.indices.lazy.compactMap { index -> String? in
      guard tokens[index].stem == label, index + 1 < tokens.count else { return nil }
      let sentence =
        turn.reply.sentences.first { $0.tokens.contains(index) }?.tokens.upperBound ?? tokens.count
      if let id = tokens[(index + 1)..<max(index + 1, sentence)].prefix(Self.nearby).first(
        where: { $0.kind == .identifier })
      {
        return turn.reply.text[id.range]
      }
      let next = tokens[(index + 1)...].prefix(3).first { !Self.between.contains($0.normal) }
      guard let next, next.kind == .identifier || next.kind == .number && next.normal.utf8.count >= 3 else {
        return nil
      }
      return turn.reply.text[next.range]
    }.first
  }

  /// "The serial number is on the picture and I type it here also: PX-20991": so far behind its name a code may stand.
  private static let nearby = 14
  private static let numbers = Set(Reply("number id reference code ref").words.map(\.stem))
  private static let between: Set<String> = ["number", "no", "nr", "is", ":", "#", "reference", "id", "ref"]

  /// "Which station" after "the Lyon station", "which day" after a date.
  private func chosen(in turn: HeardTurn) -> String? {
    guard let choice, turn.speaker == .customer else { return nil }
    let tokens = turn.reply.tokens
    if asksDay {
      return tokens.first { $0.kind == .date }.map { turn.reply.text[$0.range] }
    }
    if let told = numbered(choice, in: turn.reply) { return told }
    return tokens.indices.dropFirst().lazy.compactMap { index -> String? in
      let before = tokens[index - 1]
      guard tokens[index].stem == choice, before.kind == .word, before.carriesContent else { return nil }
      return turn.reply.text[before.range] + " " + turn.reply.text[tokens[index].range]
    }.first
  }

  /// "Train 7:12", "room 304" and "flight LO 281" for which train, room and flight.
  private func numbered(_ choice: String, in reply: Reply) -> String? {
    reply.tokens.indices.dropLast().first { index in
      let next = reply.tokens[index + 1]
      return reply.tokens[index].stem == choice
        && (next.kind == .identifier || next.kind == .time || next.kind == .number)
    }.map { reply.text[reply.tokens[$0].range] + " " + reply.text[reply.tokens[$0 + 1].range] }
  }
}
