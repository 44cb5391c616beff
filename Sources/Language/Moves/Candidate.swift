/// Evidence for one move before the decision.
struct Candidate {
  /// What kind of evidence it is.
  enum Reason { case phrase, core, expressive, overlap, learned }

  var move: Int
  /// 0–1000.
  var confidence: Int
  /// The tokens that were looked at, for vetoes.
  var window: Range<Int>
  /// The tokens that earned it.
  var tokens: [Int]
  /// Those of them that carry weight.
  var content: [Int]
  var example: String
  var reason: Reason

  /// The same, worth asking about at the most: not enough to be a move.
  var doubtful: Candidate {
    var candidate = self
    candidate.confidence = min(confidence, 590)
    return candidate
  }

  func match(in reply: Reply) -> MoveMatch {
    MoveMatch(
      move: move, spans: spans(in: reply), confidence: confidence, nearestExample: example,
      why: why(in: reply))
  }

  private func spans(in reply: Reply) -> [TextRange] {
    let words = Set(tokens.filter { reply.tokens[$0].isWordLike }).sorted()
    var ranges = words.map { reply.tokens[$0].range }
    for (one, next) in zip(words, words.dropFirst()) where isBridged(one + 1..<next, reply) {
      ranges.append(reply.tokens[one].range.through(reply.tokens[next].range))
    }
    return Highlight.merged(ranges, bridging: 1)
  }

  /// Up to two words of grammar between two words that count are marked with them.
  private func isBridged(_ between: Range<Int>, _ reply: Reply) -> Bool {
    between.count <= 2
      && reply.tokens[between].allSatisfy { $0.isWordLike && !$0.traits.isDisjoint(with: .light) }
  }

  private func why(in reply: Reply) -> String {
    switch reason {
    case .phrase: return "an example, word for word"
    case .core: return "part of an example, and of no other move's"
    case .expressive: return quoted(reply) + " says it by itself"
    case .learned: return "means what the example means"
    case .overlap: return quoted(reply) + " as in the example"
    }
  }

  private func quoted(_ reply: Reply) -> String {
    var seen: Set<String> = []
    let words = (content.isEmpty ? tokens : content).map { reply.tokens[$0].normal }
    return words.filter { seen.insert($0).inserted }.prefix(6).map { "'\($0)'" }.joined(separator: " ")
  }
}

/// Where a move is forbidden: the clauses that one of its `notLike` phrases touches.
struct Vetoes {
  private var clauses: [Int: [Range<Int>]] = [:]

  init(_ reply: Reply, _ matches: [PhraseMatch], _ owners: [Int]) {
    for match in matches {
      let touched = reply.clauses.filter { $0.tokens.overlaps(match.tokens) }.map(\.tokens)
      clauses[owners[match.pattern], default: []] += touched
    }
  }

  func forbid(_ move: Int, _ window: Range<Int>) -> Bool {
    clauses[move]?.contains { $0.overlaps(window) } ?? false
  }
}

/// The stretches of a reply that are looked at, as ranges of its terms.
enum Windows {
  static func all(of reply: Reply, _ terms: [Term]) -> [Range<Int>] {
    var cursor = TermCursor(terms)
    let clauses = reply.clauses.map { cursor.terms(in: $0.tokens) }
    cursor = TermCursor(terms)
    let sentences = reply.sentences.map { cursor.terms(in: $0.tokens) }
    var windows = clauses + sentences
    for (one, two) in zip(clauses, clauses.dropFirst()) { windows.append(one.lowerBound..<two.upperBound) }
    if terms.count <= PhraseRecogniser.shortReply { windows.append(terms.indices) }
    var seen: Set<Range<Int>> = []
    return windows.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Walks the terms once while passages are asked for in order.
  private struct TermCursor {
    let terms: [Term]
    var next = 0

    init(_ terms: [Term]) { self.terms = terms }

    mutating func terms(in tokens: Range<Int>) -> Range<Int> {
      while next < terms.count, terms[next].tokens.lowerBound < tokens.lowerBound { next += 1 }
      let start = next
      while next < terms.count, terms[next].tokens.lowerBound < tokens.upperBound { next += 1 }
      return start..<next
    }
  }
}
