import Domain
import Language

/// A wish turned down by what is told instead of it: what cannot be, what stays as it is, what goes only so.
///
/// Nothing here says "no" in so many words, so each way needs a wish before it and a reply that does not grant it.
struct KeptAsItIs {
  private let reply: ReadReply
  private let wish: HeardTurn
  private let wished: Set<String>
  private let isTroubled: Bool

  init(_ reply: ReadReply, wish: HeardTurn, isTroubled: Bool) {
    self.reply = reply
    self.wish = wish
    self.isTroubled = isTroubled
    wished = Set(wish.reply.tokens.compactMap(Term.of))
  }

  /// How far into a reply a wish is turned down.
  private static let reach = 4

  var hit: Hit? {
    let told = reply.sentences.filter { $0.standing == .own && !$0.isQuestion && $0.wordCount >= 3 }
    for sentence in told.prefix(Self.reach) {
      if isGranted(sentence) { return nil }
      if let clause = clauses(of: sentence).first(where: turnsDown) {
        return Hit(tokens: clause, range: reply.range(of: clause))
      }
    }
    return nil
  }

  private func clauses(of sentence: ReadSentence) -> [Range<Int>] {
    reply.reply.clauses.map(\.tokens).filter { sentence.tokens.contains($0.lowerBound) }
  }

  private func turnsDown(_ clause: Range<Int>) -> Bool {
    let tokens = reply.reply.tokens[clause].filter(\.isWordLike)
    let words = tokens.map(\.normal)
    let isTheirs = words.first == "you" && words.dropFirst().first == "have"
    guard words.count >= 3, !isTheirs,
      !tokens.contains(where: { !$0.stance.isDisjoint(with: [.asked, .reported]) }),
      Set(words).isDisjoint(with: Self.harmless)
    else { return false }
    if stays(words) { return true }
    return !isTroubled && (denies(tokens) || limits(words, in: clause))
  }

  /// "Nobody can stamp a thing", "peanut butter never comes through the door", "Monday I don't have".
  private func denies(_ tokens: [Token]) -> Bool {
    let isNot = tokens.contains {
      Self.denials.contains($0.normal) || ($0.normal == "not" && $0.stance.contains(.negated))
    }
    let isDeed = tokens.contains { Self.auxiliaries.contains($0.normal) && $0.subject != .listener }
    guard isNot, isDeed || tokens.contains(where: { $0.normal == "never" }) else { return false }
    return tokens.contains { token in
      Term.of(token).map(wished.contains) ?? Self.pointing.contains(token.normal)
    }
  }

  /// "The price will stay", "the herbal has to remain in the vault", "the fee stands".
  private func stays(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { lead, verb in
      Self.lasting.contains(verb) && (Self.modals.contains(lead) || verb == "stands" || verb == "remains")
    } && words.first != "to" && !words.contains("you")
  }

  /// "This is kerbside only", "so they must be eight", "one trial per person".
  private func limits(_ words: [String], in clause: Range<Int>) -> Bool {
    if words.contains("you") || words.contains("i") { return false }
    if words.last == "only", words.count >= 3 { return true }
    let pairs = zip(words, words.dropFirst())
    return isBound(words, in: clause) || isForAll(words)
      || pairs.contains { $0 == "per" && ["person", "customer", "household", "account"].contains($1) }
  }

  /// "The fee applies to everyone": no exception is made.
  private func isForAll(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      ["applies", "apply"].contains(words[index]) && words[index + 1] == "to"
        && ["everyone", "everybody", "all", "any", "every"].contains(words[index + 2])
    }
  }

  /// "So they must be eight": a bound the wish does not meet; "it must be in its box" only says how it goes.
  private func isBound(_ words: [String], in clause: Range<Int>) -> Bool {
    guard zip(words, words.dropFirst()).contains(where: { $0 == "must" && $1 == "be" }) else { return false }
    return words.first == "so" || reply.reply.tokens[clause].contains { $0.value != nil }
  }

  /// "Yes", "sure", "no problem": the wish is met.
  private func isGranted(_ sentence: ReadSentence) -> Bool {
    let words = reply.normalWords(sentence.tokens)
    let isFine = zip(words, words.dropFirst()).contains {
      $0 == "no" && ["problem", "worries", "bother", "trouble"].contains($1)
    }
    let isElse = reply.hears(
      .unknown, .done, .protectedDeed, .findsOut, .identityCheck, .asksDetail, in: sentence, surely: 0.6)
    return isFine || isElse
      || sentence.tokens.contains {
        Self.granting.contains(reply.reply.tokens[$0].normal)
          && !reply.reply.tokens[$0].stance.contains(.negated)
      }
  }

  private static let granting: Set<String> = [
    "yes", "yep", "yeah", "yup", "aye", "sure", "course", "certainly", "absolutely", "gladly", "done", "ok",
    "okay", "granted", "sorted",
  ]
  private static let denials: Set<String> = ["nobody", "none", "never", "neither", "nor", "no"]
  private static let auxiliaries: Set<String> = [
    "can", "could", "will", "would", "may", "do", "does", "have", "has", "is", "are", "go", "goes", "let",
    "lets", "allow", "allowed",
  ]
  private static let pointing: Set<String> = ["that", "it", "those", "these", "this", "them", "one", "so"]
  private static let lasting: Set<String> = ["stay", "remain", "stand", "stands", "remains"]
  private static let modals: Set<String> = ["will", "to", "must", "shall", "should"]
  /// Not knowing, comforting and costing nothing turn nothing down.
  private static let harmless: Set<String> = [
    "know", "sure", "worry", "charge", "cost", "fee", "extra", "matter", "mind", "problem", "hesitate",
    "wait", "doubt", "hurry", "rush", "see", "find", "believe", "understand", "sorry", "wonder", "blame",
    "forget", "yet", "only",
  ]
}
