/// Tells the contrary of an example from its like: "I am not sorry" beside "I am sorry", which share all their words.
///
/// A text is contrary to a label when the word it turns on is denied, supposed or another's, while the label's nearest
/// examples that have the word stand behind it. Without such a word in an example nothing is said: "my card has not
/// come" may well be what the examples of a label complain about in other words.
struct Contraries: Sendable {
  /// For each example, its words and whether each stands as said in one's own name.
  private let examples: [String: [String: Bool]]

  init(_ examples: [String]) {
    self.examples = Dictionary(
      examples.map { ($0, Self.words(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func words(of example: String) -> [String: Bool] {
    var words: [String: Bool] = [:]
    for term in Term.terms(of: Reply(example)) where weighty.contains(term.load) {
      words[term.key] = (words[term.key] ?? true) && !isTaken(term)
    }
    return words
  }

  /// The word a passage turns on, when it is denied, supposed or reported there; in a report, the first word reported.
  static func takenWord(_ terms: some Sequence<Term>) -> String? {
    let weighty = terms.filter { Self.weighty.contains($0.load) }
    guard let main = weighty.first else { return nil }
    if isTaken(main) { return main.key }
    let reported = weighty.filter { $0.stance.contains(.reported) }
    return reported.count * 2 >= weighty.count ? reported.first?.key : nil
  }

  /// Whether the nearest examples that have the word all stand behind it, and there is one.
  func oppose(_ word: String, nearest: [String]) -> Bool {
    let standings = nearest.compactMap { examples[$0]?[word] }
    return !standings.isEmpty && standings.allSatisfy { $0 }
  }

  /// Whether one of the nearest examples has the word denied, supposed or reported as well.
  func share(_ word: String, nearest: [String]) -> Bool {
    nearest.contains { examples[$0]?[word] == false }
  }

  private static let weighty: Set<Term.Load> = [.content, .common, .value]

  private static func isTaken(_ term: Term) -> Bool {
    !term.stance.isDisjoint(with: [.negated, .conditional, .reported])
  }
}
