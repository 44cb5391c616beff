import Authoring
import Diagnostics

/// A generator with a seed that can be printed and used again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// What a node says, without where and how it is written.
indirect enum Meaning: Hashable, CustomStringConvertible {
  case text(String)
  case list([Meaning])
  case map([String], [Meaning])
  case nothing

  init(_ node: Node) {
    switch node.value {
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map { Meaning($0) })
    case .map(let entries): self = .map(entries.map(\.key), entries.map { Meaning($0.value) })
    case .nothing: self = .nothing
    }
  }

  /// The same with every U+FEFF taken out: the YAML tool in these tests loses them at the start of a text.
  var withoutByteOrderMarks: Meaning {
    switch self {
    case .text(let text): .text(Self.without(text))
    case .list(let items): .list(items.map(\.withoutByteOrderMarks))
    case .map(let keys, let values): .map(keys.map(Self.without), values.map(\.withoutByteOrderMarks))
    case .nothing: .nothing
    }
  }

  private static func without(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FEFF}" }))
  }

  var description: String {
    switch self {
    case .text(let text): text.debugDescription
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .map(let keys, let values):
      "{" + zip(keys, values).map { "\($0.0.debugDescription): \($0.1)" }.joined(separator: ", ") + "}"
    case .nothing: "nothing"
    }
  }
}

/// Random trees of nodes, with the texts that are hardest to write down.
struct RandomNodes {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private static let pieces = [
    "a", "b", "sorry", " ", "  ", ":", ": ", "#", " #", "  # ", ",", ", ", "[", "]", "{", "}", "\"", "'",
    "\\", "\n",
    "\n\n", "\t", "-", "- ", "?", "!", "&", "*", "@", "%", "|", ">", "`", "~", "no", "true", "12", "0123",
    "1.10",
    "12:30", "2024-05-01", "null", "\u{E9}", "\u{65E5}", "\u{1F600}", "\u{A0}", "\u{200B}", "\u{FEFF}",
    "\u{85}",
    "\u{2028}", "\u{1B}", "\0", "\r", "\u{E0041}", "\u{201C}", "\u{201D}", "<<", "=", "---", "...", "\u{7F}",
    "/",
    "word word word word word word word", "{name}", "\u{3000}", "\u{FFFE}", "e\u{301}", "x: y", "key:value",
  ]

  mutating func text() -> String {
    let count = Int(random.next() % 6)
    return (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
  }

  private mutating func form(_ forms: [Node.Form]) -> Node.Form {
    forms[Int(random.next() % UInt64(forms.count))]
  }

  mutating func node(depth: Int) -> Node {
    let place = Span(.start, .start)
    switch random.next() % (depth > 0 ? 10 : 6) {
    case 0: return Node(.nothing, at: place)
    case 1...5: return Node(.text(text()), at: place, form: form([.plain, .quoted, .block, .folded]))
    case 6, 7:
      let count = Int(random.next() % 4)
      return Node(
        .list((0..<count).map { _ in node(depth: depth - 1) }), at: place, form: form([.plain, .flow]))
    default: return map(depth: depth - 1)
    }
  }

  mutating func map(depth: Int) -> Node {
    var entries: [Node.Entry] = []
    for _ in 0..<(random.next() % 5) {
      let key = random.next() % 3 == 0 ? text() : "key\(random.next() % 100)"
      // The YAML tool of these tests loses U+FEFF at a text's start, so such keys could meet.
      let isLost = key.unicodeScalars.first == "\u{FEFF}"
      guard !isLost, !entries.contains(where: { $0.key == key }), key.utf8.count < 200 else { continue }
      entries.append(Node.Entry(key: key, keySpan: Span(.start, .start), value: node(depth: depth)))
    }
    return Node(.map(entries), at: Span(.start, .start), form: form([.plain, .flow]))
  }
}
