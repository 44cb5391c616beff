/// The words of an example as the recogniser weighs them: which tell something, and how the whole is meant.
public struct ExampleWords: Hashable, Sendable {
  /// A word that tells something.
  public struct Word: Hashable, Sendable {
    /// The same for all its forms: "apologise" and "apologies" have one, "sorry" has another.
    public let stem: String
    /// As it stands in the example, in lower case.
    public let written: String
  }

  /// The words that carry meaning by themselves, in order; verbs that go with anything are not among them.
  public let content: [Word]
  /// Whether any word tells something, if only a little: "I am on it" has none.
  public let saysSomething: Bool
  private let meaning: Meaning

  /// Reads an example; the signs of phrase patterns are passed over.
  public init(_ example: String) {
    let reply = Reply(LearnedRecogniser.plain(example))
    let terms = Term.terms(of: reply)
    content = terms.filter { $0.load == .content }.map { term in
      let tokens = reply.tokens[term.tokens]
      return Word(
        stem: tokens.map(\.stem).joined(separator: " "), written: tokens.map(\.normal).joined(separator: " "))
    }
    saysSomething = terms.contains { $0.load != .light }
    meaning = Meaning(terms)
  }

  /// Whether both are meant alike: both asked or both said, both affirmed or both denied.
  public func isMeant(as other: ExampleWords) -> Bool {
    meaning.agrees(with: other.meaning) && other.meaning.agrees(with: meaning)
  }
}
