/// How a text goes about answering: what can be told without knowing the fact.
struct AnswerShape: Hashable, Sendable {
  /// "Yes" or "no" at its head, nil when it begins with neither.
  let lead: Bool?
  /// Whether it says that it has no answer, or asks instead of telling: "I don't know", "what do you mean?".
  let isNonAnswer: Bool

  /// Whether it wants an answer: a heading such as "We should ban cars" does not, "Explain why" does.
  let wantsAnswer: Bool

  /// Whether it wants a yes or a no and nothing else: "Do I have to send it back?", not "Is it so? Explain why."
  let wantsYesOrNo: Bool

  /// What sort of thing it asks for, where its words tell.
  let sought: Sought?
  enum Sought: Hashable, Sendable { case place, person, time, length, rate, amount, count }

  /// Whether it asks for leave: "Can I bring my dog?", "Is smoking allowed?"
  let asksLeave: Bool
  /// Whether it asks for a duty: "Do I have to send it back?"
  let asksDuty: Bool
  /// Whether it says that something must be or need not be; nil where it says neither.
  let duty: Bool?
  /// Whether it grants or refuses leave: "dogs are not allowed", "you may"; nil where it does neither.
  let leave: Bool?
  /// The yes or no that it says at its head in so many words: "of course", "not yet", "I'm afraid you can't".
  let openAnswer: Bool?

  /// What a reply of no more than a yes or a no says: "yes, it has", "I'm afraid not"; nil when it says more or less.
  let bareAnswer: Bool?
  /// Whether it begins with a pronoun for what was spoken of: "it", "they".
  let beginsWithPronoun: Bool
  /// Whether that pronoun stands for a thing: "it", "they".
  let beginsWithThing: Bool
  /// Whether it begins with "you" or "we", or sees somebody then: "see you at five".
  let beginsWithListener: Bool
  /// Whether it compares: "faster than".
  let compares: Bool
  /// Whether a passive names who acts: "is paid by the shop".
  let namesAgent: Bool
  /// Whether it tells what is done to something: "is paid".
  let isPassive: Bool

  init(_ reply: Reply) {
    var words: [String] = []
    var isAsked = true
    for token in reply.tokens where token.isWordLike {
      words.append(token.normal)
      isAsked = isAsked && token.stance.contains(.asked)
    }
    let start = reply.tokens.first { $0.isWordLike && !$0.traits.contains(.opener) }
    beginsWithPronoun = start.map { ["it", "they", "he", "she", "we"].contains($0.normal) } ?? false
    beginsWithThing =
      start.map { ["it", "they", "that", "this", "those", "these"].contains($0.normal) } ?? false
    beginsWithListener =
      start.map { ["you", "we", "see", "that", "there"].contains($0.normal) } ?? false
    compares = words.contains("than")
    namesAgent = Self.namesAgent(words)
    isPassive = words.indices.contains { index in
      words[index].hasSuffix("ed") && words[..<index].suffix(2).contains(where: Self.being.contains)
    }
    // Bytes tell at once where there is none; a sign with an accent on it is no question mark.
    let asks = reply.text.utf8.contains(UInt8(ascii: "?")) && reply.text.contains("?")
    let bids = words.contains(where: Self.bidding.contains)
    wantsAnswer = asks || bids
    wantsYesOrNo = asks && !bids && words.first.map(Self.polar.contains) ?? false
    asksLeave = wantsYesOrNo && Self.asksLeave(words)
    asksDuty = wantsYesOrNo && words.contains { Self.duties[$0] != nil }
    duty = Self.duty(words)
    leave = Self.leave(words)
    openAnswer = Self.openAnswer(reply)
    sought = wantsAnswer ? Self.sought(words) : nil
    lead = words.first.flatMap { Self.leads[$0] }
    bareAnswer = Self.bareAnswer(reply, lead)
    isNonAnswer =
      isAsked && !words.isEmpty || Self.admitsIgnorance(Array(words.prefix(Self.ignoranceWithin)))
  }

  private static func asksLeave(_ words: [String]) -> Bool {
    switch words.first {
    case "can", "could", "may": true
    case "am", "are", "is":
      words.contains { ["allowed", "permitted", "ok", "okay", "possible"].contains($0) }
    default: false
    }
  }

  /// Its first modal or word of permission, with the denial around it.
  private static func leave(_ words: [String]) -> Bool? {
    guard let place = words.firstIndex(where: { leaves[$0] != nil }), let grants = leaves[words[place]],
      !words.contains("only")
    else { return nil }
    let isDenied = words[max(0, place - 3)..<min(words.count, place + 2)].contains { denials.contains($0) }
    return grants != isDenied
  }

  private static func duty(_ words: [String]) -> Bool? {
    guard let place = words.firstIndex(where: { duties[$0] != nil }), let binds = duties[words[place]] else {
      return nil
    }
    let isDenied = words[max(0, place - 3)..<min(words.count, place + 2)].contains { denials.contains($0) }
    return binds != isDenied
  }

  private static let duties = [
    "need": true, "needs": true, "needed": true, "must": true, "required": true, "necessary": true,
    "compulsory": true, "mandatory": true, "obligatory": true, "optional": false, "voluntary": false,
  ]

  private static let leaves = [
    "can": true, "may": true, "allowed": true, "permitted": true, "welcome": true, "possible": true,
    "safe": true, "unsafe": false, "dangerous": false, "forbidden": false, "prohibited": false,
    "banned": false, "impossible": false,
  ]
  private static let denials: Set<String> = ["no", "not", "never", "nobody", "none"]

