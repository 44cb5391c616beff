import Domain
import Language

/// Finds what a longer reply is there for: the sentence that answers or acts, and what only leads up to it.
///
/// To a question the point is the first sentence that answers it; to a trouble or a wish it is the deed, the no or
/// the way on, and a sentence that merely tells counts where there is none of these.
struct ReplyPoint {
  let reply: ReadReply
  private let roles: [SentenceRole]
  private let asks: [CustomerAsk]
  private let isQuestioned: Bool
  private let deeds: Set<Int>
  private let refusals: Set<Int>
  private let ways: Set<Int>
  /// Sentences that tell how it came, or own up to it.
  private let accounts: Set<Int>
  private let heard: [(act: ServiceAct, sentence: Int)]
  /// Whether some sentence holds the kind of value that was asked for.
  private var hasFit = false

  init(_ reply: ReadReply, _ reading: Reading) {
    self.reply = reply
    roles = SentenceRole.roles(in: reply, of: reading)
    let since = reply.number > 1 ? reading.replies[reply.number - 2].turn : -1
    let recent = reading.customerTurns(in: since..<max(reply.turn, since + 1))
    let asks = recent.flatMap { reading.asksByTurn[$0.turn] ?? [] }
    self.asks = asks
    isQuestioned =
      asks.contains { $0.kind != .deed }
      || recent.contains { turn in
        turn.acts.contains { $0.act == .question && $0.probability >= Self.sure }
          && !turn.acts.contains { $0.act == .request }
      }
    heard = reply.acts.filter { $0.probability >= Self.sure }.compactMap { heard in
      reply.sentenceIndex(of: heard.passage.tokens.lowerBound).map { (heard.act, $0) }
    }
    deeds = Self.deeds(in: reply, roles, heard)
    refusals = Self.places(reply.told(.refusals), reply)
    ways = Set(Steps(reply).bySentence.map(\.sentence))
      .union(heard.filter { [.alternative, .handOver, .selfService].contains($0.act) }.map(\.sentence))
    accounts = Set(
      (Account.told(in: reply, reading) + Admission.told(in: reply)).compactMap {
        reply.sentenceIndex(of: $0.lowerBound)
      })
    hasFit = reply.sentences.indices.contains(where: fits)
  }

  /// An act alone moves a sentence only where it was heard this surely.
  private static let sure = 0.6

