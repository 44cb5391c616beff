import Language

/// A secret that is given to a page and to nobody in the talk: "enter it there", "open the page and type your password",
/// "what did it say when you typed it in?".
enum TypedElsewhere {
  /// Whether what stands at a range is typed on a page of its sentence, or of the one before that it points back to.
  static func holds(_ range: TextRange, in reply: ReadReply) -> Bool {
    guard
      let place = reply.sentences.firstIndex(where: {
        $0.range.start <= range.start && range.start < $0.range.end
      })
    else { return false }
    let sentence = reply.sentences[place]
    let words = reply.words(of: sentence)
    guard !words.contains(where: toUs.contains) else { return false }
    if isPast(range, sentence, reply) { return true }
    let asksWhat = words.first.map { ["what", "what's", "whats", "which"].contains($0) } ?? false
    guard !asksWhat else { return false }
    guard words.contains(where: typing.contains) else { return false }
    if namesPage(sentence, reply) { return true }
    guard place > 0, pointsBack(words) else { return false }
    return reply.sentences[..<place].suffix(2).contains { namesPage($0, reply) }
  }

  /// Whether a place of typing only tells which secret is meant: "the digits you use at the cash machine".
  static func isDescribed(_ place: Range<Int>, in reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[..<place.lowerBound].filter(\.isWordLike).suffix(3).map(\.normal)
    return words.count == 3 && words[1] == "you"
      && (secret.contains(words[0]) || ["that", "which"].contains(words[0]))
  }

  /// A page by a word for it, or by its address.
  private static func namesPage(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.reply.tokens[sentence.tokens].contains { token in
      pages.contains(token.normal) || token.kind == .address && !token.normal.contains("@")
    }
  }

  /// "There", "on it", "in that".
  private static func pointsBack(_ words: [String]) -> Bool {
    words.contains("there")
      || zip(words, words.dropFirst()).contains {
        ["on", "in", "into", "onto", "at", "to"].contains($0) && ["it", "that", "this"].contains($1)
      }
  }

  /// "When you typed in your password": told of what was done, before the secret is named.
  private static func isPast(_ range: TextRange, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    return tokens.indices.dropLast(2).contains { index in
      ["when", "after", "once", "before"].contains(tokens[index].normal) && tokens[index + 1].normal == "you"
        && ["typed", "entered", "used", "put", "keyed", "tried", "changed", "gave"].contains(
          tokens[index + 2].normal)
        && TextRange(tokens[index + 2].range).start <= range.end
    }
  }

  private static let pages: Set<String> = [
    "link", "page", "keypad", "checkout", "portal", "terminal", "site", "website", "browser", "app",
  ]
  private static let toUs: Set<String> = ["me", "us", "send", "read", "tell", "reply", "dictate", "share"]
  private static let typing: Set<String> = [
    "enter", "type", "put", "fill", "key", "input", "insert", "go", "goes", "sign", "log", "use", "give",
    "pay",
    "open", "entered", "typed",
  ]
  private static let secret: Set<String> = [
    "digits", "numbers", "number", "code", "word", "password", "pin", "passcode", "card", "letters",
  ]
}
