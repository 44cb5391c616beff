/// A phrase to look for, word by word: "last scan ... depot", "(refund|reimburse) <money>", "=sorry".
///
/// A word matches by its stem, `=word` only as written, `...` skips up to four words of the clause,
/// `<number>` `<money>` `<percent>` `<duration>` `<time>` `<date>` `<id>` `<name>` `<word>` match by kind, and
/// `(a|b c)` is either. A value ("10 pounds") matches every way of saying it. Signs are passed over.
public struct PhrasePattern: Hashable, Sendable {
  /// How many words `...` may skip.
  public static let longestGap = 4
  /// A pattern may stand for at most this many plain sequences once its alternatives are written out.
  public static let mostVariants = 256
  /// A sequence has at most this many elements.
  public static let longestSequence = 64

  /// What a pattern may get wrong.
  public enum Trouble: Error, Hashable, Sendable {
    case empty
    case unclosed(String)
    case unknownClass(String)
    case tooManyVariants(limit: Int)
    case tooLong(limit: Int)
    /// Begins or ends with `...`, or has two in a row.
    case looseGap
  }

  enum Element: Hashable, Sendable {
    case stem(String)
    case exact(String)
    case kind(TokenKind)
    case name
    indirect case value(Value)
    case gap
  }

  /// The pattern as written.
  public let text: String
  /// What stands one after the other, each in all its ways: `(a|b c) d` is two slots, of two ways and of one.
  let slots: [Slot]

  /// Ways to say one part of a pattern.
  typealias Slot = [[Element]]

  /// Reads a pattern.
  ///
  /// - Throws: what is wrong with it.
  public init(_ text: String) throws(Trouble) {
    var reader = PhraseReader()
    self = try reader.pattern(text)
  }

  /// A pattern whose signs are read already.
  init(_ text: String, _ slots: [Slot]) {
    self.text = text
    self.slots = slots
  }

  /// Whether a text is words without any sign of patterns, as most lines of lists are.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 2_000
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x20 || byte == 0x27
      }
  }

  /// Takes a text as plain words, whatever signs it holds; nil when no word is in it or it is too long.
  public init?(literal text: String) {
    var words = PlainWords(.stem)
    self.init(literal: text, by: &words)
  }

  /// The same, read with words that are known already.
  init?(literal text: String, by words: inout PlainWords) {
    let elements = Self.elements(of: text, by: &words)
    guard !elements.isEmpty, elements.count <= Self.longestSequence else { return nil }
    self.init(text, [[elements]])
  }

  /// Whether a text uses the pattern signs, and is not just words.
  public static func hasSigns(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x3C: if (0x61...0x7A).contains(next) { return true }
      case 0x7C: return true
      case 0x3D: if (index == 0 || bytes[index - 1] == 0x20) && next > 0x40 { return true }
      case 0x2E:
        let isLoose =
          next == 0x2E && index + 3 < bytes.count && bytes[index + 2] == 0x2E && bytes[index + 3] == 0x20
        if isLoose && index > 0 && bytes[index - 1] == 0x20 { return true }
      default: break
      }
    }
    return false
  }

  /// The words and values of a text without signs of patterns.
  static func elements(of text: String, by words: inout PlainWords) -> [Element] {
    if let stems = words.words(of: text) { return stems.map { .stem($0) } }
    return Reply.tokens(of: text).filter(\.isWordLike).map { token in
      if let value = token.value { return .value(value) }
      return .stem(token.stem)
    }
  }

  /// How the words of the pattern itself are meant: a question pattern is only found in questions.
  ///
  /// Read anew each time; `PhraseSet` keeps it.
  public var stance: Stance {
    let plain = String(decoding: text.utf8.filter { !"()|=".utf8.contains($0) }, as: UTF8.self)
    return Reply(plain).tokens.reduce(into: []) { if $1.isWordLike { $0.formUnion($1.stance) } }
  }
}
