/// A place where a pattern was found.
public struct PhraseMatch: Hashable, Sendable {
  /// Index of the pattern in its set.
  public var pattern: Int
  /// Indices of the reply's tokens from the first to the last matched word.
  public var tokens: Range<Int>
  /// The same as a stretch of the text.
  public var range: TextRange
  /// How the matched words were meant, words skipped by a gap left out.
  public var stance: Stance
  /// Whether they were meant as the pattern's own words are: asserted, or denied when the pattern denies.
  public var holds: Bool
}

/// Words that stand for names in this talk: the customer's, the agent's. Matched by `<name>`.
public struct NameHints: Hashable, Sendable, ExpressibleByArrayLiteral {
  private let words: Set<String>

  /// Names as written; each of their words counts.
  public init(_ names: [String]) {
    words = Set(names.flatMap { Reply($0).words.map(\.normal) })
  }

  /// Names as written.
  public init(arrayLiteral elements: String...) { self.init(elements) }

  /// Whether a token is one of the names.
  public func contains(_ token: Token) -> Bool { words.contains(token.normal) }

  /// Whether there is none.
  public var isEmpty: Bool { words.isEmpty }
}

/// Many patterns compiled into one tree and found in one pass over a reply.
///
/// All patterns advance together, one word at a time, so there is no going back: at most one running match for
/// each place in the tree and each count of skipped words, whatever the reply holds.
public struct PhraseSet: Sendable {
  /// The patterns in their order.
  public let patterns: [PhrasePattern]
  private var nodes: [Node] = [Node()]
  private var ends: [End] = []
  private var stems = NameTable()
  private var words = NameTable()
  private var values: [Value: Int] = [:]
  private var valueList: [Value] = []

  private var ways = EdgeTable()
  private let stances: StanceMemory

  private struct Node: Sendable {
    /// The same place with words allowed to be skipped; -1 where that is not so.
    var gap: Int32 = -1
    var isGap = false
    /// Where in `ends` the last pattern is that ends here; -1 where none does.
    var lastEnd: Int32 = -1
  }

  /// A pattern that ends at a place, and the one before it there: -1 where it is the first.
  private struct End: Sendable {
    var pattern: Int
    var before: Int32
  }

  private enum Edge: Hashable, Sendable {
    case stem(Int)
    case exact(Int)
    case value(Int)
    case kind(TokenKind)
    case name

    /// One number for each edge.
    var code: UInt32 {
      let (number, form) =
        switch self {
        case .name: (0, 0)
        case .stem(let stem): (stem, 1)
        case .exact(let word): (word, 2)
        case .value(let value): (value, 3)
        case .kind(let kind): (kind.number, 4)
        }
      return UInt32(truncatingIfNeeded: number * 5 + form)
    }
  }

  /// How the words of a pattern are meant, by its place in the set.
  public func stance(of pattern: Int) -> Stance {
    guard patterns.indices.contains(pattern) else { return [] }
    return stances.stance(of: pattern) { patterns[pattern].stance }
  }

  /// Compiles patterns; equal beginnings are shared.
  public init(_ patterns: [PhrasePattern]) {
    self.patterns = patterns
    stances = StanceMemory(count: patterns.count)
    nodes.reserveCapacity(patterns.count * Self.usualPlaces)
    ways = EdgeTable(expecting: patterns.count * Self.usualPlaces)
    for (number, pattern) in patterns.enumerated() { add(pattern, number) }
  }

  /// So many places a pattern brings, shared beginnings left out, in lists such as ours; only saves time.
  private static let usualPlaces = 8

  /// One step through the tree; nil where words may be skipped.
  private typealias Step = Edge?

  /// Goes all ways through the slots at once: `(a|b) (c|d)` takes two steps to two places, then two from each.
  private mutating func add(_ pattern: PhrasePattern, _ number: Int) {
    var places = [0]
    for slot in pattern.slots {
      if slot.count == 1, places.count == 1 {
        places[0] = slot[0].reduce(places[0]) { node(step($1), from: $0) }
        continue
      }
      let ways = steps(slot)
      var next: [Int] = []
      for place in places {
        for way in ways { next.append(way.reduce(place) { node($1, from: $0) }) }
      }
      places = next
    }
    for place in places {
      let before = nodes[place].lastEnd
      if before >= 0, ends[Int(before)].pattern == number { continue }
      nodes[place].lastEnd = Int32(truncatingIfNeeded: ends.count)
      ends.append(End(pattern: number, before: before))
    }
  }

