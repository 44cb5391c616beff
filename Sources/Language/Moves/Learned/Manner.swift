/// How a clause says its words: which it denies, whether it asks, who acts on whom, and what is only to come.
///
/// An encoder hardly sees the difference between "I have fixed it" and "has it been fixed?"; this does.
struct Manner: Sendable {
  /// How one word that says something is said.
  struct Standing: Hashable, Sendable {
    /// Whether it is more than a verb that goes with anything.
    var isContent: Bool
    var isDenied: Bool
    /// After "when" or "once": has not happened yet.
    var isAwaited: Bool
    /// After "will".
    var isFuture: Bool
    /// Right after "have" or "was": is over.
    var isDone: Bool
    /// Who does it, where it is what the subject does or is.
    var subject: Person?
    /// Whom it is done to, where a pronoun right after it says so.
    var object: Person?
  }

  enum Mood: Sendable {
    case asks, tells
    /// Asks for something without a question: "please send it".
    case bids
    /// Without a subject: may be any.
    case bare
  }

  private(set) var words: [(key: String, standing: Standing)] = []
  let mood: Mood
  /// Asks whether the speaker shall do it.
  let isOffer: Bool
  /// Tells of a deed of the speaker's that could be: "I can take it off".
  let isAble: Bool
  /// Under a condition, or what would have been.
  let isSupposed: Bool
  /// Stands beside a condition in its sentence.
  private(set) var isConditional = false
  let isReported: Bool

  /// The manner of a clause.
  init(_ terms: some Collection<Term>) {
    let meaning = Meaning(terms)
    let saysBySaying = terms.contains { $0.isExpressive && $0.stance.isAsserted }
    if meaning.isAsking {
      mood = Self.isQuestion(meaning, terms) ? .asks : .bids
    } else {
      mood = meaning.isBare && !saysBySaying ? .bare : .tells
    }
    isOffer = meaning.isOffer
    isAble = mood == .tells && terms.contains { $0.subject == .speaker && Self.able.contains($0.key) }
    isSupposed = mood != .asks && (meaning.isSupposed || meaning.isMissed)
    isReported = meaning.isReported
    readWords(Array(terms))
  }

  /// A question by its form: with its sign, or with an auxiliary or a question word in front.
  private static func isQuestion(_ meaning: Meaning, _ terms: some Collection<Term>) -> Bool {
    if meaning.isQuestion || meaning.isOffer { return true }
    let opening = terms.first { $0.load != .adverb }
    return opening.map { asking.contains($0.key) } ?? false
  }

  private mutating func readWords(_ terms: [Term]) {
    var (isAwaited, isFuture) = (false, false)
    for (place, term) in terms.enumerated() {
      let next = place + 1 < terms.count ? terms[place + 1] : nil
      if Self.awaiting.contains(term.key), mood != .asks, next?.key != Self.again { isAwaited = true }
      if Self.future.contains(term.key), mood != .asks { isFuture = true }
      guard Self.weighty.contains(term.load) else { continue }
      let standing = Standing(
        isContent: term.load == .content, isDenied: term.stance.contains(.negated), isAwaited: isAwaited,
        isFuture: isFuture,
        isDone: isDone(place, terms), subject: term.isHead ? term.subject : nil,
        object: next.flatMap { Self.objects[$0.key] })
      words.append((term.key, standing))
    }
  }

  private func isDone(_ place: Int, _ terms: [Term]) -> Bool {
    terms[..<place].last { $0.load != .adverb }.map { Self.past.contains($0.key) } ?? false
  }

  /// The manners of a reply's clauses, in order; a condition holds for its whole sentence.
  static func clauses(of reply: Reply, _ terms: [Term], most: Int) -> [Manner] {
    var manners: [Manner] = []
    var (place, next) = (0, 0)
    for sentence in reply.sentences {
      let first = manners.count
      while place < reply.clauses.count, manners.count < most,
        reply.clauses[place].tokens.lowerBound < sentence.tokens.upperBound
      {
        let start = next
        while next < terms.count, terms[next].tokens.lowerBound < reply.clauses[place].tokens.upperBound {
          next += 1
        }
        manners.append(Manner(terms[start..<next]))
        place += 1
      }
      guard manners[first...].contains(where: { $0.isSupposed && !$0.words.isEmpty }) else { continue }
      for index in first..<manners.count where manners[index].mood == .tells {
        manners[index].isConditional = true
      }
    }
    return manners
  }

  private static let weighty: Set<Term.Load> = [.content, .common]
  private static let awaiting: Set<String> = Set(["when", "once", "until", "till"].map(Stemmer.stem))
  private static let again = Stemmer.stem("again")
  private static let future: Set<String> = Set(["will", "shall"].map(Stemmer.stem))
  private static let past: Set<String> = Set(["have", "has", "had", "been", "was", "were"].map(Stemmer.stem))
  private static let able: Set<String> = Set(["can", "could", "would"].map(Stemmer.stem))
  private static let asking: Set<String> = able.union(
    [
      "will", "may", "might", "shall", "should", "do", "does", "did", "is", "are", "was", "were", "have",
      "has", "what", "which", "who", "when", "where", "why", "how",
    ].map(Stemmer.stem))
  private static let objects: [String: Person] = [
    Stemmer.stem("me"): .speaker, Stemmer.stem("us"): .speaker, Stemmer.stem("you"): .listener,
  ]
}
