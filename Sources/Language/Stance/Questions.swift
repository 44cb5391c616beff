/// What is asked, and what is asked for: "are you sorry?", "what is your order number", "please send it".
extension StanceReader {
  mutating func readQuestions(_ sentence: Range<Int>, _ clauses: [Range<Int>]) {
    let ending = tokens[sentence].last { $0.kind == .punctuation && ["?", "!", "."].contains($0.normal) }
    let endsAsked = ending?.normal == "?"
    var previous: Stance = []
    for (number, clause) in clauses.enumerated() {
      var stance = questionStance(clause)
      if stance.isEmpty && isFragment(clause) && number > 0 { stance = previous }
      let isLast = number == clauses.count - 1
      if stance.isEmpty, endsAsked, isLast || has(.auxiliary, opening(of: clause), in: clause) {
        stance = .asked
      }
      if stance.isEmpty, asksForSomething(clause) { stance = .requested }
      mark(clause, stance)
      markWhether(clause)
      previous = stance
    }
  }

  /// A question by its word order: an auxiliary before its subject, or a question word before an auxiliary.
  private func questionStance(_ clause: Range<Int>) -> Stance {
    let start = opening(of: clause)
    if has(.question, start, in: clause) { return wordQuestion(start, clause) }
    guard has(.auxiliary, start, in: clause) else { return [] }
    let subject = word(start + 1, in: clause) == "not" ? start + 2 : start + 1
    guard has(.pronoun, subject, in: clause) || has(.determiner, subject, in: clause) else { return [] }
    let isPolite = ["can", "could", "would", "will", "may", "might", "shall"].contains(tokens[start].normal)
    let isPerson = has([.speaker, .listener], subject, in: clause)
    if isPolite && isPerson { return .requested }
    let offers =
      tokens[start].normal == "do" && ["want", "need", "mind"].contains(word(subject + 1, in: clause) ?? "")
    return offers && isPerson ? .requested : .asked
  }

  private func wordQuestion(_ start: Int, _ clause: Range<Int>) -> Stance {
    if tokens[start].normal == "how", word(start + 1, in: clause) == "about" { return .requested }
    if tokens[start].normal == "why", word(start + 2, in: clause) == "not" { return .requested }
    let end = min(start + 4, clause.upperBound)
    guard start + 1 < end else { return [] }
    if has(.auxiliary, start + 1, in: clause) { return .asked }
    let isAdverb = [
      "many", "much", "long", "often", "soon", "kind", "order", "time", "day", "date", "number",
    ]
    guard isAdverb.contains(tokens[start + 1].normal) else { return [] }
    return (start + 2..<max(start + 2, end)).contains { has(.auxiliary, $0, in: clause) } ? .asked : []
  }

  /// No subject and no auxiliary: "and postcode".
  func isFragment(_ clause: Range<Int>) -> Bool {
    !tokens[clause].contains { token in
      !token.traits.isDisjoint(with: [.auxiliary, .expressive, .asking, .clauseOpener])
        || (token.traits.contains(.opener) && !token.traits.contains(.joiner))
        || (token.traits.contains(.pronoun)
          && !token.traits.isDisjoint(with: [.speaker, .listener, .other, .thing]))
    }
  }

  /// "please tell me", "send me your", "I need your postcode", "if you could confirm".
  private func asksForSomething(_ clause: Range<Int>) -> Bool {
    let start = opening(of: clause)
    let isPlease = tokens[clause].contains { $0.normal == "please" }
    if has(.asking, start, in: clause), isPlease || opensRequest(start, clause) { return true }
    if isPlease, !has(.pronoun, start, in: clause) { return true }
    return needsOfListener(clause)
  }

  /// "tell me", "confirm your", but not "let me" and "show that".
  private func opensRequest(_ start: Int, _ clause: Range<Int>) -> Bool {
    let next = word(start + 1, in: clause)
    if tokens[start].normal == "let" {
      return next == "me" && ["have", "know"].contains(word(start + 2, in: clause) ?? "")
    }
    return next == "me" || next == "us" || next == "your"
  }

  /// "I need your", "I'll need to know your", "I require".
  private func needsOfListener(_ clause: Range<Int>) -> Bool {
    for index in clause where ["need", "require", "have"].contains(tokens[index].normal) {
      let rest = index + 1..<min(index + 4, clause.upperBound)
      let wants = tokens[index].normal != "have" || word(index - 1, in: clause) == "could"
      if wants, index + 1 < rest.upperBound, tokens[rest].contains(where: { $0.normal == "your" }) {
        return true
      }
    }
    return false
  }

  /// "let me check if it arrived": what follows is asked, not told.
  private mutating func markWhether(_ clause: Range<Int>) {
    for index in clause where tokens[index].normal == "whether" {
      mark(index + 1..<clause.upperBound, .asked)
    }
  }
}
