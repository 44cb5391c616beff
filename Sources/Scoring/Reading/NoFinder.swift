import Domain
import Language

/// A wish turned down.
struct RefusedWish {
  var hit: Hit
  /// Whether it opens with a bare "no" or "not": what follows in its sentence says why.
  var isBare: Bool
}

/// Finds the sentence that says no: by the words of the list, by meaning, or as a denial right after a wish.
enum NoFinder {
  static func no(in reply: ReadReply, of reading: Reading) -> RefusedWish? {
    let wish = reading.customerTurns.last { $0.turn < reply.turn }.flatMap { isWish($0) ? $0 : nil }
    let exceptions = reply.mentioned(.refusalExceptions)
    let spoken = Hit.joined(reply.told(.refusals)).first { hit in
      !exceptions.contains { $0.tokens.overlaps(hit.tokens) }
        && (isByWords(hit, reply) || isMeant(hit, reply, wish))
    }
    let bare = wish.flatMap { _ in bareNo(in: reply) }
    if let bare, bare.tokens.lowerBound <= spoken?.tokens.lowerBound ?? .max {
      return RefusedWish(hit: bare, isBare: true)
    }
    if let spoken { return RefusedWish(hit: spoken, isBare: false) }
    return wish.flatMap { denial(of: $0, in: reply) }.map { RefusedWish(hit: $0, isBare: false) }
  }

  private static func isByWords(_ hit: Hit, _ reply: ReadReply) -> Bool {
    (reply.phrases[.refusals] ?? []).contains { $0.holds && $0.tokens.overlaps(hit.tokens) }
  }

  /// A no heard by its meaning alone needs a wish before it, or a denial in it; not knowing is no refusal.
  private static func isMeant(_ hit: Hit, _ reply: ReadReply, _ wish: HeardTurn?) -> Bool {
    guard reply.isOwn(hit.tokens.lowerBound) else { return false }
    let place = reply.sentenceIndex(of: hit.tokens.lowerBound)
    let others = reply.acts.filter {
      reply.sentenceIndex(of: $0.passage.tokens.lowerBound) == place
        && [.unknown, .apology, .done].contains($0.act)
    }
    guard others.isEmpty else { return false }
    let isDenied = reply.reply.tokens[hit.tokens].contains { $0.stance.contains(.negated) }
    let isSure = reply.acts.contains {
      $0.act == .refusal && $0.passage.tokens == hit.tokens && $0.probability >= 0.6
    }
    return isSure && (wish != nil || isDenied)
  }

  /// A sentence that opens with "no" or "not": "Not to Word yet".
  private static func bareNo(in reply: ReadReply) -> Hit? {
    reply.mentioned(.bareRefusals).first { hit in
      reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound == hit.tokens.lowerBound
    }
  }

  /// The first sentence after a wish, when it denies something the wish speaks of: "Word isn't there".
  private static func denial(of wish: HeardTurn, in reply: ReadReply) -> Hit? {
    let terms = Set(wish.reply.tokens.compactMap(Term.of))
    let first = reply.sentences.first { $0.wordCount >= 2 && $0.standing == .own && !$0.isQuestion }
    guard let first else { return nil }
    let tokens = reply.reply.tokens[first.tokens]
    let denied = tokens.contains {
      $0.stance.contains(.negated) && ["is", "are", "can", "do", "does", "will", "not"].contains($0.normal)
    }
    guard denied, tokens.contains(where: { Term.of($0).map(terms.contains) ?? false }) else { return nil }
    return Hit(tokens: first.tokens, range: first.range)
  }

  private static func isWish(_ turn: HeardTurn) -> Bool {
    turn.reply.words.contains { wishes.contains($0.normal) }
      || turn.acts.contains { $0.act == .request && $0.probability >= 0.6 }
  }

  private static let wishes: Set<String> = [
    "can", "could", "may", "want", "would", "please", "possible", "let",
  ]
}

/// What can be done after a no: an offer in words or by meaning, or something the customer is told to do instead.
struct WayOn {
  private let reply: ReadReply

  init(_ reply: ReadReply) { self.reply = reply }

  func first(besides refusal: Hit?) -> TextRange? {
    offer ?? instruction(besides: refusal)
  }

  /// Words that offer something, with at least two words after them to say what.
  private var offer: TextRange? {
    let refusals = reply.told(.refusals)
    return reply.mentioned(.alternatives).first { hit in
      guard isOffer(hit) else { return false }
      guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
      let follows = sentence.tokens.upperBound - hit.tokens.upperBound
      let isInRefusal = refusals.contains { $0.tokens.overlaps(hit.tokens) }
      return !isInRefusal && (follows >= 2 || sentence.wordCount >= 5)
    }?.range
  }

