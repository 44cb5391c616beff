/// What is said under a condition: "if I could refund you I would", "unless", "I wish I could".
extension StanceReader {
  mutating func readConditions(_ sentence: Range<Int>, _ clauses: [Range<Int>]) {
    var unreal = false
    var hasCondition = false
    for (number, clause) in clauses.enumerated() {
      readWishes(clause)
      guard let start = conditionStart(clause) else { continue }
      if tokens[start].normal == "if", asksWhether(number, clauses) {
        mark(clause, .asked)
      } else if isPoliteRequest(start, clause) {
        mark(clause, .requested)
      } else {
        mark(start..<clause.upperBound, .conditional)
        hasCondition = true
        unreal = unreal || isUnreal(start, clause)
      }
    }
    guard hasCondition else { return }
    for clause in clauses where conditionStart(clause) == nil && isHypothetical(clause, unreal: unreal) {
      mark(clause, .conditional)
    }
  }

  /// Where a condition opens in a clause: "if", "unless", "provided that", "as long as", "in case", "had I".
  private func conditionStart(_ clause: Range<Int>) -> Int? {
    let start = opening(of: clause)
    for index in clause.lowerBound == start ? [start] : [clause.lowerBound, start] {
      switch word(index, in: clause) {
      case "if", "unless", "supposing", "assuming":
        if !isAdvice(index, clause) { return index }
      case "provided", "providing":
        if has([.pronoun, .determiner], index + 1, in: clause) { return index }
      case "as":
        let second = word(index + 1, in: clause)
        if second == "long", word(index + 2, in: clause) == "as" { return index }
      case "in":
        if word(index + 1, in: clause) == "case", has(.pronoun, index + 2, in: clause) { return index }
      case "had", "should":
        let isInverted = has(.pronoun, index + 1, in: clause) && !tokens[clause].contains { $0.normal == "?" }
        if isInverted && clause.count > 2 && tokens[index].normal == "had" { return index }
      case "even":
        if word(index + 1, in: clause) == "if" { return index + 1 }
      case "only":
        if word(index + 1, in: clause) == "if" { return index + 1 }
      default: break
      }
    }
    return nil
  }

  /// "if I were you", "if I were in your place": advice, and no condition.
  private func isAdvice(_ start: Int, _ clause: Range<Int>) -> Bool {
    word(start, in: clause) == "if" && word(start + 1, in: clause) == "i"
      && ["were", "was"].contains(word(start + 2, in: clause) ?? "")
      && (start + 3..<min(start + 5, clause.upperBound)).contains {
        ["you", "your"].contains(tokens[$0].normal)
      }
  }

  /// "let me check if …": "if" after a verb of finding out means "whether".
  private func asksWhether(_ number: Int, _ clauses: [Range<Int>]) -> Bool {
    guard number > 0, let last = clauses[number - 1].last(where: { tokens[$0].isWordLike }) else {
      return false
    }
    guard tokens[clauses[number - 1].upperBound - 1].isWordLike else { return false }
    let before = max(clauses[number - 1].lowerBound, last - 2)...last
    return tokens[before].contains { $0.traits.contains(.wondering) }
  }

  /// "if you could confirm your postcode" asks; "if you could see my screen" does as well, harmlessly.
  private func isPoliteRequest(_ start: Int, _ clause: Range<Int>) -> Bool {
    guard word(start, in: clause) == "if", has(.listener, start + 1, in: clause) else { return false }
    let rest = start + 2..<min(start + 4, clause.upperBound)
    guard start + 2 < rest.upperBound else { return false }
    return tokens[rest].contains { ["could", "can", "would"].contains($0.normal) }
      && tokens[clause].contains { $0.traits.contains(.asking) }
  }

  private func isUnreal(_ start: Int, _ clause: Range<Int>) -> Bool {
    tokens[start..<min(start + 6, clause.upperBound)].contains {
      ["could", "had", "were", "would"].contains($0.normal)
    }
  }

  /// A main clause that holds only with its condition: "I would", "we could"; not "I would be", "would like".
  private func isHypothetical(_ clause: Range<Int>, unreal: Bool) -> Bool {
    for index in clause {
      let name = tokens[index].normal
      guard tokens[index].traits.contains(.modal) else { continue }
      guard ["would", "could", "might"].contains(name) else { return unreal && clause.count <= 3 }
      return !Self.politeAfterWould.contains(word(index + 1, in: clause) ?? "")
    }
    return false
  }

  private static let politeAfterWould: Set<String> = [
    "like", "love", "be", "feel", "appreciate", "prefer", "suggest", "recommend", "you", "really",
  ]

  /// "I wish I could", "I would have refunded": what did not happen.
  private mutating func readWishes(_ clause: Range<Int>) {
    for index in clause {
      let isWish = tokens[index].normal == "wish" && tokens[index].subject == .speaker
      let isMissed =
        ["would", "could"].contains(tokens[index].normal) && word(index + 1, in: clause) == "have"
      let wishes =
        isWish && tokens[index..<min(index + 5, clause.upperBound)].contains { $0.normal == "could" }
      if wishes || isMissed && has(.speaker, index - 1, in: clause) {
        mark(index..<clause.upperBound, .conditional)
      }
    }
  }
}
