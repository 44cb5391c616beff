/// Marks every token with how it was meant, clause by clause, from closed-class words and word order.
///
/// Rules, not a parser: scope runs rightwards to the end of the clause or to a word that turns it, as in
/// the negation windows of W. W. Chapman et al., "A simple algorithm for identifying negated findings" (2001).
struct StanceReader {
  private(set) var tokens: [Token]

  init(_ tokens: [Token]) { self.tokens = tokens }

  mutating func read(_ sentences: [Range<Int>], _ clauses: [[Range<Int>]]) {
    for (sentence, parts) in zip(sentences, clauses) {
      readSubjects(parts)
      readQuestions(sentence, parts)
      readConditions(sentence, parts)
      readReports(sentence, parts)
      readNegations(parts)
      readStrength(parts)
    }
    readQuotations()
  }

  mutating func mark(_ range: Range<Int>, _ stance: Stance) {
    for index in range.clamped(to: tokens.indices) { tokens[index].stance.formUnion(stance) }
  }

  // MARK: Looking at a clause

  func word(_ index: Int, in range: Range<Int>) -> String? {
    range.contains(index) && tokens[index].kind == .word ? tokens[index].normal : nil
  }

  func has(_ traits: WordTraits, _ index: Int, in range: Range<Int>) -> Bool {
    range.contains(index) && !tokens[index].traits.isDisjoint(with: traits)
  }

  /// The first word that carries the clause: joiners, greetings and fillers before it are skipped.
  func opening(of clause: Range<Int>) -> Int {
    var index = clause.lowerBound
    while index < clause.upperBound {
      let token = tokens[index]
      let isFiller = token.traits.contains(.opener) || token.traits.contains(.joiner) || !token.isWordLike
      let isOther = token.traits.contains(.asking) || token.traits.contains(.auxiliary)
      guard isFiller && !isOther || token.normal == "but" else { return index }
      index += 1
    }
    return clause.lowerBound
  }

  // MARK: Subjects

  private mutating func readSubjects(_ clauses: [Range<Int>]) {
    for clause in clauses {
      var subject: Person?
      for index in clause {
        if let person = person(index, clause) { subject = person }
        tokens[index].subject = subject
      }
    }
  }

  /// The person of a pronoun that stands as a subject; "you" counts only before a verb, or opening the clause.
  private func person(_ index: Int, _ clause: Range<Int>) -> Person? {
    let traits = tokens[index].traits
    guard traits.contains(.pronoun) else { return nil }
    if traits.contains(.speaker) { return .speaker }
    if traits.contains(.other) { return .other }
    if traits.contains(.thing) { return isSubjectPlace(index, clause) ? .thing : nil }
    guard traits.contains(.listener) else { return nil }
    return isSubjectPlace(index, clause) ? .listener : nil
  }

  private func isSubjectPlace(_ index: Int, _ clause: Range<Int>) -> Bool {
    if has([.auxiliary, .reporting], index + 1, in: clause) { return true }
    if has(.auxiliary, index - 1, in: clause), index - 1 == opening(of: clause) { return true }
    if has(.adverb, index + 1, in: clause), has([.auxiliary, .reporting], index + 2, in: clause) {
      return true
    }
    return index == opening(of: clause) && !tokens[index].traits.contains(.determiner)
  }

  // MARK: Quotations

  /// Words between double quotation marks, unless the marks stand round the whole reply.
  private mutating func readQuotations() {
    let marks = tokens.indices.filter { tokens[$0].kind == .punctuation && tokens[$0].normal == "\"" }
    for pair in stride(from: 0, to: marks.count - 1, by: 2) {
      let inside = marks[pair] + 1..<marks[pair + 1]
      let outside = [tokens[..<marks[pair]], tokens[(marks[pair + 1] + 1)...]]
      if marks.count > 2 || outside.contains(where: { $0.contains(where: \.isWordLike) }) {
        mark(inside, .reported)
      }
    }
  }
}
