import Domain
import Language

/// What of a customer no stranger should read, and where a reply tells it or asks for it.
struct PersonalData {
  private let reading: Reading
  private let protected: ProtectedWords
  /// Numbers and addresses on record or told in private.
  private let marks: Set<String>
  /// What the customer posted for all to read, in normal form and by value.
  private(set) var posted: Set<String> = []
  private var postedValues: [Value] = []

  init(_ reading: Reading) {
    self.reading = reading
    protected = ProtectedWords(reading)
    var marks = Set((reading.scenario?.customer.orders ?? []).flatMap { Reply($0.id).words.map(\.normal) })
    for turn in reading.customerTurns {
      if SocialForm().channels.contains(reading.transcript.turns[turn.turn].channel) {
        posted.formUnion(turn.reply.tokens.map(\.normal))
        postedValues += turn.reply.values.map(\.value)
      } else {
        marks.formUnion(
          turn.reply.tokens.filter { $0.kind == .identifier || $0.kind == .address }.map(\.normal))
      }
    }
    self.marks = marks.subtracting(posted).filter { $0.utf8.count >= 4 }
  }

  // MARK: Asking

  /// Where it asks for something personal and names no private way; a number of an order may be asked anywhere.
  func requests(in reply: ReadReply) -> [TextRange] {
    guard reply.mentioned(.privatePaths).isEmpty else { return [] }
    let asked = AskedFor.all(.personalData, in: reply).filter { ask in
      !["order", "tracking", "case", "booking", "reference", "invoice", "reservation"].contains {
        ask.name(in: reply).hasPrefix($0)
      }
    }
    return (asked + AskedFor.all(.secretNames, in: reply)).map(\.range).sorted() + heardRequests(in: reply)
  }

  /// Sentences heard as asking for it in public that name it and tell the customer to give it, or ask what it is.
  private func heardRequests(in reply: ReadReply) -> [TextRange] {
    guard reply.heard(.privatePath, atLeast: 0.3) == nil, reply.heard(.safePath, atLeast: 0.3) == nil else {
      return []
    }
    let posting = reply.sentences(with: .asksPersonalInPublic, atLeast: 0.9)
    let any = [ServiceAct.asksDetail, .identityCheck].flatMap { reply.sentences(with: $0, atLeast: 0.7) }
    return posting.filter { names($0, reply) && gives($0, reply) }.map(\.range)
      + any.filter { $0.isQuestion && isPersonal($0, reply) }.map(\.range)
  }

  private func names(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.mentioned(.personalData, .identityItems, .secretNames).contains {
      sentence.tokens.contains($0.tokens.lowerBound) && !$0.isDenied
    }
  }

