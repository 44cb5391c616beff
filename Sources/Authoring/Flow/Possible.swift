import Domain

/// What the world may be at some point of a play: a bound that holds over every play, never a guess.
///
/// Each fact may be true, false or both, each gauge lies between two ends. Which facts go together is not kept:
/// so nothing possible is ever called impossible, and the work stays linear in the size of the scenario.
struct Possible: Hashable, Sendable {
  /// How many facts the scenario declares.
  let factCount: Int
  var mayBeTrue: FactSet
  var mayBeFalse: FactSet
  var lowest: [Int]
  var highest: [Int]

  /// The world at the opening.
  init(opening story: Story) {
    factCount = story.facts.count
    mayBeTrue = FactSet(size: story.facts.count)
    mayBeFalse = FactSet(size: story.facts.count)
    for (index, fact) in story.facts.enumerated() {
      if fact.start { mayBeTrue.insert(index) } else { mayBeFalse.insert(index) }
    }
    lowest = story.gauges.map { $0.start.onGauge }
    highest = lowest
  }

  /// Whether no world is left, because two things were assumed that exclude each other.
  var isEmpty: Bool { zip(lowest, highest).contains { $0 > $1 } }

  /// Widens this to hold the other, too.
  mutating func formUnion(_ other: Possible) {
    mayBeTrue.formUnion(other.mayBeTrue)
    mayBeFalse.formUnion(other.mayBeFalse)
    for gauge in lowest.indices {
      lowest[gauge] = min(lowest[gauge], other.lowest[gauge])
      highest[gauge] = max(highest[gauge], other.highest[gauge])
    }
  }

  /// Pushes every end that moved since `earlier` to the end of the gauge, so that loops are followed only once.
  mutating func widen(from earlier: Possible) {
    for gauge in lowest.indices {
      if lowest[gauge] < earlier.lowest[gauge] { lowest[gauge] = Gauge.range.lowerBound }
      if highest[gauge] > earlier.highest[gauge] { highest[gauge] = Gauge.range.upperBound }
    }
  }

  /// Narrows this to the worlds in which a condition holds, as far as single facts and gauges tell.
  mutating func assume(_ condition: Condition) {
    switch condition {
    case .fact(let fact): mayBeFalse.remove(fact)
    case .not(.fact(let fact)): mayBeTrue.remove(fact)
    case .gauge(let gauge, let comparison, let number): assume(gauge, comparison, number)
    case .all(let parts): for part in parts { assume(part) }
    case .not, .any, .counter, .said, .did, .ended, .goal: break
    }
  }

  private mutating func assume(_ gauge: Int, _ comparison: Condition.Comparison, _ number: Int) {
    guard lowest.indices.contains(gauge) else { return }
    switch comparison {
    case .atLeast: lowest[gauge] = max(lowest[gauge], number)
    case .moreThan: lowest[gauge] = max(lowest[gauge], number.saturatingPlus(1))
    case .atMost: highest[gauge] = min(highest[gauge], number)
    case .lessThan: highest[gauge] = min(highest[gauge], number.saturatingMinus(1))
    case .equal:
      lowest[gauge] = max(lowest[gauge], number)
      highest[gauge] = min(highest[gauge], number)
    case .unequal: break
    }
  }
}

extension Int {
  /// The nearest value a gauge can show.
  var onGauge: Int { clamped(to: Gauge.range) }
}
