extension ToneLexicon {
  /// Words of regret by whose they are: the writer's own, or another's, the listener's, of a thing.
  func regrets(_ text: ToneText) -> [ToneFeature] {
    let tokens = Array(text.tokens)
    var own: [TextRange] = []
    var other: [TextRange] = []
    for index in text.names.indices where Self.regretful.contains(text.names[index]) {
      let isTheirs = Self.isOwn(text.names, text.starts, index)
      let isMeant = tokens[index].stance.isAsserted && !Self.isTakenBack(text.names, index)
      if isTheirs && isMeant { own.append(tokens[index].range) } else { other.append(tokens[index].range) }
    }
    return [
      ToneFeature("r:regret", own.isEmpty ? 0 : 1, own),
      ToneFeature("r:no-regret", other.isEmpty ? 0 : 1, other),
    ]
  }

  private static let regretful: Set<String> = [
    "sorry", "apologise", "apologize", "apologies", "apology", "apologising", "apologizing", "regret",
    "regrets",
    "forgive", "pardon", "excuse", "forgiveness",
  ]

  /// Whether the writer is the one who regrets: "I am so sorry", "our apologies", "forgive us", "Sorry!".
  private static func isOwn(_ names: [String], _ starts: [Bool], _ index: Int) -> Bool {
    if ["forgive", "pardon", "excuse"].contains(names[index]) {
      let rest = names[(index + 1)...].prefix(1)
      return rest.contains("me") || rest.contains("us") || names[..<index].suffix(1).contains("your")
    }
    var place = index
    while place > names.startIndex, !starts[place], index - place < 6 {
      place -= 1
      let name = names[place]
      if ["i", "we", "my", "our", "accept"].contains(name) { return true }
      if ["you", "he", "she", "they", "a", "should", "not", "no"].contains(name) { return false }
    }
    return starts[place]
  }

  /// Whether what follows takes it back: "sorry if you", "sorry that you feel", "sorry, but", "sorry to say".
  private static func isTakenBack(_ names: [String], _ index: Int) -> Bool {
    let rest = Array(names[(index + 1)...].prefix(4).filter { $0 != "," && $0 != "that" })
    guard let next = rest.first else { return false }
    if ["if", "but", "you"].contains(next) {
      return next != "you" || rest.contains("feel") || rest.contains("think")
    }
    return next == "to" && (rest.contains("say") || rest.contains("inform"))
  }
}
