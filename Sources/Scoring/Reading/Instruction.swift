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
    return yeses.contains(said) ? first..<last + 1 : nil
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
