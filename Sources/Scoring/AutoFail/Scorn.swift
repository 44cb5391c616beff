import Language

/// Scorn and harm in words that are no insults one by one: a comparison, a wish of harm, a friendly-sounding threat.
struct Scorn {
  let reply: ReadReply
  let reading: Reading

  var range: TextRange? {
    reply.sentences.first { sentence in
      guard sentence.standing == .own else { return false }
      let words = reply.words(of: sentence)
      return isCompared(words) || isIllWished(words) || isShame(words) || isCalled(words)
    }?.range
  }

  /// "A parrot would have got it by now", "my toddler could do it": measured by who understands little.
  private func isCompared(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(where: Self.simple.contains), place > 0,
      !["your", "ur", "this", "that", "our", "no", "his", "her"].contains(words[place - 1])
    else { return false }
    let after = words[(place + 1)...]
    return after.prefix(2).contains {
      ["would", "could", "can", "would've", "could've", "understands", "gets"].contains($0)
    }
      && after.contains {
        [
          "got", "get", "understand", "understood", "do", "done", "read", "manage", "managed", "grasp",
          "grasped",
          "work", "worked", "know", "known", "find", "found", "follow", "figure", "figured",
        ].contains($0)
      }
      && !words.contains {
        ["i", "me", "us", "we", "our", "so", "easy", "simple"].contains($0) && $0 != "my"
      }
  }

  private static let simple: Set<String> = [
    "parrot", "monkey", "toddler", "goldfish", "dog", "donkey", "child", "baby", "sheep", "chimp", "hamster",
    "five-year-old", "kid", "pigeon", "budgie", "cat",
  ]

  /// "Hope you choke on it".
  private func isIllWished(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      words[index] == "hope" && ["you", "u", "ye", "it", "they"].contains(words[index + 1])
        && words[(index + 2)...].prefix(2).contains(where: Self.ills.contains)
    }
  }

  private static let ills: Set<String> = [
    "choke", "rot", "die", "suffer", "drown", "burn", "crash", "break", "bleed", "starve", "burns", "chokes",
  ]

  /// "Shame if he got out one day": harm spoken of as a pity, to somebody who had asked for their right.
  private func isShame(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(where: { ["shame", "pity"].contains($0) }),
      place + 1 < words.count, words[place + 1] == "if",
      reply.heard(.commitment, atLeast: 0.6) == nil || isWarned
    else { return false }
    let harm = words[(place + 2)...]
    if Self.isAverted(harm) { return false }
    return harm.contains(where: Self.harms.contains)
      || harm.contains("found") && harm.contains("no") || harm.contains("turned") && harm.contains("up")
      || harm.contains("got") && harm.contains("out")
  }

  /// "So I moved your seats": what is done about it.
  static func isAverted(_ words: ArraySlice<String>) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == "so" && ["i", "we"].contains($1) }
  }

  private var isWarned: Bool {
    reply.reply.words.contains { ["twice", "careful", "warned"].contains($0.normal) }
  }

  private static let harms: Set<String> = [
    "happened", "leaked", "burnt", "burned", "broke", "hurt", "slipped", "vanished", "disappeared", "online",
    "somewhere", "heard", "employer", "neighbours",
  ]

  /// "Another daft old cow", "a professional nuisance": a bad word before a noun that is one, of whoever is served.
  private func isCalled(_ words: [String]) -> Bool {
    let pairs = words.indices.dropLast().filter { index in
      Self.bad.contains(words[index])
        && words[index...].dropFirst().prefix(2).contains(where: Self.names.contains)
        && !isOfThing(words[index...].dropFirst().prefix(2).last(where: Self.names.contains), words)
    }
    if pairs.contains(where: { $0 > 0 && words[$0 - 1] == "you" }) { return true }
    guard !words.contains(where: { ["i'm", "i", "am", "me", "my", "our", "we"].contains($0) }) else {
      return false
    }
    let isNuisance = zip(words, words.dropFirst()).contains {
      ["professional", "total", "complete", "absolute", "right", "proper", "utter"].contains($0)
        && Self.pests.contains($1)
    }
    return isNuisance && words.contains { ["you", "u", "she", "he", "you're"].contains($0) }
      || pairs.contains { !isTheirWord(words[$0...]) }
  }

  /// "A pig of a dog", "a cow of a job": what is called so comes after it, and is nobody.
  private func isOfThing(_ name: String?, _ words: [String]) -> Bool {
    guard let place = name.flatMap(words.firstIndex(of:)), place + 3 < words.count else { return false }
    return words[place + 1] == "of" && ["a", "an"].contains(words[place + 2])
      && !["woman", "man", "customer", "person", "girl", "boy", "client"].contains(words[place + 3])
  }

  /// Whether the pair at the beginning of these words is the customer's own.
  private func isTheirWord(_ words: ArraySlice<String>) -> Bool {
    guard let noun = words.dropFirst().prefix(2).firstIndex(where: Self.names.contains) else { return false }
    return InsultOrThreat.isTheirWord(words[...noun], reading, before: reply.turn)
  }

  private static let pests: Set<String> = [
    "nuisance", "pest", "pain", "whiner", "moaner", "nightmare", "joke", "clown", "muppet", "waste", "liar",
    "cheat",
  ]
  private static let bad: Set<String> = [
    "daft", "stupid", "thick", "dumb", "dim", "silly", "mad", "crazy", "senile", "batty", "dozy", "nagging",
    "lying", "ugly", "fat", "bloody",
  ]
  private static let names: Set<String> = [
    "cow", "bat", "bag", "hag", "git", "sod", "mare", "moo", "biddy", "codger", "goat", "cheat", "cheats",
    "liars", "fool", "fools", "pig", "woman", "bint", "coot",
  ]
}
