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
    isNegated = main.stance.contains(.negated) || weighty.allSatisfy { $0.stance.contains(.negated) }
    isTaken = !main.stance.isDisjoint(with: [.conditional, .reported])
    isAsking = weighty.contains { !$0.stance.isDisjoint(with: [.asked, .requested]) }
    isHedged = main.stance.contains(.hedged)
    isFirm = weighty.contains { $0.stance.contains(.firm) }
    subject = main.isExpressive || main.isHead ? main.subject : nil
  }

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
