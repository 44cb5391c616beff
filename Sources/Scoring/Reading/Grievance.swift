import Domain
import Language

/// Whether a customer told of something that went wrong: by the lists, or by how the sentence is built.
///
/// "Our bins were not emptied", "the heating is off again", "why did you take it twice?" hold no word of fault of
/// their own, and every customer finds another.
enum Grievance {
  /// Whether anything went wrong in the customer's words.
  static func isTold(in reading: Reading) -> Bool { reading.customerTurns.contains(where: isTold) }

  /// The same for one turn.
  static func isTold(by turn: HeardTurn) -> Bool {
    if (turn.mentions(.trouble) + turn.mentions(.faults)).contains(where: { !isWaived($0, turn.reply) }) {
      return true
    }
    return Heat.isHigh(turn) || turn.reply.clauses.contains { isTold($0.tokens, turn.reply) }
  }

  /// Whether a turn names trouble only to say that there is none.
  static func isWaived(by turn: HeardTurn) -> Bool {
    turn.mentions(.trouble).contains { isWaived($0, turn.reply) }
  }

  /// "No complaint", "without any problem": trouble named only to say that there is none.
  private static func isWaived(_ hit: Hit, _ reply: Reply) -> Bool {
    guard hit.tokens.contains(where: { waivable.contains(reply.tokens[$0].stem) }) else { return false }
    return reply.tokens[max(0, hit.tokens.lowerBound - 2)..<hit.tokens.upperBound]
      .contains { ["no", "without", "zero"].contains($0.normal) }
  }

  private static let waivable = Set(["complaint", "problem", "trouble", "issue", "fault"].map(Stemmer.stem))

  /// "If they cannot travel, the money is gone": what would come of it has not happened.
  private static func isSupposed(_ clause: Range<Int>, _ reply: Reply) -> Bool {
    guard let sentence = reply.sentences.first(where: { $0.tokens.contains(clause.lowerBound) }) else {
      return false
    }
    return reply.tokens[sentence.tokens.lowerBound..<clause.lowerBound].contains { $0.normal == "if" }
  }

  /// Whether something weighs on a customer, though no word of theirs names a fault: what "they" did, what is not
  /// there, or a plain statement that the trainee is sorry about.
  static func isLikely(in reading: Reading) -> Bool {
    if reading.customerTurns.contains(where: { isTold(by: $0) || isHeard(in: $0) || isDoneToThem($0) }) {
      return true
    }
    let isSorry = reading.replies.contains { reply in
      !reply.mentioned(.apology).isEmpty || !reply.heard(.apology, surely: 0.6).isEmpty
    }
    return isSorry && reading.customerTurns.contains(where: states)
  }

  private static func isHeard(in turn: HeardTurn) -> Bool {
    [ServiceAct.trouble, .anger, .worry, .danger, .vulnerable].contains { turn.sureness(of: $0) >= 0.55 }
  }

  /// "They put my cello in the hold", "you cut off my hair": a deed of somebody else's that no friend would tell so.
  private static func isDoneToThem(_ turn: HeardTurn) -> Bool {
    turn.reply.clauses.contains { clause in
      let tokens = turn.reply.tokens[clause.tokens]
      guard !tokens.contains(where: { $0.normal == "?" || !$0.stance.isDisjoint(with: [.conditional]) })
      else {
        return false
      }
      let words = tokens.filter(\.isWordLike)
      if words.contains(where: { asking.contains($0.normal) }) { return lacks(words.map(\.normal)) }
      return words.indices.dropFirst().contains { index in
        let token = words[index]
        let person = words[..<index].last {
          ["you", "they", "i", "we", "he", "she", "it"].contains($0.normal)
        }
        return Account.isPast(token) && !kind.contains(token.stem) && !auxiliary.contains(token.normal)
          && ["you", "they"].contains(person?.normal ?? "")
      } || lacks(words.map(\.normal))
    }
  }

