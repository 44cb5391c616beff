/// What a token is.
public enum TokenKind: String, Hashable, Sendable, CaseIterable {
  case word, number, percent, money, duration, time, date
  /// An order, case or account number such as A-4412 or #20391.
  case identifier
  /// An e-mail address or a web link.
  case address
  case punctuation, emoji
}

/// How a word was written.
public enum LetterCase: String, Hashable, Sendable {
  /// No letter that has a case, or no capital.
  case lower
  /// The first letter alone.
  case capitalised
  /// Every letter, in a word of two or more.
  case upper
  case mixed
}

/// Who does what a word says: the nearest subject before it in its clause.
public enum Person: String, Hashable, Sendable {
  /// I, we: the one who replies.
  case speaker
  /// You: the one replied to.
  case listener
  /// He, she, they.
  case other
  /// It, this, that, there.
  case thing
}

/// Why a word is read as another than the one written.
public enum Respelling: String, Hashable, Sendable {
  /// A slip of the keyboard, read as the word that was meant.
  case slip
  /// A form of a dialect or of easy speech, read as the common word: "gie", "askin'", "dunno".
  case dialect
}

/// One unit of a reply: a word, a whole value ("ten pounds"), a sign or an emoji.
public struct Token: Hashable, Sendable {
  /// What it is.
  public var kind: TokenKind
  /// Where it stands in the reply. A contraction gives two tokens, each with its own part.
  public var range: TextRange
  /// Lower case, accents off, contractions written out: "can't" gives "can" and "not".
  public var normal: String
  /// The stem of a word; for values one text per value, so "£10" and "ten pounds" have the same.
  public var stem: String
  /// What a value token is worth.
  public var value: Value?
  /// How it was written.
  public var letterCase: LetterCase
  /// How it was meant: asserted when empty.
  public var stance: Stance
  /// The nearest subject before it in its clause, if that is a pronoun.
  public var subject: Person?
  var traits: WordTraits
  /// Whether white space, or nothing, stands before it.
  var followsSpace: Bool
  /// Whether it is the second part of a contraction: the "not" of "can't".
  public internal(set) var isContractionTail = false
  /// How `normal` differs from what was written, beyond letter case and accents; nil where it does not.
  public internal(set) var respelling: Respelling?

  /// Whether this is a word or a value, not a sign or an emoji.
  public var isWordLike: Bool { kind != .punctuation && kind != .emoji }

  init(
    _ kind: TokenKind, _ normal: String, at range: TextRange, letterCase: LetterCase = .lower,
    followsSpace: Bool = true
  ) {
    self.kind = kind
    self.range = range
    self.normal = normal
    stem = kind == .word ? Stemmer.stem(normal) : normal
    value = nil
    self.letterCase = letterCase
    stance = []
    subject = nil
    traits = kind == .word ? WordTraits.of(normal) : []
    self.followsSpace = followsSpace
  }

  /// Reads a word as another: its place and letter case stay.
  mutating func read(as word: String, _ respelling: Respelling) {
    normal = word
    stem = Stemmer.stem(word)
    traits = WordTraits.of(word)
    self.respelling = respelling
  }
}
