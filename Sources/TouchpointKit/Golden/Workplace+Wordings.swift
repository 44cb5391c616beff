import Domain
import Scoring

extension Workplace {
  /// A file of groups that cannot be used.
  public struct WordingsTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// The groups of the program's data, by file and order; a folder that is not there holds none.
  public func wordings() throws(WordingsTrouble) -> [WordingGroup] {
    var groups: [WordingGroup] = []
    for name in names(in: wordingsFolder) where name.hasSuffix(".txt") {
      groups += try wordings(at: "\(wordingsFolder)/\(name)")
    }
    return groups
  }

  /// The groups of one file.
  public func wordings(at path: String) throws(WordingsTrouble) -> [WordingGroup] {
    guard let bytes = bytes(of: path) else { throw WordingsTrouble(description: "'\(path)' cannot be read") }
    do throws(WordingGroup.Unusable) {
      return try WordingGroup.groups(in: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw WordingsTrouble(description: "\(path): \(error)")
    }
  }

  /// What `rubric wordings` last kept; nil where it never did.
  public var wordingRecord: WordingRecord? {
    bytes(of: wordingRecordPath).flatMap { WordingRecord(String(decoding: $0, as: UTF8.self)) }
  }

  /// Hundredths of a point by which other words for the same may move a score; 0 where that was never measured.
  ///
  /// Measured on the shared rubric: it is as much of that as the shared rubric has of the card's points.
  public func margin(of card: Scorecard) -> Int {
    let shared = card.marks.filter { !$0.dimension.isEmpty }.reduce(0) { $0 + $1.possible }
    return (wordingRecord?.margin(tier: card.tier) ?? 0) * shared / Judge.total
  }

  /// Where `rubric wordings` keeps what it found.
  public var wordingRecordPath: String { wordingsFolder + "/steadiness.tsv" }

  private var wordingsFolder: String { share.scoring + "/wordings" }
}
