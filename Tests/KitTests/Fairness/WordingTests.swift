import Domain
import Language
import Scoring
import Testing
import TouchpointKit

/// What is said counts, not how: the groups of scoring/wordings, six versions each, scored by the whole
/// service-quality rubric as users' replies are, at both tiers.
@Suite struct `The same content in other words` {
  /// A group read at a tier.
  struct Reading: Sendable, CustomTestStringConvertible {
    var group: WordingGroup
    var tier: EncoderTier
    var testDescription: String { "\(group.name), \(tier.rawValue)" }
  }

  private static let manners = ["short", "formal", "plain", "typos", "second language", "dialect"]
  private static let groups = (try? BundledLibrary.workplace.wordings()) ?? []
  static let readings = EncoderTier.allCases.flatMap { tier in
    groups.map { Reading(group: $0, tier: tier) }
  }

  private static let rubric = Result { try BundledLibrary.workplace.loadRubric("service-quality") }
  private static let judges = Result {
    try Dictionary(
      uniqueKeysWithValues: EncoderTier.allCases.map { ($0, try BundledLibrary.workplace.judge(at: $0)) })
  }

  @Test func `stands in more than two hundred and eighty groups of all six manners`() {
    #expect(Self.groups.count >= 288)
    #expect(Self.groups.allSatisfy { $0.versions.map(\.manner) == Self.manners })
    #expect(Set(Self.groups.map(\.name)).count == Self.groups.count)
    for unfair in UnfairGroups.named.values {
      #expect(unfair.isSubset(of: Self.groups.map(\.name)))
    }
  }

  /// A group that holds again must leave the list: what was mended stays mended.
  @Test(arguments: readings)
  func `is worth the same within five points`(_ reading: Reading) throws {
    let judge = try #require(Self.judges.get()[reading.tier])
    let result = try WordingResult(reading.group, by: judge, rubric: Self.rubric.get())
    let odd = result.odd.map { "\($0.version.manner) \($0.quality) of \(result.median): \($0.criteria)" }
    if UnfairGroups.named[reading.tier, default: []].contains(reading.group.name) {
      #expect(!result.holds, "holds now: take it out of the list of unfair groups")
    } else {
      #expect(result.holds, "\(odd.joined(separator: "\n"))")
    }
  }
}
