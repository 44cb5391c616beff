import Domain
import Language

/// How much of what was said belongs to this customer's case: their things, and what is told of them.
///
/// "I will look into it and write to you by 4 pm" may be said to anybody, however kindly; "the label came off in our
/// depot" is said to one. Where no scenario knows what came of a talk, this stands for it.
struct CaseWords {
  /// Stems of the customer's things that a sentence of the trainee's own takes up, with how near to the case, 0–1.
  private var taken: [String: Float] = [:]
  /// The same where a sentence only says back what was heard.
  private var echoed: [String: Float] = [:]
  /// Stems that tell something new, with how near their sentence is to the case, 0–1.
  private var told: [String: Float] = [:]
  /// Sentences that tell something.
  private var tellings = 0
  /// Sentences with one of the customer's things, each as far as it is near to the case.
  private var touches: Float = 0
  /// The trainee's own sentences that do not only say back what was heard.
  private var fresh: Set<Place> = []
  /// Those of them that are near to the case.
  private var near: Set<Place> = []
  /// Whether a question got its plain answer.
  private var isPlainlyAnswered = false
  /// Whether the customer was asked for something that the case needs, or told how to be safe.
  private var isTakenOn = false

  /// Thousandths of what it takes to have spoken to the case: one of the customer's things taken up, or two words told
  /// of it. A customer who spoke of nothing has no case, and all of it is met.
  static func share(of reading: Reading) -> Int {
    guard reading.matter.contains(where: { !WordLists.process.contains($0) }) else { return 1_000 }
    let wantsAnswer = reading.asks.contains { $0.kind == .yesOrNo || $0.kind == .deed }
    var found = CaseWords()
    for reply in reading.replies { found.read(reply, in: reading, wantsAnswer: wantsAnswer) }
    found.hearAnswers(in: reading)
    return Int(min(found.units / enough, 1) * 1_000)
  }

  /// Sees whether a sentence that is near to the case holds just what was asked for.
  private mutating func hearAnswers(in reading: Reading) {
    guard !isPlainlyAnswered else { return }
    let finder = AnswerFinder(reading, reading.asks)
    isPlainlyAnswered = reading.asks.prefix(Self.mostAsks).contains { ask in
      finder.plainAnswers(to: ask).contains { near.contains(Place($0.reply, $0.tokens)) }
        || finder.mirrors(of: ask).contains { fresh.contains(Place($0.reply, $0.tokens)) }
    }
  }

  /// A sentence of a reply.
  private struct Place: Hashable {
    /// Index of the reply's turn.
    var reply: Int
    /// Nil for tokens of no sentence.
    var sentence: Int?

    init(_ reply: ReadReply, _ tokens: Range<Int>) {
      self.reply = reply.turn
      sentence = reply.sentenceIndex(of: tokens.lowerBound)
    }
  }

  /// Who asks more than this at once gets no plain answer to the rest; it bounds the search.
  private static let mostAsks = 40
  private static let nearEnough: Float = 0.75
  private static let enough: Float = 2

  private var units: Float {
    let news = told.values.sorted().reduce(0, +)
    // Saying it back takes nothing up, unless something is told of it besides.
    let things = news > 0.5 ? taken.merging(echoed, uniquingKeysWith: max) : taken
    let sum = (news + 2 * things.values.sorted().reduce(0, +)) * carried
    return sum + (isPlainlyAnswered ? 2 : 0) + (isTakenOn ? 2 : 0)
  }

  /// Whoever tells much of a case comes to speak of the customer's things; who hardly does speaks of something else.
  private var carried: Float {
    guard tellings > Self.fewTellings, touches * Self.tellingsByTouch < Float(tellings) else { return 1 }
    return tellings == Self.fewTellings + 1 ? 0.5 : 0
  }

  private static let fewTellings = 4
  private static let tellingsByTouch: Float = 5

