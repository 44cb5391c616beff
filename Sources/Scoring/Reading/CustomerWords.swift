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

  /// The same as one says it back: "My parcel has not come" is "your parcel has not come".
  ///
  /// Nil where that would need more than the customer's own person turned: a question, or a sentence about us.
  static func troubleSaidBack(in reading: Reading) -> String? {
    guard let trouble = trouble(in: reading), !trouble.contains("\n") else { return nil }
    let words = trouble.split(separator: " ").map(String.init)
    let plain = words.map { $0.lowercased() }
    guard let first = plain.first, openings.contains(first), Set(plain).isDisjoint(with: aboutUs) else {
      return nil
    }
    var said = zip(words, plain).map { yours[$0.1] ?? $0.0 }
    said[0] = yours[first] ?? first
    return said.joined(separator: " ")
  }

  private static let openings: Set<String> = ["my", "our", "the", "it", "this", "nobody", "nothing", "that"]
  private static let aboutUs: Set<String> = [
    "i", "i'm", "i've", "i'd", "we", "we're", "we've", "you", "your", "you're", "you've", "yours",
  ]
  private static let yours = ["my": "your", "our": "your", "me": "you", "us": "you", "mine": "yours"]

  private static func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while let last = part.last, ".!? ,".contains(last) { part = part.dropLast() }
    return String(part)
  }
}
