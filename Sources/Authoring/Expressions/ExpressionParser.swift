import Domain

/// Reads a condition: `order_seen and trust >= 45`. `not` binds closest, then `and` and `+`, then `or`.
struct ExpressionParser {
  private let source: Written
  private let tokens: [ExpressionToken]
  private var at = 0
  private var depth = 0

  /// Parentheses and `not` deeper than this are refused, so that reading never runs out of stack.
  static let depthLimit = 32

  /// - Throws: what is wrong with the text, and where in it; never for a name, which is looked up later.
  static func parse(_ source: Written) throws(ReadingProblem) -> ExpressionDraft {
    var parser = ExpressionParser(source: source, tokens: try ExpressionTokens.cut(Array(source.text.utf8)))
    return ExpressionDraft(written: source, parts: try parser.wholeText())
  }

  private init(source: Written, tokens: [ExpressionToken]) {
    self.source = source
    self.tokens = tokens
  }

  private mutating func wholeText() throws(ReadingProblem) -> [ExpressionDraft.Part] {
    guard !tokens.isEmpty else {
      throw problem(at: 0..<source.text.utf8.count, "a condition is missing here")
    }
    var chains = [try chain()]
    while take(.or) { chains.append(try chain()) }
    if let extra = next { throw unexpected(extra) }
    guard chains.count == 1, let only = chains.first else {
      return [ExpressionDraft.Part(expression: .any(chains.map(\.expression)), place: source.place)]
    }
    return only.parts.count == 1
      ? [ExpressionDraft.Part(expression: only.expression, place: source.place)]
      : only.parts.map { ExpressionDraft.Part(expression: $0.expression, place: source.place(of: $0.range)) }
  }

  /// Terms joined by `and` and `+`.
  private mutating func chain() throws(ReadingProblem) -> Chain {
    var chain = Chain()
    chain.add(try term(), startsPart: true)
    while true {
      if take(.plus) {
        chain.add(try term(), startsPart: true)
      } else if take(.and) {
        chain.add(try term(), startsPart: false)
      } else {
        return chain
      }
    }
  }

  private mutating func term() throws(ReadingProblem) -> Term {
    guard let token = next else {
      let end = source.text.utf8.count
      throw problem(at: max(end - 1, 0)..<end, "the condition stops in the middle")
    }
    at += 1
    switch token.kind {
    case .not: return try nested(token) { parser throws(ReadingProblem) in try parser.negation(from: token) }
    case .open: return try nested(token) { parser throws(ReadingProblem) in try parser.group(from: token) }
    case .word: return try named(from: token)
    case .number(let number): return try reversedComparison(number, from: token)
    case .comparison, .plus, .and, .or, .close: throw unexpected(token)
    }
  }

  private mutating func nested(
    _ token: ExpressionToken, _ read: (inout ExpressionParser) throws(ReadingProblem) -> Term
  ) throws(ReadingProblem) -> Term {
    guard depth < Self.depthLimit else {
      throw problem(at: token.range, "this condition is nested deeper than \(Self.depthLimit) levels")
    }
    depth += 1
    let term = try read(&self)
    depth -= 1
    return term
  }

  private mutating func negation(from token: ExpressionToken) throws(ReadingProblem) -> Term {
    let inner = try term()
    return Term(.not(inner.expression), token.range.lowerBound..<inner.range.upperBound)
  }

  private mutating func group(from token: ExpressionToken) throws(ReadingProblem) -> Term {
    var chains = [try chain()]
    while take(.or) { chains.append(try chain()) }
    guard let end = next, end.kind == .close else {
      throw problem(at: token.range, "this parenthesis is never closed")
    }
    at += 1
    let expression: Expression = chains.count == 1 ? chains[0].expression : .any(chains.map(\.expression))
    return Term(expression, token.range.lowerBound..<end.range.upperBound)
  }

