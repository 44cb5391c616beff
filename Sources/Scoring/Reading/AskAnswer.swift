import Domain
import Language

/// Tells which asks of the customer the trainee answered, by what an answer of their kind must hold.
///
/// Whether the answer is true is another question: here a "no" answers as well as a "yes".
struct AnswerFinder {
  private let reading: Reading
  /// By the turn they stand in.
  private let asks: [Int: [CustomerAsk]]
  /// In the order said.
  private let pieces: [Piece]

  /// An answer is looked for in so many clauses after the ask; nobody waits for it longer.
  private static let reach = 400

  init(_ reading: Reading, _ asks: [CustomerAsk]) {
    self.reading = reading
    self.asks = Dictionary(grouping: asks, by: \.turn)
    let names = Set(reading.customerNames)
    pieces = reading.replies.flatMap { Self.pieces(in: $0, names) }
  }

  /// A clause that tells, offers or commits, in a sentence of the trainee's own.
  struct Piece {
    var reply: ReadReply
    var tokens: Range<Int>
    /// Terms of its sentence, for "it" and "that" refer back.
    var terms: Set<String>
    var wordCount: Int
    var signs: Set<Sign>
  }

  /// What a clause holds that answers can be told by.
  enum Sign: Hashable {
    case time, amount, place, cause, step, commitment, offer, refusal, yesOrNo, reference, content
    /// Goes to find out, and says that the answer will be told.
    case search
    /// Goes to look, and says no more: an answer to "why" alone.
    case look
    /// Says only back what was asked, or how it feels.
    case echo
  }

  /// The words that answer an ask, nil when nothing does; empty for an act at the desk.
  func answer(to ask: CustomerAsk) -> (reply: ReadReply?, range: TextRange)? {
    let later = pieces(after: ask.turn)
    if let opening = later.first, isBareReply(opening, to: ask) { return place(opening) }
    if let piece = plainest(later.filter { fits($0, ask) && isAbout($0, ask) }, ask) { return place(piece) }
    if ask.isBeside { return isDone(ask, alone: false) ? (nil, TextRange(0, 0)) : nil }
    let fitting = later.filter { fits($0, ask) }
    let rivals = (asks[ask.turn] ?? []).filter { rival in
      rival.kind == ask.kind
        && (rival == ask || !later.contains { fits($0, rival) && isAbout($0, rival) })
    }
    if let piece = (fitting.count >= rivals.count || isForBoth(fitting) ? plainest(fitting, ask) : nil) {
      return place(piece)
    }
    return isDone(ask, alone: rivals.count == 1) ? (nil, TextRange(0, 0)) : nil
  }

  /// Whether an ask that found no answer of its kind was taken up all the same: something is told about it, or by
  /// meaning it sounds like an answer. A question for a time, an amount or a place is answered by one, or not at all.
  func takesUp(_ ask: CustomerAsk) -> Bool {
    switch ask.kind {
    case .when, .amount, .place: return false
    case .cause, .way, .thing, .yesOrNo, .deed: break
    }
    return pieces(after: ask.turn).contains { piece in
      let signs = piece.signs
      guard !signs.contains(.echo), !piece.reply.acts.isEmpty || isAbout(piece, ask) else { return false }
      return isHeardAsAnswer(piece) && !signs.isDisjoint(with: [.content, .commitment, .refusal, .search])
    }
  }

  /// "No." and "yes, gladly" at the head of a reply answer what was asked last.
  private func isBareReply(_ piece: Piece, to ask: CustomerAsk) -> Bool {
    guard ask.kind == .yesOrNo || ask.kind == .deed, asks[ask.turn]?.last == ask else { return false }
    return piece.wordCount <= 2 && piece.signs.contains(.yesOrNo)
      && !asks.keys.contains { $0 > ask.turn && $0 < piece.reply.turn }
  }

  private func place(_ piece: Piece) -> (reply: ReadReply?, range: TextRange) {
    (piece.reply, piece.reply.range(of: piece.tokens))
  }

  /// The piece that shows the answer best: the first of the first reply with one, but not one that only sighs, says
  /// sorry or says back while another of the reply says something.
  private func plainest(_ pieces: [Piece], _ ask: CustomerAsk) -> Piece? {
    guard let first = pieces.first else { return nil }
    return pieces.prefix { $0.reply.turn == first.reply.turn }.first { isPlain($0, ask) } ?? first
  }

