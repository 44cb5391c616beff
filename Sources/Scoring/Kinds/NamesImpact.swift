import Domain

/// Whether the trainee names what the customer feels or what the failure did to them, tied to what happened.
///
/// Does not apply where the customer told of no trouble, feeling or consequence and the trainee named none.
struct NamesImpact: CriterionKind {
  let keyword = "names-impact"
  let summary = "Names the customer's feeling, or what it meant for them, and ties it to what happened."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let named = Self.named(in: reading)
    let tied = named.filter(\.isTied)
    guard Self.isDue(reading) || !tied.isEmpty && Self.isDenied(reading) else {
      return Finding.notApplicable("The customer told of nothing that weighed on them.")
    }
    let belittled = reading.replies.flatMap { reply in
      Slight.found(.minimising, .minimising, among: reply.told(.minimising), in: reply).map { (reply, $0) }
    }
    var finding = Finding()
    finding.ask("Names a feeling, or what it meant for the customer", !named.isEmpty)
    finding.ask("Ties it to what happened", !tied.isEmpty)
    if !named.isEmpty || !belittled.isEmpty { finding.ask("Does not make it smaller", belittled.isEmpty) }
    if let best = tied.first ?? named.first {
      finding.quote(
        best.reply.quote(best.hit.range, .earned, best.isTied ? "names it" : "what happened is missing"))
    }
    for (reply, hit) in belittled.prefix(2) {
      finding.quote(reply.quote(hit.range, .lost, "makes it smaller"))
    }
    return finding.evidence(
      Self.reason(isNamed: !named.isEmpty, isTied: !tied.isEmpty, belittles: !belittled.isEmpty),
      better: Self.better(named, reading, criterion))
  }

  /// A feeling or consequence the trainee named.
  private struct Naming {
    var reply: ReadReply
    var hit: Hit
    /// Whether the same sentence says what happened.
    var isTied: Bool
  }

  /// "Says delivered. Isn't.": something is not as it should be; with an impact named, that was a trouble.
  private static func isDenied(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      turn.reply.clauses.contains { clause in
        let words = turn.reply.tokens[clause.tokens].filter(\.isWordLike).map(\.normal)
        return words.contains("not") && !words.contains { ["i", "we", "do", "?"].contains($0) }
      }
    }
  }

  private static func isDue(_ reading: Reading) -> Bool {
    if reading.customerTurns.allSatisfy({ $0.sureness(of: .thanks) >= 0.5 }) { return false }
    return Grievance.isLikely(in: reading) || Fault.isOurs(in: reading) || isMourned(reading)
      || reading.customerTurns.contains { turn in
        [LexiconName.feelings, .impact].contains { list in
          turn.mentions(list).contains { $0.holds && !$0.isReported }
        } || turn.sureness(of: .efforts) >= 0.7 || turn.sureness(of: .earlierContact) >= 0.7
      }
  }

  /// Whether the customer only told what happened, and the trainee heard a trouble in it: an impact named, a cry, or
  /// money or goods given at the desk.
  private static func isMourned(_ reading: Reading) -> Bool {
    let isHeard =
      reading.actions.contains { $0.happened && amends.contains($0.act.taken.name) }
      || reading.replies.contains { reply in
        !reply.heard(.impact, surely: 0.8).isEmpty || HarmDone.isCried(in: reply)
      }
    return isHeard && reading.customerTurns.contains { Grievance.states($0) }
  }

  private static let amends: Set<String> = ["refund", "resend", "replace", "credit", "replacement"]

  private static func named(in reading: Reading) -> [Naming] {
    reading.replies.flatMap { reply in
      let stakes = reply.earning(.stakes).compactMap { stake($0, reply, reading) }
      let feelings = reply.earning(.feelings, .impact).compactMap { naming($0, reply) }
      let framed = Experience.framed(in: reply).filter { frame in
        !feelings.contains { $0.hit.tokens.overlaps(frame.tokens) }
      }.compactMap { naming($0, reply) }
      let harms = HarmDone.told(in: reply).map { Naming(reply: reply, hit: $0, isTied: true) }
      let felt = FeltWith.told(in: reply).filter { hit in
        !feelings.contains { $0.hit.tokens.overlaps(hit.tokens) }
      }.compactMap { naming($0, reply) }
      let all: [Naming] = [stakes, feelings, framed, harms, felt].flatMap { $0 }
      return all.sorted {
        $0.hit.tokens.lowerBound < $1.hit.tokens.lowerBound
      }
    }
  }

  private static let adverbs: Set<String> = [
    "so", "very", "really", "quite", "just", "also", "too", "rather",
  ]

  /// "I am annoyed" is the trainee's own feeling, "don't worry" names none.
  private static let denying: Set<String> = ["am", "not", "no", "never"]

  private static func naming(_ hit: Hit, _ reply: ReadReply) -> Naming? {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return nil }
    let before = reply.word(before: hit.tokens.lowerBound, skipping: adverbs)
    if before.map(denying.contains) ?? false || Experience.isTheirOwn(hit, in: reply) { return nil }
    if isRule(sentence, reply) || isDeed(hit, reply) || isErrand(hit, reply) { return nil }
    return Naming(reply: reply, hit: hit, isTied: isTied(hit, in: sentence, reply))
  }

  /// "Please ignore the letter": a word of feeling ("ignored") in the form of a deed.
  private static func isDeed(_ hit: Hit, _ reply: ReadReply) -> Bool {
    hit.tokens.count == 1 && Steps.isDeed(reply.reply.tokens[hit.tokens.lowerBound].normal)
  }

  /// "You will have to wait": told to do, and no sympathy.
  private static func isErrand(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    let words = reply.normalWords(clause)
    return words.indices.contains { words[$0...].starts(with: ["you", "will", "have", "to"]) }
  }

  /// "Gates may change at short notice": what is so for everybody names nothing of this customer's.
  private static func isRule(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.hears(.background, .nextIssue, in: sentence)
      && !reply.normalWords(sentence.tokens).contains { ["you", "your", "this", "that", "it"].contains($0) }
  }

  /// Whether the sentence says, besides the feeling, what happened: a thing, a fault, a time, an amount. "That must be
  /// frustrating" points to the sentence before it.
  private static func isTied(_ hit: Hit, in sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    if saysWhat(sentence, besides: hit.tokens, reply) { return true }
    if hit.tokens.count >= 5, holdsFact(hit.tokens, sentence, reply) { return true }
    guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
    let words = reply.reply.tokens[sentence.tokens].map(\.normal)
    if words.contains("because") { return true }
    if place > 0,
      isStatement(reply.sentences[place - 1]),
      saysWhat(reply.sentences[place - 1], besides: hit.tokens, reply)
    {
      return true
    }
    guard place + 1 < reply.sentences.count else { return false }
    let next = reply.sentences[place + 1]
    let opening = reply.reply.tokens[next.tokens].first(where: \.isWordLike)?.normal ?? ""
    let goesOn = [
      "especially", "right", "with", "and", "on", "when", "just", "after", "before", "particularly",
    ]
    return goesOn.contains(opening) && isStatement(next) && saysWhat(next, besides: hit.tokens, reply)
  }

  /// Whether an impact told in a whole clause says itself what happened.
  private static func holdsFact(_ tokens: Range<Int>, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.matter.contains(where: tokens.contains)
      || !reply.normalWords(sentence.tokens).contains("will")
        && tokens.contains { [.date, .time, .duration, .money].contains(reply.reply.tokens[$0].kind) }
  }

  private static func isStatement(_ sentence: ReadSentence) -> Bool {
    sentence.standing == .own && !sentence.isQuestion
  }

  private static func saysWhat(_ sentence: ReadSentence, besides taken: Range<Int>, _ reply: ReadReply)
    -> Bool
  {
    if sentence.matter.contains(where: { !taken.contains($0) }) { return true }
    let faults = reply.written(.trouble).beginning(in: sentence.tokens)
    if faults.contains(where: { $0.holds && !$0.tokens.overlaps(taken) }) { return true }
    return sentence.tokens.contains { index in
      guard !taken.contains(index) else { return false }
      switch reply.reply.tokens[index].kind {
      case .money, .date, .time, .duration, .identifier: return true
      case .number: return reply.reply.tokens[index].normal.utf8.count >= 2
      case .word, .percent, .address, .punctuation, .emoji: return false
      }
    }
  }

  /// A stake counts when the customer spoke of it and the sentence is more than the word itself.
  private static func stake(_ hit: Hit, _ reply: ReadReply, _ reading: Reading) -> Naming? {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return nil }
    guard sentence.wordCount >= 4, !sentence.isQuestion else { return nil }
    if isTrade(hit, reply) { return nil }
    let isTakenUp = hit.tokens.contains { reading.matter.contains(reply.reply.tokens[$0].stem) }
    return isTakenUp ? Naming(reply: reply, hit: hit, isTied: true) : nil
  }

  /// "Your ticket is refunded", "I'll change your ticket": the thing dealt with, and nothing that hangs on it.
  private static func isTrade(_ hit: Hit, _ reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens else { return false }
    if reply.told(.remedies).contains(where: { clause.contains($0.tokens.lowerBound) }) { return true }
    return Commitment.all(in: reply).contains { deed in
      clause.contains(deed.tokens.lowerBound)
        && (deed.tokens.upperBound...deed.tokens.upperBound + 1).contains(hit.tokens.lowerBound)
    }
  }

  private static func reason(isNamed: Bool, isTied: Bool, belittles: Bool) -> String {
    if belittles { return "A phrase here makes the trouble smaller than it is for the customer." }
    if !isNamed { return "Nothing names what it felt like, or what it meant, for the customer." }
    return isTied
      ? "You named what this meant for the customer."
      : "You named a feeling; say in the same breath what caused it."
  }

  private static func better(_ named: [Naming], _ reading: Reading, _ criterion: Criterion) -> String? {
    guard let naming = named.first, !naming.isTied,
      let sentence = Rewording(naming.reply, sentenceOf: naming.hit.tokens.lowerBound),
      let trouble = CustomerWords.trouble(in: reading)
    else { return criterion.better }
    return sentence.appending(", after what you told me: \"\(trouble)\"")
  }

  let examples = [
    CriterionExample(
      "feeling and fault in one sentence", .met, quotes: ["frustrating"],
      [
        .customer("My parcel was due Tuesday and nobody answers."),
        .trainee("It must be frustrating that the parcel has not come and nobody answered."),
      ]),
    CriterionExample(
      "what hangs on it is enough", .met, quotes: ["birthday"],
      [
        .customer("Where is it? My daughter's birthday is tomorrow and the parcel is late."),
        .trainee("And all that with her birthday tomorrow, I see why you ask."),
      ]),
    CriterionExample(
      "an impact in words no list has", .met, quotes: ["must have been backbreaking"],
      [
        .customer("The lift broke and I climbed to the sixth floor with the groceries."),
        .trainee(
          "Up to the sixth floor with the groceries, that must have been backbreaking.", channel: "phone"),
      ]),
    CriterionExample(
      "what they cannot do because of it", .met, quotes: ["nobody should have to bathe twins from a kettle"],
      [
        .customer("The boiler is broken and I bathe the twins from a kettle."),
        .trainee("I agree, nobody should have to bathe twins from a kettle.", channel: "social"),
      ]),
    CriterionExample(
      "how hard it is, said of what happened", .met, quotes: ["that is really hard"],
      [
        .customer("The lift is out again and I live on the sixth floor."),
        .trainee("The lift is out again, and that is really hard on the sixth floor."),
      ]),
    CriterionExample(
      "hard to say is no hardship", .missed,
      [
        .customer("My parcel is late again."), .trainee("The parcel left on Monday, it is hard to say more."),
      ]),
    CriterionExample(
      "the fault in the sentence before", .met, quotes: ["frustrating"],
      [
        .customer("My parcel is late again."),
        .trainee("So the parcel is late again. I know how frustrating that is.", channel: "sms"),
      ]),
    CriterionExample(
      "understanding the fault names no impact", .missed,
      [
        .customer("My parcel is late again."), .trainee("I understand how the parcel is late."),
      ]),
    CriterionExample(
      "must be at the depot is no feeling", .missed,
      [
        .customer("My parcel is late again."), .trainee("It must be at the depot."),
      ]),
    CriterionExample(
      "a feeling without the fault is half", .partly, quotes: ["frustrating"],
      [
        .customer("My parcel is late again."), .trainee("I can see how frustrating this is for you."),
      ]),
    CriterionExample(
      "calm down loses", .missed, quotes: ["Calm down"],
      [
        .customer("My parcel is late again."), .trainee("Calm down, we will see."),
      ]),
    CriterionExample(
      "the trainee's own annoyance is not the customer's", .missed,
      [
        .customer("My parcel is late again."), .trainee("I am so frustrated with this parcel too."),
      ]),
    CriterionExample(
      "a denied feeling names nothing", .missed,
      [
        .customer("My parcel is late again."), .trainee("A late parcel is not frustrating."),
      ]),
    CriterionExample(
      "don't worry names no worry", .missed,
      [
        .customer("My parcel is late again."), .trainee("Don't worry, the parcel will come on Tuesday."),
      ]),
    CriterionExample(
      "nothing weighed on them", .notApplicable,
      [
        .customer("Which of the two kettles is quieter?"), .trainee("The smaller one is quieter."),
      ]),
  ]
}
