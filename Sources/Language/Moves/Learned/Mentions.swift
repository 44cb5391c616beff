/// Sentences that speak of the things a scenario's moves are about and make none of them.
///
/// "Your mother sounds lovely" shares its one thing with "may I speak to your mother" and asks for nothing. Trainees
/// make such talk, authors write no examples of it; so it is made here, from the things the examples name.
enum Mentions {
  /// Enough to show what talk is; more would make learning slow.
  static let most = 40

  /// A few sentences about each thing that the examples name after "the", "your" and the like, in order.
  static func of(_ examples: [String]) -> [String] {
    var seen: Set<String> = []
    var things: [String] = []
    for example in examples {
      for thing in Self.things(in: Reply(example)) where seen.insert(thing).inserted { things.append(thing) }
    }
    return things.prefix(most / 2).enumerated().flatMap { number, thing in
      [0, 1].map { frames[(2 * number + $0) % frames.count](thing) }
    }
  }

  private static func things(in reply: Reply) -> [String] {
    zip(reply.tokens, reply.tokens.dropFirst()).compactMap { before, token in
      guard before.traits.contains(.determiner), token.kind == .word, token.traits.isEmpty else { return nil }
      return before.normal + " " + token.normal
    }
  }

  private static let frames: [@Sendable (String) -> String] = [
    { "\($0) is a nice one" },
    { "you told me about \($0) before" },
    { "I like \($0) very much" },
    { "I remember \($0) well" },
    { "\($0) was here last week" },
    { "do you like \($0)?" },
    { "what do you think of \($0)?" },
    { "people often talk about \($0)" },
  ]
}
