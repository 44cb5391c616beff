import Domain
import Language

/// A promise of what nobody can know yet, where the scenario forbids the claim that it is certain.
///
/// "That one is coming home to you, hundred percent": the claim's own words are one way of many, so it is told by a word
/// of certainty, a word of coming back or arriving, and a customer who asked for just that.
struct CertainClaim {
  /// Stems of what the forbidden claims are about.
  private let topics: [Set<String>]

  init(_ reading: Reading) {
    let claims = AnswerKey(reading).forbidden.filter { claim in
      claim.statement.wordings.contains { wording in
        Reply(wording).words.contains { Self.certain.contains($0.normal) }
      }
    }
    topics = claims.map { claim in
      Set((claim.statement.wordings + claim.statement.good).flatMap { Reply($0).words.map(\.stem) })
        .intersection(Self.outcomes)
    }.filter { !$0.isEmpty }
  }

  /// The sentence that promises it; nil where it is left open, denied or put under a condition.
  func first(in reply: ReadReply, after turns: [HeardTurn]) -> TextRange? {
    guard !topics.isEmpty, !turns.isEmpty else { return nil }
    let asked = Set(turns.flatMap { $0.reply.tokens.map(\.stem) })
    let hasAmount = turns.contains { $0.reply.tokens.contains { [.money, .number].contains($0.kind) } }
    return reply.sentences.first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      guard !sentence.isQuestion, isSure(tokens, reply, sentence),
        !tokens.contains(where: { Self.open.contains($0.normal) || $0.stance.contains(.reported) })
      else { return false }
      let said = Set(tokens.filter { $0.stance.isAsserted }.map(\.stem))
      return topics.contains { !$0.isDisjoint(with: said) && isAbout($0, said.union(asked), hasAmount) }
    }?.range
  }

  /// Money is spoken of where money is the matter, a parcel where it is a parcel.
  private func isAbout(_ topic: Set<String>, _ spoken: Set<String>, _ hasAmount: Bool) -> Bool {
    topic.isDisjoint(with: Self.money) || hasAmount || !spoken.isDisjoint(with: Self.money)
  }

  private func isSure(_ tokens: [Token], _ reply: ReadReply, _ sentence: ReadSentence) -> Bool {
    let words = tokens.map(\.normal)
    let text = words.joined(separator: " ")
    return tokens.contains { Self.certain.contains($0.normal) && !$0.stance.contains(.negated) }
      || Self.sayings.contains { text.contains($0) }
      || tokens.contains { $0.kind == .percent && $0.normal.contains("100") || $0.normal == "hundred" }
      || reply.sentences(with: .certainty, atLeast: 0.8).contains { $0.range == sentence.range }
  }

  private static let certain: Set<String> = [
    "certain", "certainly", "definitely", "guarantee", "guaranteed", "promise", "surely", "sure",
    "undoubtedly",
  ]
  private static let sayings = [
    "no two ways", "no doubt", "hundred percent", "100 percent", "bank on it", "rest assured", "on my honour",
    "mark my words", "settled already", "every cent", "every penny", "on my life",
  ]
  private static let open: Set<String> = [
    "if", "unless", "may", "might", "perhaps", "hope", "hopefully", "try", "cannot", "nobody", "true", "must",
    "once", "lead",
    "decide", "decides",
  ]
  private static func stems(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  }
  private static let outcomes = stems(
    "back return arrive come coming home get refund money amount delivered delivery there")
  private static let money = stems("money refund amount cent euro euros cash")
}
