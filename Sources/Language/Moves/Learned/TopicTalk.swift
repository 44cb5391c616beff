/// Sentences that name what the moves are about and make none of them.
///
/// A move about somebody's mother is heard wherever a mother is named, unless something says that naming her is not
/// enough. What the examples are about is read off them: the words that stand in several of them where a noun would,
/// after a determiner or a preposition, with a capital, or as a day or a time.
struct TopicTalk: Sendable {
  /// Two for each topic, in the order of the topics' first appearance.
  let sentences: [String]

  init(_ examples: some Sequence<Reply>) {
    var topics: [String] = []
    var phrases: [String: [String: Int]] = [:]
    var holders: [String: Int] = [:]
    for example in examples {
      let found = Self.topics(in: example)
      for topic in found {
        if phrases[topic.noun] == nil { topics.append(topic.noun) }
        phrases[topic.noun, default: [:]][topic.phrase, default: 0] += 1
      }
      for noun in Set(found.map(\.noun)) { holders[noun, default: 0] += 1 }
    }
    sentences = topics.filter { holders[$0, default: 0] >= Self.least }.flatMap { noun in
      let usual = phrases[noun]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? noun
      return ["\(usual) is nice", "I like \(usual)"]
    }
  }

  /// Examples a word must stand in to be what they are about.
  private static let least = 2

  private struct Topic {
    /// With its determiner: "your mother".
    var phrase: String
    var noun: String
  }

  private static func topics(in reply: Reply) -> [Topic] {
    reply.tokens.indices.compactMap { place in
      let token = reply.tokens[place]
      let before = place > 0 ? reply.tokens[place - 1].normal : ""
      if token.kind == .date || token.kind == .time { return Topic(phrase: token.normal, noun: token.normal) }
      guard token.kind == .word, token.value == nil,
        token.traits.isDisjoint(with: WordTraits.light.union(.adverb))
      else { return nil }
      if determiners.contains(before) {
        return Topic(phrase: "\(before) \(token.normal)", noun: token.normal)
      }
      let isNamed = place > 0 && token.letterCase != .lower
      let isAfterPreposition = prepositions.contains(before) && !token.normal.hasSuffix("ing")
      return isNamed || isAfterPreposition ? Topic(phrase: token.normal, noun: token.normal) : nil
    }
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "my", "your", "our", "his", "her", "its", "their", "this", "that",
  ]
  private static let prepositions: Set<String> = [
    "of", "with", "by", "over", "through", "for", "in", "at", "on", "from", "before",
  ]
}
