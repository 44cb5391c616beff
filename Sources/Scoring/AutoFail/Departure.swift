import Domain
import Language

/// A reply that leaves: a goodbye, a click of the line or a turned back, to a customer whose matter is open and for
/// whom the reply does nothing.
struct Departure {
  private let reply: ReadReply
  private let reading: Reading

  init(_ reply: ReadReply, _ reading: Reading) {
    self.reply = reply
    self.reading = reading
  }

  /// The words that leave; nil where somebody takes over, something was done, or the customer was done.
  var range: TextRange? {
    guard let last = reading.customerTurn(before: reply.turn), !isWork, !isSignedOff(last) else { return nil }
    let isLeaving = isCurt && (isOpen(last) || isRebuke)
    return (isOpen(last) ? acted : nil) ?? (isLeaving ? said : nil)
  }

  /// "Cheerio." - "Hullo? ... Hullo?": a goodbye, and then the customer calls into a line that is dead.
  var deadLine: TextRange? {
    guard reply.turn == reading.replies.last?.turn, let after = reading.customerTurns.last,
      after.turn > reply.turn, let before = reading.customerTurn(before: reply.turn), !isSignedOff(before),
      after.reply.words.count <= 8, after.reply.tokens.contains(where: { $0.normal == "?" }),
      after.reply.words.contains(where: { ["hello", "hullo", "hallo", "there"].contains($0.normal) })
    else { return nil }
    return reply.sentences.last { sentence in
      reply.words(of: sentence).contains {
        Self.goodbyes.contains($0) || ["lunch", "closing", "off"].contains($0)
      } && !sentence.isQuestion
    }?.range
  }

  /// "I don't have to listen to this": a no in the first person, heard as the end of the talk.
  private var isRebuke: Bool {
    reply.heard(.endsContact, atLeast: 0.9) != nil
      && reply.reply.tokens.contains { $0.subject == .speaker && $0.stance.contains(.negated) }
  }

  private func isSignedOff(_ turn: HeardTurn) -> Bool {
    turn.heard(.thanks, atLeast: 0.5)
      || turn.mentions(.signOffs).contains { $0.tokens.upperBound + 5 >= turn.reply.tokens.count }
  }

  /// Asked, or told of trouble.
  private func isOpen(_ turn: HeardTurn) -> Bool {
    let isAsking = turn.reply.tokens.contains { $0.normal == "?" }
    return isAsking || [.question, .request, .trouble, .anger].contains { turn.heard($0, atLeast: 0.5) }
  }

  private var isWork: Bool {
    let acts: [ServiceAct] = [
      .done, .remedy, .handOver, .carriedOver, .commitment, .ownership, .answer, .holdLine, .alternative,
      .findsOut, .safetyResponse, .apology, .boundary, .selfService, .timeGiven,
    ]
    return acts.contains { reply.heard($0, atLeast: 0.5) != nil }
      || reading.actions.contains {
        $0.isDeed && $0.turn > (reading.customerTurn(before: reply.turn)?.turn ?? 0)
      }
  }

  // MARK: Said

  /// A no, a push away or an ending is all that comes with the goodbye.
  private var isCurt: Bool {
    reply.reply.words.count <= 30
      && [.refusal, .deflection, .endsContact, .sendsAway].contains { reply.heard($0, atLeast: 0.6) != nil }
  }

  private var said: TextRange? {
    reply.sentences.last { sentence in
      let words = reply.words(of: sentence)
      guard !sentence.isQuestion, words.count <= 6 else { return false }
      return words.contains(where: Self.goodbyes.contains)
        || ["that's it", "ta ra", "ta-ra"].contains(where: words.joined(separator: " ").contains)
    }?.range
  }

  private static let goodbyes: Set<String> = [
    "bye", "goodbye", "ciao", "cheerio", "adios", "farewell", "tschüss", "tara",
  ]

  // MARK: Acted

  /// "*hangs up*", "*turns round and goes into the back office*": between asterisks, with no way back.
  private var acted: TextRange? {
    Self.directions(in: reply.text).first { range in
      let words = Set(Reply(reply.words(at: range)).words.map(\.normal))
      guard words.isDisjoint(with: Self.returns) else { return false }
      if !words.isDisjoint(with: ["click", "clicks"]) { return words.count <= 3 }
      if !words.isDisjoint(with: ["hangs", "hang", "slams"]) { return true }
      return !words.isDisjoint(with: [
        "turns", "walks", "goes", "leaves", "storms", "wanders", "shuts", "pulls",
      ])
        && !words.isDisjoint(with: ["away", "off", "out", "back", "round", "shutter", "office", "window"])
        && isLast(range)
    }
  }

  /// Little is said after it, and nothing is offered.
  private func isLast(_ range: TextRange) -> Bool {
    let after = reply.reply.words.filter { TextRange($0.range).start >= range.end }
    return after.count <= 4
  }

  private static let returns: Set<String> = [
    "comes", "returns", "fetch", "fetches", "brings", "with", "get", "gets", "look", "looks", "check",
    "checks",
    "screen", "ask", "asks", "them", "you", "find", "finds", "page", "paper", "reader", "key",
  ]

  /// Stretches between two asterisks.
  private static func directions(in text: String) -> [TextRange] {
    let marks = text.utf8.enumerated().filter { $0.element == 0x2A }.map(\.offset)
    return stride(from: 0, to: marks.count - 1, by: 2).map { TextRange(marks[$0] + 1, marks[$0 + 1]) }
  }
}
