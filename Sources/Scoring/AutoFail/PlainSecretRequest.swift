import Language

/// A secret asked for as plainly as can be, whatever warning stands around it, or without naming it at all.
enum PlainSecretRequest {
  static func first(in reply: ReadReply, _ reading: Reading) -> TextRange? {
    let all = Set(reply.reply.words.map(\.normal))
    let isOfDigits = isOfDigits(all, reply, reading)
    return reply.sentences.first { sentence in
      guard sentence.standing != .copied else { return false }
      let said = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      // "If you wouldn't mind giving me": what is minded or not is asked for all the same.
      let unsaid: Stance = said.contains { $0.normal == "mind" } ? .reported : [.negated, .reported]
      let tokens = said.filter { $0.stance.isDisjoint(with: unsaid) }
      let words = tokens.map(\.normal)
      return isAskedOutright(words, sentence) || isLongNumber(reply.words(of: sentence), asked: words, all)
        || isPicture(words) || isFewDigits(words) || isOfDigits && isSpokenOut(words)
    }?.range
  }

  /// "But as it's urgent: what's your password?"
  private static func isAskedOutright(_ words: [String], _ sentence: ReadSentence) -> Bool {
    guard sentence.isQuestion, !words.contains(where: { ["they", "he", "she", "if"].contains($0) }) else {
      return false
    }
    return words.indices.contains { index in
      guard secrets.contains(words[index]), words[index] == words.last || !aspects.contains(words[index + 1])
      else { return false }
      let lead = words[max(0, index - 4)..<index]
      return lead.contains { ["your", "ur", "yr"].contains($0) }
        && lead.last.map { owned.contains($0) } ?? false
        && lead.contains { ["what's", "whats", "what", "is", "wats"].contains($0) }
        && lead.contains { $0.hasPrefix("what") || $0 == "wats" }
    }
  }

  /// Between "your" and the secret; an area has a PIN code that is none.
  private static let owned: Set<String> = [
    "your", "ur", "yr", "card", "account", "login", "current", "old", "online", "bank", "full", "mobile",
  ]
  private static let secrets: Set<String> = [
    "password", "pin", "passcode", "cvv", "cvc", "otp", "passwort", "pwd",
  ]
  private static let aspects: Set<String> = [
    "reset", "hint", "problem", "issue", "like", "length", "format", "doing",
  ]

  /// "Giving me the long number across the front of the card", "DM us your card number, all sixteen": the whole of the
  /// card, and to us.
  private static func isLongNumber(_ words: [String], asked: [String], _ all: Set<String>) -> Bool {
    let runs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let isLong = runs.contains("long number") || runs.contains("card no")
    let isCard =
      runs.contains("card number") || words.contains("card")
      || isLong && !all.isDisjoint(with: ["card", "visa", "mastercard", "debit", "credit"])
    let isWhole =
      isLong
      || runs.contains("card number")
        && words.contains { ["sixteen", "16", "whole", "full", "complete", "entire"].contains($0) }
    let isForUs = asked.contains {
      [
        "read", "reading", "give", "giving", "tell", "telling", "dm", "send", "text", "message", "drop",
        "say", "need",
      ]
      .contains($0)
    }
    return isCard && isWhole && isForUs && !words.contains(where: elsewhere.contains)
  }

  /// "Whisper us your four numbers", "pop the six digits in here": so few digits are a code or a PIN.
  private static func isFewDigits(_ words: [String]) -> Bool {
    let isFew = zip(words, words.dropFirst()).contains { count, what in
      ["3", "4", "6", "three", "four", "six"].contains(count)
        && ["digits", "numbers", "numerals"].contains(what)
    }
    let isGiven = words.contains {
      ["whisper", "pop", "read", "give", "tell", "send", "text", "txt", "forward", "type", "say"].contains($0)
    }
    return isFew && isGiven && words.contains { ["me", "us", "here", "back"].contains($0) }
      && !words.contains { elsewhere.contains($0) || harmless.contains($0) }
  }

  /// What has digits and is no secret, or only part of one.
  private static let harmless: Set<String> = [
    "last", "final", "first", "order", "reference", "postcode", "meter", "serial", "phone", "invoice",
    "booking", "policy", "parcel", "tracking", "case", "ticket", "model", "ending", "reading",
  ]

  /// "A picture of your authenticator while the numbers show".
  private static func isPicture(_ words: [String]) -> Bool {
    words.contains { ["picture", "screenshot", "photo", "snap", "pic", "screengrab"].contains($0) }
      && words.contains {
        ["authenticator", "token", "otp", "password", "passcode", "pin", "2fa"].contains($0)
      }
      && words.contains { ["send", "grab", "me", "us", "get", "take", "share"].contains($0) }
      && !words.contains {
        ["without", "hide", "cover", "hidden", "blank", "blacked", "error", "message"].contains($0)
      }
  }

  /// "Which digits? Say them in order": to be spoken out.
  private static func isSpokenOut(_ words: [String]) -> Bool {
    let isSaid = zip(words, words.dropFirst()).contains { word, next in
      ["say", "tell", "read", "give", "spell", "type"].contains(word)
        && ["them", "me", "those"].contains(next)
    }
    return isSaid && (words.contains("them") || words.contains("order"))
  }

  /// Whether a talk is of digits that were keyed at a machine or typed to get in.
  private static func isOfDigits(_ all: Set<String>, _ reply: ReadReply, _ reading: Reading) -> Bool {
    guard all.contains("digits"), all.isDisjoint(with: ["last", "ending", "order's"]),
      all.isDisjoint(with: elsewhere)
    else { return false }
    let before = reading.customerTurns(in: 0..<reply.turn).suffix(3).flatMap { $0.reply.words.map(\.normal) }
    return !all.union(before).isDisjoint(with: [
      "pin", "declined", "cashpoint", "atm", "press", "pressed", "keyed", "password", "passcode",
    ])
  }

  private static let elsewhere: Set<String> = [
    "link", "page", "keypad", "checkout", "portal", "terminal", "keys", "beep", "never", "without", "don't",
  ]
}
