import Domain
import Language

/// A phrase of a list, found in a turn.
struct Hit: Hashable, Sendable {
  /// Indices of the reply's tokens, first to last.
  var tokens: Range<Int>
  /// The words in the turn's text, in UTF-8 bytes.
  var range: TextRange
  /// Whether the speaker stands behind the words as the list means them: "not sorry" is no "sorry".
  var holds: Bool
  /// The same, but a question counts as well: "shall I send a new one?"
  var isOffered: Bool
  /// Whether the words are the other's, or told as theirs.
  var isReported: Bool
  /// Whether the words are denied where the list means them said: "not cracked" for "cracked".
  var isDenied: Bool

  init(_ match: PhraseMatch, patternStance: Stance) {
    tokens = match.tokens
    range = TextRange(match.range)
    holds = match.holds
    let lifted: Stance = [.negated, .conditional, .reported]
    isOffered = match.stance.intersection(lifted) == patternStance.intersection(lifted)
    isReported = match.stance.contains(.reported)
    isDenied = match.stance.contains(.negated) != patternStance.contains(.negated)
  }
}

extension Hit {
  /// Words found otherwise than by a list, meant as said.
  init(tokens: Range<Int>, range: TextRange) {
    self.tokens = tokens
    self.range = range
    holds = true
    isOffered = true
    isReported = false
    isDenied = false
  }

  /// Hits that overlap as one, from the first word to the last: "I can't" and "can't refund" are one refusal.
  static func joined(_ hits: [Hit]) -> [Hit] {
    hits.reduce(into: []) { joined, hit in
      guard let last = joined.last, last.tokens.overlaps(hit.tokens) else { return joined.append(hit) }
      let upper = max(last.tokens.upperBound, hit.tokens.upperBound)
      joined[joined.count - 1].tokens = last.tokens.lowerBound..<upper
      joined[joined.count - 1].range = last.range.through(hit.range)
    }
  }
}

extension [Hit] {
  /// The hits that begin within these tokens, found by halving; hits of a list stand in rising order.
  func beginning(in tokens: Range<Int>) -> ArraySlice<Hit> {
    let lower = index(from: tokens.lowerBound)
    return self[lower..<Swift.max(lower, index(from: tokens.upperBound))]
  }

  /// Whether a hit begins within these tokens.
  func begin(in tokens: Range<Int>) -> Bool { !beginning(in: tokens).isEmpty }

  private func index(from token: Int) -> Int {
    lead { $0.tokens.lowerBound < token }
  }
}

/// In this room a range is one of a turn's text in bytes; the reader's own, which counts scalars too, is named in full.
typealias TextRange = Domain.TextRange

extension TextRange {
  /// The UTF-8 half of a range that also counts scalars.
  init(_ range: Language.TextRange) { self.init(range.utf8.lowerBound, range.utf8.upperBound) }

  func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  func through(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }
}