  private func gives(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens]
    // "So we can check" comes after; "we may give you" before.
    return tokens.indices.contains { index in
      Self.giving.contains(tokens[index].normal) && !tokens[index].stance.contains(.negated)
        && !Self.isForbidden(tokens[..<index])
        && !tokens[..<index].contains { ["never", "we", "may"].contains($0.normal) }
    } && !tokens.contains { $0.normal == "never" }
  }

  /// "Don't post": a no right before it.
  private static func isForbidden(_ lead: ArraySlice<Token>) -> Bool {
    lead.suffix(2).contains { ["not", "don't", "never"].contains($0.normal) }
  }

  /// "Which street and house number are you at? And the surname?": a question for what only the customer is or has.
  private func isPersonal(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = Set(reply.words(of: sentence))
    return !words.isDisjoint(with: Self.persons) && words.isDisjoint(with: ["public", "we", "our", "us"])
  }

  /// What tells one person from another; a town, a shop or an order is asked for anywhere.
  private static let persons: Set<String> = [
    "surname", "street", "postcode", "iban", "birthday", "birth", "dob", "passport", "phone", "mobile",
    "e-mail", "email", "address", "plate", "registration", "account", "flat",
  ]

  private static let giving: Set<String> = [
    "comment", "reply", "post", "write", "send", "give", "drop", "tell", "share", "what", "which", "put",
    "leave",
    "add",
  ]

  // MARK: Telling

  /// Lines of the record, and whatever a sentence about the customer names that they had not posted.
  func told(in reply: ReadReply) -> [TextRange] {
    let records = protected.disclosed(in: reply).map(\.range)
    let known = reply.reply.tokens.filter { marks.contains($0.normal) }.map { TextRange($0.range) }
    let named = reply.sentences.flatMap { sentence in
      sentence.isQuestion
        ? [] : Self.tokens(of: sentence, reply).flatMap { personal(at: $0, in: sentence, reply) }
    }
    let heard = reply.sentences.filter { isPrivateMatter($0, reply) }.map(\.range)
    let details = PublicDetail(reply: reply, posted: posted).all
    let exact = records + known + named + phones(in: reply)
    return (exact.isEmpty ? heard + details : exact).sorted()
  }

  /// "Your number 0171 5550198": digits of the customer's that they had not posted.
  private func phones(in reply: ReadReply) -> [TextRange] {
    DigitRun.all(in: reply.reply).filter { run in
      run.digits.utf8.count >= 7 && follows(run.tokens.lowerBound, ["your", "ur"], 4, reply)
        && run.tokens.allSatisfy { !posted.contains(reply.reply.tokens[$0].normal) }
    }.map(\.range)
  }

  /// Somebody else beside them, heard as a disclosure; or what a test of theirs has found.
  private func isPrivateMatter(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.words(of: sentence)
    guard !sentence.isQuestion, words.contains(where: Self.theirs.contains) else { return false }
    let isHeard = reply.sentences(with: .discloses, atLeast: 0.7).contains { $0.range == sentence.range }
    let isAnother = zip(words, words.dropFirst()).contains { word, next in
      ["mr", "mrs", "ms", "miss", "dr"].contains(word) && !posted.contains(next)
    }
    let isHealth = words.contains(where: Self.tests.contains) && words.contains(where: Self.findings.contains)
    return isHeard && isAnother || isHealth
  }

  private static let tests: Set<String> = [
    "blood", "test", "tests", "results", "scan", "x-ray", "biopsy", "urine", "sugar", "cholesterol",
    "pressure",
    "pregnancy", "diagnosis", "prescription", "medication",
  ]
  private static let findings: Set<String> = [
    "positive", "negative", "high", "low", "raised", "abnormal", "normal", "pregnant", "infected",
    "infection",
    "diabetes", "hiv", "cancer", "depression", "antidepressants",
  ]

  private static func tokens(of sentence: ReadSentence, _ reply: ReadReply) -> [Int] {
    sentence.tokens.filter { reply.reply.tokens[$0].stance.isDisjoint(with: [.negated, .conditional]) }
  }

  private func personal(at index: Int, in sentence: ReadSentence, _ reply: ReadReply) -> [TextRange] {
    let token = reply.reply.tokens[index]
    guard !posted.contains(token.normal), !isPosted(token) else { return [] }
    let words = Set(reply.reply.tokens[sentence.tokens].map(\.normal))
    let isTheirs = !words.isDisjoint(with: Self.theirs)
    let range = TextRange(token.range)
    switch token.kind {
    case .identifier:
      return isTheirs && follows(index, Self.theirs, 4, reply) && !follows(index, Self.things, 1, reply)
        ? [range] : []
    case .money: return isTheirs && !words.isDisjoint(with: Self.accounts) ? [range] : []
    case .date: return isTheirs && token.isCalendarDay && !words.isDisjoint(with: Self.travels) ? [range] : []
    case .address: return follows(index, ["your"], 3, reply) ? [range] : []
    case .number, .word: return street(at: index, in: sentence, words, reply)
    case .percent, .duration, .time, .punctuation, .emoji: return []
    }
  }

  private func isPosted(_ token: Token) -> Bool {
    token.value.map { value in postedValues.contains { $0.agrees(with: value) } } ?? false
  }

  private func follows(_ index: Int, _ words: Set<String>, _ reach: Int, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[max(0, index - reach)..<index].contains { words.contains($0.normal) }
  }

  /// "14 Willow Lane": a number, a name or two, and what streets are called; not where the company itself is.
  private func street(
    at index: Int, in sentence: ReadSentence, _ words: Set<String>, _ reply: ReadReply
  ) -> [TextRange] {
    let tokens = reply.reply.tokens
    guard tokens[index].kind == .number, words.isDisjoint(with: Self.places) else { return [] }
    let end = min(index + 4, sentence.tokens.upperBound)
    guard index + 2 < end, tokens[index + 1].letterCase == .capitalised,
      let last = ((index + 2)..<end).first(where: { Self.streets.contains(tokens[$0].normal) }),
      !posted.contains(tokens[index + 1].normal)
    else { return [] }
    return [TextRange(tokens[index].range).through(TextRange(tokens[last].range))]
  }

  private static let theirs: Set<String> = ["your", "you", "yours", "ur"]
  /// Before a number that is no customer's.
  private static let things: Set<String> = [
    "model", "version", "article", "step", "gate", "form", "error", "code", "platform", "line", "flight",
    "train",
  ]
  private static let accounts: Set<String> = [
    "overdrawn", "overdraft", "owe", "owed", "owing", "balance", "debt", "overdue", "arrears", "unpaid",
    "salary",
    "loan", "mortgage", "outstanding", "bill", "invoice", "bounced", "spent", "withdrew",
  ]
  private static let travels: Set<String> = [
    "fly", "flying", "hotel", "stay", "staying", "check", "trip", "holiday", "room", "seat", "travel",
    "travelling",
    "away", "back", "appointment", "born", "birth", "birthday",
  ]
  private static let streets: Set<String> = [
    "street", "lane", "road", "rd", "avenue", "ave", "close", "drive", "row", "court", "square", "terrace",
    "crescent", "gardens", "hill", "rue", "strasse", "way", "grove",
  ]
  private static let places: Set<String> = [
    "our", "shop", "store", "office", "branch", "us", "visit", "open", "depot", "hub", "station", "museum",
  ]
}

extension Token {
  /// A day of the calendar, not "tomorrow" or "Monday".
  fileprivate var isCalendarDay: Bool {
    if case .day(.calendar)? = value { true } else { false }
  }
}
