import Language

/// What moves a customer's matter on. A clause counts for one kind alone, so that one line is no whole talk.
enum UsefulWork: Hashable, CaseIterable {
  /// Takes up a fault, a feeling or what hangs on it, and says what happened.
  case takesUpFault
  /// Commits somebody to a deed.
  case commits
  /// Asks about the matter, or who the customer is.
  case asks
  /// Tells something about the matter.
  case informs
  /// Leads the customer through three steps or more.
  case guides
  /// Did something at the desk.
  case acts

  /// How much of it a talk holds: kinds, and one more where two clauses do one of them: a refusal with its reason and
  /// then a way on is more than one line, whether a full stop or a comma stands between.
  static func amount(in reading: Reading) -> Int {
    var kinds: [UsefulWork: Int] = [:]
    if reading.actions.contains(where: { $0.happened && (!$0.isNote || $0.tellsDeed) }) { kinds[.acts] = 1 }
    for reply in reading.replies {
      for kind in found(in: reply, heard: reading.customerStems) { kinds[kind, default: 0] += 1 }
    }
    let isTwice = kinds.contains { $0.key != .guides && $0.value >= 2 }
    return kinds.count + (isTwice ? 1 : 0)
  }

  /// Thousandths of the work that manner is asked for: as many as `amount` has, and between one and two as much more as
  /// the one thing that was done says: four words beside the customer's own are as good as a second thing. Words in
  /// which no one thing was found count as far as they are of the matter.
  ///
  /// Where one thing ends and the next begins hangs on a comma, and where the first begins on a word; no points should
  /// fall off there. A cold no speaks to the matter as a kind one does: what it leaves undone is asked elsewhere.
  static func measure(in reading: Reading) -> Int {
    let amount = amount(in: reading)
    guard amount < 2 else { return 2_000 }
    let halves = min(news(in: reading), wordsOfTwo * 2)
    if amount == 1 { return 1_000 + halves * 1_000 / (wordsOfTwo * 2) }
    return halves * 1_000 / wordsOfTwo * nearness(in: reading) / 1_000
  }

  private static let wordsOfTwo = 4

  /// Halves of a word that a talk's own sentences say beside the customer's words, small talk left out: words that any
  /// talk of service has are worth half of one that tells this talk from others, and so are those of a sentence that
  /// belittles, blames or sends away.
  private static func news(in reading: Reading) -> Int {
    var special: Set<String> = []
    var common: Set<String> = []
    for reply in reading.replies {
      let polite = Set(reply.mentioned(.courtesy, .greetings, .signOffs).flatMap(\.tokens))
      for sentence in reply.sentences where isSaid(sentence) {
        let isCold = isUnkind(sentence, reply)
        for index in sentence.tokens where !polite.contains(index) {
          let token = reply.reply.tokens[index]
          guard !reading.saidStems.contains(token.stem) else { continue }
          if token.carriesContent, !isCold {
            special.insert(token.stem)
          } else if isCold ? token.carriesContent : token.isCommon {
            common.insert(token.stem)
          }
        }
      }
    }
    return special.count * 2 + common.subtracting(special).count
  }

  /// Whether somebody says something in it: catch words strung together, and a word alone, do not.
  private static func isSaid(_ sentence: ReadSentence) -> Bool {
    sentence.standing == .own && sentence.wordCount >= 2
      && (sentence.grammarShare >= 200 || sentence.wordCount <= 4)
  }

  /// Thousandths to which a talk is about the matter: all of them where a sentence takes up a thing of it or is heard
  /// as words of service, else as near as one comes to any of these.
  private static func nearness(in reading: Reading) -> Int {
    let learned = reading.understanding.acts?.learned(of: .agent) ?? []
    let columns = learned.indices.filter { learned[$0].map(ofMatter.contains) ?? false }
    var best: Float = 0
    for reply in reading.replies {
      for (place, sentence) in reply.sentences.enumerated() where isSaid(sentence) {
        if !sentence.matter.isEmpty || isHeard(sentence, reply) { return 1_000 }
        guard sentence.wordCount >= 3, sentence.grammarShare >= 200,
          reply.meaning.nearness.indices.contains(place)
        else { continue }
        let numbers = reply.meaning.nearness[place]
        for column in columns where numbers.indices.contains(column) { best = max(best, numbers[column]) }
      }
    }
    return best > 0 ? min(Int(best * halfNear), 1_000) : 0
  }