  private mutating func read(_ reply: ReadReply, in reading: Reading, wantsAnswer: Bool) {
    guard !Self.isScraps(reply) else { return }
    let questions = Self.questions(in: reply)
    let vectors = Self.vectors(before: reply.turn, in: reading)
    let polite = Set(reply.mentioned(.signOffs, .greetings, .courtesy).flatMap(\.tokens))
    for (place, sentence) in reply.sentences.enumerated() where sentence.standing == .own {
      let isEcho = Self.isEcho(sentence, reply, reading)
      if wantsAnswer, !isEcho, Self.opensWithAnswer(sentence, reply) { isPlainlyAnswered = true }
      guard sentence.wordCount >= 2, Self.isSaid(sentence, reply) else { continue }
      if !isTakenOn, !isEcho, sentence.tokens.contains(where: questions.contains) { isTakenOn = true }
      let things = sentence.matter.filter { !Self.isAddress($0, reply) }.map { reply.reply.tokens[$0].stem }
        .filter { !WordLists.process.contains($0) }
      let worth = Self.nearness(of: place, in: reply, to: vectors)
      if !isEcho {
        fresh.insert(Place(reply, sentence.tokens))
        if worth >= Self.nearEnough { near.insert(Place(reply, sentence.tokens)) }
      }
      if !things.isEmpty || Self.speaksOfTheirs(sentence, reply, reading) { touches += worth }
      for stem in things {
        if isEcho {
          echoed[stem] = max(echoed[stem] ?? 0, worth)
        } else {
          taken[stem] = max(taken[stem] ?? 0, worth)
        }
      }
      let news = Self.news(in: sentence, of: reply, besides: polite, reading.saidStems)
      guard !news.isEmpty else { continue }
      tellings += 1
      for (stem, isSum) in news { told[stem] = max(told[stem] ?? 0, isSum ? 1 : worth) }
    }
  }

  // MARK: Sentences

  /// Whether a sentence says back what was heard: most of its words in one piece, or no word that is new.
  private static func isEcho(_ sentence: ReadSentence, _ reply: ReadReply, _ reading: Reading) -> Bool {
    if reading.customerRuns.cover(of: reply.words(of: sentence)) >= mostHeard { return true }
    return sentence.tokens.allSatisfy { index in
      let token = reply.reply.tokens[index]
      return !token.isWordLike || reading.saidStems.contains(token.stem)
        || WordLists.grammar.contains(token.normal)
        || framing.contains(token.stem)
    }
  }

  /// Thousandths of a sentence's words, heard from the customer in one piece, from which it only says them back.
  private static let mostHeard = 600
  /// What one says back with: "I understand that", "you asked".
  private static let framing = Set(
    Reply("understand see hear ask say know read note tell notice realise mean").words.map(
      \.stem))

  /// "He hasn't eaten since Sunday", of the one whom the customer called "he".
  private static func speaksOfTheirs(_ sentence: ReadSentence, _ reply: ReadReply, _ reading: Reading) -> Bool
  {
    persons.contains { person in
      !person.isDisjoint(with: reading.saidStems)
        && reply.words(of: sentence).contains { person.contains(String($0)) }
    }
  }

  private static let persons: [Set<String>] = [
    ["he", "him", "his", "he's"], ["she", "her", "hers", "she's"],
  ]

  /// Many sentences of two or three words each are scraps of many talks, not one talk.
  private static func isScraps(_ reply: ReadReply) -> Bool {
    let sentences = reply.sentences.filter { !isNumber($0, reply) }
    return sentences.count >= 6 && sentences.reduce(0) { $0 + $1.wordCount } < sentences.count * 4
  }

  /// "2." before a step of a list.
  private static func isNumber(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.tokens.allSatisfy {
      !reply.reply.tokens[$0].isWordLike || reply.reply.tokens[$0].kind == .number
    }
  }

  /// Whether somebody says something in it: catch words strung together tell nothing, unless a sum stands among them.
  private static func isSaid(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    sentence.grammarShare >= 200 || sentence.wordCount <= 3
      || sentence.tokens.contains { reply.reply.tokens[$0].value != nil }
  }

  /// "Yes, you can", "hello Mr Weir, no, that is not possible".
  private static func opensWithAnswer(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.words(of: sentence).prefix(4).contains { yesOrNo.contains($0) }
  }

  private static let yesOrNo: Set<String> = ["yes", "no", "yep", "yeah", "yup", "nope", "aye"]

