import Domain
import Language

/// A deed the customer is told to do here and now: "unplug it, please", "send it back by 12 June", "reply NO".
enum Instruction {
  /// Whether a clause opens with a deed for the customer and says what with; "tell me" and "confirm your" ask.
  static func opens(_ clause: ArraySlice<Token>) -> Bool {
    let words = clause.filter(\.isWordLike)
    let rest = words.drop { leads.contains($0.normal) || $0.kind == .number }
    guard let deed = rest.first, deeds.contains(deed.normal), deed.subject != .speaker else { return false }
    guard let next = rest.dropFirst().first, !empty.contains(next.normal) else { return false }
    return !clause.contains { $0.normal == "?" }
  }

  /// Whether a clause tells the customer a step of their own, however politely: what they are to tell or give the
  /// trainee is asked for.
  static func isStep(_ clause: ArraySlice<Token>) -> Bool {
    let words = clause.filter(\.isWordLike)
    let rest = words.drop { leads.contains($0.normal) || $0.kind == .number }
    guard let deed = rest.first, deed.kind == .word,
      deeds.contains(deed.normal) || Steps.isDeed(deed.normal) || deed.normal == "do",
      !telling.contains(deed.normal),
      rest.dropFirst().first.map({ !["me", "us"].contains($0.normal) }) ?? false
    else { return false }
    return !clause.contains { $0.normal == "?" }
  }

  /// What one asks for with: "confirm your postcode".
  private static let telling: Set<String> = [
    "tell", "give", "confirm", "provide", "state", "share", "describe", "explain", "say", "quote", "name",
    "list", "verify", "let", "send", "email", "text", "attach", "upload", "submit", "reply", "forward",
    "show", "fill",
  ]

  /// Whether a clause tells somebody to do or leave something, whatever the verb: "then cut it up", "come straight
  /// back", "don't pay it". A plain form with what it is done to right behind it is no noun.
  static func isOrder(_ clause: Range<Int>, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[clause].filter(\.isWordLike).drop {
      leads.contains($0.normal) || ["but", "or", "again"].contains($0.normal)
    }
    guard let verb = tokens.first, let next = tokens.dropFirst().first, verb.subject != .speaker,
      !reply.reply.tokens[clause].contains(where: { $0.normal == "?" })
    else { return false }
    if verb.normal == "do", next.normal == "not" {
      return tokens.dropFirst(2).first.map { $0.carriesContent && !knowing.contains($0.normal) } ?? false
    }
    if coming.contains(verb.normal) { return true }
    let isPlain = !["s", "ed", "ing", "ly"].contains { verb.normal.hasSuffix($0) }
    return verb.kind == .word && (verb.carriesContent || Steps.isDeed(verb.normal)) && isPlain
      && objects.contains(next.normal)
  }

  /// "Don't know yet" leaves out who.
  private static let knowing: Set<String> = ["know", "think", "see", "mind", "have", "get", "understand"]
  /// Verbs that need nothing behind them.
  private static let coming: Set<String> = ["come", "carry", "stay"]
  private static let objects: Set<String> = [
    "it", "them", "me", "us", "the", "a", "an", "your", "this", "that", "these", "those", "one", "him", "her",
    "both",
  ]

  /// Whether a clause is the customer's to do: an order, a step, "you should keep it on". What they could not do, have
  /// or should have had tells of them.
  static func isForThem(_ clause: Range<Int>, in reply: ReadReply) -> Bool {
    if isOrder(clause, in: reply) { return true }
    let words = reply.reply.tokens[clause].filter(\.isWordLike).drop { leads.contains($0.normal) }
    guard let first = words.first else { return false }
    if Steps.isDeed(first.normal) { return first.subject != .speaker && words.count >= 2 }
    let rest = words.dropFirst().prefix(3).map(\.normal)
    return first.normal == "you" && advising.contains(rest.first ?? "")
      && !rest.contains { ["not", "have", "been"].contains($0) }
  }

  private static let advising: Set<String> = ["should", "must", "may", "could", "ought"]

  /// What makes a request or a mere saying of it: "send me", "keep calm", "take care", "let go".
  private static let empty: Set<String> = [
    "me", "us", "care", "calm", "go", "up", "in", "on", "note", "time", "heart", "quiet", "mind",
  ]

  private static let leads: Set<String> = [
    "first", "then", "next", "now", "just", "please", "simply", "and", "so", "finally", "also", "kindly",
  ]

  /// Verbs of deeds that mend, prepare or fetch something; waiting and asking elsewhere move nothing.
  private static let deeds: Set<String> = [
    "press", "click", "tap", "open", "turn", "switch", "unplug", "plug", "pull", "push", "choose", "select",
    "type", "enter", "log", "scroll", "take", "put", "restart", "download", "swipe", "remove", "insert",
    "connect", "pick", "set", "send", "bring", "fill", "reply", "tick", "clean", "keep", "run", "let",
    "leave",
    "close", "charge", "print", "pack", "stick", "attach", "drop", "sign", "upload", "reset", "update",
    "rinse",
    "wrap", "move", "empty", "hand", "text", "dial",
  ]
}

/// A yes to what the customer wants done, in words that name no deed: "happy to", "gladly", "I can do that".
enum Acceptance {
  /// The words of a clause that say no more than such a yes.
  static func tokens(in clause: Range<Int>, of reply: Reply) -> Range<Int>? {
    let words = clause.filter { reply.tokens[$0].isWordLike }
    guard words.count <= longest, !reply.tokens[clause].contains(where: { $0.normal == "?" }) else {
      return nil
    }
    let rest = words.drop { leads.contains(reply.tokens[$0].normal) }
    guard let first = rest.first, let last = rest.last else { return nil }
    let said = rest.map { reply.tokens[$0].normal }.filter { !fillers.contains($0) }.joined(separator: " ")
    let isGlad = said.isEmpty && rest.contains { ["gladly", "happily"].contains(reply.tokens[$0].normal) }
    return isGlad || yeses.contains(said) ? first..<last + 1 : nil
  }

  private static let longest = 10
  private static let leads: Set<String> = [
    "hi", "hello", "hey", "hiya", "yes", "ok", "okay", "sure", "certainly", "absolutely", "of", "course",
    "oh",
    "good", "morning", "afternoon", "evening", "right", "and", "so",
  ]
  private static let fillers: Set<String> = [
    "very", "more", "than", "most", "also", "gladly", "happily", "just",
  ]

  /// Without fillers; what is left of "yes, gladly" is empty.
  private static let yeses: Set<String> = {
    var yeses: Set<String> = [
      "will do", "can do", "i can", "we can", "consider it done", "with pleasure", "my pleasure",
    ]
    for yes in [
      "happy to", "glad to", "happy to do that", "happy to do it", "glad to do that", "happy to do so",
    ] {
      yeses.formUnion([yes, "i am \(yes)", "we are \(yes)", "i would be \(yes)", "i will be \(yes)"])
    }
    for deed in ["do that", "do it", "do this", "do that for you", "do it for you", "do this for you"] {
      yeses.formUnion(["i can \(deed)", "i will \(deed)", "we can \(deed)", "we will \(deed)"])
    }
    return yeses
  }()
}
