/// One unit of meaning in a passage: a word by its common term, two words that belong together, or a value.
struct Term: Hashable, Sendable {
  /// How much a word says.
  enum Load: Hashable, Sendable { case light, adverb, common, content, value, placeholder }

  var key: String
  var load: Load
  /// Indices of its tokens in the reply.
  var tokens: Range<Int>
  var stance: Stance
  var subject: Person?
  /// Whether it is what the subject does or is: it stands right after the subject or an auxiliary.
  var isHead: Bool
  var isExpressive: Bool
  var value: Value?

  /// The terms of all tokens of a reply, in order. `correct` turns a mistyped word into the known one.
  static func terms(of reply: Reply, names: NameHints = [], correct: (Token) -> String? = { _ in nil })
    -> [Term]
  {
    var terms: [Term] = []
    var index = 0
    while index < reply.tokens.count {
      let token = reply.tokens[index]
      if token.isWordLike, !names.contains(token) {
        let pair = paired(reply.tokens, index)
        let end = pair == nil ? index + 1 : index + 2
        terms.append(term(reply.tokens, index..<end, key: pair ?? key(token, correct)))
        index = end
      } else {
        index += 1
      }
    }
    return terms
  }

  private static func paired(_ tokens: [Token], _ index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word else {
      return nil
    }
    let third = index + 2 < tokens.count ? tokens[index + 2].stem : nil
    return Synonyms.term(for: tokens[index].stem, tokens[index + 1].stem, then: third)
  }

  private static func key(_ token: Token, _ correct: (Token) -> String?) -> String {
    if token.value != nil { return "<" + token.kind.rawValue + ">" }
    let term = Synonyms.term(for: token.stem)
    guard token.traits.isEmpty, term == token.stem, let meant = correct(token) else { return term }
    return meant
  }

  private static func term(_ tokens: [Token], _ range: Range<Int>, key: String) -> Term {
    let token = tokens[range.lowerBound]
    return Term(
      key: key, load: range.count > 1 ? .content : load(token), tokens: range, stance: token.stance,
      subject: token.subject, isHead: isHead(tokens, range.lowerBound),
      isExpressive: token.traits.contains(.expressive) || key == Self.apology, value: token.value)
  }

  private static func isHead(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1].traits
    if before.contains(.listener) { return tokens[index].subject == .listener }
    return !before.isDisjoint(with: [.auxiliary, .speaker, .other, .adverb])
  }

  private static let apology = Synonyms.term(for: "sorri")

  /// Verbs that go with anything, by stem: alone they tell little.
  private static let commonVerbs: Set<String> = Set(
    [
      "get", "give", "tell", "take", "make", "go", "come", "put", "let", "need", "want", "know", "see",
      "look", "say",
      "ask", "keep", "use", "try", "happen", "like", "think", "provide", "thing", "way",
    ].map(Stemmer.stem))

  private static func load(_ token: Token) -> Load {
    if token.kind == .identifier || token.kind == .address { return .placeholder }
    if token.value != nil { return .value }
    if token.traits.contains(.expressive) { return .content }
    if !token.traits.isDisjoint(with: .light) { return .light }
    if token.traits.contains(.adverb) { return .adverb }
    return commonVerbs.contains(token.stem) ? .common : .content
  }
}
