/// How much a word says, 0–1: rare words say more than common ones.
///
/// The vocabulary of word pieces is in order of frequency, so a piece's number tells how rare it is (Zipf's law).
struct WordWeights: Sendable {
  let tokenizer: WordPiece?

  /// Where the ordered part of the vocabulary starts: the number of "the".
  private static let first = 1996.0
  private static let last = 30_522.0
  private static let common = 30.0

  /// The weight of a word in lower case.
  func weight(of word: String) -> Double {
    guard let tokenizer else { return Self.byLength(word) }
    let pieces = tokenizer.pieces(of: word, limit: 4).tokens
    guard pieces.count == 1, let piece = pieces.first else { return pieces.isEmpty ? 0 : 1 }
    return Self.byRank(Double(piece.id))
  }

  private static func byRank(_ id: Double) -> Double {
    let rank = max(0, id - first)
    return min(
      1, max(0.15, NaturalLogarithm.of(1 + rank / common) / NaturalLogarithm.of(1 + (last - first) / common)))
  }

  private static func byLength(_ word: String) -> Double {
    min(1, 0.3 + 0.07 * Double(word.utf8.count))
  }
}