  /// Thousandths for a whole one: what is half as near as a sure sentence is of the matter, as typing slips take much.
  private static let halfNear: Float = 2_000

  /// Whether a sentence is heard as words of service, though none of it is the customer's: "the fault lies with your
  /// telephone" where they said "phone".
  private static func isHeard(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.wordCount >= 4
      && reply.acts.contains { act in
        ofMatter.contains(act.act) && sentence.tokens.contains(act.passage.tokens.lowerBound)
      }
  }

  /// Acts that speak to a matter, well or badly; small talk and sympathy are heard as none of them.
  private static let ofMatter = Set(byAct.keys).union([
    .answer, .deflection, .blaming, .selfService, .sendsAway, .guess, .certainty, .background, .discloses,
    .timeGiven, .vagueTime, .recap, .history, .ownership, .safePath, .privatePath,
  ])

  static func kinds(in reading: Reading) -> Set<UsefulWork> {
    var kinds: Set<UsefulWork> = []
    if reading.actions.contains(where: { $0.happened && (!$0.isNote || $0.tellsDeed) }) {
      kinds.insert(.acts)
    }
    for reply in reading.replies { kinds.formUnion(found(in: reply, heard: reading.customerStems)) }
    return kinds
  }

  /// Each clause's kind, in order; steps stand in no single one.
  private static func found(in reply: ReadReply, heard customer: Set<String>) -> [UsefulWork] {
    let questions = reply.mentioned(
      .safetyChecks, .asksOrder, .asksAmount, .asksDate, .asksItem, .asksEmail, .identityItems)
    let work = Work(
      faults: faults(in: reply), deeds: Commitment.all(in: reply).map(\.tokens.lowerBound),
      questions: questions.map(\.tokens.lowerBound),
      ways: reply.offered(.screenPaths).map(\.tokens.lowerBound),
      reasons: reply.told(.refusals, .reasons, .causes).map(\.tokens.lowerBound),
      polite: Set(reply.mentioned(.courtesy).flatMap(\.tokens)), customer: customer)
    let steps = Steps(reply)
    let guides: [UsefulWork] = steps.count >= Steps.many ? [.guides] : []
    return guides + lookUps(in: reply) + doubleQuestions(in: reply)
      + reply.sentences.indices.flatMap { place in
        kinds(
          of: reply.sentences[place], reply, work, isStep: steps.bySentence.contains { $0.sentence == place })
      }
  }

  /// What the clauses of a sentence do; where none is enough by itself, the sentence as a whole: "says delivered at
  /// 14:10, so it was", and a step with a thing of the customer's: "try later or use another card".
  private static func kinds(
    of sentence: ReadSentence, _ reply: ReadReply, _ work: Work, isStep: Bool
  ) -> [UsefulWork] {
    guard sentence.standing == .own else { return [] }
    let clauses = reply.reply.clauses.map(\.tokens).filter { sentence.tokens.contains($0.lowerBound) }
    let found = clauses.compactMap { clause in
      kind(of: clause, in: sentence, reply, work) ?? heard(in: clause, of: sentence, reply)
    }
    guard found.isEmpty, !isUnkind(sentence, reply) else { return found }
    if isStep, !sentence.matter.isEmpty, sentence.wordCount >= 4 { return [.informs] }
    return kind(of: sentence.tokens, in: sentence, reply, work).map { [$0] } ?? []
  }

  /// "Calm down, it is only a parcel", "you need to call the carrier": what the lists know to move nothing on.
  private static func isUnkind(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    [LexiconName.minimising, .blaming, .sendsAway, .deflection].contains { list in
      reply.phrases[list]?.contains { sentence.tokens.contains($0.tokens.lowerBound) } ?? false
    }
  }

