import Domain
import Language

/// What the customer spoke of, in terms that words of one meaning share; articles are no part of it.
struct ToldMatter {
  /// Everything concrete the customer said, and what their orders show.
  private(set) var terms: Set<String> = []
  /// What is wrong, or wanted, in the customer's words.
  private(set) var points: Set<String> = []
  /// Whether the customer told of something that went wrong.
  private(set) var hasTrouble = false
  /// Whether the customer's own words hold anything concrete.
  private(set) var isConcrete = false

  init(_ reading: Reading) {
    let names = Set(reading.customerNames)
    for turn in reading.customerTurns {
      let told = turn.reply.tokens.indices.filter { index in
        !names.contains(turn.reply.tokens[index].normal) && !Self.isHandle(index, turn.reply)
      }.compactMap { Term.of(turn.reply.tokens[$0]) }
      terms.formUnion(told)
      isConcrete = isConcrete || Self.isConcrete(told, turn)
      takePoints(from: turn)
    }
    for order in reading.scenario?.customer.orders ?? [] {
      terms.formUnion(Reply(order.id).tokens.compactMap(Term.of))
      for field in order.fields where field.name == "item" {
        terms.formUnion(Reply(field.text).tokens.compactMap(Term.of))
      }
    }
  }

  /// "@MetroBank" says whom the customer writes to, not what about.
  private static func isHandle(_ index: Int, _ reply: Reply) -> Bool {
    let token = reply.tokens[index]
    return reply.text[token.range].hasPrefix("@")
      || index > 0 && reply.tokens[index - 1].normal == "@"
        && reply.tokens[index - 1].range.utf8.upperBound == token.range.utf8.lowerBound
  }

  /// A greeting, or "is that the council?", tells nothing yet.
  private static func isConcrete(_ told: [String], _ turn: HeardTurn) -> Bool {
    guard !told.isEmpty else { return false }
    let isGreeting = turn.reply.words.count <= 6 && Set(told).count == 1
    return !isGreeting || !turn.mentions(.requests).isEmpty || Grievance.isTold(by: turn)
      || turn.reply.tokens.contains { [.identifier, .money].contains($0.kind) }
      || !turn.mentions(.wants).isEmpty || !opens(turn)
  }

  /// "Hello", "good evening", "hi there".
  private static func opens(_ turn: HeardTurn) -> Bool {
    turn.reply.words.first.map { ["hello", "hi", "hey", "good", "evening", "morning"].contains($0.normal) }
      ?? false
  }

  private mutating func takePoints(from turn: HeardTurn) {
    let troubles = turn.mentions(.trouble) + turn.mentions(.faults)
    hasTrouble = hasTrouble || !troubles.isEmpty
    for hit in troubles { points.formUnion(turn.reply.tokens[hit.tokens].compactMap(Term.of)) }
    for hit in turn.mentions(.requests) {
      let after = turn.reply.tokens[hit.tokens.lowerBound...].prefix(hit.tokens.count + 5)
      if let first = after.compactMap(Term.of).first { points.insert(first) }
    }
  }
}

/// The term of a content word: its stem, or the one that words of the same meaning share.
enum Term {
  /// The term of a token; nil for words of grammar, small talk, signs and times.
  static func of(_ token: Token) -> String? {
    switch token.kind {
    case .identifier, .money: token.stem
    case .word: token.carriesContent && !fillers.contains(token.normal) ? of(stem: token.stem) : nil
    case .number, .percent, .duration, .time, .date, .address, .punctuation, .emoji: nil
    }
  }

  static func of(stem: String) -> String { shared[stem] ?? stem }

  /// Nouns of any service that name a thing even where the customer called it something else.
  static let service = Set(
    words(
      """
      parcel order item product bill account booking subscription payment refund delivery phone internet
      """
    ).map { of(stem: $0) })

  private static let fillers = Set(
    """
    quick quickly urgent urgently asap soon appreciate appreciated grateful currently recently apparently
    bye goodbye cheers honestly literally absolutely basically totally completely definitely certainly probably again ago
    hours days weeks months years minutes keep keeps kept
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let shared: [String: String] = {
    var table: [String: String] = [:]
    for group in groups {
      let stems = words(group)
      for stem in stems { table[stem] = stems[0] }
    }
    return table
  }()

  private static func words(_ text: String) -> [String] { Reply(text).words.map(\.stem) }

  /// Words that name one thing, or things that stand for one another, in service talk.
  private static let groups = [
    "parcel package shipment consignment delivery order box purchase",
    "item product article",
    "phone mobile handset smartphone telephone",
    "internet broadband wifi connection line network",
    "bill invoice charge payment statement debit",
    "subscription plan contract membership tariff",
    "booking reservation flight trip stay ticket",
    "laptop computer notebook",
    "appointment visit slot",
    "engineer technician",
    "refund reimburse reimbursement",
    "app application website site page portal",
    "late delay overdue",
    "broken break crack smash shatter damage chip faulty defective snap",
    "lost lose missing vanish disappear",
    "cancel terminate cancellation termination",
    "wrong incorrect mistake",
    "child children kid son daughter bairn wean",
    "price cost fee",
    "repair mend fix",
    "exchange swap replace replacement",
    "cheap cheaper cheapest",
    "address postcode",
    "manager supervisor",
    "courier carrier driver",
    "upgrade faster",
    "shop store branch",
    "holiday vacation",
    "shoe trainer boot sneaker",
    "sofa couch settee",
    "television telly",
    "mother mum mam mom mummy",
    "father dad daddy",
    "grandmother gran nan granny grandma",
    "car vehicle",
    "bike bicycle",
    "fridge refrigerator",
    "toilet loo",
    "rubbish waste trash refuse",
    "doctor gp",
    "medicine medication tablet pill prescription",
    "money cash",
    "luggage baggage suitcase",
    "heating boiler radiator",
    "electricity power",
    "glasses spectacles",
    "photo photograph picture image",
    "document paper form",
    "house home flat apartment",
  ]
}

extension ReadReply {
  /// The tokens of a sentence with their terms; where `asserted`, words that are denied are left out.
  func terms(in sentence: ReadSentence, asserted: Bool = false) -> [(index: Int, term: String)] {
    sentence.tokens.compactMap { index in
      let token = reply.tokens[index]
      if asserted, token.stance.contains(.negated) { return nil }
      return Term.of(token).map { (index, $0) }
    }
  }
}
