/// The words that decided, as reasons.
struct FactExplanation {
  private static let most = 8
  private let measure: FactMeasure
  /// Words of the fact that have changed places.
  private let swapped: Set<Int>

  init(_ measure: FactMeasure) {
    self.measure = measure
    swapped = measure.swapped(strictly: true)
  }

  /// At most eight reasons: what speaks against the fact first, then its words by weight.
  func reasons() -> [FactReason] {
    let found = measure.alignment.matches.map { match in
      let reason = reason(match)
      return (reason: reason, weight: weight(match, reason.kind))
    }
    let sorted = found.enumerated().sorted { one, two in
      one.element.weight == two.element.weight
        ? one.offset < two.offset : one.element.weight > two.element.weight
    }
    return sorted.prefix(Self.most).map(\.element.reason)
  }

  private func weight(_ match: FactMatch, _ kind: FactReason.Kind) -> Double {
    let base = measure.fact.terms[match.wanted].weight
    switch kind {
    case .otherValue, .opposite, .denied, .notAsserted, .misplaced, .limit: return base + 2
    case .said, .missing: return base * (measure.isAsked[match.wanted] ? 0.5 : 1)
    }
  }

  private func reason(_ match: FactMatch) -> FactReason {
    let wanted = words(measure.fact, match.wanted)
    if let other = measure.otherValue(at: match.wanted) { return reason(.otherValue, wanted, other) }
    guard let found = match.found, match.closeness >= 0.4 else {
      return FactReason(kind: .missing, wanted: wanted, found: "", range: nil)
    }
    if match.turns { return reason(match.isOpposite ? .opposite : .denied, wanted, found) }
    if swapped.contains(match.wanted) || measure.isMisplaced(match) {
      return reason(.misplaced, wanted, found)
    }
    if measure.isOutside(match) { return reason(.limit, wanted, found) }
    let taken: Stance = [.conditional, .reported, .asked]
    let isDoubted =
      measure.reply.terms[found].place.claim != .plain
      && measure.fact.terms[match.wanted].place.claim == .plain
    let isTaken = isDoubted || !measure.reply.terms[found].stance.isDisjoint(with: taken)
    return reason(isTaken ? .notAsserted : .said, wanted, found)
  }

  private func reason(_ kind: FactReason.Kind, _ wanted: String, _ found: Int) -> FactReason {
    FactReason(
      kind: kind, wanted: wanted, found: words(measure.reply, found), range: measure.reply.terms[found].range)
  }

  private func words(_ text: FactText, _ place: Int) -> String { text.text[text.terms[place].range] }
}