  /// "May I put you on hold to look at the payment" asks, and says what is done in the meantime.
  private static func lookUps(in reply: ReadReply) -> [UsefulWork] {
    let isSaid = reply.askedOrTold(.holdLines).contains { hit in
      guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
      return [place, place + 1].contains { other in
        guard reply.sentences.indices.contains(other), reply.sentences[other].standing == .own else {
          return false
        }
        let sentence = reply.sentences[other]
        return !sentence.matter.isEmpty
          && sentence.tokens.contains { looking.contains(reply.reply.tokens[$0].stem) }
      }
    }
    return isSaid ? [.commits] : []
  }

  private static let looking = Set(Reply("look check find read see open").words.map(\.stem))

  /// "Your name and the new address?" asks for two things, as two questions would.
  private static func doubleQuestions(in reply: ReadReply) -> [UsefulWork] {
    let items = Hit.joined(reply.mentioned(.identityItems))
    let isDouble = zip(items, items.dropFirst()).contains { first, second in
      guard let sentence = reply.sentence(of: first.tokens.lowerBound), sentence.isQuestion,
        sentence.standing == .own,
        sentence.tokens.contains(second.tokens.lowerBound), first.tokens.upperBound < second.tokens.lowerBound
      else { return false }
      return reply.reply.tokens[first.tokens.upperBound..<second.tokens.lowerBound].contains {
        $0.normal == "and"
      }
    }
    return isDouble ? [.asks] : []
  }

  /// Where each kind begins in a reply, as rising indices of tokens.
  private struct Work {
    var faults: [Int]
    var deeds: [Int]
    var questions: [Int]
    /// Where somebody is led through an app, place by place.
    var ways: [Int]
    /// Where a no or a reason is told.
    var reasons: [Int]
    var polite: Set<Int>
    /// Stems of what the customer said: saying it back tells nothing.
    var customer: Set<String>
  }

  private static func kind(
    of clause: Range<Int>, in sentence: ReadSentence, _ reply: ReadReply, _ work: Work
  ) -> UsefulWork? {
    if work.faults.hasElement(in: clause) { return .takesUpFault }
    if work.deeds.hasElement(in: clause) { return .commits }
    let tokens = reply.reply.tokens[clause]
    if sentence.wordCount >= 3, Instruction.opens(tokens) { return .informs }
    let matter = sentence.matter.hasElement(in: clause) || work.ways.hasElement(in: clause)
    if sentence.isQuestion {
      let isAbout = matter || work.questions.hasElement(in: clause)
      let words = tokens.count(where: \.isWordLike)
      let isPut =
        tokens.contains { ["you", "your"].contains($0.normal) }
        && clause.contains { reply.reply.tokens[$0].carriesContent && !work.polite.contains($0) }
      return words >= 4 && (isPut || isAbout) ? .asks : nil
    }
    if work.questions.hasElement(in: clause) { return .asks }
    let isSpecific =
      matter || holdsTheirFigure(tokens, work) || work.reasons.hasElement(in: clause)
      || tokens.contains(where: isFigure)
    return isSpecific && tells(clause, sentence, reply, work) ? .informs : nil
  }

  /// What a clause was heard to do, where its words alone tell nothing; an act of a whole sentence counts once.
  private static func heard(
    in clause: Range<Int>, of sentence: ReadSentence, _ reply: ReadReply
  ) -> UsefulWork? {
    guard sentence.wordCount >= 4, sentence.grammarShare >= 200 else { return nil }
    let kinds = reply.acts.filter { clause.contains($0.passage.tokens.lowerBound) }.compactMap {
      byAct[$0.act]
    }
    return UsefulWork.allCases.first { kinds.contains($0) }
  }

  /// Acts that move a matter on by themselves; small talk and bare answers are told by their words alone.
  static let byAct: [ServiceAct: UsefulWork] = [
    .commitment: .commits, .findsOut: .commits, .findsCause: .commits, .faultLog: .commits,
    .handOver: .commits,
    .asksDetail: .asks, .identityCheck: .asks, .diagnosing: .asks,
    .refusal: .informs, .alternative: .informs, .reason: .informs, .cause: .informs, .unknown: .informs,
    .remedy: .informs, .done: .informs, .measure: .informs, .nextIssue: .informs, .afterCare: .informs,
  ]

