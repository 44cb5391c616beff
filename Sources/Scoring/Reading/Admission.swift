import Domain
import Language

/// A fault owned up to as ours: "that's on us", "we messed up", "we should have filtered this".
enum Admission {
  /// The clauses that own up, in order; what is asked, denied or put under a condition owns up to nothing.
  static func told(in reply: ReadReply) -> [Range<Int>] {
    reply.reply.clauses.map(\.tokens).filter { clause in
      guard let sentence = reply.sentence(of: clause.lowerBound), sentence.standing == .own,
        !sentence.isQuestion
      else { return false }
      let stance = reply.reply.tokens[clause].filter(\.isWordLike)
      guard !stance.contains(where: { !$0.stance.isDisjoint(with: [.conditional, .reported]) }) else {
        return false
      }
      let words = reply.normalWords(clause)
      // "Not our fault", and "it's no oor fault" with the "no" of the north.
      guard words.allSatisfy({ !["not", "no", "nae", "never", "hardly"].contains($0) }) else { return false }
      return isOnUs(words) || isOurs(words) || isOmitted(words)
    }
  }

  /// "That's on us", "this one is down to me".
  private static func isOnUs(_ words: [String]) -> Bool {
    return words.indices.dropLast(2).contains { index in
      guard ["is", "was"].contains(words[index]) else { return false }
      let rest = words[(index + 1)...].drop { ["entirely", "all", "fully", "totally", "down"].contains($0) }
        .prefix(2)
      return ["on", "to"].contains(rest.first ?? "") && ["us", "me"].contains(rest.last ?? "")
    }
  }

  /// "Our mistake", "my fault", "we messed up", "we dropped the ball".
  private static func isOurs(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { lead, next in
      ["our", "my"].contains(lead) && faults.contains(next)
        || ["we", "i"].contains(lead) && failing.contains(next)
    }
  }

  /// "We should have checked": what was ours to do.
  private static func isOmitted(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      ["we", "i"].contains(words[index]) && words[index + 1] == "should"
        && words[(index + 2)...].prefix(2).contains("have")
    }
  }

  private static let faults: Set<String> = [
    "fault", "mistake", "error", "doing", "slip", "bad", "blunder", "oversight", "failure", "failing",
  ]
  private static let failing: Set<String> = [
    "messed", "botched", "bungled", "fumbled", "goofed", "blundered", "slipped", "failed", "dropped",
  ]
}
