/// Reads patterns, many of them or one: words that stand in several are read once.
public struct PhraseReader: Sendable {
  /// What was read before of the words between signs.
  private var known: [String: [Element]] = [:]
  private var plainWords = PlainWords(.stem)
  private var bytes: [UInt8] = []
  private var index = 0
  private typealias Element = PhrasePattern.Element
  private typealias Slot = PhrasePattern.Slot

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
    if PhrasePattern.isPlain(text), let plain = PhrasePattern(literal: text, by: &plainWords) { return plain }
    bytes = Array(text.utf8.prefix(Self.longest))
    index = 0
    let slots = try slots(isInner: false)
    if !Self.isSound(slots) {
      for sequence in try Self.sequences(of: slots) { try Self.check(sequence) }
    }
    return PhrasePattern(text, slots)
  }

  /// Whether every sequence is plainly without fault: what is not plain is looked at one by one.
  private static func isSound(_ slots: [Slot]) -> Bool {
    var longest = 0
    var mayGap = false
    for slot in slots {
      longest += slot.reduce(0) { max($0, $1.count) }
      for way in slot {
        guard let first = way.first, mayGap || first != .gap else { return false }
        if way.count > 1, zip(way, way.dropFirst()).contains(where: { $0 == .gap && $1 == .gap }) {
          return false
        }
      }
      mayGap = !slot.contains { $0.last == .gap }
    }
    return mayGap && longest <= PhrasePattern.longestSequence
  }

  /// The slots written out: every way of each followed by every way of the next.
  private static func sequences(of slots: [Slot]) throws(PhrasePattern.Trouble) -> [[Element]] {
    var sequences: [[Element]] = [[]]
    for slot in slots { sequences = try product(sequences, slot) }
    return sequences
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

  /// What stands up to `)` or `|` or the end, part by part.
  private mutating func slots(isInner: Bool) throws(PhrasePattern.Trouble) -> [Slot] {
    var slots: [Slot] = []
    var variants = 1
    while index < bytes.count {
      switch bytes[index] {
      case Sign.or where isInner, Sign.close where isInner: return slots
      case Sign.open: slots.append(try alternatives())
      case Sign.kind: slots.append([[try kind()]])
      default:
        let words = words()
        if words.isEmpty { continue }
        slots.append([words])
      }
      variants *= slots.last?.count ?? 1
      guard variants <= PhrasePattern.mostVariants else {
        throw .tooManyVariants(limit: PhrasePattern.mostVariants)
      }
    }
    if isInner { throw .unclosed("(") }
    return slots
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

  private mutating func alternatives() throws(PhrasePattern.Trouble) -> Slot {
    guard bytes[..<index].count(where: { $0 == Sign.open }) < Self.mostBrackets else {
      throw .tooLong(limit: Self.mostBrackets)
    }
    var all: [[Element]] = []
    repeat {
      index += 1
      all += try Self.sequences(of: slots(isInner: true))
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
    let pattern = bytes
    if let stems = plainWords.words(of: pattern.span.extracting(start..<index)) {
      return stems.map { .stem($0) }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let elements = known[text] { return elements }
    let elements = elements(of: text)
    known[text] = elements
    return elements
  }

  private mutating func elements(of text: String) -> [Element] {
    var elements: [Element] = []
    var plain = ""
    for part in text.split(separator: " ") {
      if part == "..." || part == "…" {
        elements += flush(&plain) + [.gap]
      } else if part.hasPrefix("="), part.count > 1 {
        elements += flush(&plain)
        elements += Reply.tokens(of: String(part.dropFirst())).filter(\.isWordLike).map { .exact($0.normal) }
      } else {
        plain += " " + part
      }
    }
    return elements + flush(&plain)
  }

  private mutating func flush(_ plain: inout String) -> [Element] {
    defer { plain = "" }
    return PhrasePattern.elements(of: plain, by: &plainWords)
  }
}