  /// Words of fault or feeling whose sentence says what happened; an apology taken back is none.
  private static func faults(in reply: ReadReply) -> [Int] {
    let takenBack = Set(reply.mentioned(.apologySpoilers).flatMap(\.tokens))
    return reply.earning(.apology, .feelings, .impact, .stakes).map(\.tokens).filter { tokens in
      if tokens.contains(where: takenBack.contains) { return false }
      return reply.sentence(of: tokens.lowerBound)?.matter.contains { !tokens.contains($0) } ?? false
    }.map(\.lowerBound)
  }

  /// An amount, a number of record, a day or a time: what one can hold on to.
  private static func isFigure(_ token: Token) -> Bool {
    switch token.kind {
    case .money, .identifier, .date, .time, .duration, .percent: true
    case .word, .number, .address, .punctuation, .emoji: false
    }
  }

  /// "I can shift it to the 5th": a figure the customer gave.
  private static func holdsTheirFigure(_ tokens: ArraySlice<Token>, _ work: Work) -> Bool {
    tokens.contains { $0.value != nil && $0.carriesContent && work.customer.contains($0.stem) }
  }

  /// Whether a sentence says anything that the customer did not say already, or holds on to a figure of theirs.
  private static func isNews(_ sentence: ReadSentence, _ reply: ReadReply, _ work: Work) -> Bool {
    sentence.tokens.contains { index in
      let token = reply.reply.tokens[index]
      if token.value != nil || isFigure(token) { return true }
      return token.carriesContent && !work.polite.contains(index) && !work.customer.contains(token.stem)
    }
  }

  private static let references: Set<String> = [
    "you", "your", "yours", "it", "its", "they", "them", "he", "she", "this", "that", "we", "our", "us",
    "one",
  ]

  /// A day or an amount tells something where the sentence is about the matter or points at somebody or something;
  /// "I had lunch with my friends today" does not.
  private static func refers(_ clause: Range<Int>, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    !sentence.matter.isEmpty
      || sentence.tokens.contains { index in
        let token = reply.reply.tokens[index]
        return references.contains(token.normal) || token.kind == .identifier || token.kind == .money
      }
  }

  /// A statement of four words or more that says something of the matter; a short line may do without grammar
  /// words when it gives a figure.
  private static func tells(
    _ clause: Range<Int>, _ sentence: ReadSentence, _ reply: ReadReply, _ work: Work
  ) -> Bool {
    let tokens = clause.map { ($0, reply.reply.tokens[$0]) }
    let hasFigure = tokens.contains { isFigure($0.1) }
    guard tokens.count(where: { $0.1.isWordLike }) >= 4, sentence.grammarShare >= 200 || hasFigure else {
      return false
    }
    let said = tokens.filter { !work.polite.contains($0.0) && $0.1.carriesContent }
    guard isNews(sentence, reply, work), hasFigure ? refers(clause, sentence, reply) : true else {
      return false
    }
    let tellsWhen = tokens.contains { $0.1.kind == .date || $0.1.kind == .time }
    return Set(said.map(\.1.stem)).count >= (tellsWhen && sentence.grammarShare >= 200 ? 1 : 2)
  }
}

extension [Int] {
  /// Whether a rising list has an element in a range; found by halving.
  fileprivate func hasElement(in range: Range<Int>) -> Bool {
    let low = lead { $0 < range.lowerBound }
    return low < count && self[low] < range.upperBound
  }
}

extension Token {
  /// Whether the token is a value, or a word that neither grammar nor small talk accounts for.
  var carriesContent: Bool {
    switch kind {
    case .number, .percent, .money, .duration, .time, .date, .identifier, .address: true
    case .word:
      normal.utf8.count >= 3 && !WordLists.grammar.contains(normal) && !WordLists.general.contains(normal)
    case .punctuation, .emoji: false
    }
  }

  /// Whether the token is a word that passes in any talk of service, grammar left out.
  var isCommon: Bool { kind == .word && WordLists.general.contains(normal) }
}
