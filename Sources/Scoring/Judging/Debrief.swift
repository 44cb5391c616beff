import Domain

/// What a scorecard says to the person who earned it: what to work on, what was strong, what changed.
public struct Debrief: Hashable, Sendable {
  /// At most three, the most points lost first; a breach goes before everything.
  public let toWorkOn: [Mark]
  /// The words that earned the most: those of a criterion met in full, in a reply that broke no rule and a sentence
  /// that lost nothing. None in a talk that came to nothing.
  public let strongest: Highlighted?
  /// Points by skill, in the order the skills first stand in the scorecard.
  public let skills: [SkillPoints]
  /// What changed since an earlier attempt, criterion by criterion; empty without one.
  public let changes: [Change]

  /// Words of the trainee with the criterion they earned.
  public struct Highlighted: Hashable, Sendable {
    public let mark: Mark
    public let quote: Quote
  }

  /// Hundredths of points a skill gave, of those it could give.
  public struct SkillPoints: Hashable, Sendable {
    public let skill: String
    public let earned: Int
    public let possible: Int

    /// Whole per cent, rounded down; nil when nothing of the skill applied.
    public var percent: Int? { possible > 0 ? Share(passed: earned, asked: possible).of(100) : nil }
  }

  /// One criterion in two attempts, in thousandths of what it could give; nil where it did not apply.
  public struct Change: Hashable, Sendable {
    public let criterion: String
    public let title: String
    public let before: Int?
    public let after: Int?

    /// How much better, in thousandths; nil when one of the two is missing.
    public var gain: Int? {
      guard let before, let after else { return nil }
      return after - before
    }
  }

  /// How many things to work on a person can keep in mind.
  public static let mostToWorkOn = 3

  /// Reads a scorecard, its talk, and an earlier scorecard of the same scenario when there is one.
  public init(
    _ scorecard: Scorecard, of transcript: Transcript? = nil, comparedWith earlier: Scorecard? = nil
  ) {
    toWorkOn = Self.toWorkOn(scorecard.marks)
    strongest = Self.strongest(scorecard, transcript)
    skills = Self.skills(scorecard.marks)
    changes = earlier.map { Self.changes(from: $0.marks, to: scorecard.marks) } ?? []
  }

  private static func toWorkOn(_ marks: [Mark]) -> [Mark] {
    let open = marks.enumerated().filter { _, mark in
      mark.earned < mark.possible && mark.evidence.verdict != .met
    }
    let ordered = open.sorted { left, right in
      let (breach, other) = (
        left.element.evidence.verdict == .breached, right.element.evidence.verdict == .breached
      )
      if breach != other { return breach }
      let (lost, otherLost) = (left.element.lost, right.element.lost)
      return lost == otherLost ? left.offset < right.offset : lost > otherLost
    }
    return ordered.prefix(mostToWorkOn).map(\.element)
  }

  private static func strongest(_ scorecard: Scorecard, _ transcript: Transcript?) -> Highlighted? {
    guard scorecard.fruitlessCost == 0 else { return nil }
    let lost = scorecard.marks.flatMap(\.evidence.quotes).filter { $0.role == .lost }
    let broken = Set(scorecard.breaches.map(\.turn) + scorecard.breaches.compactMap(\.quote?.turn))
    var best: Highlighted?
    for mark in scorecard.marks where mark.evidence.verdict == .met && mark.earned > best?.mark.earned ?? 0 {
      let quote = mark.evidence.quotes.first { quote in
        guard quote.role == .earned, quote.range.start < quote.range.end else { return false }
        guard !broken.contains(quote.turn) else { return false }
        let line = sentence(around: quote, in: transcript)
        return !lost.contains {
          $0.turn == quote.turn && $0.range.start < line.end && line.start < $0.range.end
        }
      }
      if let quote { best = Highlighted(mark: mark, quote: quote) }
    }
    return best
  }

  /// The quoted words with the rest of their sentence; the words alone where the talk is not at hand.
  private static func sentence(around quote: Quote, in transcript: Transcript?) -> TextRange {
    guard let transcript, transcript.turns.indices.contains(quote.turn),
      let text = transcript.turns[quote.turn].text
    else { return quote.range }
    let bytes = Array(text.utf8)
    let ends = Set(".!?\n".utf8)
    var (start, end) = (min(max(quote.range.start, 0), bytes.count), min(quote.range.end, bytes.count))
    while start > 0, !ends.contains(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, !ends.contains(bytes[end]) { end += 1 }
    return TextRange(start, end)
  }

  private static func skills(_ marks: [Mark]) -> [SkillPoints] {
    var order: [String] = []
    var sums: [String: (earned: Int, possible: Int)] = [:]
    for mark in marks {
      if sums[mark.skill] == nil { order.append(mark.skill) }
      let sum = sums[mark.skill] ?? (0, 0)
      sums[mark.skill] = (sum.earned.saturatingPlus(mark.earned), sum.possible.saturatingPlus(mark.possible))
    }
    return order.compactMap { skill in
      sums[skill].map { SkillPoints(skill: skill, earned: $0.earned, possible: $0.possible) }
    }
  }

  private static func changes(from earlier: [Mark], to later: [Mark]) -> [Change] {
    let before = Dictionary(earlier.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
    return later.map { mark in
      Change(
        criterion: mark.criterion, title: mark.title, before: before[mark.criterion]?.perMille,
        after: mark.perMille)
    }
  }
}

extension Mark {
  /// Hundredths of points that were there and not earned.
  public var lost: Int { possible.saturatingMinus(earned) }

  /// The share earned in thousandths; nil where the criterion did not apply.
  public var perMille: Int? { possible > 0 ? Share(passed: earned, asked: possible).of(1_000) : nil }
}
