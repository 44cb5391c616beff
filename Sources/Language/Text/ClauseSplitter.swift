/// Cuts tokens into sentences and sentences into clauses, by signs and closed-class words alone.
enum ClauseSplitter {
  // MARK: Sentences

  static func sentences(_ tokens: [Token], lineStarts: Set<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in tokens.indices {
      if lineStarts.contains(index), start < index, !isClosing(tokens[index]) {
        result.append(start..<index)
        start = index
      }
      if endsSentence(tokens, index) {
        result.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return withoutLooseSigns(result, tokens)
  }

  private static func isClosing(_ token: Token) -> Bool {
    token.kind == .punctuation && ["?", "!", ".", "\"", ")"].contains(token.normal)
  }

  private static func endsSentence(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    switch tokens[index].normal {
    case "!", "?": return true
    case ".", "…":
      let isAbbreviation = index > 0 && abbreviations.contains(tokens[index - 1].normal)
      let isInside =
        index + 1 < tokens.count && !tokens[index + 1].followsSpace && tokens[index + 1].isWordLike
      return !isAbbreviation && !isInside
    default: return false
    }
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "approx", "eg", "ie", "vs", "no", "ref", "dept",
  ]

  /// Signs and emoji alone belong to the sentence before them.
  private static func withoutLooseSigns(_ ranges: [Range<Int>], _ tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges {
      if let last = result.last, !tokens[range].contains(where: \.isWordLike) {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }

  // MARK: Clauses

  static func clauses(_ tokens: [Token], in sentence: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    var hasWord = false
    for index in sentence.dropFirst() {
      hasWord = hasWord || tokens[index - 1].isWordLike
      let afterSign = isBoundarySign(tokens[index - 1], next: tokens[index])
      if afterSign || (hasWord && opensClause(tokens, index, start, sentence)) {
        result.append(start..<index)
        start = index
        hasWord = false
      }
    }
    if start < sentence.upperBound { result.append(start..<sentence.upperBound) }
    return withoutLooseSigns(result, tokens)
  }

  private static func isBoundarySign(_ token: Token, next: Token) -> Bool {
    guard token.kind == .punctuation else { return token.kind == .emoji && next.kind != .emoji }
    switch token.normal {
    case ",", ";", ":", "(", ")", "…", "!", "?", "—", ".": return true
    case "-": return token.followsSpace && next.followsSpace
    default: return false
    }
  }

  private static func opensClause(_ tokens: [Token], _ index: Int, _ start: Int, _ sentence: Range<Int>)
    -> Bool
  {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    let before = tokens[index - 1]
    if token.traits.contains(.clauseOpener) {
      return !joinsBackwards(token, before) && !leadsTime(tokens, index, sentence)
    }
    if token.normal == "so", !before.traits.isDisjoint(with: [.auxiliary, .negator, .adverb]) {
      return false
    }
    if token.traits.contains(.joiner), index + 1 < sentence.upperBound, index > start {
      return startsStatement(tokens, index + 1, sentence)
    }
    return isRunOn(tokens, index, start, sentence)
  }

  /// "I call you until 4 pm", "broken since Monday": a time and no clause follows.
  private static func leadsTime(_ tokens: [Token], _ index: Int, _ sentence: Range<Int>) -> Bool {
    guard ["until", "till", "since"].contains(tokens[index].normal), index + 1 < sentence.upperBound else {
      return false
    }
    switch tokens[index + 1].kind {
    case .time, .date, .duration: return true
    case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: return false
    }
  }

  /// "as if", "even if", "what if", "nothing but", "because" after "just": no clause of its own.
  private static func joinsBackwards(_ token: Token, _ before: Token) -> Bool {
    if before.traits.contains(.joiner) { return true }
    switch token.normal {
    case "if": return ["as", "even", "what", "only"].contains(before.normal)
    case "but": return ["nothing", "anything", "all", "none"].contains(before.normal)
    case "since": return ["ever", "nothing", "long"].contains(before.normal)
    case "while", "yet": return ["a", "not", "the", "as"].contains(before.normal)
    default: return false
    }
  }

  /// After a joiner: a subject with its verb, a verb that asks, or an auxiliary opens a new clause.
  private static func startsStatement(_ tokens: [Token], _ index: Int, _ sentence: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    if token.traits.contains(.auxiliary) || token.traits.contains(.asking) { return true }
    if token.traits.contains(.clauseOpener) || token.traits.contains(.expressive) { return true }
    if token.traits.contains(.adverb), index + 1 < sentence.upperBound {
      return startsStatement(tokens, index + 1, index + 1..<min(sentence.upperBound, index + 3))
    }
    let isSubject = token.traits.contains(.pronoun) && !token.traits.isDisjoint(with: subjects)
    if isSubject { return !token.traits.contains(.determiner) || isVerbLike(tokens, index + 1, sentence) }
    return hasVerb(tokens, after: index, sentence)
  }

  private static let subjects: WordTraits = [.speaker, .listener, .other, .thing]

  private static func isVerbLike(_ tokens: [Token], _ index: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains(index) && tokens[index].traits.contains(.auxiliary)
  }

  /// Whether an auxiliary follows a noun phrase of at most four words: "and the parcel will".
  private static func hasVerb(_ tokens: [Token], after index: Int, _ sentence: Range<Int>) -> Bool {
    for next in index + 1..<max(index + 1, min(index + 5, sentence.upperBound)) {
      if tokens[next].kind == .punctuation || tokens[next].traits.contains(.joiner) { return false }
      if tokens[next].traits.contains(.auxiliary) { return true }
    }
    return false
  }

  /// "is there anything else I can do": what follows says which, inside the same question.
  private static func isQualified(_ tokens: [Token], _ index: Int, _ start: Int) -> Bool {
    !tokens[start].traits.isDisjoint(with: [.auxiliary, .question])
      || ["else", "anything", "everything", "something", "all", "way", "thing"].contains(
        tokens[index - 1].normal)
  }

  /// "… about that I will fix it": a new statement without a sign, unless the word before takes one as its object.
  private static func isRunOn(_ tokens: [Token], _ index: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.traits.contains(.speaker), index - start >= 3, index + 1 < sentence.upperBound else {
      return false
    }
    guard tokens[index + 1].traits.contains(.auxiliary), !isQualified(tokens, index, start) else {
      return false
    }
    let opening = tokens[max(start, index - 2)..<index]
    let binding: WordTraits = [
      .auxiliary, .subordinator, .question, .complementTaker, .determiner, .joiner, .clauseOpener, .reporting,
      .adverb,
    ]
    if opening.contains(where: { !$0.traits.isDisjoint(with: [.complementTaker, .reporting]) }) {
      return false
    }
    let isObject =
      ["that", "this"].contains(tokens[index - 1].normal) && tokens[index - 2].traits.contains(.preposition)
    return isObject || tokens[index - 1].traits.isDisjoint(with: binding)
  }
}
