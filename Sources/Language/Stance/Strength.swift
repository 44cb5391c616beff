/// How strongly it is said: "it might arrive", "it will arrive", "it will definitely arrive".
extension StanceReader {
  mutating func readStrength(_ clauses: [Range<Int>]) {
    for clause in clauses {
      let hedge = clause.first { isHedge($0, clause) }
      if let hedge { mark(hedge..<clause.upperBound, .hedged) }
      if hedge == nil, let firm = clause.first(where: isFirm) { mark(firm..<clause.upperBound, .firm) }
    }
  }

  private func isHedge(_ index: Int, _ clause: Range<Int>) -> Bool {
    switch tokens[index].normal {
    case "maybe", "perhaps", "possibly", "probably", "hopefully", "likely": return true
    case "might", "may", "could", "should": return !tokens[index].stance.contains(.requested)
    case "try", "tries": return word(index + 1, in: clause) == "to"
    default: return false
    }
  }

  private func isFirm(_ index: Int) -> Bool {
    switch tokens[index].normal {
    case "will", "shall", "definitely", "certainly", "guarantee", "promise", "absolutely", "surely": true
    default: false
    }
  }
}
