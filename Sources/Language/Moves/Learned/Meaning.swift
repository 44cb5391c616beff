/// How a passage is meant, taken from the word it turns on: the first that says something.
///
/// An encoder hardly sees the difference between "I am sorry" and "I am not sorry"; this does.
struct Meaning: Hashable, Sendable {
  var isNegated = false
  /// Under a condition, or another's words.
  var isTaken = false
  var isAsking = false
  var isHedged = false
  var isFirm = false
  /// Who does it, where that is said.
  var subject: Person?

  init(_ terms: some Collection<Term>) {
    let weighty = terms.filter { [.content, .common, .value].contains($0.load) }
    guard let main = weighty.first ?? terms.first else { return }
    isNegated =
      main.stance.contains(.negated)
      || (!weighty.isEmpty && weighty.allSatisfy { $0.stance.contains(.negated) })
    let reported = weighty.count { $0.stance.contains(.reported) }
    isTaken =
      !main.stance.isDisjoint(with: [.conditional, .reported])
      || (reported > 0 && reported * 2 >= weighty.count)
    isAsking =
      Self.opensQuestion(terms) || weighty.contains { !$0.stance.isDisjoint(with: [.asked, .requested]) }
    isHedged = main.stance.contains(.hedged)
    isFirm = weighty.contains { $0.stance.contains(.firm) }
    subject = main.isExpressive || main.isHead ? main.subject : nil
  }

  /// "where do the calls freeze" asks without its question mark; "what I can do is this" does not.
  private static func opensQuestion(_ terms: some Collection<Term>) -> Bool {
    guard let first = terms.first, openers.contains(first.key) else { return false }
    guard let next = terms.dropFirst().first else { return true }
    return !pronouns.contains(next.key)
  }

  private static let openers: Set<String> = Set(
    ["what", "where", "which", "who", "whose", "when", "why", "how"].map(Stemmer.stem))
  private static let pronouns: Set<String> = Set(
    ["i", "we", "you", "he", "she", "it", "they", "this", "that"].map(Stemmer.stem))

  /// The meaning of an example.
  init(of example: String) { self.init(Term.terms(of: Reply(example))) }

  /// Whether what is said this way can be what an example says that way.
  func agrees(with example: Meaning) -> Bool {
    if isNegated != example.isNegated { return false }
    if isTaken && !example.isTaken { return false }
    if isAsking != example.isAsking { return false }
    if isHedged && example.isFirm { return false }
    return !(subject == .other && example.subject == .speaker)
  }
}
