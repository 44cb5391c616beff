import Domain
import Language

/// Finds where a reply says another amount, day or name than the records do.
///
/// Only what can be compared safely: a value said of what the record speaks of, of the record's kind, that
/// stands nowhere in the orders, the articles, the policy or the talk.
struct RecordCheck {
  private let reading: Reading
  /// Every value the trainee could have from somewhere.
  private var known: [Value] = []
  /// Those of them that stand in the orders and articles.
  private var recorded: [Value] = []
  private var lines: [Line] = []

  /// A sentence of an article, or a line of an order, with its values.
  private struct Line {
    var terms: Set<String>
    var values: [Value]
    /// How many of its terms a reply must share.
    var least: Int
  }

  init(_ reading: Reading) {
    self.reading = reading
    guard let scenario = reading.scenario else { return }
    for order in scenario.customer.orders { take(order) }
    for article in scenario.articles { take(article) }
    recorded = known
    for field in scenario.customer.crm { known += Reply(field.text).values.map(\.value) }
    for limit in scenario.actions.compactMap(\.limit) {
      known += Reply(limit.description).values.map(\.value)
    }
    for turn in reading.heard { known += turn.reply.values.map(\.value) }
  }

  private mutating func take(_ order: Order) {
    if let paid = order.paid { known += Reply(paid.description).values.map(\.value) }
    for field in order.fields {
      let values = Reply(field.text).values.map(\.value)
      known += values
      let terms = Set(Reply(field.name.replacingUnderscores).tokens.compactMap(Term.of))
      if !values.isEmpty, !terms.isEmpty { lines.append(Line(terms: terms, values: values, least: 1)) }
    }
  }

  private mutating func take(_ article: Article) {
    let reply = Reply(article.text)
    known += reply.values.map(\.value)
    for sentence in reply.sentences {
      let tokens = reply.tokens[sentence.tokens]
      let values = tokens.compactMap(\.value)
      guard !values.isEmpty else { continue }
      lines.append(Line(terms: Set(tokens.compactMap(Term.of)), values: values, least: 3))
    }
  }

  /// The first amount, length of time, share or day that the trainee told as the records have it.
  func agreement() -> (reply: ReadReply, range: TextRange)? {
    reading.replies.lazy.compactMap { reply in
      reply.reply.tokens.indices.first { index in
        let token = reply.reply.tokens[index]
        guard token.kind != .number, token.kind != .identifier, token.stance.isAsserted, reply.isOwn(index),
          let value = token.value
        else { return false }
        return recorded.contains { $0.agrees(with: value) }
      }.map { (reply, TextRange(reply.reply.tokens[$0].range)) }
    }.first
  }

  /// What contradicts the records, with a few words on it, in the order said.
  func contradictions() -> [(reply: ReadReply, range: TextRange, note: String)] {
    guard reading.scenario != nil else { return [] }
    return reading.replies.flatMap { reply in
      paidOtherwise(in: reply) + saidOtherwise(in: reply) + namedOtherwise(in: reply)
    }
  }

  // MARK: Amounts

  /// "You paid 49 euros" where every order says another amount.
  private func paidOtherwise(in reply: ReadReply) -> [(reply: ReadReply, range: TextRange, note: String)] {
    let paid = reading.scenario?.customer.orders.compactMap(\.paid) ?? []
    guard !paid.isEmpty else { return [] }
    return reply.told(.tellsPaid).compactMap { hit in
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return nil }
      let wrong = sentence.tokens.first { index in
        index >= hit.tokens.lowerBound && isOddAmount(reply.reply.tokens[index])
      }
      return wrong.map { (reply, TextRange(reply.reply.tokens[$0].range), "the record says \(paid[0])") }
    }
  }

  private func isOddAmount(_ token: Token) -> Bool {
    guard token.stance.isAsserted, let value = token.value, case .money = value else { return false }
    return isUnknown(value)
  }

  private func isUnknown(_ value: Value) -> Bool { !known.contains { $0.agrees(with: value) } }

  // MARK: Values of articles and orders

  /// A length of time, a share or a day of the order that no record knows, said of what a record speaks of.
  private func saidOtherwise(in reply: ReadReply) -> [(reply: ReadReply, range: TextRange, note: String)] {
    let deeds = Set(Commitment.all(in: reply).map(\.sentence))
    return reply.sentences.indices.compactMap { place in
      let sentence = reply.sentences[place]
      guard !sentence.isQuestion, !deeds.contains(place) else { return nil }
      let terms = Set(sentence.tokens.compactMap { Term.of(reply.reply.tokens[$0]) })
      let wrong = sentence.tokens.first { index in
        let token = reply.reply.tokens[index]
        guard token.stance.isAsserted, let value = token.value, isUnknown(value) else { return false }
        return lines.contains { line in
          line.terms.intersection(terms).count >= line.least
            && line.values.contains { Self.sameKind($0, value) }
        }
      }
      return wrong.map { (reply, TextRange(reply.reply.tokens[$0].range), "the records say otherwise") }
    }
  }

  /// Whether two values answer one question, so that they cannot both be right.
  private static func sameKind(_ one: Value, _ two: Value) -> Bool {
    switch (one, two) {
    case (.percent, .percent), (.duration, .duration): true
    case (.day(.weekday), .day(.weekday)), (.day(.calendar), .day(.calendar)): true
    default: false
    }
  }

  // MARK: Names

  /// "Dear Mr Smith" to somebody called Moreau.
  private func namedOtherwise(in reply: ReadReply) -> [(reply: ReadReply, range: TextRange, note: String)] {
    guard !reading.customerNames.isEmpty, reply.number == 1, let first = reply.sentences.first else {
      return []
    }
    let words = first.tokens.filter { reply.reply.tokens[$0].isWordLike }.prefix(4)
    guard words.count >= 2, Self.greetings.contains(reply.reply.tokens[words[0]].normal) else { return [] }
    let rest = words.dropFirst().drop { Self.titles.contains(reply.reply.tokens[$0].normal) }
    guard let place = rest.first, isStrangeName(place, in: reply, first.tokens) else { return [] }
    return [
      (
        reply, TextRange(reply.reply.tokens[place].range),
        "the customer is \(reading.customerNames[0].sentenceCased)"
      )
    ]
  }

  private func isStrangeName(_ place: Int, in reply: ReadReply, _ sentence: Range<Int>) -> Bool {
    let token = reply.reply.tokens[place]
    let next = place + 1 < sentence.upperBound ? reply.reply.tokens[place + 1] : nil
    let stands = next.map { [",", "!", ".", ":"].contains($0.normal) } ?? true
    guard token.kind == .word, token.letterCase == .capitalised, stands, token.carriesContent else {
      return false
    }
    if Self.everybody.contains(token.normal) { return false }
    return !reading.customerNames.contains {
      $0.prefix(3) == token.normal.prefix(3) || $0.hasPrefix(token.normal)
    }
  }

  private static let greetings: Set<String> = ["dear", "hello", "hi", "hey"]
  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "."]
  private static let everybody: Set<String> = [
    "sir", "madam", "maam", "customer", "guest", "friend", "all", "everyone", "team", "valued", "member",
    "folks",
    "morning", "afternoon", "evening", "welcome", "there", "again", "colleague", "love", "mate", "dear",
  ]
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
