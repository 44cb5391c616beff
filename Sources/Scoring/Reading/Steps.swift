import Domain
import Language

/// Steps the customer is told to take: "open the app, tap Orders and choose Return".
struct Steps {
  /// The sentences that tell steps, as indices, with how many each tells.
  let bySentence: [(sentence: Int, count: Int)]
  let reply: ReadReply

  /// From so many steps on, people lose the thread without numbers or full stops.
  static let many = 3

  init(_ reply: ReadReply) {
    self.reply = reply
    var found: [(Int, Int)] = []
    for (index, sentence) in reply.sentences.enumerated() where !Self.asks(sentence, reply) {
      let count = Self.starts(in: sentence, reply).count
      if count > 0 { found.append((index, count)) }
    }
    bySentence = found.map { (sentence: $0.0, count: $0.1) }
  }

  var count: Int { bySentence.reduce(0) { $0 + $1.count } }

  /// The first sentence that strings many steps together without numbering them; nil when all are set apart.
  var strung: ReadSentence? {
    guard count >= Self.many else { return nil }
    let crowded = bySentence.first { $0.count >= Self.many && !isNumbered(reply.sentences[$0.sentence]) }
    return crowded.map { reply.sentences[$0.sentence] }
  }

  /// The strung sentence with a number before each step, nil where nothing is strung.
  var numbered: String? {
    guard let strung else { return nil }
    let starts = Self.starts(in: strung, reply)
    let bounds = starts.map { TextRange(reply.reply.tokens[$0].range).start } + [strung.range.end]
    let lines = zip(bounds, bounds.dropFirst()).enumerated().map { number, bound in
      "\(number + 1). " + Self.trimmed(reply.words(at: TextRange(bound.0, bound.1))).sentenceCased
    }
    return lines.joined(separator: "; ")
  }

  /// A step without the signs and joining words that led to the next one.
  private static func trimmed(_ step: String) -> String {
    var words = step.split(separator: " ")
    while let last = words.last, last.allSatisfy({ !$0.isLetter }) || joiners.contains(last.lowercased()) {
      words.removeLast()
    }
    var text = Substring(words.joined(separator: " "))
    while let last = text.last, ",.;!".contains(last) { text = text.dropLast() }
    return String(text)
  }

  private static let ordinals: Set<String> = [
    "first", "firstly", "1st", "step", "second", "secondly", "lastly",
  ]

  /// "First ..., second ...", "1) ... 2) ...", or signs between the steps.
  private func isNumbered(_ sentence: ReadSentence) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens]
    if tokens.contains(where: { ordinals($0) }) { return true }
    let signs = tokens.count { $0.kind == .punctuation && [";", "•", ">", "→"].contains($0.normal) }
    let numbers = zip(tokens, tokens.dropFirst()).count {
      $0.kind == .number && [")", ":", "."].contains($1.normal)
    }
    return signs >= 2 || numbers >= 2
  }

  private func ordinals(_ token: Token) -> Bool { Self.ordinals.contains(token.normal) }

  private static func asks(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[sentence.tokens].contains { $0.normal == "?" }
  }

  /// Whether a word is a deed that guides ask of people.
  static func isDeed(_ word: String) -> Bool { deeds.contains(word) }

  // MARK: Finding steps

  /// Places where a step begins: an asked-for deed at the start of a clause, or after "and" or "then".
  private static func starts(in sentence: ReadSentence, _ reply: ReadReply) -> [Int] {
    let tokens = reply.reply.tokens
    var starts: [Int] = []
    var isOpen = true
    for index in sentence.tokens {
      let token = tokens[index]
      if token.kind == .punctuation || joiners.contains(token.normal) || token.kind == .number {
        isOpen = isOpen || token.kind != .number
      } else if isOpen, deeds.contains(token.normal), isDeed(at: index, in: reply) {
        starts.append(index)
        isOpen = false
      } else if !leads.contains(token.normal) {
        isOpen = isSubject(at: index, in: reply)
      }
    }
    return starts
  }

  /// "You need to", "you can", "you should", "please": what follows is the step.
  private static func isSubject(at index: Int, in reply: ReadReply) -> Bool {
    ["you", "need", "have", "must", "should", "can", "to"].contains(reply.reply.tokens[index].normal)
      && reply.reply.tokens[index].subject != .speaker
      && reply.word(before: index).map { ["you", "need", "have", "and", "then"].contains($0) } ?? true
  }

  /// "The open order" is a thing, "I open" is not the customer's deed.
  private static func isDeed(at index: Int, in reply: ReadReply) -> Bool {
    reply.reply.tokens[index].subject != .speaker
      || reply.word(before: index).map { ["please", "then", "next", "you"].contains($0) } ?? true
  }

  private static let joiners: Set<String> = [
    "and", "then", "next", "afterwards", "after", "finally", "now", "or",
  ]
  private static let leads: Set<String> = [
    "please", "just", "simply", "first", "firstly", "second", "third", "secondly", "lastly", "also", "again",
    "once",
    "step", "that", "kindly", "so", "ok", "okay",
  ]

  /// Deeds that guides ask of people.
  private static let deeds: Set<String> = [
    "open", "go", "click", "press", "tap", "choose", "select", "pick", "type", "enter", "hold", "unplug",
    "plug",
    "turn", "switch", "wait", "restart", "reboot", "check", "put", "take", "remove", "insert", "scroll",
    "sign", "log",
    "login", "download", "install", "uninstall", "update", "print", "pack", "stick", "attach", "bring",
    "drop", "send",
    "call", "visit", "fill", "confirm", "connect", "disconnect", "reset", "set", "find", "look", "follow",
    "write",
    "copy", "paste", "save", "close", "start", "stop", "push", "pull", "place", "seal", "label", "hand",
    "keep",
    "move", "swipe", "upload", "add", "delete", "change", "scan", "show", "pay", "return", "accept", "allow",
    "leave",
    "count", "empty", "rinse", "fit", "screw", "lift", "clean", "charge", "give", "tell", "reply", "cancel",
    "order",
    "submit", "register", "create", "verify", "navigate", "hit", "grab", "get", "make", "note", "read",
    "hang", "dial",
    "use", "try", "clear", "wrap", "tape", "ring", "phone", "telephone", "text", "email", "report",
    "continue", "monitor", "watch", "ignore",
  ]
}
