/// Weights in groups of groups: quality into rubrics, rubrics into dimensions, dimensions into criteria.
///
/// A leaf that does not apply gives its weight to its neighbours in the group; a group in which nothing applies, to
/// its neighbours one level up. So what can be earned always adds up, to the hundredth.
indirect enum WeightTree: Hashable, Sendable {
  case leaf(weight: Int, applies: Bool)
  case group(weight: Int, parts: [WeightTree])

  /// A group that hands on what does not apply: its parts take on at most as much again as they weigh themselves, and
  /// what is left of the group's weight goes to its neighbours one level up.
  ///
  /// So a small question that is left alone in a dimension does not decide the dimension.
  static func dimension(weight: Int, parts: [WeightTree]) -> WeightTree {
    let whole = parts.reduce(0) { $0 + max($1.weight, 0) }
    let there = parts.reduce(0) { $0 + ($1.applies ? $1.weight : 0) }
    let kept = whole == 0 ? 0 : min(finest, there.saturatingTimes(2 * finest) / whole)
    return .group(weight: weight.saturatingTimes(kept), parts: parts)
  }

  /// Parts a dimension's weight is cut into, so that handing on leaves no remainder that is felt.
  private static let finest = 10_000

  private var weight: Int {
    switch self {
    case .leaf(let weight, _), .group(let weight, _): weight
    }
  }

  private var applies: Bool {
    switch self {
    case .leaf(let weight, let applies): applies && weight > 0
    case .group(let weight, let parts): weight > 0 && parts.contains(where: \.applies)
    }
  }

  /// The leaves' parts of `total`, left to right.
  ///
  /// They add up to it exactly unless nothing applies; each level is shared by largest remainder.
  func shares(of total: Int) -> [Int] {
    switch self {
    case .leaf: return [applies ? total : 0]
    case .group(_, let parts):
      let shared = Apportionment.share(applies ? total : 0, by: parts.map { $0.applies ? $0.weight : 0 })
      return zip(parts, shared).flatMap { $0.shares(of: $1) }
    }
  }
}
