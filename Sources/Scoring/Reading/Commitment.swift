import Domain
import Language

/// Somebody who can be held to it, and the deed: "I will ... check", "my colleague ... call".
struct Commitment: Hashable, Sendable {
  /// Index of the sentence it stands in.
  var sentence: Int
  var tokens: Range<Int>
  /// Whether the trainee took it on in the first person.
  var isOwn: Bool

  /// How many words may stand between the person and the deed.
  private static let reach = 6

  /// Commitments in a reply in order; a person without a concrete deed is none.
  static func all(in reply: ReadReply) -> [Commitment] {
    let verbs = reply.earning(.actionVerbs).filter { isVerb($0, in: reply) }
    let own = commitments(reply.earning(.ownership), verbs, reply, isOwn: true)
    let others = commitments(reply.earning(.thirdParties), verbs, reply, isOwn: false)
    return (own + others).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func commitments(
    _ people: [Hit], _ verbs: [Hit], _ reply: ReadReply, isOwn: Bool
  ) -> [Commitment] {
    var next = 0
    var result: [Commitment] = []
    for person in people {
      while next < verbs.count, verbs[next].tokens.lowerBound < person.tokens.lowerBound { next += 1 }
      guard next < verbs.count, let sentence = reply.sentenceIndex(of: person.tokens.lowerBound) else {
        continue
      }
      let verb = verbs[next].tokens
      let limit = min(person.tokens.upperBound + reach, reply.sentences[sentence].tokens.upperBound)
      guard verb.lowerBound < limit else { continue }
      let end = max(verb.upperBound, person.tokens.upperBound)
      result.append(
        Commitment(sentence: sentence, tokens: person.tokens.lowerBound..<end, isOwn: isOwn))
    }
    return result
  }

  /// "your order" and "a check" are things, not deeds.
  private static func isVerb(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let before = reply.word(before: hit.tokens.lowerBound) else { return true }
    return !["my", "your", "our", "his", "her", "their", "the", "a", "an", "this", "that", "any", "no"]
      .contains(before)
  }
}
