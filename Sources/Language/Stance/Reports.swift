/// Others' words: "you said you're sorry", "they told me it will arrive", "I was told", "according to".
extension StanceReader {
  mutating func readReports(_ sentence: Range<Int>, _ clauses: [Range<Int>]) {
    var isReporting = false
    for clause in clauses {
      if isReporting && continuesReport(clause) {
        mark(clause, .reported)
        continue
      }
      isReporting = false
      if let start = reportStart(clause) {
        mark(start..<clause.upperBound, .reported)
        isReporting = !hasAs(clause)
      }
    }
  }

  private func hasAs(_ clause: Range<Int>) -> Bool { word(opening(of: clause), in: clause) == "as" }

  /// What follows still belongs to the report unless the speaker takes over or turns.
  private func continuesReport(_ clause: Range<Int>) -> Bool {
    let start = opening(of: clause)
    if has(.clauseOpener, clause.lowerBound, in: clause) { return false }
    if has(.expressive, start, in: clause) || has([.asking, .opener], start, in: clause) { return false }
    return isFragment(clause) && !tokens[clause].contains { ["leave", "let"].contains($0.normal) }
      || has([.other, .thing], start, in: clause) && has(.joiner, clause.lowerBound, in: clause)
  }

  /// The first word of what is reported in a clause.
  private func reportStart(_ clause: Range<Int>) -> Int? {
    for index in clause {
      if word(index, in: clause) == "according", word(index + 1, in: clause) == "to" { return index + 2 }
      if isAnothersReport(index, clause) { return min(index + 1, clause.upperBound) }
    }
    return nil
  }

  private func isAnothersReport(_ index: Int, _ clause: Range<Int>) -> Bool {
    if ["say", "claim", "mention"].contains(tokens[index].normal) {
      return has([.listener, .other], index - 1, in: clause)
    }
    if tokens[index].normal == "asked" { return tellsOfRequest(index, clause) }
    guard tokens[index].traits.contains(.reporting), !tellsWhichThing(index, clause) else { return false }
    if isPassive(index, clause) { return tokens[index].subject == .speaker }
    if tokens[index].subject == .speaker { return false }
    if tokens[index].subject == .listener || tokens[index].subject == .other { return true }
    return namesSource(index, clause)
  }

  /// "with what you told me", "everything you said": names what was told and repeats none of it.
  private func tellsWhichThing(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard index >= clause.lowerBound + 2 else { return false }
    let before = tokens[max(clause.lowerBound, index - 4)..<index - 1].map(\.normal)
    guard before.contains(where: { ["what", "everything", "all", "whatever"].contains($0) }) else {
      return false
    }
    let next = word(index + 1, in: clause) ?? ""
    let rest = ["me", "us"].contains(next) ? index + 2 : index + 1
    return !tokens[min(rest, clause.upperBound)..<clause.upperBound].contains(where: \.isWordLike)
  }

  /// "you asked me to take it off", "she asked about the price": what another wanted.
  private func tellsOfRequest(_ index: Int, _ clause: Range<Int>) -> Bool {
    has([.listener, .other], index - 1, in: clause)
      && ["me", "us", "for", "about", "whether", "if"].contains(word(index + 1, in: clause) ?? "")
  }

  /// "I was told", "we have been informed".
  private func isPassive(_ index: Int, _ clause: Range<Int>) -> Bool {
    tokens[max(clause.lowerBound, index - 3)..<index].contains {
      ["was", "were", "been"].contains($0.normal)
    }
  }

  /// "the carrier told me", "our system says": a noun right before the verb, and no expression of one's own.
  private func namesSource(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard index > opening(of: clause), has([.auxiliary, .preposition], index - 1, in: clause) == false else {
      return false
    }
    return tokens[index - 1].kind == .word && tokens[index - 1].traits.isDisjoint(with: .light)
      && tokens[index - 1].normal != "as"
  }
}
