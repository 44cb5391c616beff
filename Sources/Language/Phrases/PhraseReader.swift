/// Reads patterns, many of them or one: words that stand in several are read once.
public struct PhraseReader: Sendable {
  /// What was read before of the words between signs.
  private var known: [String: [Element]] = [:]
  private var bytes: [UInt8] = []
  private var index = 0
  private typealias Element = PhrasePattern.Element

  /// Longer patterns are cut, in bytes of UTF-8.
  private static let longest = 2_000
  /// So many pairs of brackets are read in one pattern.
  private static let mostBrackets = 16

  /// A reader that has read nothing yet.
  public init() {}

  /// Reads a pattern.
  ///
  /// - Throws: what is wrong with it.
  public mutating func pattern(_ text: String) throws(PhrasePattern.Trouble) -> PhrasePattern {
    if let plain = PhrasePattern(plainWords: text) { return plain }
    bytes = Array(text.utf8.prefix(Self.longest))
    index = 0
    let sequences = try sequence(isInner: false)
    for sequence in sequences { try Self.check(sequence) }
    return PhrasePattern(text, sequences)
  }

  private static func check(_ sequence: [Element]) throws(PhrasePattern.Trouble) {
    if sequence.isEmpty { throw .empty }
    if sequence.count > PhrasePattern.longestSequence {
      throw .tooLong(limit: PhrasePattern.longestSequence)
    }
    let isLoose = sequence.first == .gap || sequence.last == .gap
    if isLoose || zip(sequence, sequence.dropFirst()).contains(where: { $0 == .gap && $1 == .gap }) {
      throw .looseGap
    }
  }

  /// All ways to read up to `)` or `|` or the end.
  private mutating func sequence(isInner: Bool) throws(PhrasePattern.Trouble) -> [[Element]] {
    var sequences: [[Element]] = [[]]
    while index < bytes.count {
      switch bytes[index] {
      case Sign.or where isInner, Sign.close where isInner: return sequences
      case Sign.open: sequences = try Self.product(sequences, alternatives())
      case Sign.kind: sequences = try Self.product(sequences, [[kind()]])
      default: sequences = try Self.product(sequences, [words()])
      }
    }
    if isInner { throw .unclosed("(") }
    return sequences
  }

  /// Every way of the left followed by every way of the right.
  private static func product(
    _ left: [[Element]], _ right: [[Element]]
  ) throws(PhrasePattern.Trouble) -> [[Element]] {
    guard left.count * right.count <= PhrasePattern.mostVariants else {
      throw .tooManyVariants(limit: PhrasePattern.mostVariants)
    }
    if left == [[]] { return right }
    if right == [[]] { return left }
    return left.flatMap { head in right.map { head + $0 } }
  }

  private mutating func alternatives() throws(PhrasePattern.Trouble) -> [[Element]] {
    guard bytes[..<index].count(where: { $0 == Sign.open }) < Self.mostBrackets else {
      throw .tooLong(limit: Self.mostBrackets)
    }
    var all: [[Element]] = []
    repeat {
      index += 1
      all += try sequence(isInner: true)
    } while index < bytes.count && bytes[index] == Sign.or
    index += 1
    return all
  }

  private mutating func kind() throws(PhrasePattern.Trouble) -> Element {
    guard let end = bytes[index...].firstIndex(of: Sign.kindEnd) else { throw .unclosed("<") }
    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    index = end + 1
    if name == "name" { return .name }
    guard let kind = Self.kinds[name] else { throw .unknownClass(name) }
    return .kind(kind)
  }

  private static let kinds: [String: TokenKind] = [
    "number": .number, "money": .money, "percent": .percent, "duration": .duration, "time": .time,
    "date": .date, "id": .identifier, "address": .address, "word": .word,
  ]

  private enum Sign {
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
    static let or = UInt8(ascii: "|")
    static let kind = UInt8(ascii: "<")
    static let kindEnd = UInt8(ascii: ">")
    static let all = [open, close, or, kind]
  }

  // MARK: Words between signs

  /// Plain words up to the next sign, with `=` and `...` between them.
  private mutating func words() -> [Element] {
    let start = index
    while index < bytes.count, !Sign.all.contains(bytes[index]) || index == start { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let elements = known[text] { return elements }
    let elements = Self.elements(of: text)
    known[text] = elements
    return elements
  }

  private static func elements(of text: String) -> [Element] {
    var elements: [Element] = []
    var plain = ""
    for part in text.split(separator: " ") {
      if part == "..." || part == "…" {
        elements += flush(&plain) + [.gap]
      } else if part.hasPrefix("="), part.count > 1 {
        elements += flush(&plain)
        elements += Reply(String(part.dropFirst())).words.map { .exact($0.normal) }
      } else {
        plain += " " + part
      }
    }
    return elements + flush(&plain)
  }

  private static func flush(_ plain: inout String) -> [Element] {
    defer { plain = "" }
    return PhrasePattern.elements(of: Reply(plain).tokens)
  }
}
