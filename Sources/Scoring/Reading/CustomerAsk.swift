import Domain
import Language

/// Something the customer asked: a question, or a deed they want done.
struct CustomerAsk: Hashable, Sendable {
  /// What an answer must hold.
  enum Kind: Hashable, Sendable {
    case when, amount, place, cause, way, thing, yesOrNo, deed
  }

  /// Index into the transcript's turns.
  var turn: Int
  var kind: Kind
  /// What it is about, in terms.
  var terms: Set<String>
  /// Whether it opens another matter ("also, is the trip on?"), so that words about the first do not answer it.
  var isBeside = false
  /// The auxiliary it opens with: "is the pool open?".
  var opener: String?

  /// For a sentence to the trainee: "when it happens".
  var words: String {
    switch kind {
    case .when: "when, or how long"
    case .amount: "how much"
    case .place: "where it is"
    case .cause: "why"
    case .way: "how to do it"
    case .thing: "which, what or who"
    case .yesOrNo: "a yes or a no"
    case .deed: "something to be done"
    }
  }
}

/// Finds what customers ask; sighs put as questions are none.
struct AskReader {
  private let names: Set<String>

  init(_ reading: Reading) { names = Set(reading.customerNames) }

  /// The asks of the talk in order; those of the time before it only where the talk itself has none.
  static func asks(in reading: Reading) -> [CustomerAsk] {
    let reader = AskReader(reading)
    let asks = reading.customerTurns.filter { !$0.isEarlier }.flatMap(reader.asks)
    return asks.isEmpty ? reading.customerTurns.filter(\.isEarlier).flatMap(reader.asks) : asks
  }

  private func asks(in turn: HeardTurn) -> [CustomerAsk] {
    turn.reply.sentences.filter { !isSigh($0.tokens, turn) }.flatMap { sentence in
      parts(of: sentence.tokens, turn).compactMap { ask(in: $0, sentence.tokens, turn) }
    }
  }

  /// A sigh opens with words of the list, or is too short to ask anything.
  private func isSigh(_ sentence: Range<Int>, _ turn: HeardTurn) -> Bool {
    let opening = sentence.filter { turn.reply.tokens[$0].isWordLike }.prefix(3)
    let terms = sentence.compactMap { Term.of(turn.reply.tokens[$0]) }
    let words = opening.map { turn.reply.tokens[$0].normal }
    if words.first == "who", words.dropFirst(2).first == "not" { return true }
    return turn.mentions(.rhetorical).contains { hit in
      opening.contains(hit.tokens.lowerBound) && (hit.tokens.count >= 2 || terms.isEmpty)
    }
  }

  // MARK: Parts

