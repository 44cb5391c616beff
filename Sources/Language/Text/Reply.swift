/// A stretch of tokens that says one thing: a clause or a sentence.
public struct Passage: Hashable, Sendable {
  /// Indices into the reply's tokens.
  public var tokens: Range<Int>
  /// The same as a stretch of the text, signs included.
  public var range: TextRange
}

/// What a trainee wrote, read once: tokens with their values and stances, sentences and clauses, each with its place.
///
/// Reading takes time and memory linear in the text, which is cut at `limit`; no text makes it fail.
public struct Reply: Hashable, Sendable {
  /// At most this many UTF-8 bytes are read.
  public static let limit = 65_536

  /// The text as written, whole.
  public let text: String
  /// Whether the text was longer than `limit`, so that its end was not read.
  public let truncated: Bool
  /// Words, values, signs and emoji in order.
  public let tokens: [Token]
  /// The sentences in order; together they hold every token.
  public let sentences: [Passage]
  /// The clauses of all sentences in order; together they hold every token.
  public let clauses: [Passage]

  /// Reads a text as it is written.
  public init(_ text: String) { self.init(text, spelling: nil, names: []) }

  /// Reads a text; with `spelling`, slips of the keyboard as the words they were meant for; `names` are never slips.
  public init(_ text: String, spelling: Spelling?, names: NameHints) {
    let scalars = ScalarText(text, limit: Self.limit)
    let joined = Self.tokens(of: scalars, spelling, names)
    let sentences = ClauseSplitter.sentences(joined.tokens, lineStarts: joined.lineStarts)
    let clauses = sentences.map { ClauseSplitter.clauses(joined.tokens, in: $0) }
    var stances = StanceReader(joined.tokens)
    stances.read(sentences, clauses)
    self.text = text
    truncated = scalars.truncated
    tokens = stances.tokens
    self.sentences = Self.passages(sentences, tokens)
    self.clauses = Self.passages(clauses.flatMap { $0 }, tokens)
  }

  /// The words, values and signs of a text: as in a reply, but not how they are meant.
  static func tokens(of text: String) -> [Token] {
    tokens(of: ScalarText(text, limit: limit), nil, []).tokens
  }

  private static func tokens(
    of scalars: ScalarText, _ spelling: Spelling?, _ names: NameHints
  ) -> (tokens: [Token], lineStarts: Set<Int>) {
    var scanner = Scanner(scalars)
    scanner.run()
    let words = spelling.map {
      Slips(spelling: $0, names: names).mended(scanner.tokens, lineStarts: scanner.lineStarts)
    }
    return ValueReader.joined(
      SpokenFuture.read(words ?? scanner.tokens), lineStarts: scanner.lineStarts)
  }

  /// Reads bytes; what is not UTF-8 is read as the replacement character U+FFFD.
  public init(bytes: [UInt8]) {
    self.init(String(decoding: bytes.prefix(Self.limit + 1), as: UTF8.self))
  }

  private static func passages(_ ranges: [Range<Int>], _ tokens: [Token]) -> [Passage] {
    ranges.compactMap { range in
      guard let first = range.first, let last = range.last else { return nil }
      return Passage(tokens: range, range: tokens[first].range.through(tokens[last].range))
    }
  }

  /// A stretch of the text with slips and dialect forms written as they were meant.
  func meantText(of passage: Passage) -> String {
    let bytes = text.utf8
    var meant = ""
    var place = passage.range.utf8.lowerBound
    func write(to end: Int) {
      guard place < end else { return }
      meant += String(decoding: bytes.dropFirst(place).prefix(end - place), as: UTF8.self)
    }
    for token in tokens[passage.tokens] where token.respelling != nil {
      write(to: token.range.utf8.lowerBound)
      meant += (token.isContractionTail ? " " : "") + token.normal
      place = token.range.utf8.upperBound
    }
    write(to: passage.range.utf8.upperBound)
    return meant
  }

  /// Words and values in order, without signs and emoji.
  public var words: [Token] { tokens.filter(\.isWordLike) }

  /// Every stance that some word in these tokens has; empty when all are asserted. Indices outside are ignored.
  public func stance(of indices: Range<Int>) -> Stance {
    tokens[indices.clamped(to: tokens.indices)].reduce(into: []) { stance, token in
      if token.isWordLike { stance.formUnion(token.stance) }
    }
  }

  /// Every stance that some word inside a stretch of the text has.
  public func stance(of range: TextRange) -> Stance {
    tokens.reduce(into: []) { stance, token in
      if token.isWordLike, range.overlaps(token.range) { stance.formUnion(token.stance) }
    }
  }

  /// The values in the reply with their tokens, in order.
  public var values: [(value: Value, token: Token)] {
    tokens.compactMap { token in token.value.map { ($0, token) } }
  }

  /// The tokens that carry a value which says the same as `value`: "ten pounds" for £10, never "100" for 10.
  public func tokens(agreeingWith value: Value) -> [Token] {
    tokens.filter { $0.value?.agrees(with: value) ?? false }
  }
}
