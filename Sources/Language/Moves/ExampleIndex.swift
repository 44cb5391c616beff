/// The examples of all moves, weighed: which term stands in which example and how much it tells the moves apart.
///
/// Weights are whole thousandths, so the same examples give the same numbers on every machine.
struct ExampleIndex: Sendable {
  struct Example: Sendable {
    var move: Int
    var text: String
    /// Whether it is a near miss: said by those who do not make the move.
    var isCounter: Bool
    var terms: [Term]
    var total: Int
    /// The places of the terms that do its deed: "sorry".
    var deeds: [Int] = []
  }

  /// A term of an example.
  struct Posting: Sendable {
    var example: Int
    var term: Int
  }

  private(set) var examples: [Example] = []
  private(set) var postings: [String: [Posting]] = [:]
  /// For each example, where its terms begin when those of all examples are counted through.
  private(set) var firstTerms: [Int] = []
  /// The terms of all examples.
  private(set) var termCount = 0
  /// For every term of all examples, how much it tells; 0 where its example has it twice.
  private(set) var weights: [Int] = []
  /// Expressive terms that stand in half of one move's examples and in no other's: to say them is to make it.
  private(set) var expressive: [String: Int] = [:]
  private var typos = TypoIndex([String]())
  private var keyOfWord: [String: String] = [:]

  init(_ moves: [MoveExamples]) {
    for (number, move) in moves.enumerated() {
      for text in move.like { read(text, move: number, isCounter: false) }
      for text in move.notLike { read(text, move: number, isCounter: true) }
    }
    weigh()
    findExpressive(moves.count)
    typos = TypoIndex(keyOfWord.keys)
  }

  /// The key of the known word one edit away from a token's, or short for by it, if any.
  func corrected(_ token: Token) -> String? {
    guard keyOfWord[token.normal] == nil else { return nil }
    return (SlipReader.shorthand[token.normal] ?? typos.correction(of: token.normal)).flatMap {
      keyOfWord[$0]
    }
  }

  private mutating func read(_ text: String, move: Int, isCounter: Bool) {
    let plain = PhrasePattern.hasSigns(text) ? text.filter { !"()|<>=".contains($0) } : text
    let reply = Reply(plain)
    let terms = Term.terms(of: reply)
    guard !terms.isEmpty, terms.count <= Self.longestExample else { return }
    for term in terms where term.load == .content {
      for token in reply.tokens[term.tokens] where token.kind == .word && term.tokens.count == 1 {
        keyOfWord[token.normal] = term.key
      }
    }
    examples.append(
      Example(move: move, text: text, isCounter: isCounter, terms: terms, total: 0))
  }

  /// Longer examples, in terms, are left out of the overlap; they still count as exact phrases up to their own limit.
  static let longestExample = 200

  private mutating func weigh() {
    var moves: [String: Set<Int>] = [:]
    for example in examples where !example.isCounter {
      for term in example.terms { moves[term.key, default: []].insert(example.move) }
    }
    for number in examples.indices {
      var seen: Set<String> = []
      let grammar = Self.grammarWeight(examples[number].terms)
      let own = examples[number].terms.map { term in
        guard seen.insert(term.key).inserted else { return 0 }
        return term.load == .light ? grammar : Self.weight(term.load, moves: moves[term.key]?.count ?? 1)
      }
      examples[number].total = max(1, own.reduce(0, +))
      for (index, term) in examples[number].terms.enumerated() where own[index] > 0 {
        postings[term.key, default: []].append(Posting(example: number, term: index))
        if term.isExpressive { examples[number].deeds.append(index) }
      }
      weights += own
      firstTerms.append(termCount)
      termCount += examples[number].terms.count
    }
  }

  /// Words of grammar tell more where there is little else: "leave this with me" is not "leave it".
  private static func grammarWeight(_ terms: [Term]) -> Int {
    switch terms.count(where: { [.content, .common, .value].contains($0.load) }) {
    case 0, 1: 400
    case 2: 200
    default: 100
    }
  }

  /// A word that stands in the examples of several moves tells less.
  private static func weight(_ load: Term.Load, moves: Int) -> Int {
    switch load {
    case .content: 2000 / (1 + moves)
    case .common: 900 / (1 + moves)
    case .adverb: 500 / (1 + moves)
    case .value: 500
    case .placeholder: 150
    case .light: 100
    }
  }

  /// What a word of the reply that the example lacks takes from the match.
  static func surplus(_ load: Term.Load) -> Int {
    switch load {
    case .content: 450
    case .common: 150
    case .adverb: 60
    case .value: 120
    case .placeholder: 30
    case .light: 45
    }
  }

  private mutating func findExpressive(_ moveCount: Int) {
    var holders: [String: [Int: Int]] = [:]
    var sizes: [Int: Int] = [:]
    for example in examples where !example.isCounter {
      sizes[example.move, default: 0] += 1
      let keys = Set(example.terms.filter { $0.isExpressive && $0.stance.isAsserted }.map(\.key))
      for key in keys { holders[key, default: [:]][example.move, default: 0] += 1 }
    }
    for (key, moves) in holders where moves.count == 1 {
      guard let (move, count) = moves.first, count * 2 >= sizes[move, default: 0] else { continue }
      expressive[key] = move
    }
  }
}