  /// A name of one or more words, compared with a number or standing alone.
  private mutating func named(from first: ExpressionToken) throws(ReadingProblem) -> Term {
    var words = [first]
    while let token = next, token.kind == .word {
      words.append(token)
      at += 1
    }
    let name = joined(words)
    if let open = next, open.kind == .open {
      throw problem(at: name.range.lowerBound..<open.range.upperBound, "conditions have no functions")
    }
    if let token = next, case .comparison(let comparison) = token.kind {
      at += 1
      return try comparing(name, comparison, from: token)
    }
    return Term(standingAlone(words, name.written), name.range)
  }

  private func standingAlone(_ words: [ExpressionToken], _ name: Written) -> Expression {
    if name.text == "true" { return .constant(true) }
    if name.text == "false" { return .constant(false) }
    if words.count > 1, source.part(words[0].range).text == "ending" {
      return .ending(joined(Array(words.dropFirst())).written)
    }
    return .name(name)
  }

  private mutating func comparing(
    _ name: (written: Written, range: Range<Int>), _ comparison: Condition.Comparison,
    from sign: ExpressionToken
  ) throws(ReadingProblem) -> Term {
    guard let token = next, case .number(let number) = token.kind else {
      throw problem(
        at: next?.range ?? sign.range, "'\(name.written.text)' can only be compared with a whole number",
        help:
          "for example \(name.written.text) \(comparison.rawValue) 45; a fact stands alone, or after 'not'")
    }
    at += 1
    return Term(.comparison(name.written, comparison, number), name.range.lowerBound..<token.range.upperBound)
  }

  /// `45 <= trust`.
  private mutating func reversedComparison(
    _ number: Int, from first: ExpressionToken
  ) throws(ReadingProblem) -> Term {
    guard let sign = next, case .comparison(let comparison) = sign.kind else {
      throw problem(at: first.range, "a number alone is no condition", help: "for example trust >= 45")
    }
    at += 1
    guard let token = next, token.kind == .word else {
      throw problem(
        at: first.range.lowerBound..<sign.range.upperBound, "a name is missing in this comparison")
    }
    at += 1
    return Term(
      .comparison(source.part(token.range), comparison.mirrored, number),
      first.range.lowerBound..<token.range.upperBound)
  }

  private func joined(_ words: [ExpressionToken]) -> (written: Written, range: Range<Int>) {
    let range = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
    guard words.count > 1 else { return (source.part(range), range) }
    let text = words.map { source.part($0.range).text }.joined(separator: " ")
    return (Written(text, at: source.place(of: range)), range)
  }

  private var next: ExpressionToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
    guard next?.kind == kind else { return false }
    at += 1
    return true
  }

  private func unexpected(_ token: ExpressionToken) -> ReadingProblem {
    problem(at: token.range, "'\(source.part(token.range).text)' cannot stand here in a condition")
  }

  private func problem(at range: Range<Int>, _ message: String, help: String? = nil) -> ReadingProblem {
    ReadingProblem(
      range: range, message: message, help: help ?? "for example: order_seen and trust >= 45, or: not solved")
  }
}

/// A read piece of a condition and the bytes it came from.
private struct Term {
  var expression: Expression
  var range: Range<Int>

  init(_ expression: Expression, _ range: Range<Int>) {
    self.expression = expression
    self.range = range
  }
}

/// Terms joined by `and` and `+`, grouped by the `+`.
private struct Chain {
  var groups: [[Term]] = []

  mutating func add(_ term: Term, startsPart: Bool) {
    if startsPart || groups.isEmpty {
      groups.append([term])
    } else {
      groups[groups.count - 1].append(term)
    }
  }

  var parts: [Term] {
    groups.compactMap { group in
      guard let first = group.first, let last = group.last else { return nil }
      let expression: Expression = group.count == 1 ? first.expression : .all(group.map(\.expression))
      return Term(expression, first.range.lowerBound..<last.range.upperBound)
    }
  }

  var expression: Expression {
    let terms = groups.flatMap(\.self).map(\.expression)
    return terms.count == 1 ? terms[0] : .all(terms)
  }
}

extension Condition.Comparison {
  /// The same question with its sides exchanged.
  var mirrored: Condition.Comparison {
    switch self {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .equal: .equal
    case .unequal: .unequal
    }
  }
}
