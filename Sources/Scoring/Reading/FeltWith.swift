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
      guard isInTheirPlace(words) || isPictured(words) else { return nil }
      return Hit(tokens: clause.tokens, range: TextRange(clause.range))
    }
  }

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