  /// The clauses of a sentence that ask, each with what follows it and asks nothing of its own.
  private func parts(of sentence: Range<Int>, _ turn: HeardTurn) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for clause in turn.reply.clauses where sentence.contains(clause.tokens.lowerBound) {
      if opens(clause.tokens, sentence, turn) {
        parts.append(clause.tokens)
      } else if let last = parts.last {
        parts[parts.count - 1] = last.lowerBound..<clause.tokens.upperBound
      }
    }
    return parts.flatMap { halves(of: $0, turn) }
  }

  private func opens(_ clause: Range<Int>, _ sentence: Range<Int>, _ turn: HeardTurn) -> Bool {
    let stance = turn.reply.stance(of: clause)
    if !stance.isDisjoint(with: [.conditional, .reported]) { return false }
    if turn.mentions(.requests).beginning(in: clause).contains(where: { !$0.isDenied }) { return true }
    let isMarked = turn.reply.tokens[sentence].contains { $0.normal == "?" }
    let first = clause.lazy.map { turn.reply.tokens[$0] }.filter(\.isWordLike).prefix(3)
    let isAsking = first.contains { Self.askers.contains($0.normal) }
    let words = clause.lazy.map { turn.reply.tokens[$0] }.filter(\.isWordLike).map(\.normal)
    if Self.isInverted(Array(words.prefix(4))) || Self.wanting.contains(words.first ?? "") { return true }
    return isAsking && (isMarked || stance.contains(.asked))
      || isMarked && clause.upperBound == sentence.upperBound
        && stance.contains(.asked)
  }

  /// "When does it come and how much is it" asks twice.
  private func halves(of part: Range<Int>, _ turn: HeardTurn) -> [Range<Int>] {
    let tokens = turn.reply.tokens
    let cut = part.dropFirst(2).first { index in
      index + 1 < part.upperBound && ["and", "or"].contains(tokens[index].normal)
        && Self.questionWords.contains(tokens[index + 1].normal)
    }
    guard let cut else { return [part] }
    return [part.lowerBound..<cut] + halves(of: (cut + 1)..<part.upperBound, turn)
  }

  /// "Why is the shower cold again": asked by its order, with or without a mark.
  private static func isInverted(_ words: [String]) -> Bool {
    guard words.count >= 4, let place = words.prefix(2).firstIndex(where: { $0 == "why" }) else {
      return false
    }
    return ["is", "are", "was", "were", "do", "does", "did", "has", "have"].contains(words[place + 1])
  }

  /// "Want it repaired": a wish without its "I".
  private static let wanting: Set<String> = ["want", "wanna", "need"]

  private static let questionWords: Set<String> = [
    "when", "where", "why", "how", "what", "which", "who", "whose", "whether",
  ]

  /// What a question for a yes or a no opens with.
  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "shall", "should",
    "may", "has", "have", "had", "am",
  ]

  private static let askers = questionWords.union(auxiliaries).union(["any"])

  // MARK: One ask

  private func ask(in part: Range<Int>, _ sentence: Range<Int>, _ turn: HeardTurn) -> CustomerAsk? {
    let tokens = part.map { turn.reply.tokens[$0] }
    let kind = kind(
      of: tokens, isRequest: turn.mentions(.requests).begin(in: part))
    var terms = Set(tokens.filter { !names.contains($0.normal) }.compactMap(Term.of))
    switch kind {
    case .thing, .yesOrNo, .deed:
      if terms.isEmpty, refersBack(tokens) {
        terms = Set(turn.reply.tokens.filter { !names.contains($0.normal) }.compactMap(Term.of))
      }
      guard !terms.isEmpty else { return nil }
    case .when, .amount, .place, .cause, .way: break
    }
    let opening = sentence.lazy.map { turn.reply.tokens[$0] }.first(where: \.isWordLike)?.normal
    let auxiliary = tokens.lazy.filter(\.isWordLike).prefix(3).first { Self.auxiliaries.contains($0.normal) }
    return CustomerAsk(
      turn: turn.turn, kind: kind, terms: terms, isBeside: ["also", "besides"].contains(opening ?? ""),
      opener: auxiliary?.normal)
  }

  /// "What can I do?", "is that a problem?", "can you give one back?": about what the turn told, though it names nothing
  /// itself.
  private func refersBack(_ tokens: [Token]) -> Bool { tokens.count(where: \.isWordLike) >= 3 }

  private func kind(of tokens: [Token], isRequest: Bool) -> CustomerAsk.Kind {
    let words = tokens.filter(\.isWordLike).map(\.normal)
    guard let place = questionPlace(in: words) else {
      if words.contains("explain") { return .cause }
      return isRequest && !Self.foretells(words) || isDeed(words) || Self.wanting.contains(words.first ?? "")
        ? .deed : .yesOrNo
    }
    let next = place + 1 < words.count ? words[place + 1] : ""
    switch words[place] {
    case "when": return .when
    case "where": return .place
    case "why": return .cause
    case "how":
      if ["much", "many"].contains(next) { return .amount }
      if ["long", "soon", "late", "often", "early", "quickly", "fast"].contains(next) { return .when }
      return next == "come" ? .cause : .way
    case "what":
      if ["time", "day", "date"].contains(next) { return .when }
      return words.contains { ["price", "cost", "fee", "charge", "pay", "owe"].contains($0) }
        ? .amount : .thing
    case "whether": return .yesOrNo
    default: return .thing
    }
  }

  /// "Will I lose my bonus?", "will it cost me?": about what is to come, and no wish.
  private static func foretells(_ words: [String]) -> Bool {
    words.first == "will" && ["i", "we"].contains(words.dropFirst().first ?? "")
  }

  /// The question word that asks: at the opening, or after "can you tell me".
  private func questionPlace(in words: [String]) -> Int? {
    words.indices.first { index in
      guard Self.questionWords.contains(words[index]) else { return false }
      return index < 3 && !words[..<index].contains { Self.pronouns.contains($0) }
        || words[max(0, index - 3)..<index].contains { Self.knowing.contains($0) }
    }
  }

  private static let pronouns: Set<String> = ["i", "you", "we", "it", "he", "she", "they", "me", "my"]

  private static let knowing: Set<String> = [
    "tell", "know", "say", "explain", "ask", "check", "see", "wonder", "wondering", "idea", "advise",
    "confirm",
  ]

  private func isDeed(_ words: [String]) -> Bool {
    words.prefix(3).contains { ["please", "pls", "plz", "kindly"].contains($0) }
  }
}
