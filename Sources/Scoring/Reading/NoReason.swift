import Domain
import Language

/// Why a wish is turned down; naming the rule that forbids it says no more than the no.
struct NoReason {
  private let reply: ReadReply
  private let no: RefusedWish
  private let place: Int
  private let wished: Set<String>

  init(_ reply: ReadReply, _ no: RefusedWish, wished: Set<String>) {
    self.wished = wished
    self.reply = reply
    self.no = no
    place = reply.sentenceIndex(of: no.hit.tokens.lowerBound) ?? 0
  }

  var isGiven: Bool { isSaid || holdsItself || followsSign || leadsToNo || isTurned || isToldNext }

  /// "Wish we could, but that wok sees peanuts all day": what stands behind "but" where the no was only wished away.
  private var isTurned: Bool {
    let sentence = reply.sentences[place].tokens
    let but = sentence.first { $0 >= no.hit.tokens.lowerBound && reply.reply.tokens[$0].normal == "but" }
    guard let but, reply.normalWords(no.hit.tokens).contains(where: Self.wishing.contains) else {
      return false
    }
    let rest = (but + 1)..<max(but + 1, sentence.upperBound)
    let words = reply.normalWords(rest)
    return words.count >= 4 && !WayOn.isOffering(words) && says(rest)
      && !reply.told(.refusals).contains { rest.contains($0.tokens.lowerBound) && $0.tokens.count > 4 }
  }

  private static let wishing: Set<String> = [
    "wish", "love", "gladly", "happily", "like", "please", "only", "if",
  ]

  /// "It has to stay in the vault. Its binding came loose last winter": the sentence behind the no goes on about the
  /// thing, and offers, asks and sends nowhere.
  private var isToldNext: Bool {
    guard place + 1 < reply.sentences.count else { return false }
    let next = reply.sentences[place + 1]
    let words = reply.normalWords(next.tokens)
    guard next.standing == .own, !next.isQuestion, words.count >= 3,
      words.count >= 5 && Self.goingOn.contains(words[0]) || Self.isLacking(words),
      Set(words).isDisjoint(with: Self.offering), says(next.tokens)
    else { return false }
    return !reply.hears(
      .alternative, .remedy, .sendsAway, .selfService, .refusal, .acknowledgement, .apology, .background,
      .checksBack, in: next)
  }

  /// "No machine here", "we have no machine", "there is no room left": what is not there for it.
  private static func isLacking(_ words: [String]) -> Bool {
    words[0] == "no" && !["problem", "worries", "bother", "need", "idea"].contains(words[1])
      || [["we", "have", "no"], ["there", "is", "no"], ["there", "are", "no"]].contains(
        Array(words.prefix(3)))
  }

  private static let goingOn: Set<String> = [
    "it", "its", "they", "their", "them", "the", "that", "those", "these", "there", "he", "she", "his", "her",
    "our", "every", "each", "all", "any",
  ]
  private static let offering: Set<String> = ["you", "your", "shall", "try", "instead", "also", "but"]

  /// Words of reason, or a reason heard, in the sentence of the no, right behind it or shortly before.
  private var isSaid: Bool {
    reply.mentioned(.reasons).contains { hit in
      guard let at = reply.sentenceIndex(of: hit.tokens.lowerBound), at <= place + 1, place <= at + 3 else {
        return false
      }
      let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
      return reply.isOwn(hit.tokens.lowerBound) && !(at > place && offers(hit, at))
        && says(hit.tokens.lowerBound..<max(hit.tokens.upperBound, clause.upperBound))
    }
  }

  /// "Two things are worth a try: your card covers it, so ...": a reason for what is offered, not for the no.
  private func offers(_ reason: Hit, _ sentence: Int) -> Bool {
    let tokens = reply.sentences[sentence].tokens
    let isAim =
      tokens.contains(reason.tokens.upperBound)
      && reply.reply.tokens[reason.tokens].contains { $0.normal == "so" }
    return isAim
      || reply.mentioned(.alternatives).contains {
        tokens.contains($0.tokens.lowerBound) && $0.tokens.lowerBound <= reason.tokens.lowerBound
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
    if isGoneOn(from: start + (no.isBare ? 1 : 0), in: sentence) { return true }
    let sign = (start..<max(start, sentence.upperBound)).first { index in
      reply.reply.tokens[index].kind == .punctuation && signs.contains(reply.reply.tokens[index].normal)
    }
    guard let sign else { return false }
    let rest = (sign + 1)..<max(sign + 1, sentence.upperBound)
    let words = reply.reply.tokens[rest].filter(\.isWordLike)
    let isAgain =
      reply.told(.refusals).contains { rest.contains($0.tokens.lowerBound) }
      || words.contains { $0.normal == "sorry" }
    return words.count >= 2 && !WayOn.isOffering(words.map(\.normal)) && says(rest)
      && (!isAgain || words.count > 8)
  }

  /// "I'm not let, they count every box": a clause of its own behind the no, about somebody or something else.
  private func isGoneOn(from start: Int, in sentence: Range<Int>) -> Bool {
    reply.reply.clauses.contains { clause in
      guard clause.tokens.lowerBound >= start, sentence.contains(clause.tokens.lowerBound) else {
        return false
      }
      let words = reply.normalWords(clause.tokens)
      return words.count >= 4 && ["they", "it", "the", "he", "she", "every", "there"].contains(words[0])
        && !reply.told(.refusals).contains { clause.tokens.contains($0.tokens.lowerBound) }
        && says(clause.tokens)
    }
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
      token.value != nil
        || (token.carriesContent && !Self.rules.contains(token.stem) && !wished.contains(token.stem))
    }
  }

  private static let rules = Set(
    Reply(
      """
      policy policies rule rules terms conditions procedure procedures guideline guidelines regulation regulations
      system company contract data protection privacy legal reasons due unfortunately possible
      """
    ).words.map(\.stem))
}
