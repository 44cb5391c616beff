import Diagnostics
import Testing
import Yams

@testable import Authoring

/// The tree a YAML tool reads, every scalar as its text.
func yamlMeaning(_ text: String) throws -> Meaning? {
  func meaning(_ node: Yams.Node) -> Meaning {
    switch node {
    case .scalar(let scalar):
      if scalar.string.isEmpty, scalar.style == .plain { return .nothing }
      return .text(scalar.string)
    case .sequence(let sequence): return .list(sequence.map(meaning))
    case .mapping(let mapping):
      return .map(mapping.map { $0.key.scalar?.string ?? "?" }, mapping.map { meaning($0.value) })
    case .alias: return .nothing
    }
  }
  return try Yams.compose(yaml: text).map(meaning)
}

/// Every plain scalar a YAML tool would not read as text.
func retyped(_ text: String) throws -> [String] {
  func scalars(_ node: Yams.Node) -> [Yams.Node.Scalar] {
    switch node {
    case .scalar(let scalar): return [scalar]
    case .sequence(let sequence): return sequence.flatMap(scalars)
    case .mapping(let mapping): return mapping.flatMap { scalars($0.key) + scalars($0.value) }
    case .alias: return []
    }
  }
  guard let root = try Yams.compose(yaml: text) else { return [] }
  return scalars(root).filter { scalar in
    scalar.style == .plain && !scalar.string.isEmpty
      && Resolver.default.resolveTag(of: .scalar(scalar)) != .str
  }.map(\.string)
}

private func read(_ text: String) -> ReadDocument {
  NotationReader.read(SourceFile(path: "x.yaml", text: text), as: .scenario, by: .free)
}

@Suite struct `The printer` {
  @Test func `writes any tree so that it is read back the same, here and by YAML tools`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    for round in 0..<500 {
      var nodes = RandomNodes(seed: seed &+ UInt64(round))
      let root = nodes.map(depth: 4)
      let text = Printer.print(root)
      let document = read(text)
      let note: Comment = "seed \(seed &+ UInt64(round))\n\(text)"
      #expect(Meaning(document.root) == Meaning(root), note)
      #expect(document.diagnostics.map(\.message) == [], note)
      #expect(Printer.print(document) == text, note)
      let foreign = try? yamlMeaning(text)?.withoutByteOrderMarks
      #expect((foreign ?? .map([], [])) == Meaning(root).withoutByteOrderMarks, note)
      #expect(try retyped(text) == [], note)
      if Meaning(document.root) != Meaning(root) || foreign == nil && !root.entries.isEmpty { break }
    }
  }

  @Test(arguments: [
    ("about:   Toys   # x\n", "about: Toys     # x\n"), ("a:\n- x\n-   z\n", "a:\n  - x\n  - z\n"),
    ("a: 'x'\n", "a: \"x\"\n"), ("a: {b:   c,d: e}\n", "a: {b: c, d: e}\n"),
    ("a: [ x , z ]\n", "a: [x, z]\n"),
    ("a: [x,\n  z]\n", "a: [x, z]\n"), ("a: 12\n", "a: \"12\"\n"), ("a: x: z\n", "a: \"x: z\"\n"),
    ("a:\n     b: c\n", "a:\n  b: c\n"), ("\n\na: b\n\n\n\nc: d\n\n", "a: b\n\nc: d\n"), ("a: b", "a: b\n"),
    ("a: |\n     x\n      y\n", "a: |\n  x\n   y\n"), ("a: >\n  x\n  z\n", "a: >\n  x z\n"), ("", ""),
    ("a:\n  -\n    b: c\n    d: e\n", "a:\n  - b: c\n    d: e\n"),
    ("a: {b: c, \"d.1\": }\n", "a: {b: c, \"d.1\": }\n"), ("a: {d.1: c}\n", "a: {\"d.1\": c}\n"),
  ]) func `settles how things are written`(_ written: String, _ printed: String) {
    #expect(Printer.print(read(written)) == printed)
  }

  @Test func `keeps every remark and single empty lines`() {
    let text = """
      # first

      a:           # behind a
        # above b
        b: c       # behind c
        # at the end of a

      # above d
      d: [x, z]    # behind d
      e:
        - x        # behind x
        # above z
        - z
        # at the end of e
      f: |         # behind f
        text # no remark
      # last

      """
    let document = read(text)
    #expect(Printer.print(document) == text)
    #expect(document.comments.count == 12)
  }

  @Test func `gives a list with remarks lines of its own`() {
    let text = "a: [x,  # one\n  v,\n  # two\n  z]  # three\nb: c\n"
    let printed = "a:      # one\n  - x\n  - v\n  # two\n  - z  # three\nb: c\n"
    #expect(Printer.print(read(text)) == printed)
    #expect(Printer.print(read(printed)) == printed)
  }

  @Test func `fills several lines with what is too wide for one`() {
    let words = (1...20).map { "word\($0)" }
    let text = "a: [" + words.joined(separator: ", ") + "]\n"
    let filled =
      "a: [" + words[..<15].joined(separator: ", ") + ",\n    " + words[15...].joined(separator: ", ") + "]\n"
    #expect(Printer.print(read(text)) == filled)
    #expect(Printer.print(read(filled)) == filled)
  }

  @Test func `gives a line to every item of a list in which a nested one is too wide`() {
    let words = (1...30).map { "word\($0)" }.joined(separator: ", ")
    let printed = Printer.print(read("a: [short, [\(words)]]\n"))
    #expect(printed.hasPrefix("a:\n  - short\n  - [word1, "))
    #expect(Printer.print(read(printed)) == printed)
  }

  @Test func `loses no remark and no meaning of a file with remarks anywhere`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let lines = lateParcel.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<200 {
      var changed = lines
      for _ in 0..<5 {
        let place = Int(random.next() % UInt64(changed.count))
        switch random.next() % 3 {
        case 0: changed.insert(String(repeating: " ", count: Int(random.next() % 8)) + "# remark", at: place)
        case 1: changed[place] += "  # behind"
        default: changed.insert("", at: place)
        }
      }
      let document = NotationReader.read(SourceFile(path: "x.yaml", text: changed.joined(separator: "\n")))
      let printed = Printer.print(document)
      let again = NotationReader.read(SourceFile(path: "x.yaml", text: printed))
      #expect(again.comments.map(\.text).sorted() == document.comments.map(\.text).sorted(), "seed \(seed)")
      #expect(Meaning(again.root) == Meaning(document.root), "seed \(seed)")
      #expect(
        Printer.print(again) == printed, "seed \(seed)\n\(changed.joined(separator: "\n"))\n=====\n\(printed)"
      )
    }
  }

  @Test func `writes the example so that YAML tools read the same`() throws {
    let document = NotationReader.read(SourceFile(path: "late.yaml", text: lateParcel))
    let printed = Printer.print(document)
    let foreign = try yamlMeaning(printed)
    #expect(foreign == Meaning(document.root))
    let literals = try Set(retyped(printed))
    #expect(literals.isSubset(of: Set((-20...100).map(String.init) + ["true", "false"])))
  }
}
