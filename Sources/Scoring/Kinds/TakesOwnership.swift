import Domain
import Language

/// Whether the trainee takes the matter on in the first person, with a deed, and pushes it to nobody.
///
/// Always applies once a reply was sent.
struct TakesOwnership: CriterionKind {
  let keyword = "ownership"
  let summary =
    "Takes it on: 'I will' or 'I have' with a deed; does not push it to others, a rule or a machine."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let own = reading.replies.flatMap { reply in
      reply.earning(.ownership)
        .filter { !Self.isGivenUp($0, in: reply) && !Commitment.isDoubted($0.tokens, in: reply) }
        .map { (reply, $0) }
    }
    let deeds = reading.replies.flatMap { reply in
      (Commitment.done(in: reply) + Commitment.offers(in: reply)).filter {
        $0.isOwn && !Self.isAvowal($0.tokens, in: reply)
      }
      .map { (reply, $0.tokens) }
    }
    let done = reading.replies.flatMap { reply in Self.doneByNobody(in: reply).map { (reply, $0) } }
    let others = reading.replies.flatMap { reply in
      (Commitment.all(in: reply).filter { !$0.isOwn }.map(\.tokens)
        + reply.reply.clauses.compactMap {
          reply.isOwn($0.tokens.lowerBound) ? DoersDeed.tokens(in: $0.tokens, of: reply) : nil
        }).filter { !Self.isAvowal($0, in: reply) }.map { (reply, $0) }
    }
    let avows =
      reading.replies.contains { reply in
        reply.reply.clauses.contains {
          reply.isOwn($0.tokens.lowerBound) && Self.isAvowal($0.tokens, in: reply)
        }
      }
      || reading.replies.contains { !Admission.told(in: $0).isEmpty }
    let pushed = Errand.all([.deflection], in: reading)
    let sent = reading.replies.flatMap { reply in Self.leftToThem(in: reply).map { (reply, $0) } }
    let heard = reading.replies.flatMap { reply in Self.heardDeeds(in: reply).map { (reply, $0) } }
    let isByPerson =
      deeds.contains { Self.isByPerson($1, in: $0) } || heard.contains { Self.saysI($1, in: $0) }
      || own.contains { Self.isByPerson($1.tokens, in: $0) }
    let owns =
      isByPerson || own.contains { reply, hit in !reply.normalWords(hit.tokens).contains("we") } || avows
    let acts = !deeds.isEmpty || !done.isEmpty || !heard.isEmpty || !others.isEmpty
    if !owns, !acts, pushed.isEmpty, !Self.isInNeed(reading) {
      return Finding.notApplicable("The customer wanted nothing that had to be taken on.")
    }
    var finding = Finding()
    finding.ask("Speaks of it as their own: 'I will', 'I have', 'leave it with me'", owns)
    finding.ask("Says what they do about it", acts)
    if acts || !pushed.isEmpty {
      finding.ask("Pushes it to nobody else, no rule and no machine", pushed.isEmpty && sent.isEmpty)
    }
    for (reply, range) in sent { finding.quote(reply.quote(range, .lost, "left to the customer")) }
    if let deed = ProvenDeed.best(deeds) ?? ProvenDeed.best(done) ?? ProvenDeed.best(heard)
      ?? ProvenDeed.best(others)
    {
      finding.quote(deed.quote(deeds.isEmpty ? "done, but by whom" : "takes it on"))
    } else if let (reply, hit) = own.first {
      finding.quote(reply.quote(hit.range, .earned, "the deed is missing"))
    }
    for errand in pushed.prefix(2) {
      finding.quote(errand.reply.quote(errand.hit.range, .lost, "pushes it away"))
    }
    return finding.evidence(
      Self.reason(owns: owns, acts: acts, pushes: !pushed.isEmpty),
      better: Self.better(pushed.first.map { ($0.reply, $0.hit) }, own, acts: acts, criterion))
  }

  /// "There is nothing I can do", "nowt I can send": words of taking on in a sentence that pushes it away.
  private static func isGivenUp(_ hit: Hit, in reply: ReadReply) -> Bool {
    if reply.comesToNothing(hit.tokens) { return true }
    let first = reply.sentence(of: hit.tokens.lowerBound)?.tokens.lowerBound ?? hit.tokens.lowerBound
    let lead = reply.normalWords(max(first, hit.tokens.lowerBound - 3)..<hit.tokens.lowerBound)
    return lead.contains { ["nothing", "nowt", "little", "naught", "nuttin"].contains($0) }
      || reply.told(.deflection).contains { $0.tokens.overlaps(hit.tokens) }
  }

  /// What was heard as done or promised, in words that name somebody or are a deed done to the customer's things.
  private static func heardDeeds(in reply: ReadReply) -> [Range<Int>] {
    reply.heard(.commitment, .done, surely: 0.55).filter { act in
      let tokens = act.passage.tokens
      guard let sentence = reply.sentence(of: tokens.lowerBound), !sentence.isQuestion else { return false }
      return !reply.hears(.deflection, .refusal, .endsContact, .makesRepeat, in: sentence)
        && !isComfort(reply.normalWords(tokens)) && !isAvowal(tokens, in: reply)
        && !isBookkeeping(tokens, in: reply) && !tokens.contains { GoneBy.isTold(at: $0, in: reply) }
        && !isNothing(tokens, in: reply)
        && !reply.reply.tokens[tokens].contains { $0.stance.contains(.reported) }
        && !isTheirs(tokens, in: reply)
        && (saysI(tokens, in: reply) || !reply.told(.causes).begin(in: sentence.tokens))
        && reply.reply.tokens[tokens].contains { $0.carriesContent && $0.stance.isAsserted }
    }
    .map(\.passage.tokens)
  }

  /// "You will still see both on this bill", "perhaps I come next week": what befalls the customer, or nobody is held to.
  private static func isTheirs(_ tokens: Range<Int>, in reply: ReadReply) -> Bool {
    let first = reply.normalWords(tokens).first ?? ""
    return first == "you" || Commitment.doubts.contains(first)
  }

  /// "I have ordered nothing today", "glad we sorted it".
  private static func isNothing(_ tokens: Range<Int>, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(tokens)
    return words.contains { ["nothing", "nobody", "nowt"].contains($0) }
      || words.first.map { ["glad", "happy", "pleased", "sorry"].contains($0) } ?? false
  }

  /// "I take full responsibility", "this one is mine": taken on, with nothing done about it yet.
  private static func isAvowal(_ tokens: Range<Int>, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: tokens.lowerBound)?.tokens else { return false }
    let words = reply.normalWords(clause)
    return words.contains { ["i", "my", "mine", "me"].contains($0) }
      && words.contains { ["responsibility", "ownership", "accountability", "mine"].contains($0) }
  }

  /// "I am here for you", "I am looking after you".
  private static func isComfort(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { ["for", "after", "with"].contains($0.0) && $0.1 == "you" }
      && words.count <= 7
  }

  /// "We will ring the depot" leaves open who; "I", a name, or a chat's "Checking now" does not.
  private static func isByPerson(_ deed: Range<Int>, in reply: ReadReply) -> Bool {
    !reply.normalWords(deed).contains { ["we", "our", "us"].contains($0) }
  }

  private static func saysI(_ deed: Range<Int>, in reply: ReadReply) -> Bool {
    reply.normalWords(deed).contains { ["i", "my", "myself", "me"].contains($0) }
  }

  /// "You'd have to fetch them yourself": the running is the customer's.
  private static func leftToThem(in reply: ReadReply) -> [TextRange] {
    reply.sentences.filter { $0.standing == .own && !$0.isQuestion }.compactMap { sentence in
      let words = reply.normalWords(sentence.tokens)
      let isLeft = words.indices.dropLast(2).contains { index in
        words[index] == "you"
          && words[(index + 1)...].prefix(3).contains { ["have", "need", "must"].contains($0) }
          && words[index...].prefix(14).contains { ["yourself", "yourselves"].contains($0) }
      }
      return isLeft && !words.contains("not") ? sentence.range : nil
    }
  }

  /// Whether the customer asked for anything, or told of a fault.
  private static func isInNeed(_ reading: Reading) -> Bool {
    if isPlain(reading) { return false }
    return reading.customerTurns.isEmpty || Grievance.isTold(in: reading)
      || reading.asks.contains { $0.kind == .deed } || !reading.asks.isEmpty && !isAnswered(reading)
      || reading.customerTurns.contains { !$0.mentions(.requests).isEmpty || !$0.mentions(.remedies).isEmpty }
      || reading.customerTurns.contains { turn in
        let isPraise = turn.sureness(of: .thanks) >= 0.5
        let weighing: [ServiceAct] = [.request, .trouble, .anger, .worry]
        return (isPraise ? weighing : weighing + [.efforts, .earlierContact]).contains {
          turn.sureness(of: $0) >= 0.5
        }
      }
  }

  /// Nothing but questions, none for a deed, no trouble, and answered.
  private static func isPlain(_ reading: Reading) -> Bool {
    !reading.asks.isEmpty && !reading.asks.contains { $0.kind == .deed } && !Grievance.isLikely(in: reading)
      && isAnswered(reading)
      && reading.customerTurns.allSatisfy { turn in
        turn.mentions(.efforts).isEmpty && turn.sureness(of: .request) < 0.5
          && (turn.reply.sentences.count == 1 || turn.reply.sentences.allSatisfy { isBrief($0, turn.reply) })
      }
  }

  /// A question, or a line of thanks or a no beside it.
  private static func isBrief(_ sentence: Passage, _ reply: Reply) -> Bool {
    reply.words(in: sentence.tokens).count <= 4 || reply.tokens[sentence.tokens].contains { $0.normal == "?" }
  }

  /// "Open on Monday?" "Yes, ten till four": told on the spot, with nothing to take on.
  private static func isAnswered(_ reading: Reading) -> Bool {
    reading.replies.contains { reply in
      !reply.heard(.answer, surely: 0.6).isEmpty
        || SentenceRole.roles(in: reply, of: reading).contains(.tells)
    }
  }

  /// "Your refund has been issued": a deed of which nobody says that they did it.
  private static func doneByNobody(in reply: ReadReply) -> [Range<Int>] {
    reply.earning(.done).map(\.tokens).filter { tokens in
      reply.reply.tokens[tokens.lowerBound].normal == "been"
        && !isBookkeeping(tokens.lowerBound..<min(tokens.upperBound + 1, reply.reply.tokens.count), in: reply)
    }
      + reply.sentences.compactMap { promised(in: $0, reply) ?? clipped(in: $0, reply) }
      + reply.reply.clauses.map(\.tokens).filter { isSettled($0, reply) }
  }

  /// "Ride closed. Excess charges removed.": a thing and what was done to it, in telegram style.
  private static func clipped(in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int>? {
    guard sentence.standing == .own, !sentence.isQuestion, (2...6).contains(sentence.wordCount) else {
      return nil
    }
    let places = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }
    let tokens = places.map { reply.reply.tokens[$0] }
    guard let last = tokens.last, last.normal.hasSuffix("ed"), last.stance.isAsserted, last.carriesContent,
      !arriving.contains(last.normal),
      !["closed", "expected", "delayed", "limited"].contains(last.normal)
        || tokens.count == 2,
      tokens.dropLast().contains(where: \.carriesContent),
      !tokens.contains(where: { WordLists.grammar.contains($0.normal) })
    else { return nil }
    return places.last.map { $0..<$0 + 1 }
  }

  /// "Your letter has been received and is being processed": it came, and nobody did anything about it.
  private static func isBookkeeping(_ tokens: Range<Int>, in reply: ReadReply) -> Bool {
    let words = reply.normalWords(tokens)
    return zip(words, words.dropFirst()).contains {
      ["been", "being"].contains($0.0) && arriving.contains($0.1)
    } && !words.contains { ["i", "we", "my", "our"].contains($0) }
  }

  private static let arriving: Set<String> = [
    "received", "noted", "registered", "recorded", "acknowledged", "processed", "queued", "read", "seen",
    "handled",
  ]

  /// "That is done", "all done", "it's done:" as short as "done".
  private static func isSettled(_ clause: Range<Int>, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: clause.lowerBound), sentence.standing == .own,
      !sentence.isQuestion
    else { return false }
    let words = reply.normalWords(clause).drop { ["hello", "hi", "hiya", "yes", "right", "ok"].contains($0) }
    let rest = words.drop { ["it", "that", "this", "is", "all", "now", "already"].contains($0) }
    return rest.first == "done" && rest.count <= 3 && !words.contains("not")
  }

  /// "Ana is booked for Thursday at ten": in place already, and not "the hall is booked until May".
  private static func isBooked(_ index: Int, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard ["is", "are"].contains(tokens[index - 1].normal),
      ["booked", "reserved", "scheduled", "arranged"].contains(tokens[index].normal),
      !["we", "i", "you", "it", "all"].contains(tokens[index - 2].normal), index + 2 < tokens.count
    else { return false }
    return tokens[index + 1].normal == "for"
      && tokens[(index + 2)...].prefix(3).contains { [.date, .time].contains($0.kind) || $0.normal == "you" }
  }

  /// "The tiles will be collected tomorrow".
  private static func promised(in sentence: ReadSentence, _ reply: ReadReply) -> Range<Int>? {
    guard sentence.standing == .own, !sentence.isQuestion else { return nil }
    return sentence.tokens.dropFirst(2).first { index in
      let token = reply.reply.tokens[index]
      return token.stance.isAsserted && token.normal.hasSuffix("ed") && token.carriesContent
        && (reply.reply.tokens[index - 1].normal == "be" && reply.reply.tokens[index - 2].normal == "will"
          || isBooked(index, reply))
    }
    .map { $0..<$0 + 1 }
  }

  private static func reason(owns: Bool, acts: Bool, pushes: Bool) -> String {
    if pushes { return "The customer hears that somebody else should deal with it; say what you will do." }
    if !owns { return "Nobody said 'I will': the customer does not know who has it in hand." }
    return acts ? "You took it on and said what you do." : "You took it on; say also what you will do."
  }

  private static func better(
    _ pushed: (ReadReply, Hit)?, _ own: [(ReadReply, Hit)], acts: Bool, _ criterion: Criterion
  ) -> String? {
    if let (reply, hit) = pushed, let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound) {
      let words = reply.words(at: hit.range)
      if let turned = turned(words) { return sentence.replacing(hit.range, with: turned).sentenceCased }
    }
    guard let (reply, hit) = own.first, !acts,
      let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound)
    else { return criterion.better }
    // "Leave it with me" goes on; what has words of its own behind it would run on.
    guard sentence.isShort else { return criterion.better }
    return sentence.appending(": I will check it now and tell you what I find")
  }

  /// "you need to call" becomes "I will call": the same deed in the right hands.
  private static func turned(_ words: String) -> String? {
    let lowered = words.lowercased()
    for lead in [
      "you will need to ", "you will have to ", "you need to ", "you have to ", "you must ", "you should ",
    ]
    where lowered.hasPrefix(lead) {
      return "I will " + words.dropFirst(lead.count)
    }
    return nil
  }

  let examples = [
    CriterionExample(
      "I will, with a deed", .met, quotes: ["I will call the depot for you"],
      [
        .customer("My parcel is lost."), .trainee("I will call the depot for you."),
      ]),
    CriterionExample(
      "a contraction is the same promise", .met, quotes: ["I'll now open a trace"],
      [
        .customer("My parcel is lost."), .trainee("I'll now open a trace."),
      ]),
    CriterionExample(
      "a chat leaves out the person", .met, quotes: ["Checking this with the depot now"],
      [
        .customer("My parcel is lost."), .trainee("Checking this with the depot now."),
      ]),
    CriterionExample(
      "asking somebody else oneself is no push", .met, quotes: ["I will call the carrier myself"],
      [
        .customer("My parcel is lost."),
        .trainee("You need not contact the carrier, I will call the carrier myself.", channel: "email"),
      ]),
    CriterionExample(
      "a refund nobody has made is half", .partly, quotes: ["has been issued"],
      [
        .customer("I was charged twice."), .trainee("Your refund has been issued.", channel: "email"),
      ]),
    CriterionExample(
      "what is seen on the screen is no deed", .missed,
      [
        .customer("The app freezes when I open the order."), .trainee("I open the order and it freezes."),
      ]),
    CriterionExample(
      "leave it with me, without a deed", .partly, quotes: ["Leave it with me"],
      [
        .customer("My parcel is lost."), .trainee("Leave it with me."),
      ]),
    CriterionExample(
      "you need to call", .missed, quotes: ["You need to call"],
      [
        .customer("My parcel is lost."), .trainee("You need to call the carrier."),
      ]),
    CriterionExample(
      "the system will not", .missed, quotes: ["the system does not"],
      [
        .customer("My parcel is lost."), .trainee("Well, the system does not show it."),
      ]),
    CriterionExample(
      "I will not is no promise", .missed,
      [
        .customer("My parcel is lost."), .trainee("I will not call the depot."),
      ]),
    CriterionExample(
      "the number of a parcel tracks nothing", .missed,
      [
        .customer("Where is my lamp?"),
        .trainee("The lamp should reach you on Wednesday, tracking HH7781."),
      ]),
    CriterionExample(
      "what comes to nothing, and what was only found", .missed,
      [
        .customer("My parcel is lost."),
        .trainee("I have ordered nothing today. Glad we sorted it."),
      ]),
    CriterionExample(
      "that is done", .partly, quotes: ["That is done."],
      [
        .customer("I was charged twice."), .trainee("That is done. You will still see both on this bill."),
      ]),
    CriterionExample(
      "you got to do it", .missed,
      [
        .customer("My parcel is lost."), .trainee("You got to log in with the same account."),
      ]),
    CriterionExample(
      "what I would do if", .missed,
      [
        .customer("My parcel is lost."), .trainee("If I were you I would be sad."),
      ]),
  ]
}
