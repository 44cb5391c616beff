import Domain
import Language

/// A secret asked for without the usual words: heard by meaning and named, sent back by a "text it back", or a yes to
/// "shall I type it here?".
enum SecretRequest {
  /// The sentence that asks; nil where the reply shows a safe way or holds the customer back.
  static func first(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    if let keyed = keyed(in: reply) { return keyed }
    guard !isSafe(reply) else { return nil }
    return heard(in: reply, reading) ?? sentBack(in: reply) ?? readOut(in: reply)
      ?? sides(in: reply)
      ?? agreed(in: reply, reading)
  }

  private static func isSafe(_ reply: ReadReply) -> Bool {
    reply.mentioned(.safePaths, .safePlaces).contains { !$0.isDenied }
      || reply.heard(.safePath, atLeast: 0.3) != nil
      || reply.reply.words.contains { ["never", "stop"].contains($0.normal) }
  }

  /// Heard as asking for a secret, with a word of what secrets are; the last digits are none.
  private static func heard(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    let last = reading.customerTurn(before: reply.turn)?.reply.words.map(\.normal) ?? []
    let isGuarded = (reply.reply.words.map(\.normal) + last).contains { guarded.contains($0) }
    return sentenceHeard(in: reply, isGuarded: isGuarded)
  }

  /// What makes a bare "code" a secret: what it opens, or how it came. A voucher's code is none.
  private static let guarded: Set<String> = [
    "security", "unlock", "access", "login", "log", "sign", "verification", "verify", "text", "texted", "sms",
    "sent",
    "phone", "card", "account", "pass", "door", "alarm", "one-time", "once", "bank", "pin", "password",
    "passcode",
    "digit", "digits", "cvv", "cvc", "otp", "tan", "secret", "memorable", "screen",
  ]

  /// "What are the four numbers you punch in at the machine?": the PIN by what it is for.
  private static func keyed(in reply: ReadReply) -> TextRange? {
    reply.sentences.first { sentence in
      let words = reply.words(of: sentence)
      func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
      let isNeeded = zip(words, words.dropFirst()).contains {
        ["i", "we"].contains($0) && ["need", "require", "want"].contains($1)
      }
      return (isNeeded || has(["what", "what's", "whats", "tell", "give", "read"]))
        && has(["numbers", "digits", "number"])
        && has(["punch", "key", "type", "tap", "enter", "press", "use", "put"])
        && has(["machine", "cashpoint", "atm", "till", "cash", "hole"])
        && has(["you", "ye", "u", "ya", "your"])
    }?.range
  }

