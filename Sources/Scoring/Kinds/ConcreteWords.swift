import Domain
import Language

/// Whether the thing is named and told with figures, days, names or amounts, and not with words that fit anything.
///
/// Always applies once a reply was sent; a figure is asked where the talk or the records hold one.
struct ConcreteWords: CriterionKind {
  let keyword = "concrete-words"
  let summary =
    "Names the thing, with a number, a day, a name or an amount; few words that could mean anything."

  /// One empty word is free, then one for so many words.
  private static let wordsForEachEmpty = 20

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else { return Finding.noReply }
    let figures = reading.replies.flatMap { reply in Self.figures(in: reply).map { (reply, $0) } }
    let called = reading.replies.flatMap { reply in
      Self.things(in: reply, besides: reading.customerNames).map { (reply, $0) }
    }
    // "Thurs 12 Oct 4.40 with Dr Roy" fits nobody else, whatever it is called.
    let named = called.isEmpty ? Self.crowd(figures) : called
    let empty = reading.replies.flatMap { reply in Self.emptyWords(in: reply).map { (reply, $0) } }
    let words = reading.replies.reduce(0) { $0 + $1.reply.words.count }
    let isNamed = !named.isEmpty && empty.count <= max(named.count, 1)
    var finding = Finding()
    finding.ask("Names the thing rather than 'it' or 'the issue'", isNamed)
    if !figures.isEmpty || Self.isFigureKnown(reading) {
      finding.ask("Gives a number, a day, a name or an amount", !figures.isEmpty)
    }
    finding.avoid(
      "Uses few words that could mean anything", empty.count <= 1 + words / Self.wordsForEachEmpty)
    if let (reply, tokens) = Self.theirs(named) ?? Self.otherwise(named, reading) {
      finding.quote(reply.quote(reply.range(of: tokens), .earned))
    }
    if let (reply, tokens) = Self.firmest(figures) {
      finding.quote(reply.quote(reply.range(of: tokens), .earned))
    }
    if finding.verdict != .met {
      for (reply, hit) in empty.prefix(2) {
        finding.quote(reply.quote(hit.range, .lost, "could be anything"))
      }
    }
    return finding.evidence(
      Self.reason(isNamed: isNamed, hasFigures: !figures.isEmpty, finding.verdict),
      better: Self.better(empty.first, reading) ?? criterion.better)
  }

  // MARK: Things

  private static let determiners: Set<String> = [
    "a", "an", "the", "my", "your", "his", "her", "our", "their", "its", "this", "that", "these", "those",
    "no",
    "any", "each", "every", "both", "one", "two", "three", "new", "another", "first", "second", "last",
    "next",
  ]

  /// Words that look like things and name none.
  private static let hollow: Set<String> = [
    "concern", "query", "enquiry", "inquiry", "circumstance", "incident", "item", "stuff", "aspect",
    "process",
    "step", "action", "measure", "detail", "information", "department", "end", "side", "part", "point",
    "fact",
    "convenience", "patience", "understanding", "feedback", "experience", "attention", "notice", "regard",
    "best", "possible", "revert", "course", "further", "priority", "same", "above", "below", "relevant",
    "appropriate", "concerned",
    "needful",
    "necessary", "valued", "colleague", "manager", "kind", "sort", "bit", "couple", "lot", "rest", "hand",
    "mind", "new", "old", "own", "full", "whole", "right", "wrong", "big", "small", "free", "main",
    "pleasure", "opportunity", "effect", "update", "solution", "resolution", "earliest",
  ]

  /// Three figures and more in one reply.
  private static func crowd(_ figures: [(ReadReply, Range<Int>)]) -> [(ReadReply, Range<Int>)] {
    let turns = Dictionary(grouping: figures) { $0.0.turn }
    let many = turns.values.filter { $0.count >= 3 }.min { $0[0].0.turn < $1[0].0.turn }
    return many.map { [($0[0].0, $0[0].1)] } ?? []
  }

  private static func otherwise(
    _ named: [(ReadReply, Range<Int>)], _ reading: Reading
  ) -> (ReadReply, Range<Int>)? {
    guard let first = named.first else { return nil }
    return reading.replies.lazy.flatMap { spokenOf($0, reading.customerNames) }.first ?? first
  }

  /// The first that the customer spoke of as well.
  private static func theirs(_ named: [(ReadReply, Range<Int>)]) -> (ReadReply, Range<Int>)? {
    named.first { reply, tokens in
      reply.sentence(of: tokens.lowerBound)?.matter.contains(tokens.lowerBound) ?? false
    }
  }

  /// The customer's own things in a reply that names some, whatever word stands before them: "Emre's blue jacket".
  private static func spokenOf(_ reply: ReadReply, _ names: [String]) -> [(ReadReply, Range<Int>)] {
    reply.sentences.filter { $0.standing == .own }.flatMap(\.matter).filter { index in
      let token = reply.reply.tokens[index]
      let next = reply.reply.tokens.indices.contains(index + 1) ? reply.reply.tokens[index + 1] : nil
      return isThing(token) && !isPerson(index, reply, names) && !Account.isPast(token)
        && !manner.contains(token.normal) && !(reply.word(before: index).map(deedLeads.contains) ?? false)
        && !(next.map { determiners.contains($0.normal) || deedLeads.contains($0.normal) } ?? false)
        && !(next.map(isThing) ?? false)
    }.map { (reply, $0..<$0 + 1) }
  }

  private static let deedLeads: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "to", "will", "can", "not", "please", "would", "could",
    "them", "us",
  ]

  /// Amounts, numbers and hours before days, days before names, "today" last; the first of equals.
  private static func firmest(_ figures: [(ReadReply, Range<Int>)]) -> (ReadReply, Range<Int>)? {
    func rank(_ figure: (ReadReply, Range<Int>)) -> Int {
      let token = figure.0.reply.tokens[figure.1.lowerBound]
      if GoneBy.isTold(at: figure.1.lowerBound, in: figure.0) { return 4 }
      switch token.kind {
      case .money, .percent, .number, .identifier, .time, .duration, .address: return 0
      case .date: if case .day(.relative) = token.value { return 3 } else { return 1 }
      case .word, .punctuation, .emoji: return 2
      }
    }
    return (0...4).lazy.compactMap { wanted in figures.first { rank($0) == wanted } }.first
  }

  /// A thing named: a word with a meaning of its own after "your", "the" or the like, or a number of record.
  private static func things(in reply: ReadReply, besides names: [String]) -> [Range<Int>] {
    let empty = Set(
      reply.mentioned(.emptyWords, .greetings, .signOffs, .courtesy, .introductions, .feelings, .holdLines)
        .flatMap(\.tokens))
    return reply.reply.tokens.indices.compactMap { index in
      guard reply.isOwn(index), !empty.contains(index) else { return nil }
      let token = reply.reply.tokens[index]
      if token.kind == .identifier { return index..<index + 1 }
      guard isThing(token), !isPerson(index, reply, names), !isDone(index, reply),
        !(index + 1 < reply.reply.tokens.count && isThing(reply.reply.tokens[index + 1]))
      else {
        return nil
      }
      if isTheirs(index, reply) { return index..<index + 1 }
      let lead = (max(0, index - 3)..<index).last {
        determiners.contains(reply.reply.tokens[$0].normal) || reply.reply.tokens[$0].kind == .number
      }
      guard let lead, (lead + 1..<index).allSatisfy({ isPlainWord(reply.reply.tokens[$0]) }) else {
        return nil
      }
      return index..<index + 1
    }
  }

  /// The customer, or somebody with a title: a name is no thing.
  private static func isPerson(_ index: Int, _ reply: ReadReply, _ names: [String]) -> Bool {
    let token = reply.reply.tokens[index]
    if names.contains(token.normal) { return true }
    guard token.letterCase == .capitalised else { return false }
    let before = reply.word(before: index).map { personal.contains($0) } ?? false
    let next = reply.reply.tokens.indices.contains(index + 1) ? reply.reply.tokens[index + 1].normal : ""
    return before || ["speaking", "here"].contains(next)
  }

  private static let personal: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "hi", "hello", "dear", "hey", "manager", "colleague", "am", "name", "is",
  ]

  /// "Caused", "wrote", "instead": a deed or a manner, unless the customer used the word for their thing.
  private static func isDone(_ index: Int, _ reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    if manner.contains(token.normal) { return true }
    if reply.sentence(of: index)?.matter.contains(index) ?? false { return false }
    if Account.isPast(token) { return true }
    return token.normal.hasSuffix("ing") && token.stem != token.normal
      && !(reply.word(before: index).map(determiners.contains) ?? false)
  }

  private static let manner: Set<String> = [
    "instead", "occasion", "morning", "afternoon", "evening", "frustration", "annoyance", "recovery",
    "reason",
    "pain", "shame", "pity", "mistake", "fault", "idea", "name", "today", "tonight", "weekend", "care",
    "luck",
  ]

  /// "SIMs take ten days", "Driver says he rang": the customer's own thing, where no article need stand or is dropped.
  private static func isTheirs(_ index: Int, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: index), sentence.matter.contains(index) else { return false }
    let token = reply.reply.tokens[index]
    let isFirst = !(sentence.tokens.lowerBound..<index).contains { reply.reply.tokens[$0].isWordLike }
    return isFirst || token.letterCase != .lower
      || token.normal.hasSuffix("s") && !(reply.word(before: index).map(pronouns.contains) ?? false)
  }

  private static let pronouns: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "that", "this", "who", "which",
  ]

  /// What may stand between "the" and the thing: no joining word and no sign.
  private static func isPlainWord(_ token: Token) -> Bool {
    token.kind == .word && (determiners.contains(token.normal) || !WordLists.grammar.contains(token.normal))
  }

  private static func isThing(_ token: Token) -> Bool {
    token.kind == .word && token.carriesContent && !isHollow(token)
  }

  private static func isHollow(_ token: Token) -> Bool {
    hollow.contains(token.normal) || hollow.contains(token.stem) || token.normal.hasSuffix("ly")
      || WordLists.general.contains(token.stem)
  }

  // MARK: Figures

  private static func figures(in reply: ReadReply) -> [Range<Int>] {
    reply.reply.tokens.indices.filter { index in
      let token = reply.reply.tokens[index]
      guard reply.isOwn(index), !isCount(index, in: reply), !isToday(index, in: reply) else { return false }
      return isFigure(token) || isName(token, at: index, in: reply)
    }.map { $0..<$0 + 1 }
  }

  private static func isFigure(_ token: Token) -> Bool {
    switch token.kind {
    case .percent, .money, .duration, .time, .date, .identifier, .address: true
    case .number: token.normal.utf8.contains { (0x30...0x39).contains($0) }
    case .word, .punctuation, .emoji: false
    }
  }

  /// The "1" of "1) Open the file".
  private static func isCount(_ index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard token.kind == .number, reply.reply.tokens.indices.contains(index + 1),
      reply.word(before: index) == nil
    else { return false }
    return [")", ".", ":"].contains(reply.reply.tokens[index + 1].normal) && token.normal.utf8.count <= 2
      && token.range.utf8.upperBound == reply.reply.tokens[index + 1].range.utf8.lowerBound
      && reply.reply.tokens.indices.contains(index + 2)
      && reply.reply.tokens[index + 2].letterCase == .capitalised
  }

  /// "How can I help you today?"
  private static func isToday(_ index: Int, in reply: ReadReply) -> Bool {
    let token = reply.reply.tokens[index]
    guard token.kind == .date, case .day(.relative(0)) = token.value else { return false }
    return reply.sentence(of: index).map { sentence in
      sentence.isQuestion
        && reply.normalWords(sentence.tokens).contains { ["help", "else", "assist"].contains($0) }
    } ?? false
  }

  /// A capital inside a sentence: the depot of Leeds, the carrier Norvia; the customer's own name is none.
  private static func isName(_ token: Token, at index: Int, in reply: ReadReply) -> Bool {
    guard token.kind == .word, token.letterCase == .capitalised, token.carriesContent else { return false }
    guard let before = reply.word(before: index) else { return false }
    // "This is Theo", "you're through to the Grand": who speaks.
    let isIntroduced = reply.mentioned(.introductions).contains {
      ($0.tokens.upperBound...$0.tokens.upperBound + 2).contains(index)
    }
    if isIntroduced { return false }
    return namingLeads.contains(before)
  }

  /// Words before a name of a place, a firm or a colleague, not before a form of address.
  private static let namingLeads: Set<String> = [
    "at", "in", "from", "with", "by", "to", "the", "our", "my", "of", "is", "colleague", "lead", "manager",
    "team",
  ]

  private static func isFigureKnown(_ reading: Reading) -> Bool {
    if reading.scenario?.customer.orders.isEmpty == false { return true }
    return reading.customerTurns.contains { $0.reply.tokens.contains(where: isFigure) }
  }

  // MARK: Empty words

  private static func emptyWords(in reply: ReadReply) -> [Hit] {
    Hit.joined(reply.mentioned(.emptyWords)).filter { hit in
      // "The problem with your kettle" names it in the same breath.
      let after = reply.reply.tokens.dropFirst(hit.tokens.upperBound).prefix(4)
      guard let lead = after.first, ["with", "about", "of", "where", "that", "at"].contains(lead.normal)
      else {
        return true
      }
      return !after.dropFirst().contains { $0.carriesContent && !isHollow($0) }
    }
  }

  private static func reason(isNamed: Bool, hasFigures: Bool, _ verdict: Verdict) -> String {
    if !isNamed { return "These words would fit any customer; name the thing it is about." }
    if verdict == .met { return "You named the thing and gave figures one can hold on to." }
    return hasFigures
      ? "You named it; cut the words that could mean anything."
      : "You named it; add the number, the day or the amount that is known."
  }

  /// The empty words exchanged for what the customer spoke of.
  private static func better(_ empty: (ReadReply, Hit)?, _ reading: Reading) -> String? {
    guard let (reply, hit) = empty, let sentence = Rewording(reply, sentenceOf: hit.tokens.lowerBound) else {
      return nil
    }
    let last = reply.reply.tokens[hit.tokens].last?.normal ?? ""
    guard ["issue", "problem", "matter", "concern", "query", "situation", "request", "case"].contains(last),
      let thing = thingSpokenOf(in: reading)
    else { return nil }
    return sentence.replacing(hit.range, with: "your \(thing)")
  }

  /// What the customer called theirs: the word after "my".
  private static func thingSpokenOf(in reading: Reading) -> String? {
    for turn in reading.customerTurns {
      let tokens = turn.reply.tokens
      for (lead, token) in zip(tokens, tokens.dropFirst())
      where ["my", "the", "our"].contains(lead.normal) && token.kind == .word && token.carriesContent
        && !isHollow(token)
      { return turn.reply.text[token.range] }
    }
    return nil
  }

  let examples = [
    CriterionExample(
      "the thing, the place, the day", .met, quotes: ["kettle", "Friday"],
      [
        .customer("My kettle from order A-4412 came cracked."),
        .trainee("I will send you a new kettle. It is with you on Friday."),
      ]),
    CriterionExample(
      "words that fit any customer", .missed, quotes: ["your issue", "appropriate team"],
      [
        .customer("My kettle from order A-4412 came cracked."),
        .trainee(
          "I have passed your issue to the appropriate team, and they will look into it as discussed."),
      ]),
    CriterionExample(
      "named, but without a figure", .partly, quotes: ["kettle"],
      [
        .customer("My kettle from order A-4412 came cracked."), .trainee("I will send you a new kettle."),
      ]),
    CriterionExample(
      "no figure is known and none is asked", .met, quotes: ["handle"],
      [
        .customer("How do I clean my kettle?"),
        .trainee("Lift it by the handle and rinse it with warm water and a little vinegar."),
      ]),
    CriterionExample(
      "a problem that is named is none", .met, quotes: ["lid", "Monday"],
      [
        .customer("The lid of my kettle does not close since Monday."),
        .trainee("The problem with the lid is known since Monday. I will send you a new lid."),
      ]),
    CriterionExample(
      "a name and a feeling are no thing", .met, quotes: ["hall", "18 pounds"], customerName: "Anna Lamb",
      [
        .customer("Is the village hall free on 8 July?"),
        .trainee("Dear Mrs Lamb, what a nice occasion! The hall is free, it costs 18 pounds an hour."),
      ]),
    CriterionExample(
      "the customer's sentence pasted names nothing", .missed,
      [
        .customer("My kettle from order A-4412 came cracked on Friday."),
        .trainee("My kettle from order A-4412 came cracked on Friday."),
      ]),
    CriterionExample(
      "a word strung with others names nothing", .missed,
      [
        .customer("My kettle from order A-4412 came cracked."),
        .trainee("Sorry frustrating kettle refund resend check today understand apologise tomorrow."),
      ]),
    CriterionExample(
      "a text message can be concrete", .met, quotes: ["van", "4-6pm"],
      [
        .customer("where is my kettle? ordered 3 days ago"),
        .trainee("hi its on the courier van now, u get it today 4-6pm", channel: "sms"),
      ]),
    CriterionExample(
      "ok names nothing", .missed,
      [.customer("My kettle from order A-4412 came cracked."), .trainee("ok will do")]),
  ]
}