  /// Words at the head that say yes or no before a comma, or a denial in the first clause behind regrets.
  private static func openAnswer(_ reply: Reply) -> Bool? {
    guard let first = reply.clauses.first?.tokens, let sentence = reply.sentences.first?.tokens,
      reply.tokens[sentence].last.map({ $0.normal != "?" }) ?? false
    else { return nil }
    let words = reply.tokens[first].filter(\.isWordLike).map(\.normal)
    guard let head = words.first else { return nil }
    let isShort = words.count <= 3
    switch head {
    case "yes", "yeah", "yep", "certainly", "absolutely", "definitely": return true
    case "sure": return isShort && words.count < 3 ? true : nil
    case "of" where words.dropFirst().first == "course": return !words.contains("not")
    case "no" where words.count == 1, "nope": return false
    case "not" where isShort: return false
    default: break
    }
    let starts = words.prefix(3)
    let isSorry = starts.contains { ["afraid", "unfortunately", "sorry"].contains($0) }
    let all = isSorry ? reply.tokens[sentence].filter(\.isWordLike).map(\.normal) : words
    if let modal = all.prefix(6).firstIndex(where: { ["can", "do", "will"].contains($0) }), modal > 0,
      ["we", "i"].contains(all[modal - 1]), all.dropFirst(modal + 1).first == "not", isSorry
    {
      return false
    }
    guard let modal = all.prefix(6).firstIndex(where: { ["can", "may", "should", "must"].contains($0) }),
      modal > 0, all[modal - 1] == "you"
    else { return nil }
    if all.count > modal + 1, all[modal + 1] == "not" { return false }
    return ["can", "may"].contains(all[modal]) && !isSorry ? true : nil
  }

  private static func sought(_ words: [String]) -> Sought? {
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      switch word {
      case "where": return .place
      case "who", "whose": return .person
      case "when": return .time
      case "how":
        if ["long", "soon"].contains(next) { return .length }
        if ["often", "frequently"].contains(next) { return .rate }
        if next == "many" { return .count }
        if next == "much" { return words.contains("time") ? .length : .amount }
      case "what":
        if ["time", "date", "day"].contains(next) { return .time }
        if !words.allSatisfy({ !costs.contains($0) }) { return .amount }
      default: continue
      }
    }
    return nil
  }

  private static let costs: Set<String> = ["cost", "costs", "price", "fee", "charge", "rent", "pay"]

  /// Whether a word only dresses a yes or a no.
  static func isDressing(_ word: String) -> Bool { leads[word] != nil || dressing.contains(word) }

  private static let dressing: Set<String> = [
    "sorry", "afraid", "course", "certainly", "definitely", "absolutely", "sure", "please", "indeed", "right",
    "exactly", "thanks", "unfortunately", "fear", "now", "yet", "thank",
  ]

  private static func bareAnswer(_ reply: Reply, _ lead: Bool?) -> Bool? {
    let words = reply.tokens.filter(\.isWordLike)
    guard !words.isEmpty, words.count <= 12,
      !words.contains(where: { ["if", "but", "unless", "until"].contains($0.normal) })
    else { return nil }
    if words.contains(where: { ["no", "not", "nope", "never"].contains($0.normal) }) { return false }
    if lead == true || words.contains(where: { dressing.contains($0.normal) && $0.normal != "sorry" }) {
      return true
    }
    let isSubject = words[0].traits.contains(.pronoun) && words.count > 1
    return isSubject && words.dropFirst().allSatisfy { $0.traits.contains(.auxiliary) } ? true : nil
  }

  /// Whether one text begins with yes and the other with no.
  func clashes(with other: AnswerShape) -> Bool {
    guard let lead, let their = other.lead else { return false }
    return lead != their
  }

  /// Words that ask or bid for an answer, wherever they stand.
  private static let bidding: Set<String> = [
    "what", "why", "how", "when", "where", "who", "which", "whose", "explain", "describe", "tell", "name",
    "list", "give", "state", "define", "compare", "predict", "identify", "write",
  ]

  /// Words that open a question for yes or no.
  private static let polar: Set<String> = [
    "do", "does", "did", "is", "are", "was", "were", "am", "can", "could", "will", "would", "shall", "should",
    "may",
    "must", "has", "have", "had",
  ]

  private static let leads = [
    "yes": true, "yeah": true, "yep": true, "correct": true, "true": true, "certainly": true, "sure": true,
    "no": false, "nope": false, "never": false, "false": false, "incorrect": false,
  ]

  /// A form of "to be", one or two words, "by".
  private static func namesAgent(_ words: [String]) -> Bool {
    words.indices.contains { index in
      words[index] == "by" && words[..<index].suffix(3).dropLast().contains { being.contains($0) }
    }
  }

  private static let being: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "am", "gets", "got",
  ]

  /// An answer that begins like this has none further on.
  private static let ignoranceWithin = 8

  private static func admitsIgnorance(_ words: [String]) -> Bool {
    words.indices.contains { place in
      phrases[words[place]]?.contains { words[(place + 1)...].starts(with: $0) } ?? false
    }
  }

  /// By the first word: what follows it.
  private static let phrases = [
    "do not know", "not know", "dont know", "no idea", "no clue", "not sure", "not certain", "can not say",
    "can not remember", "do not remember", "do not understand", "not understand", "can not tell you", "idk",
    "beats me", "could not tell you", "have not a clue", "never heard", "find out", "get back to you",
    "look into",
  ].map { $0.split(separator: " ").map(String.init) }
    .reduce(into: [String: [[String]]]()) { $0[$1[0], default: []].append(Array($1.dropFirst())) }
}