  private func isPlain(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    if piece.signs.contains(.yesOrNo) { return true }
    if piece.signs.contains(.echo) || isHeard(piece, as: Self.feeling, surely: 0.6) { return false }
    guard piece.wordCount >= 3 else { return piece.signs.contains(.amount) || piece.signs.contains(.time) }
    return piece.reply.reply.tokens[piece.tokens].contains { token in
      token.value != nil
        || token.carriesContent && !reading.saidStems.contains(token.stem) && !ask.terms.contains(token.stem)
    }
  }

  private static let feeling: Set<ServiceAct> = [.apology, .impact, .acknowledgement, .thanksFor]

  /// The pieces said after a turn, found by halving.
  func pieces(after turn: Int) -> ArraySlice<Piece> {
    let low = pieces.lead { $0.reply.turn <= turn }
    return pieces[low...].prefix(Self.reach)
  }

  func isAbout(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    !piece.terms.isDisjoint(with: ask.terms)
  }

  /// "I have done both" answers both.
  private func isForBoth(_ pieces: [Piece]) -> Bool {
    pieces.contains { piece in
      piece.reply.reply.tokens[piece.tokens].contains { ["both", "everything", "all"].contains($0.normal) }
    }
  }

  private func fits(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    let signs = piece.signs
    if signs.contains(.echo), signs.isDisjoint(with: [.commitment, .time, .amount, .cause, .refusal]) {
      return false
    }
    if signs.contains(.refusal) || signs.contains(.search) {
      let isBare = ask.kind == .thing && signs.isDisjoint(with: [.content, .search, .commitment])
      return isAbout(piece, ask) || isOnlyOne(ask) && !isBare || signs.contains(.search) && ask.kind == .cause
    }
    switch ask.kind {
    case .when: return signs.contains(.time) || isUndated(piece)
    case .amount: return signs.contains(.amount)
    case .place: return signs.contains(.place) || isShort(piece) && signs.contains(.content)
    case .cause:
      return signs.contains(.cause) || signs.contains(.look)
        || isOnlyOne(ask) && isHeard(piece, as: [.cause, .reason], surely: 0.6)
    case .way:
      return signs.contains(.step)
        || (signs.contains(.commitment) || signs.contains(.content)) && isAbout(piece, ask)
    case .thing: return tells(piece, ask)
    case .yesOrNo:
      let isOffer = signs.contains(.commitment) || signs.contains(.offer)
      return signs.contains(.yesOrNo) || tells(piece, ask) || isPromised(piece, ask)
        || isOffer && (isOnlyOne(ask) || isAbout(piece, ask) || signs.contains(.reference))
    case .deed:
      return signs.contains(.commitment) || signs.contains(.offer) || signs.contains(.yesOrNo)
        || isPromised(piece, ask)
        || (signs.contains(.content) || signs.contains(.step) || signs.contains(.place))
          && isAbout(piece, ask)
    }
  }

  /// "We have no ETA", "there is no date yet": no time is known, and it is said.
  private func isUndated(_ piece: Piece) -> Bool {
    let words = piece.reply.normalWords(piece.tokens)
    return zip(words, words.dropFirst()).contains {
      $0 == "no" && ["eta", "date", "time", "estimate", "timescale"].contains($1)
    }
  }

  /// Says something about it, or answers in a few words right after the only question.
  private func tells(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    guard piece.signs.contains(.content) || piece.signs.contains(.amount) || piece.signs.contains(.time)
    else {
      return false
    }
    if isAbout(piece, ask) { return true }
    if isOnlyOne(ask), isHeard(piece, as: Self.decisive, surely: 0.6) { return true }
    return (isShort(piece) || piece.signs.contains(.reference)) && isHeardAsAnswer(piece)
      && (isOnlyOne(ask) || !isForAnother(piece, ask))
  }

  /// Somebody's deed, heard by meaning, answers the only wish.
  private func isPromised(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    isOnlyOne(ask) && !piece.reply.acts.isEmpty
      && isHeard(piece, as: [.commitment, .handOver, .done, .remedy], surely: 0.6)
  }

  /// What answers the only question by its nature, whatever its words.
  private static let decisive: Set<ServiceAct> = [.answer, .refusal, .alternative, .remedy, .done]

