/// Weights in groups of groups: quality into rubrics, rubrics into dimensions, dimensions into criteria.
///
/// A leaf that does not apply gives its weight to its neighbours in the group; a group in which nothing applies, to
/// its neighbours one level up. So what can be earned always adds up, to the hundredth.
indirect enum WeightTree: Hashable, Sendable {
  case leaf(weight: Int, applies: Bool)
  case group(weight: Int, parts: [WeightTree])

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
