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
    case value(Value)
    case gap
  }

  /// The pattern as written.
  public let text: String
  /// How the words of the pattern itself are meant: a question pattern is only found in questions.
  public let stance: Stance
  let sequences: [[Element]]

  /// Reads a pattern.
  ///
  /// - Throws: what is wrong with it.
  public init(_ text: String) throws(Trouble) {
    if let plain = Self(plainWords: text) {
      self = plain
      return
    }
    var parser = PatternParser(text)
    let sequences = try parser.parse()
    self.text = text
    self.sequences = sequences
    stance = Self.stance(of: text)
  }

  /// Words without any sign of patterns, as most lines of lists are: read once, for words and stance alike.
  ///
  /// Nil for every other text.
  private init?(plainWords text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x20 || byte == 0x27
    }
    guard isPlain, text.utf8.count <= 2_000 else { return nil }
    let tokens = Reply(text).tokens
    let elements = Self.elements(of: tokens)
    guard !elements.isEmpty, elements.count <= Self.longestSequence else { return nil }
    self.text = text
    sequences = [elements]
    stance = tokens.reduce(into: []) { if $1.isWordLike { $0.formUnion($1.stance) } }
  }

  /// Takes a text as plain words, whatever signs it holds; nil when no word is in it or it is too long.
  public init?(literal text: String) {
    let elements = Self.elements(of: Reply(text).tokens)
    guard !elements.isEmpty, elements.count <= Self.longestSequence else { return nil }
    self.text = text
    sequences = [elements]
    stance = Self.stance(of: text)
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

  static func elements(of tokens: [Token]) -> [Element] {
    tokens.filter(\.isWordLike).map { token in
      if let value = token.value { return .value(value) }
      return .stem(token.stem)
    }
  }

  private static func stance(of text: String) -> Stance {
    let plain = text.filter { !"()|=".contains($0) }
    return Reply(plain).tokens.reduce(into: []) { if $1.isWordLike { $0.formUnion($1.stance) } }
  }
}

/// Reads the pattern signs; words between them are tokenised as a reply is.
struct PatternParser {
  private let letters: [Character]
  private var index = 0
  private typealias Element = PhrasePattern.Element

  init(_ text: String) { letters = Array(text.prefix(2000)) }

  mutating func parse() throws(PhrasePattern.Trouble) -> [[PhrasePattern.Element]] {
    let sequences = try sequence(closing: nil)
    for sequence in sequences {
      if sequence.isEmpty { throw .empty }
      if sequence.count > PhrasePattern.longestSequence {
        throw .tooLong(limit: PhrasePattern.longestSequence)
      }
      let isLoose = sequence.first == .gap || sequence.last == .gap
      if isLoose || zip(sequence, sequence.dropFirst()).contains(where: { $0 == .gap && $1 == .gap }) {
        throw .looseGap
      }
    }
    return sequences
  }

  /// All ways to read up to `)` or `|` or the end.
  private mutating func sequence(closing: Character?) throws(PhrasePattern.Trouble) -> [[Element]] {
    var sequences: [[Element]] = [[]]
    while index < letters.count {
      let letter = letters[index]
      if closing != nil, letter == "|" || letter == ")" { return sequences }
      let parts: [[Element]]
      if letter == "(" {
        parts = try alternatives()
      } else if letter == "<" {
        parts = [[try kind()]]
      } else {
        parts = [words()]
      }
      sequences = try product(sequences, parts)
    }
    if closing != nil { throw .unclosed("(") }
    return sequences
  }

  private func product(_ left: [[Element]], _ right: [[Element]]) throws(PhrasePattern.Trouble) -> [[Element]]
  {
    guard left.count * right.count <= PhrasePattern.mostVariants else {
      throw .tooManyVariants(limit: PhrasePattern.mostVariants)
    }
    return left.flatMap { head in right.map { head + $0 } }
  }

  private mutating func alternatives() throws(PhrasePattern.Trouble) -> [[Element]] {
    guard letters[..<index].count(where: { $0 == "(" }) < 16 else { throw .tooLong(limit: 16) }
    var all: [[Element]] = []
    repeat {
      index += 1
      all += try sequence(closing: ")")
    } while index < letters.count && letters[index] == "|"
    index += 1
    return all
  }

  private mutating func kind() throws(PhrasePattern.Trouble) -> Element {
    guard let end = letters[index...].firstIndex(of: ">") else { throw .unclosed("<") }
    let name = String(letters[index + 1..<end])
    index = end + 1
    if name == "name" { return .name }
    guard let kind = Self.kinds[name] else { throw .unknownClass(name) }
    return .kind(kind)
  }

  private static let kinds: [String: TokenKind] = [
    "number": .number, "money": .money, "percent": .percent, "duration": .duration, "time": .time,
    "date": .date, "id": .identifier, "address": .address, "word": .word,
  ]

  /// Plain words up to the next sign, with `=` and `...` between them.
  private mutating func words() -> [Element] {
    let start = index
    while index < letters.count, !"(|)<".contains(letters[index]) || index == start { index += 1 }
    var elements: [Element] = []
    var plain = ""
    for part in String(letters[start..<index]).split(separator: " ") {
      if part == "..." || part == "…" {
        elements += Self.flush(&plain) + [.gap]
      } else if part.hasPrefix("="), part.count > 1 {
        elements += Self.flush(&plain)
        elements += Reply(String(part.dropFirst())).words.map { .exact($0.normal) }
      } else {
        plain += " " + part
      }
    }
    return elements + Self.flush(&plain)
  }

  private static func flush(_ plain: inout String) -> [Element] {
    defer { plain = "" }
    return PhrasePattern.elements(of: Reply(plain).tokens)
  }
}