  /// Tokens with which what the case needs is asked for, or safety seen to.
  private static func questions(in reply: ReadReply) -> Set<Int> {
    let named = reply.mentioned(.identityItems, .asksOrder, .asksAmount, .asksDate, .asksItem, .asksEmail)
    let heard = reply.acts.filter { takingOn.contains($0.act) }
    return Set(named.map(\.tokens.lowerBound) + heard.map(\.passage.tokens.lowerBound))
  }

  private static func heard(_ acts: Set<ServiceAct>, in sentence: ReadSentence, of reply: ReadReply) -> Bool {
    reply.acts.contains { acts.contains($0.act) && sentence.tokens.contains($0.passage.tokens.lowerBound) }
  }

  private static let takingOn: Set<ServiceAct> = [.asksDetail, .identityCheck, .diagnosing, .safetyResponse]

  // MARK: Words

  /// Stems of what a sentence says that the customer did not say, and that not any service says of itself; and whether
  /// each is a sum of money, which tells something wherever it stands.
  private static func news(
    in sentence: ReadSentence, of reply: ReadReply, besides polite: Set<Int>, _ said: Set<String>
  ) -> [String: Bool] {
    let tokens = reply.reply.tokens
    let new = sentence.tokens.filter { index in
      !polite.contains(index) && isSpecific(tokens[index]) && !said.contains(tokens[index].stem)
        && !isAddress(index, reply)
    }
    return Dictionary(
      new.map { (tokens[$0].stem, tokens[$0].kind == .money) }, uniquingKeysWith: { $0 || $1 })
  }

  /// Who is spoken to, or who signs, is no matter: "sorry, Agnieszka, I", "Dear Jonas,", "thank you, Sam."
  private static func isAddress(_ index: Int, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens
    guard index > 0, tokens[index].letterCase == .capitalised else { return false }
    let isLed = tokens[index - 1].normal == "," || addressing.contains(tokens[index - 1].normal)
    return isLed && (index + 1 == tokens.count || !tokens[index + 1].isWordLike)
  }

  private static let addressing: Set<String> = [
    "dear", "hello", "hi", "hey", "hiya", "mr", "mrs", "ms", "dr",
  ]

  /// A sum of money, or a word that is neither grammar nor talk of the service about itself.
  private static func isSpecific(_ token: Token) -> Bool {
    switch token.kind {
    case .money: true
    case .word:
      token.carriesContent && !WordLists.process.contains(token.stem)
        && !WordLists.premises.contains(token.stem)
        && token.normal.unicodeScalars.allSatisfy { $0.value < 0x250 || $0.value == 0x2019 }
    case .number, .percent, .duration, .time, .date, .identifier, .address, .punctuation, .emoji: false
    }
  }

  // MARK: Nearness

  /// What the customer's sentences before a turn mean: of their last turns, and of the first, which says what it is about.
  private static func vectors(before turn: Int, in reading: Reading) -> [[Float]] {
    let low = reading.customerTurns.lead { $0.turn < turn }
    let near = reading.customerTurns[..<low].suffix(lastTurns)
    return (Array(reading.customerTurns[..<low].prefix(1)) + near).flatMap(\.meaning.vectors)
  }

  private static let lastTurns = 4

  /// How near a sentence is to the case, 0–1, by the nearest of the customer's sentences; one that is heard to move a
  /// matter on is half near at least. Where meaning is not heard nothing can be told apart, and it counts.
  private static func nearness(of place: Int, in reply: ReadReply, to customer: [[Float]])
    -> Float
  {
    guard reply.meaning.vectors.indices.contains(place), !customer.isEmpty else {
      return reply.meaning.vectors.isEmpty ? 1 : 0
    }
    let own = reply.meaning.vectors[place]
    let cosine = customer.map { zip(own, $0).reduce(0) { $0 + $1.0 * $1.1 } }.max() ?? 0
    let least: Float = heard(moving, in: reply.sentences[place], of: reply) ? 0.5 : 0
    return min(max((cosine - far) / (close - far), least), 1)
  }

  private static let moving = Set(UsefulWork.byAct.keys).union([
    .answer, .safePath, .privatePath, .safetyResponse,
  ])

  /// Cosines up to which a sentence is as far as one of another matter, and from which it is near: under some 2,000
  /// golden talks the nearest sentence of one in twenty has less than the first, of three in four more than the second.
  private static let far: Float = 0.10
  private static let close: Float = 0.25
}