  private static func places(_ hits: [Hit], _ reply: ReadReply) -> Set<Int> {
    Set(hits.compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
  }

  // MARK: Order

  /// Sentences that are neither greeting nor closing.
  var body: [Int] { roles.indices.filter { roles[$0] != .frame } }

  /// Index of the sentence that answers or acts; where none does, of the first question.
  var point: Int? {
    let place =
      isQuestioned
      ? body.first { acts($0) || answers($0) || (isHowTo && ways.contains($0)) }
      : body.first { acts($0) || opensWithYesOrNo($0) || ways.contains($0) || tellsOfTheirs($0) }
        ?? body.first { answers($0) || roles[$0] == .asks }
    return place ?? body.first { roles[$0] == .asks }
  }

  private var isHowTo: Bool { asks.contains { $0.kind == .way } }

  /// "Your suitcase is in Madrid": how it stands now with what the customer brought.
  private func tellsOfTheirs(_ index: Int) -> Bool {
    roles[index] == .tells && isAddressed(index) && !isPast(index) && !reply.sentences[index].matter.isEmpty
  }

  private func acts(_ index: Int) -> Bool { deeds.contains(index) || refusals.contains(index) }

  /// Whether a sentence takes up what was told or felt, and says nothing yet.
  func acknowledges(_ index: Int) -> Bool {
    if acts(index) { return false }
    if roles[index] == .acknowledges { return true }
    return heard.contains { $0.sentence == index && Self.acknowledging.contains($0.act) }
      && !answers(index)
  }

  private static let acknowledging: Set<ServiceAct> = [.impact, .apology, .thanksFor, .acknowledgement]

  /// Whether a sentence tells rules and routines: it can wait.
  private func isBackground(_ index: Int) -> Bool {
    guard roles[index] != .frame, roles[index] != .asks, !acknowledges(index) else { return false }
    return roles[index] == .background || heard.contains { $0.sentence == index && $0.act == .background }
  }

  /// "The mast was damaged in the storm", "it was packed wrongly": what happened to theirs, no routine.
  func takesUp(_ index: Int) -> Bool {
    if acts(index) || isBackground(index) { return false }
    return accounts.contains(index)
      || !reply.sentences[index].matter.isEmpty
        && heard.contains { $0.sentence == index && [.cause, .recap, .history].contains($0.act) }
  }

  /// What once was, told to somebody who asked a question; to somebody in trouble it is what happened to them.
  private func isLongAgo(_ index: Int) -> Bool {
    ![.frame, .asks].contains(roles[index]) && !acknowledges(index) && isPast(index) && !leadsUp(index)
      && !takesUp(index)
  }

  /// What stands before the point and could have waited; words between two of sympathy belong to them.
  ///
  /// Before a point that comes early that is a rule or a routine alone, and to a question what once was.
  func waiting(before point: Int, isEarly: Bool) -> Int? {
    let sympathy = body.last { $0 < point && acknowledges($0) } ?? -1
    return body.first { place in
      place < point
        && (isBackground(place) || isQuestioned && isLongAgo(place)
          || !isEarly && (isHouseTalk(place) && !acknowledges(place) || place > sympathy && isTelling(place)))
    }
  }

  /// Whether a sentence says something at all: no greeting, no question, no "let me look".
  private func isTelling(_ index: Int) -> Bool {
    ![.frame, .asks].contains(roles[index]) && !acknowledges(index) && !leadsUp(index) && !takesUp(index)
  }

  private func leadsUp(_ index: Int) -> Bool {
    heard.contains { $0.sentence == index && $0.act == .holdLine }
      || Commitment.all(in: reply).contains { $0.sentence == index && Self.isLeadingUp($0, reply) }
  }

  // MARK: Deeds

  /// Looking and reading lead up to a deed; they are none.
  private static let leadingUp: Set<String> = [
    "explain", "read", "note", "look", "review", "check", "see", "understand", "start",
  ]

  private static func isLeadingUp(_ deed: Commitment, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[deed.tokens].last.map { leadingUp.contains($0.stem) } ?? false
  }

  private static func deeds(
    in reply: ReadReply, _ roles: [SentenceRole], _ heard: [(act: ServiceAct, sentence: Int)]
  ) -> Set<Int> {
    let real = Commitment.all(in: reply).filter { !isLeadingUp($0, reply) }.map(\.sentence)
    let read = Set(real.filter { roles[$0] == .acts || roles[$0] == .asks })
    let meant = heard.filter { doing.contains($0.act) }.map(\.sentence)
    let holding = Set(heard.filter { $0.act == .holdLine }.map(\.sentence))
    let own = meant.filter { reply.sentences[$0].standing == .own && !reply.sentences[$0].isQuestion }
    return read.union(Set(own).subtracting(holding))
  }

  private static let doing: Set<ServiceAct> = [
    .commitment, .done, .remedy, .handOver, .findsOut, .protectedDeed,
  ]

  // MARK: Answers

  private func answers(_ index: Int) -> Bool {
    let sentence = reply.sentences[index]
    guard ![.frame, .asks, .acknowledges].contains(roles[index]), sentence.standing == .own,
      sentence.wordCount >= 3
    else { return false }
    if opensWithYesOrNo(index) || fits(index) { return true }
    if hasFit || isHouseTalk(index) { return false }
    if roles[index] == .background { return false }
    if isAboutAsk(index) { return true }
    return !isPast(index) && (isAddressed(index) || isHeardAnswer(index))
  }

  private func opensWithYesOrNo(_ index: Int) -> Bool {
    let words = words(index).map(\.normal).drop { ["so", "well", "oh", "ah", "and"].contains($0) }.prefix(2)
    if isVerdict(index) { return true }
    guard let first = words.first, Self.openers.contains(first) else { return false }
    return !(words.count == 2 && ["problem", "worries", "bother"].contains(words.last ?? ""))
  }

  /// "It is still possible", "that is included": a yes or a no to what was asked, in other words.
  private func isVerdict(_ index: Int) -> Bool {
    guard asks.contains(where: { $0.kind == .yesOrNo }), !reply.sentences[index].isQuestion else {
      return false
    }
    let words = words(index).map(\.normal)
    guard words.count >= 3, ["it", "that", "this", "they"].contains(words[0]),
      ["is", "are"].contains(words[1])
    else { return false }
    let rest = words[2...].drop { ["still", "not", "also", "all", "already", "no", "longer"].contains($0) }
    return rest.first.map(Self.verdicts.contains) ?? false
  }

  private static let verdicts: Set<String> = [
    "possible", "included", "covered", "allowed", "fine", "ok", "okay", "available", "free", "valid",
    "permitted",
  ]

  private static let openers: Set<String> = [
    "yes", "yep", "yeah", "no", "nope", "certainly", "absolutely", "sure", "definitely", "aye",
  ]

  /// Whether a sentence holds the kind of value that was asked for: an amount, a time, a cause.
  private func fits(_ index: Int) -> Bool {
    asks.contains { ask in
      switch ask.kind {
      case .when: return words(index).contains { [.time, .date, .duration].contains($0.kind) }
      case .amount: return words(index).contains { [.money, .percent].contains($0.kind) }
      case .cause: return Self.places(reply.told(.causes), reply).contains(index)
      case .place: return Self.places(reply.told(.places), reply).contains(index)
      case .way, .thing, .yesOrNo, .deed: return false
      }
    }
  }

  private func isAboutAsk(_ index: Int) -> Bool {
    let terms = Set(words(index).compactMap(Term.of))
    return asks.contains { ask in
      !ask.terms.isEmpty && ask.terms.intersection(terms).count >= min(2, ask.terms.count)
    }
  }

  /// An answer heard by meaning that speaks of one thing: "the prize closed on Friday, so it is too late".
  private func isHeardAnswer(_ index: Int) -> Bool {
    heard.contains { $0.sentence == index && $0.act == .answer }
      && words(index).first.map {
        ["the", "it", "that", "this", "she", "he", "they", "so"].contains($0.normal)
      }
        ?? false
  }

  private func isAddressed(_ index: Int) -> Bool {
    words(index).contains { ["you", "your", "yours", "u", "ur"].contains($0.normal) }
  }

  /// "Crowns count as major work", "we have been here since 1911": all of them and the house, not this one.
  private func isHouseTalk(_ index: Int) -> Bool {
    let words = words(index)
    guard words.count >= 3, let first = words.first, !acts(index), !fits(index) else { return false }
    if ["we", "our"].contains(first.normal) { return !isAddressed(index) && !isAboutAsk(index) }
    let isDefined = first.kind == .word && first.carriesContent && words[1].normal == "is"
    if isDefined, ["a", "an"].contains(words[2].normal) { return true }
    return first.kind == .word && first.carriesContent && first.normal.hasSuffix("s")
      && first.normal != first.stem && words[1].kind == .word && !words.contains { $0.value != nil }
  }

  /// Whether a sentence tells only what once was.
  private func isPast(_ index: Int) -> Bool {
    let words = words(index)
    let isGone = words.prefix(5).contains { Self.past.contains($0.normal) || $0.normal.hasSuffix("ed") }
    return isGone && !words.contains { Self.present.contains($0.normal) }
  }

  private static let past: Set<String> = ["was", "were", "had", "did", "used"]
  private static let present: Set<String> = [
    "is", "are", "am", "will", "can", "may", "has", "have", "must", "need", "do", "does", "shall", "could",
    "would", "should", "now", "not",
  ]

  private func words(_ index: Int) -> [Token] {
    let tokens = reply.sentences[index].tokens.map { reply.reply.tokens[$0] }
    // "*looks at it* Yes, by Friday": what was seen, not said.
    let isStaged = tokens.first?.normal == "*"
    let end = isStaged ? tokens.dropFirst().firstIndex { $0.normal == "*" } : nil
    return tokens[(end.map { $0 + 1 } ?? 0)...].filter(\.isWordLike)
  }
}