  /// The different ways of a slot: "change" and "changes" are one.
  private mutating func steps(_ slot: PhrasePattern.Slot) -> [[Step]] {
    var ways: [[Step]] = []
    for way in slot {
      let steps = way.map { step($0) }
      if slot.count == 1 || !ways.contains(steps) { ways.append(steps) }
    }
    return ways
  }

  private mutating func step(_ element: PhrasePattern.Element) -> Step {
    element == .gap ? nil : edge(for: element)
  }

  private mutating func node(_ step: Step, from place: Int) -> Int {
    step.map { child(of: place, by: $0) } ?? gapNode(after: place)
  }

  private mutating func gapNode(after node: Int) -> Int {
    if nodes[node].gap >= 0 { return Int(nodes[node].gap) }
    nodes.append(Node(isGap: true))
    nodes[node].gap = Int32(truncatingIfNeeded: nodes.count - 1)
    return nodes.count - 1
  }

  private mutating func child(of node: Int, by edge: Edge) -> Int {
    if let known = ways[node, edge.code] { return known }
    nodes.append(Node())
    ways[node, edge.code] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func edge(for element: PhrasePattern.Element) -> Edge {
    switch element {
    case .stem(let stem): .stem(stems.insert(stem))
    case .exact(let word): .exact(words.insert(word))
    case .value(let value): .value(valueNumber(value))
    case .kind(let kind): .kind(kind)
    case .name: .name
    case .gap: .name  // never asked: `add` takes gaps itself
    }
  }

  private mutating func valueNumber(_ value: Value) -> Int {
    if let known = values[value] { return known }
    values[value] = valueList.count
    valueList.append(value)
    return valueList.count - 1
  }

  // MARK: Finding

  /// A match on its way: where it is in the tree and where it began.
  private struct Run: Sendable {
    var node: Int
    var start: Int
    var skipped: Int
    var stance: Stance
    var clause: Int
  }

  /// Every place where a pattern stands in a reply, by end, then by pattern.
  ///
  /// A pattern without gaps may run over a sign or a clause bound inside a sentence; a gap may not.
  public func matches(in reply: Reply, names: NameHints = []) -> [PhraseMatch] {
    counted(in: reply, names: names).found
  }

  /// The same with the number of steps taken, for tests of the bound.
  func counted(in reply: Reply, names: NameHints = []) -> (found: [PhraseMatch], steps: Int) {
    var found: [PhraseMatch] = []
    var steps = 0
    var clauses = ClauseNumbers(reply)
    var edges: [UInt32] = []
    for sentence in reply.sentences {
      var runs: [Run] = []
      for index in sentence.tokens where reply.tokens[index].isWordLike {
        let token = reply.tokens[index]
        let clause = clauses.number(of: index)
        runs.append(Run(node: 0, start: index, skipped: 0, stance: [], clause: clause))
        read(token, names, into: &edges)
        runs = advanced(runs, over: token.stance, edges, clause, &steps)
        report(runs, at: index, in: reply, &found)
      }
    }
    return (found, steps)
  }

  private func advanced(
    _ runs: [Run], over stance: Stance, _ edges: [UInt32], _ clause: Int, _ steps: inout Int
  ) -> [Run] {
    var result: [Run] = []
    var seen = SeenPlaces()
    for run in runs.reversed() {
      steps += 1 + edges.count
      if nodes[run.node].isGap && run.clause != clause { continue }
      for edge in edges {
        guard let node = ways[run.node, edge] else { continue }
        let next = Run(
          node: node, start: run.start, skipped: 0, stance: run.stance.union(stance), clause: clause)
        keep(next, &result, &seen)
      }
      guard nodes[run.node].isGap, run.skipped < PhrasePattern.longestGap else { continue }
      var waiting = run
      waiting.skipped += 1
      keep(waiting, &result, &seen)
    }
    return result.reversed()
  }

  /// Keeps the latest start for each place; a place with a gap after it is kept with the gap open as well.
  private func keep(_ run: Run, _ runs: inout [Run], _ seen: inout SeenPlaces) {
    guard seen.insert(run.node * (PhrasePattern.longestGap + 1) + run.skipped) else { return }
    runs.append(run)
    let gap = Int(nodes[run.node].gap)
    guard gap >= 0 else { return }
    var opened = run
    opened.node = gap
    if seen.insert(gap * (PhrasePattern.longestGap + 1)) { runs.append(opened) }
  }

  private func report(_ runs: [Run], at index: Int, in reply: Reply, _ found: inout [PhraseMatch]) {
    var places: [PhraseMatch] = []
    for run in runs where !nodes[run.node].isGap {
      var end = Int(nodes[run.node].lastEnd)
      while end >= 0 {
        let pattern = ends[end].pattern
        end = Int(ends[end].before)
        places.append(
          PhraseMatch(
            pattern: pattern, tokens: run.start..<index + 1,
            range: reply.tokens[run.start].range.through(reply.tokens[index].range), stance: run.stance,
            holds: Self.agree(stance(of: pattern), run.stance)))
      }
    }
    found += places.sorted { ($0.pattern, $0.tokens.lowerBound) < ($1.pattern, $1.tokens.lowerBound) }
  }

  private static func agree(_ pattern: Stance, _ found: Stance) -> Bool {
    pattern.intersection(.unasserted) == found.intersection(.unasserted)
  }

  /// What a token can be taken for.
  private func read(_ token: Token, _ names: NameHints, into edges: inout [UInt32]) {
    edges.removeAll(keepingCapacity: true)
    func add(_ edge: Edge) { edges.append(edge.code) }
    add(.kind(token.kind))
    if token.value == nil, let number = stems[token.stem] { add(.stem(number)) }
    if let same = Self.sameStems[token.stem], let number = stems[same] { add(.stem(number)) }
    if let number = words[token.normal] { add(.exact(number)) }
    if let value = token.value {
      for (number, known) in valueList.enumerated() where known.agrees(with: value) { add(.value(number)) }
    }
    if names.contains(token) || (names.isEmpty && token.kind == .word && looksLikeName(token)) { add(.name) }
  }

  /// Everyday words of some regions found like the word that lists have: "I'll ring you", "it'll be mended".
  private static let sameStems = ["ring": "call", "rang": "call", "rung": "call", "mend": "repair"]
    .reduce(into: [:]) { $0[Stemmer.stem($1.key)] = Stemmer.stem($1.value) }

  /// Without hints: a capitalised word that is no word of grammar.
  private func looksLikeName(_ token: Token) -> Bool {
    token.letterCase == .capitalised && token.traits.isEmpty && token.normal.utf8.count > 1
  }
}

extension TokenKind {
  /// Its place among the kinds.
  fileprivate var number: Int {
    switch self {
    case .word: 0
    case .number: 1
    case .percent: 2
    case .money: 3
    case .duration: 4
    case .time: 5
    case .date: 6
    case .identifier: 7
    case .address: 8
    case .punctuation: 9
    case .emoji: 10
    }
  }
}

/// Places met in one step, each once. Most steps meet a handful, which are quicker looked through than hashed.
private struct SeenPlaces {
  private static let few = 16
  private var first: [Int] = []
  private var rest: Set<Int> = []

  /// Notes a place; false when it was noted before.
  mutating func insert(_ place: Int) -> Bool {
    if first.contains(place) { return false }
    guard first.count >= Self.few else {
      first.append(place)
      return true
    }
    return rest.insert(place).inserted
  }
}

/// The number of the clause a token stands in, asked for rising tokens.
private struct ClauseNumbers {
  private let clauses: [Passage]
  private var current = 0

  init(_ reply: Reply) { clauses = reply.clauses }

  mutating func number(of token: Int) -> Int {
    while current + 1 < clauses.count, clauses[current].tokens.upperBound <= token { current += 1 }
    return current
  }
}
