import Domain
import Language

/// Something told or done for a person nobody had checked, where no policy is at hand to say what needs a check.
///
/// What the talk itself shows is enough: a check that came after the deed or failed before it, and the affairs of
/// somebody else told to whoever asked.
struct StrangerTold {
  private let reading: Reading
  private let check: IdentityCheck

  init(_ reading: Reading, _ check: IdentityCheck) {
    self.reading = reading
    self.check = check
  }

  /// Acts that came before their check, or after one that had failed.
  var acts: [ReadAction] {
    let asking = reading.replies.filter(asksWho).map(\.turn)
    guard reading.scenario == nil, let first = asking.first else { return [] }
    let verified = reading.actions.first { $0.isVerification && $0.happened }?.turn ?? .max
    let failed = reading.replies.first { Self.fails($0) && $0.turn > first }?.turn ?? .max
    return reading.actions.filter { action in
      action.happened && Self.isOwners(action) && action.turn < verified
        && (action.turn < first || failed < action.turn)
    }
  }

  private func asksWho(_ reply: ReadReply) -> Bool {
    check.asked.contains { $0.reply.turn == reply.turn }
      || !reply.mentioned(.identityItems).isEmpty && reply.heard(.identityCheck, atLeast: 0.4) != nil
  }

  /// "That's not what I have here", "it doesn't match": the answer was wrong.
  private static func fails(_ reply: ReadReply) -> Bool {
    reply.sentences.contains { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      let words = reply.words(of: sentence)
      return tokens.contains {
        ["match", "tally", "agree", "fit"].contains($0.stem) && $0.stance.contains(.negated)
      }
        || words.contains("not") && words.contains("what")
          && words.contains { ["have", "see", "shows", "says", "stands", "got"].contains($0) }
        || words.contains("different")
          && words.contains { ["here", "file", "record", "screen"].contains($0) }
    }
  }

  /// Changes how the owner is reached or paid, hands out a key, or pays out.
  private static func isOwners(_ action: ReadAction) -> Bool {
    let words = Reply(action.asTyped).words.map(\.normal)
    guard let verb = words.first, !action.isNote else { return false }
    if ["change", "update", "resend", "issue", "reset", "replace", "order", "unlock"].contains(verb) {
      return words.contains(where: owned.contains)
    }
    return action.isPayment || ["close", "payout", "transfer", "port"].contains(verb)
  }

  private static let owned: Set<String> = [
    "address", "email", "phone", "mobile", "card", "cards", "pin", "password", "sim", "iban", "bank", "key",
    "login", "passcode", "account",
  ]

  // MARK: Another's affairs

  /// "She's on full housing benefit": said of somebody else, with nobody asked who they were.
  var words: [(reply: ReadReply, range: TextRange)] {
    guard reading.scenario == nil else { return [] }
    let asked = reading.replies.first(where: asksWho)?.turn ?? .max
    let verified = reading.actions.first { $0.isVerification && $0.happened }?.turn ?? .max
    return reading.replies.compactMap { reply in
      guard reply.turn < min(asked, verified), let last = reading.customerTurn(before: reply.turn),
        isOfAnother(last)
      else { return nil }
      return reply.sentences.first { tells($0, reply, last) }.map { (reply, $0.range) }
    }
  }

  /// The customer speaks of a person by name or kin, and of no thing of their own.
  private func isOfAnother(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words
    let isKin = zip(words, words.dropFirst()).contains { word, next in
      ["my", "our", "about"].contains(word.normal)
        && Self.kin.contains(next.normal.split(separator: "'").first.map(String.init) ?? "")
    }
    let isTitled = words.contains { ["mr", "mrs", "ms", "miss"].contains($0.normal) }
    return isKin || isTitled || turn.heard(.thirdPerson, atLeast: 0.7)
  }

  private func tells(_ sentence: ReadSentence, _ reply: ReadReply, _ last: HeardTurn) -> Bool {
    guard sentence.standing == .own, !sentence.isQuestion else { return false }
    let tokens = reply.reply.tokens[sentence.tokens]
    let words = reply.words(of: sentence)
    let told = Set(last.reply.words.map(\.normal))
    let isTheirs = tokens.contains { token in
      ["he", "she", "he's", "she's", "his", "her"].contains(token.normal)
        || token.letterCase == .capitalised && token.normal.hasSuffix("'s")
          && told.contains {
            token.normal.hasPrefix($0) && $0.utf8.count >= 3
          }
    }
    let isPrivate = tokens.contains { token in
      token.stance.isDisjoint(with: [.negated, .conditional, .reported]) && !told.contains(token.normal)
        && (token.kind == .money || Self.matters.contains(token.normal)
          || token.kind == .number && words.contains(where: Self.places.contains))
    }
    let isWithheld =
      words.contains { ["sorry", "cannot", "can't", "if", "unless"].contains($0) }
      || zip(words, words.dropFirst()).contains { ["can", "may", "could"].contains($0) && $1 == "not" }
    return isTheirs && isPrivate && !isWithheld
  }

  private static let kin: Set<String> = [
    "mum", "mom", "mother", "dad", "father", "wife", "husband", "ex", "brother", "sister", "son", "daughter",
    "neighbour", "neighbor", "gran", "nan", "aunt", "uncle", "boss", "tenant", "girlfriend", "boyfriend",
    "partner", "flatmate", "colleague", "friend",
  ]
  /// Where somebody is, told with a number.
  private static let places: Set<String> = ["floor", "room", "flat", "ward", "address", "cabin"]
  private static let matters: Set<String> = [
    "behind", "owes", "arrears", "missed", "bounced", "overdrawn", "benefit", "benefits", "balance", "debt",
    "diagnosis", "appointment", "lives", "moved", "salary", "wages", "pension", "earns",
    "prescription", "pregnant", "paid", "withdrew", "loan",
  ]
}
