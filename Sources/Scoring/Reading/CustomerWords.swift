import Domain

/// The customer's own words, for sentences built from them.
enum CustomerWords {
  /// The first sentence in which the customer tells what went wrong, at most 90 bytes of it; nil when none.
  static func trouble(in reading: Reading) -> String? {
    for turn in reading.customerTurns {
      guard let hit = turn.mentions(.trouble).first else { continue }
      guard let sentence = turn.reply.sentences.first(where: { $0.tokens.contains(hit.tokens.lowerBound) })
      else {
        continue
      }
      let words = turn.reply.text[sentence.range]
      if words.utf8.count <= 90 { return trimmed(words) }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while let last = part.last, ".!? ,".contains(last) { part = part.dropLast() }
    return String(part)
  }
}
