import Domain
import Language

/// Feeling with the customer by standing in their place: "I'd be sick to my stomach", "my heart would have stopped",
/// "and you standing there not knowing".
enum FeltWith {
  static func told(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      guard let sentence = reply.sentence(of: clause.tokens.lowerBound), sentence.standing == .own,
        !sentence.isQuestion
      else { return nil }
      let tokens = reply.reply.tokens[clause.tokens].filter(\.isWordLike)
      guard !tokens.contains(where: { !$0.stance.isDisjoint(with: [.negated, .asked, .reported]) }) else {
        return nil
      }
      let words = tokens.map(\.normal)
      if let verdict = verdict(in: words), !tokens.contains(where: { $0.stance.contains(.conditional) }) {
        let places = clause.tokens.filter { reply.reply.tokens[$0].isWordLike }
        let range = places[verdict.lowerBound]..<places[verdict.upperBound - 1] + 1
        return Hit(tokens: range, range: reply.range(of: range))
      }
      guard isInTheirPlace(words) || isPictured(words) else { return nil }
      return Hit(tokens: clause.tokens, range: TextRange(clause.range))
    }
  }

  /// "That is really bad", "this is the worst day for it": how hard it is, said of what happened.
  static func verdict(in words: [String]) -> Range<Int>? {
    words.indices.lazy.compactMap { index -> Range<Int>? in
      guard ["that", "this", "it", "which"].contains(words[index]), index + 2 < words.count,
        ["is", "was", "must"].contains(words[index + 1])
      else { return nil }
      let rest = words[(index + 2)...].prefix(5)
      guard let found = rest.firstIndex(where: { !degrees.contains($0) }), hard.contains(words[found]) else {
        return nil
      }
      let after = words[(found + 1)...]
      let isOfTask =
        after.first == "to" && !["lose", "miss", "hear", "take", "bear"].contains(after.dropFirst().first)
      let isOurs = after.contains("me") || after.contains("us")
      return isOfTask || isOurs ? nil : index..<found + 1
    }.first
  }

  private static let degrees: Set<String> = [
    "so", "very", "really", "quite", "pretty", "rather", "absolutely", "truly", "just", "a", "an", "the",
    "such", "awfully", "be", "have", "been", "indeed", "all", "terribly", "extremely", "most", "always",
    "too",
  ]
  private static let hard: Set<String> = [
    "bad", "hard", "awful", "terrible", "dreadful", "horrible", "grim", "rotten", "tough", "rough",
    "difficult", "nasty", "miserable", "desperate", "unbearable", "heartbreaking", "upsetting", "distressing",
    "unpleasant", "frightening", "worrying", "painful", "cruel", "shocking", "appalling", "worst",
    "nightmare", "ordeal", "worse",
  ]

  /// "I would be livid too", "my heart would have sunk"; "I would be happy to" and "I would have to" feel nothing.
  private static func isInTheirPlace(_ words: [String]) -> Bool {
    guard let would = words.firstIndex(of: "would"), would >= 1, would + 2 < words.count,
      ["i"].contains(words[would - 1])
        || would >= 2 && words[would - 2] == "my" && bodily.contains(words[would - 1])
    else { return false }
    let rest = words[(would + 1)...].prefix(4)
    return ["be", "have", "feel"].contains(rest.first ?? "") && !words.contains("you")
      && !rest.contains(where: willing.contains)
  }

  /// "You standing there not knowing", "to have you waiting in the rain": the customer shown in the middle of it.
  private static func isPictured(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { index in
      words[index] == "you" && placed.contains(words[index + 1])
        && (index == 0
          || ["and", "with", "have", "having", "had", "were", "are", "while"].contains(words[index - 1]))
    }
  }

  private static let bodily: Set<String> = ["heart", "stomach", "blood", "patience", "jaw", "nerves", "head"]
  private static let willing: Set<String> = [
    "happy", "glad", "able", "grateful", "to", "delighted", "pleased", "sent", "told", "said", "done",
    "needed",
    "liked", "loved", "interested", "thankful", "obliged", "careful", "looking", "surprised", "sure",
    "checked",
    "thought", "expected",
  ]
  private static let placed: Set<String> = [
    "standing", "stood", "sitting", "sat", "waiting", "left", "stranded", "stuck", "freezing", "hanging",
    "wondering", "worrying", "staring", "chasing",
  ]
}
