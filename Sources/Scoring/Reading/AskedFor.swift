import Domain
import Language

/// A thing the trainee asks the customer to say or send: "could I take your card number", "your PIN please".
///
/// Words that ask must stand before it, and between the two nothing but small words and other things asked for. So
/// "did you enter your password", "I will send a new PIN" and "never give anyone the code" ask for nothing.
struct AskedFor: Hashable, Sendable {
  /// The thing itself.
  var thing: Range<Int>
  /// From the first word that asks to the thing, for quotations.
  var range: TextRange

  /// Whether it is put as "what is ...": an answer would be the thing itself, wherever else it may be typed.
  func asksWhat(in reply: ReadReply) -> Bool {
    reply.reply.tokens.first { TextRange($0.range).start >= range.start }.map {
      ["what", "which"].contains($0.normal)
    } ?? false
  }

  /// The thing in its normal words, so that two ways of asking for it can be told to be one.
  func name(in reply: ReadReply) -> String {
    reply.reply.tokens[thing].map(\.normal).joined(separator: " ")
  }

  /// What a reply asks for of a list of things, in order; each stretch of words once.
  static func all(_ things: LexiconName, in reply: ReadReply) -> [AskedFor] {
    let names = Hit.joined(reply.mentioned(things))
    guard !names.isEmpty else { return [] }
    let reader = RequestReader(reply)
    return names.compactMap { reader.request(for: $0) }
  }
}

/// Holds what one reply's requests are read from.
private struct RequestReader {
  let reply: ReadReply
  private let frames: [Hit]
  /// Tokens that name something one may ask for: a list of them is one request.
  private let named: Set<Int>

  init(_ reply: ReadReply) {
    self.reply = reply
    frames = reply.mentioned(.askFrames)
    named = Set(reply.mentioned(.secretNames, .identityItems, .personalData).flatMap(\.tokens))
  }

  func request(for name: Hit) -> AskedFor? {
    guard let sentence = reply.sentence(of: name.tokens.lowerBound), isWanted(name) else { return nil }
    if let frame = frame(before: name, in: sentence) {
      return AskedFor(thing: name.tokens, range: frame.range.through(name.range))
    }
    return isFragment(name, sentence) ? AskedFor(thing: name.tokens, range: name.range) : nil
  }

  /// Neither denied nor said under a condition, and the thing itself: not "password reset", not "new PIN".
  private func isWanted(_ name: Hit) -> Bool {
    let denied = name.tokens.contains { index in
      let token = reply.reply.tokens[index]
      return token.normal != "no" && !token.stance.isDisjoint(with: [.negated, .conditional])
    }
    if denied { return false }
    if let before = reply.word(before: name.tokens.lowerBound), Self.another.contains(before) { return false }
    let next = name.tokens.upperBound
    guard reply.reply.tokens.indices.contains(next) else { return true }
    return !Self.aspects.contains(reply.reply.tokens[next].normal)
  }

  /// The nearest words that ask before the thing, with only small words between.
  private func frame(before name: Hit, in sentence: ReadSentence) -> Hit? {
    frames.last { frame in
      let start = frame.tokens.lowerBound
      guard sentence.tokens.contains(start), start < name.tokens.lowerBound else { return false }
      let end = frame.tokens.upperBound
      return (end >= name.tokens.lowerBound || leads(end..<name.tokens.lowerBound))
        && isMeant(frame, sentence)
    }
  }