  /// "No cash", not "no rush".
  private static func lacks(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0.0 == "no" && !harmless.contains($0.1) && words.count <= 5 }
      && !words.contains("please")
  }

  /// Says something that is neither asked, wished nor about the customer's own plans.
  static func states(_ turn: HeardTurn) -> Bool {
    turn.reply.sentences.contains { sentence in
      let tokens = turn.reply.tokens[sentence.tokens]
      let words = tokens.filter(\.isWordLike).map(\.normal)
      return words.count >= 4 && !tokens.contains { $0.normal == "?" }
        && turn.reply.stance(of: sentence.tokens).isDisjoint(with: [.asked, .requested, .conditional])
        && !["i", "we", "hi", "hello", "thanks", "please"].contains(words[0])
        && !turn.mentions(.requests).contains { sentence.tokens.contains($0.tokens.lowerBound) }
    }
  }

  /// "What time you shut Sunday" asks, with or without its mark.
  private static let asking: Set<String> = ["what", "when", "where", "which", "how", "who"]

  /// What people do for one another.
  private static let kind = Set(
    [
      "sold", "sent", "gave", "help", "fix", "recommend", "reply", "answer", "offer", "show", "told", "said",
      "ask",
      "call", "rang", "wrote", "order", "explain", "mention", "need", "want", "like", "made", "repair",
    ].map(Stemmer.stem))
  private static let auxiliary: Set<String> = ["was", "were", "had", "did", "been"]
  private static let harmless: Set<String> = [
    "rush", "hurry", "problem", "problems", "worries", "need", "idea", "thanks", "thank", "longer", "more",
    "matter", "doubt", "stress", "bother", "pressure", "i", "it", "not",
  ]

  private static func isTold(_ clause: Range<Int>, _ reply: Reply) -> Bool {
    let tokens = clause.map { reply.tokens[$0] }.filter(\.isWordLike)
    guard !tokens.contains(where: { $0.stance.contains(.conditional) }) else { return false }
    let words = tokens.map(\.normal)
    return isDenied(words) || isDone(words) || isBlamed(words) || isCounted(words) || isRefused(words, tokens)
      || tokens.contains { damage.contains($0.stem) && !$0.stance.contains(.negated) }
        && !isSupposed(clause, reply)
  }

  /// "My flight's been cancelled", "my card was declined": what was done to a thing of theirs.
  private static func isDone(_ words: [String]) -> Bool {
    guard let my = words.firstIndex(where: { ["my", "our"].contains($0) }) else { return false }
    return words.indices.dropFirst(my + 2).contains { index in
      ["been", "was", "were", "got", "is"].contains(words[index - 1]) && undone.contains(words[index])
    }
  }

  private static let undone: Set<String> = [
    "cancelled", "canceled", "stopped", "refused", "declined", "rejected", "blocked", "delayed", "suspended",
    "frozen", "disconnected",
  ]
  /// Whose not being able to do something is a fact of life.
  private static let family: Set<String> = [
    "mother", "father", "mum", "mom", "dad", "wife", "husband", "son", "daughter", "gran", "nan",
    "grandmother", "grandfather", "child", "she", "he",
  ]

  /// "Was not emptied", "nobody came", "no van again", "I cannot log in".
  private static func isDenied(_ words: [String]) -> Bool {
    if words.contains(where: { ["nobody", "nothing", "nowt"].contains($0) }) {
      return words.contains {
        happening.contains($0) || $0.hasSuffix("ed") || $0.hasSuffix("s") && $0.count > 4
      }
    }
    return words.indices.contains { index in
      guard ["not", "never"].contains(words[index]), index > 0 else { return false }
      let lead = words[..<index]
      let isOwn = lead.suffix(3).contains { ["i", "we"].contains($0) }
      if ["can", "could"].contains(words[index - 1]), lead.contains(where: family.contains) { return false }
      if ["can", "could"].contains(words[index - 1]), isOwn {
        return words[index...].dropFirst().prefix(2).contains { reach.contains($0) }
      }
      return !isOwn && denying.contains(words[index - 1]) && index > 1
    }
  }

  /// "Card says no", "the key says 'already used'", "it was turned down", "there is no room", "skipped us again".
  private static func isRefused(_ words: [String], _ tokens: [Token]) -> Bool {
    guard !tokens.contains(where: { $0.stance.contains(.asked) }) else { return false }
    let pairs = zip(words, words.dropFirst())
    if pairs.contains(where: { $0.0 == "turned" && $0.1 == "down" && !words.contains("i") }) { return true }
    if let says = words.firstIndex(where: { ["says", "said", "saying"].contains($0) }), says > 0,
      !["i", "we", "you", "he", "she"].contains(words[says - 1])
    {
      return words[says...].dropFirst().prefix(2).contains { denials.contains($0) }
    }
    for index in words.indices.dropLast(3) where words[index] == "there" {
      if ["is", "are", "was"].contains(words[index + 1]), words[index + 2] == "no",
        !harmless.contains(words[index + 3])
      {
        return true
      }
    }
    return words.contains("again") && !words.contains { ["i", "we", "thanks"].contains($0) }
      && tokens.contains { Account.isPast($0) && !kind.contains($0.stem) && !$0.stance.contains(.negated) }
  }

  private static let denials: Set<String> = [
    "no", "not", "already", "invalid", "error", "wrong", "failed", "declined", "expired", "unknown", "denied",
    "unavailable", "full", "closed",
  ]

  /// "Why did you take it", "you cancelled my trip", "because of you".
  private static func isBlamed(_ words: [String]) -> Bool {
    if let why = words.firstIndex(of: "why"), why + 1 < words.count {
      return ["did", "was", "were", "has", "have", "am", "is", "are"].contains(words[why + 1])
        && words.count > why + 3
    }
    guard let you = words.firstIndex(where: { ["you", "they"].contains($0) }), you + 1 < words.count else {
      return false
    }
    return harming.contains(words[you + 1])
  }

  /// "The third time", "off again", "charged twice", "a week early", "without us".
  private static func isCounted(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { pair in
      ordinals.contains(pair.0) && pair.1 == "time"
        || ["is", "off", "out", "down"].contains(pair.0) && pair.1 == "again"
        || pair.0 == "without" && ["us", "me", "my"].contains(pair.1)
        || ["week", "weeks", "day", "days", "hour", "hours", "minutes"].contains(pair.0)
          && ["early", "late", "later"].contains(pair.1)
        || pair.0 == "in" && pair.1 == "pieces" || pair.0 == "no" && words.last == "again"
    }
      || words.contains("twice")
        && words.contains { $0.hasSuffix("ed") || ["took", "take", "paid"].contains($0) }
  }

  private static let happening: Set<String> = [
    "came", "comes", "come", "happens", "works", "answers", "rang", "told", "knows", "helps", "cares",
    "moves",
  ]
  private static let denying: Set<String> = [
    "was", "were", "did", "has", "have", "does", "will", "is", "are", "do", "can", "would", "had",
  ]
  private static let reach: Set<String> = [
    "log", "sign", "get", "open", "access", "ring", "call", "reach", "pay", "use", "send", "receive",
    "connect",
    "download", "upload", "load", "hear", "print", "buy", "enter", "charge", "play", "watch", "join",
    "install",
  ]
  private static let harming: Set<String> = [
    "cancelled", "canceled", "lost", "broke", "forgot", "closed", "blocked", "charged", "billed",
    "overcharged",
    "deleted", "took", "ignored", "missed", "sent", "refused", "promised", "said", "told", "gave", "left",
    "cut", "locked", "keep", "never", "still", "stopped", "removed", "double",
  ]
  private static let ordinals: Set<String> = [
    "second", "third", "fourth", "fifth", "2nd", "3rd", "4th", "5th",
  ]
  /// Words that name damage wherever they stand.
  private static let damage = Set(
    [
      "gone", "dead", "died", "stuck", "smash", "explode", "vanish", "leak", "flood", "ruin", "scratch",
      "doubled",
      "refused", "declined", "rejected", "overcharged", "disappear", "crash", "freeze", "frozen", "eats",
      "ate",
      "drilled", "jammed", "torn", "soaked", "mouldy", "rotten", "stained", "dented", "unanswered", "useless",
      "disgrace", "ridiculous", "unacceptable", "overdrawn",
    ].map(Stemmer.stem))
}
