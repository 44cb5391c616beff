import Diagnostics
import Domain

/// Reads the values of one file into a draft, keeping every trouble it meets.
///
/// Missing fields stay silent here: the schema has already said so. A value that cannot be read is reported
/// once, by whichever of the two saw it first, and the draft goes on without it.
struct Drafting {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Values the reader has already complained of.
  private let reported: [Span]

  init(_ document: ReadDocument) {
    file = document.source.path
    reported = document.diagnostics.filter { Self.aboutValues.contains($0.code.number) }.map(\.primary.span)
  }

  private static let aboutValues: Set<String> = ["S117", "S118", "S119"]

  func place(_ span: Span) -> Place { Place(file: file, span: span) }
  func key(_ entry: Node.Entry) -> Written { Written(entry.key, at: place(entry.keySpan)) }

  /// The text of a node with its place; nil for an empty value, a list or a map.
  func written(_ node: Node) -> Written? { node.text.map { Written($0, at: place(node.span)) } }

  func text(_ node: Node) -> String { node.text ?? "" }

  /// One text or a list of them.
  func texts(_ node: Node) -> [Written] {
    if let one = written(node) { return [one] }
    return node.items.compactMap(written)
  }

  func strings(_ node: Node) -> [String] {
    if let one = node.text { return [one] }
    return node.items.compactMap(\.text)
  }

  /// Reads a value with one of the small readers, reporting what they throw.
  mutating func read<Value>(
    _ node: Node, _ code: DiagnosticCode, _ reading: (Written) throws(ReadingProblem) -> Value
  ) -> Value? {
    guard let source = written(node) else { return nil }
    do throws(ReadingProblem) {
      return try reading(source)
    } catch {
      report(error, code, in: source)
      return nil
    }
  }

  mutating func report(_ problem: ReadingProblem, _ code: DiagnosticCode, in source: Written) {
    let all = source.place.span
    guard !reported.contains(where: { $0.start <= all.end && all.start <= $0.end }) else { return }
    diagnostics.append(
      Diagnostic(
        code, .error, problem.message, at: source.place(of: problem.range).label(), help: problem.help))
  }

  mutating func expression(_ node: Node) -> ExpressionDraft? {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in try ExpressionParser.parse(source) }
  }

  mutating func duration(_ node: Node) -> Milliseconds? {
    read(node, BadAmount.page.code) { source throws(ReadingProblem) in try Milliseconds.reading(source.text) }
  }

  mutating func gaugeSteps(_ node: Node) -> [GaugeStepDraft] {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in try GaugeStepDraft.reading(source) }
      ?? []
  }

  mutating func number(_ node: Node, _ what: String, within bounds: ClosedRange<Int>) -> Int? {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in
      try Int.reading(source.text, within: bounds, of: what)
    }
  }

  mutating func range(_ node: Node) -> ClosedRange<Int>? {
    read(node, BadAmount.page.code) { source throws(ReadingProblem) in
      try ClosedRange.reading(source.text, within: 0...100)
    }
  }

  mutating func truth(_ node: Node) -> Bool? {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in
      switch source.text {
      case "true": return true
      case "false": return false
      default:
        throw ReadingProblem(
          range: 0..<source.text.utf8.count, message: "this is true or false, not '\(source.text)'",
          help: "write true or false")
      }
    }
  }

  /// One of a fixed set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node, _ what: String) -> Value?
  where Value.RawValue == String {
    read(node, WrongType.page.code) { source throws(ReadingProblem) in
      if let value = Value(rawValue: source.text) { return value }
      let allowed = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw ReadingProblem(
        range: 0..<source.text.utf8.count, message: "\(what) cannot be '\(source.text)'",
        help: "allowed: \(allowed)")
    }
  }
}