  /// Whether only small words, signs and other things stand between the asking and the thing.
  private func leads(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = reply.reply.tokens[index]
      return named.contains(index) || Self.small.contains(token.normal) || token.kind == .number
        || token.kind == .punctuation && [",", ":", "/", "-", "(", "\"", "&"].contains(token.normal)
    }
  }

  /// The listener is asked: not "I will send your", "you need your", "when you type your", "he gave me".
  private func isMeant(_ frame: Hit, _ sentence: ReadSentence) -> Bool {
    let tokens = reply.reply.tokens
    let first = tokens[frame.tokens.lowerBound]
    guard reply.reply.stance(of: frame.tokens).isDisjoint(with: [.negated, .conditional, .reported]) else {
      return false
    }
    if frame.tokens.count == 1 { return first.stance.contains(.asked) }
    if Self.persons.contains(first.normal) { return true }
    let clause = reply.clause(of: frame.tokens.lowerBound)?.tokens
    let start = max(clause?.lowerBound ?? sentence.tokens.lowerBound, frame.tokens.lowerBound - 4)
    let lead = tokens[start..<frame.tokens.lowerBound].filter(\.isWordLike).map(\.normal)
    if first.normal == "need" { return !lead.contains { ["you", "they", "people", "to"].contains($0) } }
    if Self.ownFrames.contains(first.normal) { return true }
    return isListeners(lead)
  }

  private func isListeners(_ lead: [String]) -> Bool {
    if lead.contains(where: Self.elsewhere.contains) { return false }
    for (word, next) in zip(lead, lead.dropFirst()) where next == "you" && ["have", "do"].contains(word) {
      return false
    }
    guard let subject = lead.last(where: { ["i", "we", "you"].contains($0) }) else { return true }
    return subject == "you"
  }

  /// "Your PIN please", "And the password?": the thing alone in a question or with a "please".
  private func isFragment(_ name: Hit, _ sentence: ReadSentence) -> Bool {
    let tokens = reply.reply.tokens
    let before = sentence.tokens.lowerBound..<name.tokens.lowerBound
    let after = tokens[name.tokens.upperBound..<sentence.tokens.upperBound]
    let words = after.filter(\.isWordLike).map(\.normal)
    guard sentence.wordCount <= 8, leads(before), words.allSatisfy(Self.pleas.contains) else { return false }
    return after.contains { $0.normal == "?" } || !words.isEmpty
      || tokens[before].contains { Self.pleas.contains($0.normal) }
  }

  private static let persons: Set<String> = ["i", "we", "can", "could", "may", "might", "shall", "should"]
  /// Frames that ask whoever their subject is.
  private static let ownFrames: Set<String> = ["let", "what", "wats", "which", "do", "did", "mind", "take"]
  private static let pleas: Set<String> = [
    "please", "pls", "plz", "plse", "thanks", "thx", "now", "sir", "madam",
  ]
  /// Words that make it another thing than the customer's own.
  private static let another: Set<String> = [
    "new", "temporary", "last", "masked", "next", "wrong", "forgotten", "forgot", "different", "reset",
    "change",
    "area", "postal", "map", "bowling", "safety",
  ]
  /// Words after it that make it something about it.
  private static let aspects: Set<String> = [
    "format", "length", "reset", "resets", "link", "page", "form", "change", "request", "reminder", "letter",
    "hint", "field",
    "box",
    "screen", "prompt", "error", "issue", "problem", "message", "manager", "recovery", "policy", "security",
    "is",
    "was", "has", "will", "does", "would", "gets", "works",
  ]
  private static let elsewhere: Set<String> = [
    "did", "does", "when", "once", "after", "before", "where", "while", "whenever", "asked", "asks", "asking",
    "they", "he", "she", "someone", "somebody", "anyone", "anybody", "nobody", "who", "that", "which", "try",
    "tried", "trying", "able", "it", "without", "had", "let",
  ]
  private static let small: Set<String> = [
    "your", "ur", "yr", "the", "a", "an", "that", "this", "my", "me", "us", "to", "you", "u", "full", "whole",
    "complete", "entire", "current", "old", "existing", "long", "correct", "right", "exact", "actual",
    "account",
    "online", "login", "bank", "banking", "credit", "debit", "visa", "mastercard", "amex", "also", "please",
    "pls",
    "plz", "just", "quickly", "both", "all", "of", "here", "now", "over", "in", "out", "by", "text", "chat",
    "email",
    "mail", "with", "and", "or", "as", "well", "plus", "too", "then", "for", "from", "first", "is", "sort",
    "app",
    "have", "get", "take", "know", "give", "send", "tell", "share", "type", "enter", "write", "read",
    "confirm",
    "provide", "verify", "state", "through", "down", "back", "name", "number", "digits", "date", "expiry",
    "again",
    "note", "see", "check", "what", "kind", "d", "da", "n", "nd", "numbr", "numba", "nr", "num", "no", "pl",
    "kindly", "three", "3", "16", "sixteen", "four", "six", "some",
    "about",
    "it", "associated", "linked", "registered", "on", "file", "security", "card", "company", "home",
    "delivery",
    "billing", "contact", "mobile", "order", "customer",
  ]
}
