/// Reads forms that several Englishes have for a common one: "I go send it" is "I will send it", "you must of got it"
/// is "you must have got it", "I'm after refunding it" is "I have just refunded it".
enum SpokenFuture {
  /// The tokens with each such form read as the common one.
  static func read(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    for index in tokens.indices.dropFirst().dropLast() {
      let (last, next) = (tokens[index - 1].normal, tokens[index + 1].normal)
      switch tokens[index].normal {
      case "go" where persons.contains(last) && deeds.contains(next): tokens[index].read(as: "will", .dialect)
      case "of" where isHave(after: last, before: next): tokens[index].read(as: "have", .slip)
      case "after" where index >= 2 && persons.contains(tokens[index - 2].normal):
        guard ["am", "are", "is"].contains(last), let past = past(of: next) else { continue }
        tokens[index - 1].read(as: last == "is" ? "has" : "have", .dialect)
        tokens[index].read(as: "just", .dialect)
        tokens[index + 1].read(as: past, .dialect)
      default: continue
      }
    }
    return tokens
  }

  /// Whether a word may be read as another beside others.
  static func mayChange(_ word: String) -> Bool { word == "go" || word == "after" }

  /// "Should of told you", not "could of course".
  static func isHave(after last: String, before next: String) -> Bool {
    ["must", "should", "could", "would", "might"].contains(last) && next != "course"
  }

  /// "Refunded" for "refunding", "sent" for "sending"; nil where no deed is named.
  private static func past(of doing: String) -> String? {
    guard doing.hasSuffix("ing"), doing.utf8.count > 5, !things.contains(doing) else { return nil }
    return irregular[doing] ?? doing.dropLast(3) + "ed"
  }

  private static let things: Set<String> = [
    "something", "anything", "nothing", "everything", "morning", "evening", "spring",
  ]
  private static let irregular = [
    "sending": "sent", "giving": "given", "putting": "put", "paying": "paid", "making": "made",
    "taking": "taken",
    "getting": "got", "telling": "told", "finding": "found", "speaking": "spoken", "writing": "written",
    "leaving": "left", "losing": "lost", "seeing": "seen", "bringing": "brought", "setting": "set",
    "ringing": "rung",
    "doing": "done", "going": "gone", "having": "had", "hearing": "heard", "buying": "bought",
    "reading": "read",
  ]

  private static let persons: Set<String> = ["i", "we", "he", "she", "they", "you", "it"]

  static let deeds: Set<String> = [
    "send", "call", "ring", "check", "book", "refund", "change", "fix", "look", "tell", "ask", "give", "pay",
    "collect", "bring", "deliver", "replace", "cancel", "help", "do", "make", "take", "write", "come", "find",
    "open", "credit", "repair", "reply", "update", "let", "put", "get", "see", "arrive", "move", "start",
  ]
}
