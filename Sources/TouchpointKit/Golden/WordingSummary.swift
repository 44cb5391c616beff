import Domain

/// What a set of groups shows: how steady scores are when the same is said in other words.
public struct WordingSummary: Hashable, Sendable {
  public var groups: Int
  /// Groups whose versions are all worth the same within five points.
  public var held: Int
  /// Hundredths of a point between best and worst version, on the mean of all groups.
  public var spread: Int
  /// Hundredths of a point within which nine of ten versions lie of their group's median.
  public var margin: Int
  /// Hundredths by which the versions of a manner lie above or below their medians, on the mean; in order of coming.
  public var manners: [Manner]
  /// Per cent of the differences between versions that each criterion explains, the most first; shares of what
  /// varies within groups, by covariance with the quality, so they add up to about a hundred.
  public var causes: [Cause]

  public struct Manner: Hashable, Sendable {
    public var name: String
    public var shift: Int
    /// Versions that lie more than five points from their median.
    public var odd: Int

    public init(name: String, shift: Int, odd: Int) {
      self.name = name
      self.shift = shift
      self.odd = odd
    }
  }

  public struct Cause: Hashable, Sendable {
    public var criterion: String
    public var percent: Int

    public init(criterion: String, percent: Int) {
      self.criterion = criterion
      self.percent = percent
    }
  }

  public init(_ results: [WordingResult]) {
    groups = results.count
    held = results.count(where: \.holds)
    let all = results.flatMap(\.distances).sorted()
    spread = results.isEmpty ? 0 : results.reduce(0) { $0 + $1.spread } / results.count
    margin = all.isEmpty ? 0 : all[min(all.count - 1, all.count * 9 / 10)]
    manners = Self.manners(results)
    causes = Self.causes(results)
  }

  private static func manners(_ results: [WordingResult]) -> [Manner] {
    var names: [String] = []
    var found: [String: (shift: Int, odd: Int, count: Int)] = [:]
    for result in results {
      let median = result.median
      for (version, card) in zip(result.group.versions, result.cards) {
        if found[version.manner] == nil { names.append(version.manner) }
        let isOdd = abs(card.quality - median) > WordingGroup.widest
        let before = found[version.manner, default: (0, 0, 0)]
        found[version.manner] = (
          before.shift + card.quality - median, before.odd + (isOdd ? 1 : 0), before.count + 1
        )
      }
    }
    return names.compactMap { name in
      found[name].map { Manner(name: name, shift: $0.shift / $0.count, odd: $0.odd) }
    }
  }

  private static func causes(_ results: [WordingResult]) -> [Cause] {
    var shared: [String: Double] = [:]
    var whole = 0.0
    for result in results {
      let qualities = result.cards.map { Double($0.quality) }
      let mean = qualities.reduce(0, +) / Double(qualities.count)
      whole += qualities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      for (card, quality) in zip(result.cards, qualities) {
        for mark in card.marks {
          shared[mark.criterion, default: 0] += Double(mark.earned) * (quality - mean)
        }
      }
    }
    guard whole > 0 else { return [] }
    return shared.map { Cause(criterion: $0.key, percent: Int((100 * $0.value / whole).rounded())) }
      .filter { $0.percent > 0 }
      .sorted { ($1.percent, $0.criterion) < ($0.percent, $1.criterion) }
  }
}
