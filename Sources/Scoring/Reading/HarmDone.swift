import Domain
import Language

/// Harm a trainee names as done to the customer: "our van took it off you", "this cost you the morning".
enum HarmDone {
  /// A verb that takes or spoils, told as over, with the customer as the one it is done to; not what the trainee does.
  static func told(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      guard reply.isOwn(clause.tokens.lowerBound),
        !(reply.sentence(of: clause.tokens.lowerBound)?.isQuestion ?? true)
      else { return nil }
      let tokens = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
      let words = tokens.map { reply.reply.tokens[$0].normal }
      guard let verb = words.indices.first(where: { isHarm(words, at: $0) }) else { return nil }
      let range = tokens[verb]..<tokens[tokens.count - 1] + 1
      guard reply.reply.stance(of: range).isDisjoint(with: [.negated, .conditional]) else { return nil }
      return Hit(tokens: range, range: reply.range(of: range))
    }
  }

  /// "Cost you", "robbed you of", "spoiled your evening", "took it off you", "left you standing".
  private static func isHarm(_ words: [String], at index: Int) -> Bool {
    let lead = words[..<index].suffix(3)
    guard !lead.contains("i"), !lead.contains("we"), !lead.contains("will"), index + 2 < words.count else {
      return false
    }
    let after = words[(index + 1)...]
    if taking.contains(words[index]) {
      return zip(after, after.dropFirst()).contains { ["off", "from"].contains($0.0) && $0.1 == "you" }
    }
    if spoiling.contains(words[index]) { return ["you", "your"].contains(words[index + 1]) }
    return leaving.contains(words[index]) && words[index + 1] == "you"
      && (words[index + 2].hasSuffix("ing") || ["without", "with", "out", "in"].contains(words[index + 2]))
      && words[index + 2] != "nothing"
  }

  private static let taking: Set<String> = ["took", "taken", "stole", "stolen", "snatched", "kept", "ripped"]
  private static let spoiling: Set<String> = [
    "cost", "robbed", "spoiled", "spoilt", "ruined", "wrecked", "stole", "ate", "swallowed", "cheated",
  ]
  private static let leaving: Set<String> = ["left", "had", "kept", "sent", "got", "leaves", "keeps"]

  /// "Oh no", "ah no", "oof": a cry at what the customer told, at the head of a reply.
  static func isCried(in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens.filter(\.isWordLike).prefix(2).map(\.normal)
    guard let first = words.first else { return false }
    if ["ugh", "oof", "ouch", "yikes", "argh", "blimey", "crikey"].contains(first) { return true }
    return ["oh", "ah", "aw", "aww", "ach", "och", "eek"].contains(first)
      && ["no", "dear", "god", "lord", "goodness", "heavens", "man"].contains(words.last ?? "")
  }
}
