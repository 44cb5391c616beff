import Diagnostics
import Testing

@testable import Authoring

@Suite struct `Conditions` {
  @Test(arguments: [
    ("order_seen", "order_seen"),
    ("not solved", "not(solved)"),
    ("order_seen and trust >= 45", "all(order_seen, trust >= 45)"),
    ("a or b and c", "any(a, all(b, c))"),
    ("(a or b) and not c", "all(any(a, b), not(c))"),
    ("not not a", "not(not(a))"),
    ("a AND b", "all(a, b)"),
    ("45 <= trust", "trust >= 45"),
    ("turn == 3", "turn == 3"),
    ("patience != -1", "patience != -1"),
    ("a+b", "all(a, b)"),
    ("lookup order", "lookup order"),
    ("lookup   order and a", "all(lookup order, a)"),
    ("ending recovered", "ending recovered"),
    ("ending", "ending"),
    ("ordre_reçu or KB-17", "any(ordre_reçu, KB-17)"),
    ("true", "true"),
    ("and_so_on", "and_so_on"),
  ])
  func `are read by what binds closest`(_ text: String, _ sketch: String) throws {
    #expect(try read(text).expression.sketch == sketch)
  }

  @Test func `a top-level plus makes parts, 'and' and inner ones do not`() throws {
    #expect(try parts("explain + sum_up") == ["explain", "sum_up"])
    #expect(try parts("a and b + c") == ["all(a, b)", "c"])
    #expect(try parts("(a + b) + c") == ["all(a, b)", "c"])
    #expect(try parts("a and b") == ["all(a, b)"])
    #expect(try parts("a + b or c") == ["any(all(a, b), c)"])
  }

  @Test(arguments: [
    ("", 0..<0, "a condition is missing here"),
    ("a and", 4..<5, "the condition stops in the middle"),
    ("a and or b", 6..<8, "'or' cannot stand here in a condition"),
    ("(a or b", 0..<1, "this parenthesis is never closed"),
    ("a)", 1..<2, "')' cannot stand here in a condition"),
    ("trust = 45", 6..<7, "'=' has no meaning in a condition"),
    ("a && b", 2..<4, "'&&' has no meaning in a condition"),
    ("trust >= high", 9..<13, "'trust' can only be compared with a whole number"),
    ("45", 0..<2, "a number alone is no condition"),
    ("min(trust)", 0..<4, "conditions have no functions"),
    ("trust >= 99999999999999999999", 9..<29, "this number is too large"),
    ("a * b", 2..<3, "'*' has no meaning in a condition"),
  ])
  func `say what is wrong and where`(_ text: String, _ range: Range<Int>, _ message: String) {
    let problem = #expect(throws: ReadingProblem.self) { try read(text) }
    #expect(problem?.range == range)
    #expect(problem?.message == message)
    #expect(problem?.help.isEmpty == false)
  }

  @Test func `offer the sign that was meant`() {
    let problem = #expect(throws: ReadingProblem.self) { try read("trust => 45") }
    #expect(problem?.help == "write '>='")
  }

  @Test(arguments: ["(", "not "])
  func `of any depth are refused, not run out of stack`(_ opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    #expect(throws: ReadingProblem.self) { try read(deep + "a") }
  }

  @Test func `point into the file, letters outside ASCII counted once`() throws {
    let start = Position(line: 7, column: 11, offset: 200)
    let text = "réglé and ordre_vu"
    let end = Position(line: 7, column: 11 + 18, offset: 200 + text.utf8.count)
    let source = Written(text, at: Place(file: "a.yaml", span: Span(start, end)))
    guard case .all(let names) = try ExpressionParser.parse(source).expression,
      case .name(let second) = names[1]
    else {
      Issue.record("two names expected")
      return
    }
    #expect(second.text == "ordre_vu")
    #expect(second.place.span.start == Position(line: 7, column: 21, offset: 212))
    #expect(second.place.span.end == Position(line: 7, column: 29, offset: 220))
  }

  @Test func `point behind the quote when they stand in quotes`() throws {
    let span = Span(
      Position(line: 2, column: 5, offset: 30), Position(line: 2, column: 5 + 14, offset: 44))
    let source = Written("a and second", at: Place(file: "a.yaml", span: span))
    let part = source.place(of: 6..<12)
    #expect(part.span.start == Position(line: 2, column: 12, offset: 37))
    #expect(part.span.end == Position(line: 2, column: 18, offset: 43))
  }

  @Test func `point to the whole text where the notation changed it`() {
    let span = Span(Position(line: 2, column: 5, offset: 30), Position(line: 4, column: 2, offset: 80))
    let source = Written("a and b", at: Place(file: "a.yaml", span: span))
    #expect(source.place(of: 0..<1).span == span)
  }

  private func read(_ text: String) throws -> ExpressionDraft { try ExpressionParser.parse(.bare(text)) }

  private func parts(_ text: String) throws -> [String] { try read(text).parts.map(\.expression.sketch) }
}

extension Written {
  /// A text alone in its file, at its start.
  static func bare(_ text: String) -> Written {
    let end = Position(line: 1, column: text.unicodeScalars.count + 1, offset: text.utf8.count)
    return Written(text, at: Place(file: "text", span: Span(.start, end)))
  }
}

extension Expression {
  /// The tree in one line.
  var sketch: String {
    switch self {
    case .name(let name): name.text
    case .ending(let name): "ending \(name.text)"
    case .comparison(let name, let comparison, let number): "\(name.text) \(comparison.rawValue) \(number)"
    case .constant(let holds): "\(holds)"
    case .not(let inner): "not(\(inner.sketch))"
    case .all(let parts): "all(\(parts.map(\.sketch).joined(separator: ", ")))"
    case .any(let parts): "any(\(parts.map(\.sketch).joined(separator: ", ")))"
    }
  }
}
