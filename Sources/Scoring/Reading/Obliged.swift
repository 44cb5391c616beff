import Domain
import Language

/// Thanks without the word: "that was kind of you", "I'm obliged to you", "we owe you one", "you're a star".
enum Obliged {
  static func told(in reply: ReadReply) -> [Hit] {
    reply.sentences.filter { $0.standing == .own && !$0.isQuestion && $0.wordCount >= 4 }.compactMap {
      sentence in
      let tokens = sentence.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let words = tokens.map { reply.reply.tokens[$0].normal }
      let start = words.indices.dropLast(2).first { isCredit(words[$0...]) }
      guard let start, !words.contains(where: { ["not", "would", "if"].contains($0) }) else { return nil }
      let range = tokens[start]..<tokens[start + 2] + 1
      return Hit(tokens: range, range: reply.range(of: range))
    }
  }

  private static func isCredit(_ words: ArraySlice<String>) -> Bool {
    let three = Array(words.prefix(3))
    if kind.contains(three[0]), three[1] == "of" { return isThem(three[2]) }
    if three[0] == "bless" { return isThem(three[1]) && three[2] == "for" }
    if indebted.contains(three[0]), three[1] == "to" { return isThem(three[2]) }
    if ["owe", "owes"].contains(three[0]), isThem(three[1]) {
      return ["one", "thanks", "many", "more", "big"].contains(three[2])
    }
    if ["hats", "hat"].contains(three[0]) { return three[1] == "off" && three[2] == "to" }
    if three[0] == "fair", ["play", "dos"].contains(three[1]) { return three[2] == "to" }
    return three[0] == "are" && three[1] == "a" && treasures.contains(three[2])
  }

  private static func isThem(_ word: String) -> Bool { ["you", "thee", "ye", "ya", "u"].contains(word) }

  private static let kind: Set<String> = [
    "kind", "good", "nice", "honest", "sweet", "thoughtful", "decent", "lovely", "considerate", "helpful",
    "generous", "patient",
  ]
  private static let indebted: Set<String> = ["obliged", "indebted", "grateful", "beholden", "thankful"]
  private static let treasures: Set<String> = [
    "star", "gem", "legend", "lifesaver", "angel", "treasure", "hero", "saint", "diamond",
  ]
}
