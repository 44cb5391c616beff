import Domain
import Language

/// Whether the trainee asks or says why it happened, no later than the fix.
///
/// Does not apply where nothing went wrong. Going after the cause ("I will find out why") counts as much as
/// knowing it; a reason for saying no does not.
struct TellsRootCause: CriterionKind {
  let keyword = "root-cause"
  let summary = "Asks or says why it went wrong, before or with the fix."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let causes = reading.replies.flatMap { reply in
      Self.causes(in: reply, reading).map { (reply: reply, tokens: $0) }
    }
    guard Self.wentWrong(reading) else {
      return Finding.notApplicable("Nothing went wrong, so there is no cause to look for.")
    }
    let first = causes.first
    let fix = Self.firstFix(in: reading)
    let isInTime = first.map { cause in fix.map { cause.reply.number <= $0 } ?? true } ?? false
    var finding = Finding()
    finding.ask("Asks or says why it happened", first != nil)
    finding.ask("Before the fix, or together with it", isInTime)
    if let first {
      finding.quote(
        first.reply.quote(
          first.reply.wholeClause(of: first.tokens), .earned, isInTime ? "the cause" : "after the fix"))
    }
    return finding.evidence(
      Self.reason(found: first != nil, isInTime: isInTime),
      better: Self.better(first?.reply, reading, criterion))
  }

  /// Told in so many words, or heard surely where nobody only asks for something.
  private static func wentWrong(_ reading: Reading) -> Bool {
    if Fault.isTheirs(in: reading) { return false }
    return Fault.isOurs(in: reading) || Grievance.isTold(in: reading)
      || reading.customerTurns.contains { $0.sureness(of: .trouble) >= 0.5 && !Grievance.isWaived(by: $0) }
  }

  // MARK: Causes

  private static func causes(in reply: ReadReply, _ reading: Reading) -> [Range<Int>] {
    let refusals = reply.told(.refusals)
    let faults = reply.named(.trouble, .faults)
    let said = reply.earning(.causes).filter { tells($0, in: reply, refusals, faults) }
    let sought = reply.offered(.findsCause).filter { !isWhyOfTalk($0, in: reply) }
    let asked = reply.offered(.diagnosing).filter { isPut($0, in: reply) && !isOfRecord($0, in: reply) }
    let told = Account.told(in: reply, reading).filter { !refusals.begin(in: $0) }
    return (said + sought + asked).map(\.tokens).sorted { $0.lowerBound < $1.lowerBound } + told
      + replied(in: reply, reading)
  }

  /// A cause is said of something that happened: not of a no, not of a question, and with words after it.
  private static func tells(
    _ hit: Hit, in reply: ReadReply, _ refusals: [Hit], _ faults: [Hit]
  ) -> Bool {
    guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
    let sentence = reply.sentences[place]
    guard !sentence.isQuestion, sentence.wordCount >= 3 else { return false }
    if refusals.begin(in: part(of: hit, in: sentence, reply)) || isApology(hit, in: reply) { return false }
    let isBecause = reply.reply.tokens[hit.tokens.lowerBound].normal == "because"
    if isBecause, !givesCause(hit, in: sentence, reply) { return false }
    if isPromised(hit, in: reply) || Account.isVague(after: hit.tokens.upperBound, in: reply) { return false }
    let near = max(place - 1, 0)...place
    return near.contains { speaksOfFault(reply.sentences[$0], reply, faults) }
  }

  /// The part of a sentence between "and" and "and", or between signs that part sentences, in which words stand: a no
  /// beside it is another matter.
  private static func part(of hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int> {
    let cuts = sentence.tokens.filter { ["and", ";", ":", "–", "—"].contains(reply.reply.tokens[$0].normal) }
    let start = cuts.last { $0 < hit.tokens.lowerBound } ?? sentence.tokens.lowerBound
    let end = cuts.first { $0 >= hit.tokens.upperBound } ?? sentence.tokens.upperBound
    return start..<max(start, end)
  }

  /// "I apologise that we charged you twice", heard as a cause by its meaning alone: what somebody is sorry for.
  private static func isApology(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard !(reply.phrases[.causes] ?? []).contains(where: { $0.tokens.overlaps(hit.tokens) }) else {
      return false
    }
    let clauses = reply.reply.clauses.count { $0.tokens.overlaps(hit.tokens) }
    return clauses <= 1 && reply.mentioned(.apology).contains { hit.tokens.overlaps($0.tokens) }
  }

  /// "I will refund the double payment" says what is done, not what happened.
  private static func isPromised(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound) else { return false }
    return clause.tokens.prefix { $0 < hit.tokens.lowerBound }.contains { index in
      ["will", "shall"].contains(reply.reply.tokens[index].normal)
        && reply.reply.tokens[index].subject == .speaker
    }
  }

  /// "Because" after "I ask", "I will" or "thank you" gives a reason of the trainee's, not the cause.
  private static func givesCause(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let before = reply.reply.tokens[sentence.tokens.lowerBound..<hit.tokens.lowerBound]
    let after = reply.reply.tokens[hit.tokens.upperBound..<sentence.tokens.upperBound]
    guard after.count(where: \.isWordLike) >= 2 else { return false }
    let isOfFeeling = reply.written(.feelings).beginning(in: before.indices).contains { !$0.isReported }
    let isOwnDeed =
      before.last { ["i", "it", "this", "that", "you", "they", "we"].contains($0.normal) }?.normal == "i"
    return !isOfFeeling && !isOwnDeed
      || before.contains { ["sorry", "apologise", "apologize", "see"].contains($0.normal) }
  }

  private static func speaksOfFault(_ sentence: ReadSentence, _ reply: ReadReply, _ faults: [Hit]) -> Bool {
    if !sentence.matter.isEmpty { return true }
    if reply.reply.tokens[sentence.tokens].contains(where: { ["it", "this", "that"].contains($0.normal) }) {
      return true
    }
    return faults.begin(in: sentence.tokens)
  }

  /// "I see why you are upset" looks into nothing.
  private static func isWhyOfTalk(_ hit: Hit, in reply: ReadReply) -> Bool {
    let opening = [
      reply.reply.tokens[hit.tokens.lowerBound].normal, reply.word(before: hit.tokens.lowerBound) ?? "",
    ]
    guard opening.contains(where: { ["understand", "see", "know", "explain", "get"].contains($0) }) else {
      return false
    }
    let rest = reply.reply.tokens[hit.tokens.upperBound...].prefix(8).map(\.stem)
    return !Set(rest).isDisjoint(with: feelings)
  }

  private static let feelings = Set(
    Reply("feel feels upset angry annoyed frustrated frustrating ask asking worried disappointed").words.map(
      \.stem))

  /// "What's the order number?", "is the email address still yours?", "which train, and did you have a seat?": asked
  /// to find or book something.
  private static func isOfRecord(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    let words = reply.normalWords(sentence.tokens)
    if words.contains(where: records.contains) { return true }
    // "And which bank is it?" goes on with the form.
    return words.first == "and"
      && reply.sentences.contains { earlier in
        earlier.isQuestion && earlier.tokens.upperBound <= sentence.tokens.lowerBound
          && reply.normalWords(earlier.tokens).contains(where: records.contains)
      }
  }

  private static let records: Set<String> = [
    "number", "name", "address", "email", "postcode", "reference", "booking", "seat", "birth", "receipt",
  ]

  /// "And why?" "A tree on the line": the first thing told to somebody who asked for the cause, neither sorry nor a
  /// deed, a no or what to do.
  private static func replied(in reply: ReadReply, _ reading: Reading) -> [Range<Int>] {
    guard let turn = reading.customerTurn(before: reply.turn), asksWhy(turn) else { return [] }
    let deeds = Set(Commitment.all(in: reply).map(\.sentence)).union(Steps(reply).bySentence.map(\.sentence))
    let polite = Set(
      reply.mentioned(.apology, .thanks, .refusals, .background).compactMap {
        reply.sentenceIndex(of: $0.tokens.lowerBound)
      })
    let first = reply.sentences.indices.first { place in
      let sentence = reply.sentences[place]
      return sentence.standing == .own && !sentence.isQuestion && sentence.wordCount >= 4
        && !deeds.contains(place) && !polite.contains(place)
    }
    guard let sentence = first.map({ reply.sentences[$0] }), isReason(sentence, in: reply),
      sentence.tokens.count(where: { isNews($0, in: reply, reading) }) >= 2
    else { return [] }
    return [sentence.tokens]
  }

  /// "A tree on the line", "coach F isn't on it", "the driver fell ill": without a verb, with a no or told of the past.
  private static func isReason(_ sentence: ReadSentence, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    guard !words.contains(where: ["i", "we", "you", "let", "please"].contains) else { return false }
    return words.contains { ["not", "no", "nobody"].contains($0) }
      || sentence.tokens.contains { Account.isPast(reply.reply.tokens[$0]) }
      || !words.contains(where: finite.contains)
  }

  private static let finite: Set<String> = [
    "is", "are", "am", "has", "have", "can", "will", "do", "does", "may", "must", "should", "could", "would",
  ]

  private static func isNews(_ index: Int, in reply: ReadReply, _ reading: Reading) -> Bool {
    let token = reply.reply.tokens[index]
    return token.kind == .word && token.carriesContent && token.stance.isAsserted && !Account.isVague(token)
      && !reading.saidStems.contains(token.stem) && !reading.customerNames.contains(token.normal)
  }

  /// "And why?", "why is my seat gone??", "how come?"; "why not?" and "why don't you" ask for something else.
  private static func asksWhy(_ turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let words = turn.reply.words(in: sentence.tokens).drop { ["and", "but", "so", "then"].contains($0) }
      let pair = words.prefix(2)
      return pair.first == "why" && !["not", "do", "would", "should"].contains(pair.last ?? "")
        || pair == ["how", "come"]
    }
  }

  private static func isPut(_ hit: Hit, in reply: ReadReply) -> Bool {
    reply.sentence(of: hit.tokens.lowerBound)?.isQuestion ?? false
      || reply.reply.stance(of: hit.tokens).contains(.asked)
  }

  // MARK: The fix

  private static let repairs = Set(
    Reply(
      "refund reimburse credit resend replace repair fix mend correct cancel remove waive rebook exchange"
    ).words
      .map(\.stem))

  /// The number of the reply that fixes first, or comes with the fix: an act that changes something, or a fix said to be done or on its way.
  private static func firstFix(in reading: Reading) -> Int? {
    let looking: Set<String> = [
      "lookup", "verify", "hold", "resume", "note", "transfer", "escalate", "callback",
    ]
    let act = reading.actions.first { action in
      action.tellsDeed || action.happened && !looking.contains(firstWord(action.act.taken.name))
    }
    let promise = reading.replies.first { reply in
      reply.told(.remedies).contains { hit in
        reply.reply.tokens[hit.tokens].contains { ["put", "gave", "sent"].contains($0.normal) }
          || Account.isGiven(hit.tokens, in: reply)
      }
        || Commitment.all(in: reply).contains { deed in
          reply.reply.tokens[deed.tokens].contains { repairs.contains($0.stem) }
        }
    }
    let told = reading.replies.first(where: isGiven)
    return [act.map { replyOf($0, reading) }, promise?.number, told?.number].compactMap { $0 }.min()
  }

  /// The reply an act belongs to: the next one, or the one before where the customer speaks in between.
  private static func replyOf(_ action: ReadAction, _ reading: Reading) -> Int {
    guard let next = reading.replies.first(where: { $0.turn > action.turn }),
      reading.customerTurns(in: action.turn..<next.turn).isEmpty
    else { return max(action.repliesBefore, 1) }
    return next.number
  }

  /// "I've made you a fresh one", "38s going out express tonight": what puts it right, told as given or done.
  private static func isGiven(_ reply: ReadReply) -> Bool {
    reply.heard(.remedy, .done, surely: 0.7).contains { act in
      reply.sentence(of: act.passage.tokens.lowerBound).map { !$0.isQuestion } ?? false
    }
  }

  private static func firstWord(_ name: String) -> String {
    String(name.prefix { $0 != " " })
  }

  // MARK: Words

  private static func reason(found: Bool, isInTime: Bool) -> String {
    if !found { return "Nobody asked or said where the trouble came from." }
    return isInTime
      ? "You went for the cause, not only for what it did."
      : "The cause came after the fix; look for it first, so that the fix holds."
  }

  private static func better(_ found: ReadReply?, _ reading: Reading, _ criterion: Criterion) -> String? {
    guard found == nil, let reply = reading.replies.first(where: { !Commitment.all(in: $0).isEmpty }),
      let deed = Commitment.all(in: reply).first(where: \.isOwn),
      reply.reply.tokens[deed.tokens].contains(where: { ["will", "shall"].contains($0.normal) }),
      let sentence = Rewording(reply, sentenceOf: deed.tokens.lowerBound)
    else { return criterion.better }
    return sentence.appending(", and find out why it happened")
  }

  let examples = RootCauseExamples.all
}