  /// Meant as said, or with its condition after it: "I could do one o'clock if that helps".
  private func isOffer(_ hit: Hit) -> Bool {
    guard reply.isOwn(hit.tokens.lowerBound) else { return false }
    if hit.isOffered { return true }
    guard !reply.reply.stance(of: hit.tokens).contains(.negated) else { return false }
    let opens =
      reply.reply.clauses.first { $0.tokens.contains(hit.tokens.lowerBound) }?.tokens.lowerBound ?? 0
    return !["if", "unless"].contains(reply.reply.tokens[opens].normal)
      && hit.tokens.lowerBound > 0 && reply.word(before: hit.tokens.lowerBound) != "if"
  }

  /// "Use RTF", "try it at the basin": a deed asked of the customer, in the sentence of the no or after it.
  private func instruction(besides refusal: Hit?) -> TextRange? {
    let start = refusal.flatMap { reply.sentenceIndex(of: $0.tokens.lowerBound) } ?? 0
    let away = Set(
      reply.told(.sendsAway, .blaming).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let step = Steps(reply).bySentence.first { $0.sentence >= start && !away.contains($0.sentence) }
    return step.map { reply.sentences[$0.sentence].range }
  }
}

/// Why a wish is turned down; naming the rule that forbids it says no more than the no.
struct NoReason {
  private let reply: ReadReply
  private let no: RefusedWish
  private let place: Int

  init(_ reply: ReadReply, _ no: RefusedWish) {
    self.reply = reply
    self.no = no
    place = reply.sentenceIndex(of: no.hit.tokens.lowerBound) ?? 0
  }

  var isGiven: Bool { isSaid || holdsItself || followsSign || leadsToNo }

  /// Words of reason, or a reason heard, in the sentence of the no or beside it.
  private var isSaid: Bool {
    reply.mentioned(.reasons).contains { hit in
      guard let at = reply.sentenceIndex(of: hit.tokens.lowerBound), abs(at - place) <= 1 else {
        return false
      }
      let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
      return reply.isOwn(hit.tokens.lowerBound)
        && says(hit.tokens.lowerBound..<max(hit.tokens.upperBound, clause.upperBound))
    }
  }

  /// "Too late", "sold out", "more than I may give": a no that tells what is so.
  private var holdsItself: Bool {
    let words = Set(reply.reply.tokens[no.hit.tokens].map(\.normal))
    return !words.isDisjoint(with: Self.states)
  }

  private static let states: Set<String> = [
    "more", "above", "beyond", "over", "too", "sold", "booked", "stock", "only",
  ]

  /// What stands after a colon or dash behind the no, and after the comma behind a bare "no": "No, we close at five".
  private var followsSign: Bool {
    let sentence = reply.sentences[place].tokens
    let start = max(no.isBare ? no.hit.tokens.lowerBound : no.hit.tokens.upperBound, sentence.lowerBound)
    let signs: Set<String> = no.isBare ? [":", ";", "-", "–", "—", ","] : [":", "-", "–", "—"]
    let sign = (start..<max(start, sentence.upperBound)).first { index in
      reply.reply.tokens[index].kind == .punctuation && signs.contains(reply.reply.tokens[index].normal)
    }
    guard let sign else { return false }
    let rest = (sign + 1)..<max(sign + 1, sentence.upperBound)
    let words = reply.reply.tokens[rest].filter(\.isWordLike)
    return words.count >= 2 && !WayOn.isOffering(words.map(\.normal)) && says(rest)
  }

  /// "..., so I can't go down to 262".
  private var leadsToNo: Bool {
    guard let clause = reply.clause(of: no.hit.tokens.lowerBound)?.tokens,
      let sentence = reply.sentence(of: clause.lowerBound)?.tokens, clause.lowerBound > sentence.lowerBound
    else { return false }
    return reply.reply.tokens[clause].first(where: \.isWordLike)?.normal == "so"
      && says(sentence.lowerBound..<clause.lowerBound)
  }

  /// Whether words say more than that a rule is a rule.
  private func says(_ tokens: Range<Int>) -> Bool {
    reply.reply.tokens[tokens].contains { token in
      token.value != nil || (token.carriesContent && !Self.rules.contains(token.stem))
    }
  }

  private static let rules = Set(
    Reply(
      """
      policy policies rule rules terms conditions procedure procedures guideline guidelines regulation regulations
      system company data protection privacy legal reasons due unfortunately possible
      """
    ).words.map(\.stem))
}

extension WayOn {
  /// Whether words open an offer rather than a reason.
  static func isOffering(_ words: [String]) -> Bool {
    words.prefix(2).contains { ["you", "can", "could", "shall", "try", "use", "but"].contains($0) }
  }
}
