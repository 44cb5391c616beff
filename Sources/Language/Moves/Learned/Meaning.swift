/// How a passage is meant, taken from the word it turns on: the first that says something.
///
/// An encoder hardly sees the difference between "I am sorry" and "I am not sorry"; this does.
struct Meaning: Hashable, Sendable {
  var isNegated = false
  /// Under a condition.
  var isSupposed = false
  /// Another's words.
  var isReported = false
  /// What should or would have been, and was not.
  var isMissed = false
  var isAsking = false
  /// Asks how things are, not for a deed: "is it loading?", not "could you load it?".
  var isQuestion = false
  var isHedged = false
  var isFirm = false
  /// Who does it, where that is said.
  var subject: Person?
  /// The person or thing it tells of, where that is a noun: "the depot is", "your mother sounds".
  var thing: String?
  /// Tells where or when the thing is.
  var isPlaced = false
  /// Begins without a subject: "just read me the number", "name and postcode, then we go on".
  var isBare = false
  /// Asks whether the speaker shall do it: "shall I send it?", "what if I take ten off?".
  var isOffer = false
  /// The word that is denied, where one that says something is, and not of the speaker: "I can't" takes back a deed.
  var denied: String?
  /// Whether what is denied is nothing that the examples it stands beside affirm.
  var deniesOther = false

  init(_ terms: some Collection<Term>) {
    let weighty = terms.filter { [.content, .common, .value].contains($0.load) }
    guard let main = weighty.first ?? terms.first else { return }
    isNegated =
      main.stance.contains(.negated)
      || (!weighty.isEmpty && weighty.allSatisfy { $0.stance.contains(.negated) })
    let reported = weighty.count { $0.stance.contains(.reported) }
    isSupposed = main.stance.contains(.conditional)
    isReported = main.stance.contains(.reported) || (reported > 0 && reported * 2 >= weighty.count)
    isMissed = Self.tellsOfMissed(Array(terms))
    isOffer = Self.offers(terms)
    isBare = Self.beginsBare(terms)
    let negated = weighty.filter { $0.stance.contains(.negated) }
    denied = isNegated && !negated.contains { $0.subject == .speaker } ? negated.first?.key : nil
    let isCleft = Self.isCleft(terms)
    let opensQuestion = Self.opensQuestion(terms) && !isCleft
    isAsking =
      opensQuestion || weighty.contains { !$0.stance.isDisjoint(with: [.asked, .requested]) } && !isCleft
    isQuestion =
      (opensQuestion || weighty.contains { $0.stance.contains(.asked) })
      && !weighty.contains { $0.stance.contains(.requested) }
    if !isAsking { (thing, isPlaced) = Self.thing(terms) }
    isHedged = main.stance.contains(.hedged)
    isFirm = weighty.contains { $0.stance.contains(.firm) }
    subject = main.isExpressive || main.isHead ? main.subject : nil
  }

  /// "it should have been there", "you could have called".
  private static func tellsOfMissed(_ terms: [Term]) -> Bool {
    terms.indices.dropLast().contains { place in
      missing.contains(terms[place].key) && terms[place + 1].key == have
        && !(place + 2 < terms.count && terms[place + 2].key == to)
    }
  }

  /// "shall I", "may we", "what if I", "how about we".
  private static func offers(_ terms: some Collection<Term>) -> Bool {
    let keys = Array(terms.map(\.key).drop { joiners.contains($0) }.prefix(3))
    guard keys.count == 3 else { return false }
    if offering.contains(keys[0]) { return speaker.contains(keys[1]) }
    return keys[0] == what && keys[1] == condition && speaker.contains(keys[2])
      || keys[0] == how && keys[1] == about && speaker.contains(keys[2])
  }

  /// A word of weight where a subject would stand, and no verb of being or helping after it.
  private static func beginsBare(_ terms: some Collection<Term>) -> Bool {
    let rest = terms.drop { joiners.contains($0.key) || leading.contains($0.key) || $0.load == .adverb }
    guard let first = rest.first, [.content, .common, .placeholder].contains(first.load), first.subject == nil
    else { return false }
    guard let next = rest.dropFirst().first else { return true }
    return !verbs.contains(next.key)
  }

  /// "what freezes your calls is the Wi-Fi": a verb right after "what" and another after that, and no question mark.
  private static func isCleft(_ terms: some Collection<Term>) -> Bool {
    let keys = terms.map(\.key)
    guard keys.first == Stemmer.stem("what"), keys.count > 3, !being.contains(keys[1]),
      terms.dropFirst().first?.load != .light, !terms.contains(where: { $0.stance.contains(.asked) })
    else { return false }
    return keys.dropFirst(2).dropLast().contains { being.contains($0) }
  }

