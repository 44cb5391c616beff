import Diagnostics

/// S212: a name that is hardly used is one letter from another of its kind.
enum LookalikeNames: ScenarioCheck {
  static let page = CheckPage(
    "S212", "lookalike-names", .warning, title: "a name used at most once is one letter from another",
    why: """
      Two names that differ by one letter are usually one name and a slip. If both are meant, names further apart \
      read better.
      """,
    mending: .shown,
    triggering: """
      facts: {order_seen: false, order_seem: false}
      """,
    clean: """
      facts: {order_seen: false}
      """)

  static func findings(in subject: Subject) -> [Diagnostic] {
    let counts = Dictionary(
      subject.uses.compactMap { use in use.target.map { ($0, 1) } }, uniquingKeysWith: +)
    let names = subject.names
    return lookalikes(names.beats, "beat", subject) { counts[.beat($0)] ?? 0 }
      + lookalikes(names.endings, "ending", subject) { counts[.ending($0)] ?? 0 }
      + lookalikes(names.moves, "move", subject) { counts[.move($0)] ?? 0 }
      + lookalikes(names.facts, "fact", subject) { counts[.fact($0)] ?? 0 }
      + lookalikes(names.gauges, "gauge", subject) { counts[.gauge($0)] ?? 0 }
      + lookalikes(names.actions, "action", subject) { counts[.action($0)] ?? 0 }
  }

  private static func lookalikes(
    _ table: NameTable, _ what: String, _ subject: Subject, uses: (Int) -> Int
  ) -> [Diagnostic] {
    guard table.count > 1 else { return [] }
    var reported: Set<Int> = []
    return Lookalikes(table.names.map(\.text)).pairs.compactMap { pair in
      let rarer = uses(pair.second) <= uses(pair.first) ? pair.second : pair.first
      let other = rarer == pair.second ? pair.first : pair.second
      let place = table.names[rarer].place
      guard uses(rarer) <= 1, subject.resolution.isOwn(place), reported.insert(rarer).inserted else {
        return nil
      }
      return found(table.names[rarer], table.names[other], what)
    }
  }

  private static func found(_ rare: Written, _ other: Written, _ what: String) -> Diagnostic {
    page.found(
      "\(what) '\(rare.text)' is one letter from \(what) '\(other.text)'",
      at: rare.place.label("hardly used"),
      others: [other.place.label("meant?")],
      help: "use '\(other.text)' (line \(other.place.line)), or names further apart")
  }
}

/// Finds names one slip apart in time linear in their letters: two such names share a form with one letter left
/// out (after the symmetric-delete method of W. Garbe's SymSpell, 2012).
struct Lookalikes: Hashable, Sendable {
  /// Two alike names by their indices.
  struct Pair: Hashable, Sendable {
    var first: Int
    var second: Int
  }

  /// The earlier name first, without repeats.
  private(set) var pairs: [Pair] = []

  /// Shorter names are too often one letter apart on purpose.
  private static let shortest = 4

  init(_ names: [String]) {
    let spelled = names.map { Array($0.utf8.prefix(64)) }
    var forms: [(hash: UInt64, name: Int)] = []
    for (index, name) in spelled.enumerated() where name.count >= Self.shortest {
      forms.append((Self.hash(name[...]), index))
      for form in Self.shortened(name) { forms.append((form, index)) }
    }
    forms.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
    collect(forms, spelled)
  }

  private mutating func collect(_ forms: [(hash: UInt64, name: Int)], _ spelled: [[UInt8]]) {
    var seen: Set<Pair> = []
    for (one, other) in zip(forms, forms.dropFirst()) where one.hash == other.hash && one.name != other.name {
      let pair = Pair(first: min(one.name, other.name), second: max(one.name, other.name))
      guard Self.isOneSlip(spelled[pair.first], spelled[pair.second]), seen.insert(pair).inserted else {
        continue
      }
      pairs.append(pair)
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// One letter more, less, different or two exchanged; digits that differ are meant to.
  private static func isOneSlip(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let head = zip(first, second).prefix { $0 == $1 }.count
    let alike = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    let tail = min(alike, min(first.count, second.count) - head)
    let one = first.dropFirst(head).dropLast(tail)
    let other = second.dropFirst(head).dropLast(tail)
    guard !(one + other).contains(where: \.isDigit) else { return false }
    if one.count <= 1, other.count <= 1 { return true }
    return one.count == 2 && other.count == 2 && one.elementsEqual(other.reversed())
  }

  private static let base: UInt64 = 0x0100_0000_01b3

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { ($0 &* base) &+ UInt64($1) &+ 1 }
  }

  /// The hashes of every form with one letter left out, each found from the parts before and after it.
  private static func shortened(_ name: [UInt8]) -> [UInt64] {
    var after: UInt64 = 0
    var power: UInt64 = 1
    var suffixes: [(hash: UInt64, power: UInt64)] = []
    for byte in name.reversed() {
      suffixes.append((after, power))
      after = after &+ (UInt64(byte) &+ 1) &* power
      power = power &* base
    }
    var before: UInt64 = 0
    return name.indices.map { index in
      let suffix = suffixes[name.count - 1 - index]
      defer { before = before &* base &+ UInt64(name[index]) &+ 1 }
      return before &* suffix.power &+ suffix.hash
    }
  }
}
