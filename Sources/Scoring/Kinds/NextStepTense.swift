import Domain
import Language

/// Whether a sentence tells what is now or to come, and who does it.
extension NextStep {
  /// Nothing in it is told as over: "that night the ward had eleven arrivals within an hour".
  static func isPresent(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    return words.contains { ahead.contains($0) || present.contains($0) }
      || !words.contains { ["was", "were", "had", "did"].contains($0) } && !words.starts(with: ["i", "read"])
  }

  /// "It is ready at 2 pm": the clause of the time speaks of what is, not of what was.
  static func standsNow(_ token: Int, in reply: ReadReply) -> Bool {
    guard let clause = reply.clause(of: token)?.tokens else { return false }
    let words = reply.reply.tokens[clause].map(\.normal)
    let isPresent = words.contains(where: present.contains) || isSimplePresent(words)
    return isPresent && !words.contains(where: gone.contains)
  }

  /// "It works again in five minutes".
  static func isSimplePresent(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { ["it", "he", "she", "that"].contains($0) && $1.hasSuffix("s") }
  }

  static let ahead: Set<String> = ["will", "shall", "going", "gonna", "should"]
  static let present: Set<String> = ["is", "are", "am"]
  static let gone: Set<String> = ["was", "were", "had", "has", "have", "did", "been"]

  /// A time by which something is so; "for ten minutes" is how long the customer is to wait or to do something.
  static func isPoint(_ time: Moment, in reply: ReadReply) -> Bool {
    guard reply.reply.tokens[time.token].kind == .duration else { return true }
    return reply.word(before: time.token, skipping: ["about", "around", "roughly", "the", "next"])
      .map { ["in", "within"].contains($0) } ?? false
  }

  /// "I", "we", "my colleague" or a name; "a decision will be made" and "someone" name nobody.
  static func hasDoer(_ words: [Token]) -> Bool {
    words.contains { ["i", "we", "he", "she"].contains($0.normal) || persons.contains($0.stem) }
      || zip(words, words.dropFirst()).contains {
        ["mr", "mrs", "ms", "miss", "dr", "nurse"].contains($0.normal) && $1.letterCase == .capitalised
      }
      || zip(words, words.dropFirst()).contains {
        $0.letterCase == .capitalised && $0.kind == .word
          && ["is", "will", "has", "can", "should", "comes", "brings"].contains($1.normal)
          && !WordLists.grammar.contains($0.normal)
      }
  }

  static let persons = Set(
    Reply("colleague manager driver engineer technician team lead specialist nurse doctor courier").words.map(
      \.stem))
}