  private static func sentenceHeard(in reply: ReadReply, isGuarded: Bool) -> TextRange? {
    reply.sentences(with: .asksSecret, atLeast: 0.7).first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      return !tokens.contains { ["last", "ending", "ends"].contains($0.normal) }
        && tokens.contains { secrets.contains($0.normal) && !$0.stance.contains(.negated) }
        && (isGuarded || tokens.contains { sure.contains($0.normal) })
    }?.range
  }

  /// "We sent you a code, text it back": something secret was named, and it is to come to us.
  private static func sentBack(in reply: ReadReply) -> TextRange? {
    reply.sentences.first { sentence in
      let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      guard !sentence.isQuestion, let named = words.firstIndex(where: { codes.contains($0.normal) }) else {
        return false
      }
      let rest = Array(words[named...].dropFirst())
      return rest.indices.dropLast(2).contains { index in
        giving.contains(rest[index].normal) && !rest[index].stance.contains(.negated)
          && ["it", "them"].contains(rest[index + 1].normal)
          && (rest[index + 2].normal == "back"
            || rest[index + 2].normal == "to"
              && index + 3 < rest.count && ["me", "us"].contains(rest[index + 3].normal))
      }
    }?.range
  }

  /// "Long number across the front … and the three little ones on the back": the two sides of a card in one list.
  private static func sides(in reply: ReadReply) -> TextRange? {
    let words = reply.reply.tokens.filter {
      $0.isWordLike && $0.stance.isDisjoint(with: [.negated, .reported])
    }
    .map(\.normal)
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    let isCard =
      has(["front"]) && has(["back", "reverse", "strip"])
      && has(["digits", "number", "numbers", "card", "expiry", "sixteen", "cvv"])
    let isGiven =
      has(["me", "ready", "need", "request", "send", "scan", "photo", "picture", "read", "take"])
      && !has(["keypad", "link", "page", "yourself", "machine", "screen", "terminal", "checkout"])
    return isCard && isGiven ? reply.sentences.first { !$0.isQuestion }?.range : nil
  }

  /// "You'll get a text. Read me what's in it": something is sent, and what it says is to be told to us.
  private static func readOut(in reply: ReadReply) -> TextRange? {
    let sent = reply.sentences.firstIndex { isSending($0, reply) }
    return reply.sentences.enumerated().first { place, sentence in
      let isSent = sent.map { $0 <= place } ?? false
      let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      return words.indices.dropLast(2).contains { index in
        giving.contains(words[index].normal) && words[index].stance.isDisjoint(with: [.negated, .reported])
          && ["me", "us"].contains(words[index + 1].normal)
          && ["what", "whats", "what's", "the", "it", "that", "those"].contains(words[index + 2].normal)
          && !words[(index + 2)...].contains { others.contains($0.normal) }
          && (isCode(words[(index + 2)...]) || isSent && isWhatCame(words[(index + 2)...]))
      } || isSent && isAskedWhat(sentence, reply)
    }?.element.range
  }

  /// "Text us the code for the alarm"; the code on a display is none, nor one that was never sent.
  private static func isCode(_ words: ArraySlice<Token>) -> Bool {
    let rest = words.map(\.normal)
    let isAlarm = rest.contains("code") && rest.contains { ["alarm", "safe", "vault"].contains($0) }
    return isAlarm
      || rest.prefix(3).contains { ["pin", "password", "passcode", "cvv", "cvc", "otp"].contains($0) }
  }

  /// "What's in it", "it", "the six digits": what was sent, and no other thing.
  private static func isWhatCame(_ words: ArraySlice<Token>) -> Bool {
    words.first?.normal != "the"
      || words.dropFirst().prefix(2).contains { codes.union(["number", "numbers"]).contains($0.normal) }
  }

  /// "What does it say?", after something was sent to the customer's own phone.
  private static func isAskedWhat(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.words(of: sentence)
    return sentence.isQuestion && words.count <= 8 && words.first == "what"
      && words.contains { ["say", "says", "digits", "number", "code"].contains($0) }
  }

  private static func isSending(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.words(of: sentence)
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    let isSent = has(["sent", "texted", "sending"])
    return has(["text", "sms", "code", "digits", "passcode"])
      && (isSent || has(["get", "receive", "coming", "comes", "arrives"]))
      || isSent && has(["mobile", "phone"])
  }

  private static let others: Set<String> = [
    "if", "when", "error", "order", "tracking", "voucher", "locker", "parcel", "delivery", "screen", "meter",
    "time", "day", "address", "reference",
  ]

  /// "Shall I type my PIN here?" - "Yes, go ahead."
  private static func agreed(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    guard let first = reply.sentences.first,
      let offer = reading.customerTurns.last(where: { $0.turn < reply.turn }),
      isOffer(offer)
    else { return nil }
    let words = reply.reply.words
    let isYes = words.prefix(3).contains { yes.contains($0.normal) && !$0.stance.contains(.negated) }
    return isYes && !words.contains { denials.contains($0.normal) || $0.stance.contains(.negated) }
      ? first.range : nil
  }

  private static func isOffer(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal)
    let isGiving = zip(words, words.dropFirst()).contains { word, next in
      ["shall", "should", "can", "may", "do", "could", "must"].contains(word) && next == "i"
    }
    return isGiving && words.contains(where: offering.contains)
      && !turn.phrases[.secretNames, default: []].isEmpty
      && !words.contains {
        ["change", "reset", "forgot", "new", "where", "how", "app", "website"].contains($0)
      }
  }

  private static let codes: Set<String> = [
    "code", "codes", "pin", "password", "passcode", "digits", "cvv", "cvc", "otp", "tan",
  ]
  private static let secrets = codes.union([
    "security", "login", "log", "pins", "passwords", "expiry", "numbers", "secret", "memorable",
    "passphrase", "credentials", "three", "back", "front",
  ])
  /// Secrets by their name, whatever is said around them.
  private static let sure: Set<String> = [
    "pin", "pins", "password", "passwords", "passcode", "cvv", "cvc", "otp", "tan", "passphrase",
    "credentials",
    "expiry", "memorable", "secret",
  ]
  private static let giving: Set<String> = [
    "text", "txt", "read", "forward", "type", "send", "tell", "give", "message",
  ]
  private static let offering: Set<String> = [
    "type", "write", "send", "give", "tell", "post", "read", "share", "dictate", "text", "say", "put",
  ]
  private static let yes: Set<String> = [
    "yes", "yeah", "yep", "sure", "ok", "okay", "course", "certainly", "please", "go", "right", "aye",
  ]
  private static let denials: Set<String> = [
    "no", "not", "rather", "instead", "link", "page", "keypad", "app",
  ]
}
