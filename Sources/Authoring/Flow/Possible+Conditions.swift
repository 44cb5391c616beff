import Domain

/// What can have been said, done and reached by the end of a play; while the talk goes on, anything.
struct Attainable: Hashable, Sendable {
  /// Actions the trainee can do in some beat that can be reached.
  var actions: FactSet
  var endings: FactSet
  /// Moves that at least one example stands for.
  var moves: FactSet
  var goal: Bool
}

extension Possible {
  /// Whether there may be a play in which the condition holds here.
  func allows(_ condition: Condition, _ attainable: Attainable? = nil) -> Bool {
    switch condition {
    case .fact(let fact): isUnknown(fact) || mayBeTrue.contains(fact)
    case .gauge(let gauge, let comparison, let number): allows(gauge, comparison, number)
    case .counter(_, let comparison, let number): Self.counts(comparison, number)
    case .said(let move): attainable?.moves.contains(move) ?? true
    case .did(let action): attainable?.actions.contains(action) ?? true
    case .ended(let ending): attainable?.endings.contains(ending) ?? true
    case .goal: attainable?.goal ?? true
    case .all(let parts): parts.allSatisfy { allows($0, attainable) } && !namesTwoEndings(parts)
    case .any(let parts): parts.contains { allows($0, attainable) }
    case .not(let inner): allowsNot(inner, attainable)
    }
  }

  /// Whether there may be a play in which the condition does not hold here.
  func allowsNot(_ condition: Condition, _ attainable: Attainable? = nil) -> Bool {
    switch condition {
    case .fact(let fact): isUnknown(fact) || mayBeFalse.contains(fact)
    case .gauge(let gauge, let comparison, let number): allows(gauge, comparison.opposite, number)
    case .counter(_, let comparison, let number): Self.counts(comparison.opposite, number)
    case .said, .did, .ended, .goal: true
    case .all(let parts): parts.contains { allowsNot($0, attainable) }
    case .any(let parts): parts.allSatisfy { allowsNot($0, attainable) }
    case .not(let inner): allows(inner, attainable)
    }
  }

  /// The innermost parts because of which a condition cannot hold here; empty when it can.
  func blocks(in condition: Condition, _ attainable: Attainable? = nil) -> [Condition] {
    guard !allows(condition, attainable) else { return [] }
    switch condition {
    case .all(let parts), .any(let parts):
      let inner = parts.flatMap { blocks(in: $0, attainable) }
      return inner.isEmpty ? [condition] : inner
    case .fact, .gauge, .counter, .said, .did, .ended, .goal, .not: return [condition]
    }
  }

  /// A name that no declaration knows stands for a fact beyond the last one.
  private func isUnknown(_ fact: Int) -> Bool { fact >= factCount }

  private func allows(_ gauge: Int, _ comparison: Condition.Comparison, _ number: Int) -> Bool {
    guard lowest.indices.contains(gauge) else { return true }
    let (low, high) = (lowest[gauge], highest[gauge])
    guard low <= high else { return false }
    switch comparison {
    case .atLeast, .moreThan: return comparison.holds(high, number)
    case .atMost, .lessThan: return comparison.holds(low, number)
    case .equal: return low <= number && number <= high
    case .unequal: return low != number || high != number
    }
  }

  /// Counters begin at 0 and have no end.
  private static func counts(_ comparison: Condition.Comparison, _ number: Int) -> Bool {
    switch comparison {
    case .atLeast, .moreThan, .unequal: true
    case .atMost, .equal: number >= 0
    case .lessThan: number > 0
    }
  }

  /// A play has one ending.
  private func namesTwoEndings(_ parts: [Condition]) -> Bool {
    var named: Int?
    for case .ended(let ending) in parts {
      if let named, named != ending { return true }
      named = ending
    }
    return false
  }
}

extension Condition.Comparison {
  /// The comparison that holds exactly when this one does not.
  var opposite: Condition.Comparison {
    switch self {
    case .atLeast: .lessThan
    case .lessThan: .atLeast
    case .atMost: .moreThan
    case .moreThan: .atMost
    case .equal: .unequal
    case .unequal: .equal
    }
  }
}
