/// Short pieces of examples that only one move has: a clause that is no more than "I am sorry" makes that move.
struct CoreIndex: Sendable {
  struct Core: Hashable, Sendable {
    var move: Int
    var example: Int
  }

  /// Longest piece in terms.
  static let longest = 6
  /// Pieces by their terms; nil when examples of several moves hold it.
  private var cores: [[String]: Core?] = [:]
  private let index: ExampleIndex

  init(_ index: ExampleIndex) {
    self.index = index
    for (number, example) in index.examples.enumerated() where !example.isCounter {
      let keys = example.terms.map(\.key)
      for start in keys.indices {
        for end in start + 1..<min(start + Self.longest, keys.count) + 1 {
          add(keys[start..<end], example.move, number)
        }
      }
    }
  }

  private mutating func add(_ keys: ArraySlice<String>, _ move: Int, _ example: Int) {
    let piece = Array(keys)
    if let known = cores[piece] {
      if let known, known.move != move { cores[piece] = .some(nil) }
    } else {
      cores[piece] = Core(move: move, example: example)
    }
  }

  /// The move that alone has this clause as a piece of its examples, meant the same way.
  func move(saying clause: ArraySlice<Term>) -> Core? {
    guard let last = clause.lastIndex(where: { !Self.isFiller($0) }) else { return nil }
    let said = clause[...last].drop { Self.isFiller($0) }
    guard !said.isEmpty, said.count <= Self.longest, Self.saysSomething(said) else { return nil }
    guard let found = cores[said.map(\.key)], let core = found else { return nil }
    let example = index.examples[core.example]
    let agrees = said.allSatisfy { term in
      example.terms.contains { $0.key == term.key && Agreement.holds($0, term) }
    }
    return agrees ? core : nil
  }

  private static func isFiller(_ term: Term) -> Bool {
    term.load == .adverb || ["and", "but", "so", "then"].contains(term.key)
  }

  /// A content word that is no bare value, or three words of grammar and more, or two that are no subject and verb.
  private static func saysSomething(_ terms: ArraySlice<Term>) -> Bool {
    if terms.contains(where: { $0.load == .content }) {
      return terms.count > 1 || terms.contains { $0.isExpressive }
    }
    return terms.allSatisfy { $0.load == .light || $0.load == .common } && terms.count >= 3
  }
}