  /// "the depot is", "your mother sounds", "breakfast is": the noun where the subject stands; and whether a form of
  /// "be" puts it somewhere: "is near", "is tomorrow".
  private static func thing(_ terms: some Collection<Term>) -> (String?, isPlaced: Bool) {
    let terms = Array(terms.drop { joiners.contains($0.key) }.prefix(6))
    guard terms.count > 2 else { return (nil, false) }
    let isDetermined = determiners.contains(terms[0].key)
    let noun = terms[isDetermined ? 1 : 0]
    guard noun.load == .content || noun.load == .common, !noun.isExpressive else { return (nil, false) }
    let verb = isDetermined ? 2 : 1
    let isBeing = being.contains(terms[verb].key)
    guard isDetermined || isBeing else { return (nil, false) }
    let isPlaced = isBeing && verb + 1 < terms.count && [.light, .value].contains(terms[verb + 1].load)
    return (noun.key, isPlaced)
  }

  private static let joiners: Set<String> = Set(["and", "so", "but"].map(Stemmer.stem))
  private static let have = Stemmer.stem("have")
  private static let to = Stemmer.stem("to")
  private static let what = Stemmer.stem("what")
  private static let how = Stemmer.stem("how")
  private static let about = Stemmer.stem("about")
  private static let condition = Stemmer.stem("if")
  private static let offering: Set<String> = Set(
    ["shall", "should", "may", "can", "could"].map(Stemmer.stem))
  private static let speaker: Set<String> = Set(["i", "we"].map(Stemmer.stem))
  private static let leading: Set<String> = Set(["please", "just", "ok", "then"].map(Stemmer.stem))
  private static let verbs: Set<String> = being.union(
    [
      "will", "would", "can", "could", "has", "have", "had", "does", "do", "did", "should", "might", "may",
      "must", "be", "been",
    ]
    .map(Stemmer.stem))
  private static let missing: Set<String> = Set(["should", "would", "could", "might"].map(Stemmer.stem))
  private static let being: Set<String> = Set(["is", "are", "was", "were"].map(Stemmer.stem))
  private static let determiners: Set<String> = Set(
    ["the", "a", "an", "my", "your", "our", "his", "her", "its", "their", "this", "that"].map(Stemmer.stem))

  /// "where do the calls freeze", "at what hour do they come" ask without the sign; "what I can do is this" does not.
  private static func opensQuestion(_ terms: some Collection<Term>) -> Bool {
    let terms = terms.first.map { prepositions.contains($0.key) } ?? false ? terms.dropFirst() : terms[...]
    guard let first = terms.first, openers.contains(first.key) else { return false }
    guard let next = terms.dropFirst().first else { return true }
    return !pronouns.contains(next.key)
  }

  private static let prepositions: Set<String> = Set(
    ["at", "on", "in", "by", "for", "from", "until", "till", "since", "to"].map(Stemmer.stem))
  private static let openers: Set<String> = Set(
    ["what", "where", "which", "who", "whose", "when", "why", "how"].map(Stemmer.stem))
  private static let pronouns: Set<String> = Set(
    ["i", "we", "you", "he", "she", "it", "they", "this", "that"].map(Stemmer.stem))

  /// The meaning of an example.
  init(of example: String) { self.init(Term.terms(of: Reply(example))) }

  private var isTaken: Bool { isSupposed || isReported }

  /// Whether what is said this way can be what an example says that way.
  func agrees(with example: Meaning) -> Bool { objection(beside: example) == nil }

  /// Why what is said this way cannot be what an example says that way; nil when it can.
  func objection(beside example: Meaning) -> MoveRefusal? {
    if isNegated != example.isNegated, !deniesOther {
      return isNegated ? .denied : .notDenied
    }
    if isTaken && !example.isTaken && !(isOffer && !isReported) { return isReported ? .reported : .supposed }
    if isMissed && !example.isMissed { return .missed }
    if isAsking && !example.isAsking && !isOffer { return .asked }
    if !isAsking && example.isAsking && !isBare { return .notAsked }
    if isHedged && example.isFirm { return .hedged }
    return subject == .other && example.subject == .speaker ? .anothers : nil
  }

  /// How many ways it is said unlike an example, though it could be meant so: another does it, or it asks for a deed
  /// where the example asks a question.
  func strangeness(beside example: Meaning) -> Int {
    var count = 0
    if (thing != nil || subject == .listener) && example.subject == .speaker { count += 1 }
    if thing != nil, example.subject == .listener { count += 1 }
    if isQuestion && !example.isQuestion { count += 1 }
    return count
  }
}
