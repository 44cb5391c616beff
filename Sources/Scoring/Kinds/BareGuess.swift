import Domain
import Language

/// Guesses told as facts: what nobody checked, said of this one.
enum BareGuess {
  /// Whether something besides the guesses was looked up, or somebody sets out to do it.
  static func standsOnGround(_ reading: Reading, besides guesses: [UnsurePlace]) -> Bool {
    reading.replies.contains { reply in
      let guessed = guesses.filter { $0.reply.turn == reply.turn }
        .compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) }
      let ground =
        reply.earning(.sources, .findsOut).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) }
        + Commitment.all(in: reply).map(\.sentence)
      return ground.contains { !guessed.contains($0) }
    }
      || reading.replies.contains { reply in
        guesses.allSatisfy { $0.reply.turn < reply.turn }
          && reply.reply.tokens.contains { [.identifier, .time, .date].contains($0.kind) }
      }
  }

  /// A guess, or a promise about what is in other hands, without a source or a promise to find out near it.
  static func guess(in reply: ReadReply) -> UnsurePlace? {
    let claims = reply.mentioned(.certainties).filter {
      isClaim($0, in: reply) && !isPaper($0, in: reply) && !isArranged($0, in: reply, .certainties)
    }
    let guesses = reply.mentioned(.guesses).filter { isTold($0, in: reply) && !isArranged($0, in: reply) }
    let places = (claims + guesses + sweeping(in: reply)).sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    let sources = Set(reply.mentioned(.sources).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let unsure = Set(reply.mentioned(.unknowns).compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    let bare = places.first { hit in
      guard let place = reply.sentenceIndex(of: hit.tokens.lowerBound) else { return false }
      let isSourced = sources.contains(place) || sources.contains(place - 1)
      let isOpen = unsure.contains(place) || unsure.contains(place - 1)
      return !isSourced && !isOpen && !FindingOut.isChecked(near: place, in: reply)
    }
    return bare.map { UnsurePlace(reply: reply, tokens: $0.tokens) }
  }

  /// "Two years of guarantee", "to make sure": the paper of a thing and the aim of a deed claim nothing.
  private static func isPaper(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard hit.tokens.count == 1, let before = reply.word(before: hit.tokens.lowerBound) else { return false }
    return ["of", "the", "a", "your", "under", "year", "years", "month", "months", "make", "making", "made"]
      .contains(before)
  }

  /// "They'll ring you today before 5", "they'll take the old one with them", "a pile of washing on top, I'd guess":
  /// what is arranged, and what is felt with the customer, is no guess about the matter.
  private static func isArranged(
    _ hit: Hit, in reply: ReadReply, _ list: LexiconName = .guesses
  ) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    if list == .guesses, reply.hears(.impact, .acknowledgement, in: sentence) { return true }
    guard !(reply.phrases[list] ?? []).contains(where: { $0.tokens.overlaps(hit.tokens) }) else {
      return false
    }
    let words = reply.normalWords(hit.tokens)
    if isGoingOn(words) || isConditional(hit, in: reply) { return true }
    return words.indices.dropLast(2).contains { index in
      ["they", "he", "she", "colleague", "team"].contains(words[index]) && words[index + 1] == "will"
        && [
          "give", "contact", "arrange", "ring", "call", "phone", "write", "mail", "email", "text", "take",
          "bring", "collect",
        ]
        .contains(words[index + 2])
    }
  }

  /// "They are still checking it": what goes on now is seen, and no guess.
  private static func isGoingOn(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      $0.0 == "are" && $0.1 == "still" || $0.0 == "is" && $0.1 == "still"
    }
      && words.contains { $0.hasSuffix("ing") && $0.utf8.count > 5 }
  }

  /// "If sent before 2, it will be there tomorrow": what follows from a deed that is named.
  private static func isConditional(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: hit.tokens.lowerBound) else { return false }
    return reply.normalWords(sentence.tokens.lowerBound..<hit.tokens.upperBound).contains("if")
  }

  /// "Then I spoke too soon", "I had not opened your booking": the trainee takes back what was told as known before.
  static func takenBack(in reading: Reading) -> [UnsurePlace] {
    reading.replies.enumerated().compactMap { number, reply in
      let found = reply.sentences.dropFirst(number == 0 ? 1 : 0).first { sentence in
        guard sentence.standing == .own, !sentence.isQuestion else { return false }
        let words = reply.normalWords(sentence.tokens).joined(separator: " ")
        return retractions.contains { " \(words) ".contains(" \($0) ") }
      }
      return found.map { UnsurePlace(reply: reply, tokens: $0.tokens) }
    }
  }

  private static let retractions = [
    "spoke too soon", "spoken too soon", "i misspoke", "i assumed", "i had assumed", "i was assuming",
    "i was guessing", "that was a guess", "i was mistaken", "i was wrong", "i stand corrected",
    "i told you wrong",
    "i told you the wrong", "i take that back", "i had not checked", "i had not looked", "i had not opened",
    "i had not read", "i should have checked first", "i should have looked first", "got ahead of myself",
  ]

  /// "It always bounces in spring", "ninety-nine per cent of people don't": all of them, said of this one; and "he will
  /// be grand".
  private static func sweeping(in reply: ReadReply) -> [Hit] {
    reply.reply.clauses.compactMap { clause in
      let tokens = reply.reply.tokens[clause.tokens].filter(\.isWordLike)
      let words = tokens.map(\.normal)
      guard let sentence = reply.sentence(of: clause.tokens.lowerBound), sentence.standing == .own,
        !sentence.isQuestion, !words.contains(where: { ["i", "we", "our", "sorry"].contains($0) }),
        isSweeping(words) || soothes(words) || counts(tokens)
      else { return nil }
      return Hit(tokens: clause.tokens, range: TextRange(clause.range))
    }
  }

  private static func isSweeping(_ words: [String]) -> Bool {
    words.indices.dropFirst().contains { index in
      ["always", "never", "ever"].contains(words[index])
        && ["it", "that", "they", "these", "those", "this"].contains(words[max(0, index - 1)])
    }
      || zip(words, words.dropFirst()).contains {
        ["all", "most", "everyone"].contains($0.0) && $0.1 == "do"
      }
  }

  /// "Ninety-nine per cent of people".
  private static func counts(_ tokens: [Token]) -> Bool {
    tokens.contains { $0.kind == .percent } && tokens.contains { ["people", "customer"].contains($0.normal) }
  }

  private static func soothes(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      ["it", "he", "she", "they", "you", "that"].contains(words[index]) && words[index + 1] == "will"
        && words[index + 2] == "be" && index + 3 < words.count
        && ["fine", "grand", "ok", "okay", "alright", "sound"].contains(words[index + 3])
    }
  }

  /// Told in earnest; "you must have waited" and "it must have been hard" feel with the customer, and what nobody
  /// can promise is promised by nobody.
  private static func isTold(_ hit: Hit, in reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[hit.tokens]
    if hit.isDenied || reply.word(before: hit.tokens.lowerBound).map(nobody.contains) ?? false {
      return false
    }
    if tokens.first?.normal == "must", tokens.count == 3 {
      if tokens.first?.subject == .listener { return false }
      if tokens.last?.normal == "been", !isDeed(after: hit.tokens.upperBound, in: reply) { return false }
    }
    return reply.reply.stance(of: hit.tokens).isDisjoint(with: [.asked, .requested, .conditional])
  }

  private static let nobody: Set<String> = ["nobody", "none", "neither", "can", "could"]

  /// "Must have been put on the wrong lorry", not "must have been hard".
  private static func isDeed(after place: Int, in reply: ReadReply) -> Bool {
    guard reply.reply.tokens.indices.contains(place) else { return false }
    return ShortDeed.isPast(reply.reply.tokens[place])
      && !reply.told(.feelings).contains { $0.tokens.contains(place) }
  }

  private static let adverbs: Set<String> = [
    "definitely", "certainly", "absolutely", "surely", "obviously", "clearly", "undoubtedly", "guaranteed",
  ]

  /// "It will definitely arrive" is a claim; "I will definitely call" a promise, "certainly!" a yes.
  private static func isClaim(_ hit: Hit, in reply: ReadReply) -> Bool {
    guard isTold(hit, in: reply) else { return false }
    let tokens = reply.reply.tokens
    let first = tokens[hit.tokens.lowerBound]
    if hit.tokens.count > 1 || !adverbs.contains(first.normal) { return first.normal != "not" }
    if [.speaker, .listener].contains(first.subject) { return false }
    let clause = reply.clause(of: hit.tokens.lowerBound)?.tokens ?? hit.tokens
    if tokens[clause].contains(where: { $0.subject == .speaker || ["i", "we", "you"].contains($0.normal) }) {
      return false
    }
    return tokens[clause].contains { ["will", "is", "was", "has", "have", "are"].contains($0.normal) }
      && tokens[clause].count(where: \.isWordLike) >= 4
  }
}
