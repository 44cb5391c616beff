import Domain
import Scoring

/// What the versions of one group came to.
public struct WordingResult: Hashable, Sendable {
  public var group: WordingGroup
  /// One a version, in their order.
  public var cards: [Scorecard]

  /// A result with its cards at hand, one a version.
  public init(group: WordingGroup, cards: [Scorecard]) {
    self.group = group
    self.cards = cards
  }

  /// Judges every version by a shared rubric.
  ///
  /// - Throws: when the rubric names a kind the judge lacks, or a version cannot be read.
  public init(_ group: WordingGroup, by judge: Judge, rubric: Rubric) throws {
    self.group = group
    cards = try group.versions.map { version in
      try judge.judge(group.transcript(version), scenario: nil, house: rubric)
    }
  }

  /// Hundredths; of an even number of versions the upper of the two in the middle.
  public var median: Int { cards.map(\.quality).sorted()[cards.count / 2] }

  /// Hundredths between the best and the worst version.
  public var spread: Int { (cards.map(\.quality).max() ?? 0) - (cards.map(\.quality).min() ?? 0) }

  /// Hundredths between each version and the median.
  public var distances: [Int] { cards.map { abs($0.quality - median) } }

  /// Whether every version is worth the same within five points.
  public var holds: Bool { distances.allSatisfy { $0 <= WordingGroup.widest } }

  /// A version worth more or less than it should be, and the criteria judged otherwise than in most versions.
  public struct Odd: Hashable, Sendable {
    public var version: WordingGroup.Version
    /// Hundredths.
    public var quality: Int
    public var criteria: [String]

    public init(version: WordingGroup.Version, quality: Int, criteria: [String]) {
      self.version = version
      self.quality = quality
      self.criteria = criteria
    }
  }

  public var odd: [Odd] {
    zip(group.versions, cards).filter { abs($1.quality - median) > WordingGroup.widest }.map {
      version, card in
      Odd(version: version, quality: card.quality, criteria: differing(card))
    }
  }

  private func differing(_ card: Scorecard) -> [String] {
    card.marks.indices.filter { index in
      let answers = cards.map { $0.marks[index].answers }
      let usual = Dictionary(grouping: answers, by: \.self).max {
        ($0.value.count, $1.key) < ($1.value.count, $0.key)
      }
      return card.marks[index].answers != usual?.key
    }.map { card.marks[$0].criterion }
  }
}

extension Mark {
  /// Each check as + or -; empty where the criterion does not apply.
  fileprivate var answers: String { evidence.checks.map { $0.passed ? "+" : "-" }.joined() }
}