  /// Where talk is heard by meaning, words about something else must at least sound like an answer.
  private func isHeardAsAnswer(_ piece: Piece) -> Bool {
    piece.reply.acts.isEmpty || isHeard(piece, as: Self.answering, surely: 0)
  }

  private func isHeard(_ piece: Piece, as acts: Set<ServiceAct>, surely probability: Double) -> Bool {
    guard let sentence = piece.reply.sentence(of: piece.tokens.lowerBound) else { return true }
    return piece.reply.acts.contains { act in
      acts.contains(act.act) && act.probability >= probability
        && sentence.tokens.contains(act.passage.tokens.lowerBound)
    }
  }

  private static let answering: Set<ServiceAct> = [
    .answer, .refusal, .alternative, .reason, .remedy, .done, .commitment, .timeGiven, .unknown, .findsOut,
    .cause,
    .nextIssue, .afterCare, .discloses, .protectedDeed, .bigPromise, .hedge, .guess, .certainty, .handOver,
    .selfService, .ownership, .vagueTime,
  ]

  /// Whether a piece answers another ask of the same turn.
  private func isForAnother(_ piece: Piece, _ ask: CustomerAsk) -> Bool {
    (asks[ask.turn] ?? []).contains { other in
      guard other != ask else { return false }
      switch other.kind {
      case .when: return piece.signs.contains(.time) || isAbout(piece, other)
      case .amount: return piece.signs.contains(.amount) || isAbout(piece, other)
      case .place: return piece.signs.contains(.place) || isAbout(piece, other)
      case .cause: return piece.signs.contains(.cause) || isAbout(piece, other)
      case .way, .thing, .yesOrNo, .deed: return isAbout(piece, other)
      }
    }
  }

  private func isShort(_ piece: Piece) -> Bool { piece.wordCount <= 6 }

  private func isOnlyOne(_ ask: CustomerAsk) -> Bool { asks[ask.turn]?.count == 1 }

  /// A deed done at the desk answers the wish for it.
  private func isDone(_ ask: CustomerAsk, alone: Bool) -> Bool {
    guard ask.kind == .deed || ask.kind == .yesOrNo else { return false }
    return reading.actions.contains { action in
      guard action.happened, !action.isNote, action.turn > ask.turn else { return false }
      let terms = Set(Reply(action.act.taken.name).tokens.compactMap(Term.of))
      return !terms.isDisjoint(with: ask.terms) || (alone && ask.kind == .deed && !Self.isLooking(action))
    }
  }

  private static func isLooking(_ action: ReadAction) -> Bool {
    ["lookup", "verify", "hold", "resume"].contains { action.act.taken.name.hasPrefix($0) }
  }

  // MARK: Pieces

  /// "Noted, thanks", "good news, Halvard": polite words and the name answer nothing.
  private static let polite: Set<String> = [
    "noted", "understood", "thanks", "thank", "welcome", "lovely", "great", "super", "good", "nice", "news",
    "sorry",
    "dear", "please", "hello", "hi",
  ]

  private static func isOnlyPolite(_ clause: Range<Int>, _ reply: ReadReply, _ names: Set<String>) -> Bool {
    let content = reply.reply.tokens[clause].filter {
      $0.isWordLike && ($0.carriesContent || $0.value != nil)
    }
    return !content.isEmpty && content.allSatisfy { polite.contains($0.normal) || names.contains($0.normal) }
  }

  private static func pieces(in reply: ReadReply, _ names: Set<String>) -> [Piece] {
    let reader = SignReader(reply)
    return reply.reply.clauses.compactMap { clause in
      guard let sentence = reply.sentence(of: clause.tokens.lowerBound), sentence.standing != .copied,
        sentence.standing != .strung
      else { return nil }
      let signs = reader.signs(in: clause.tokens, of: sentence)
      guard !signs.isEmpty, !isOnlyPolite(clause.tokens, reply, names) else { return nil }
      let terms = Set(sentence.tokens.compactMap { Term.of(reply.reply.tokens[$0]) })
      return Piece(
        reply: reply, tokens: clause.tokens, terms: terms,
        wordCount: clause.tokens.count { reply.reply.tokens[$0].isWordLike }, signs: signs)
    }
  }
}
