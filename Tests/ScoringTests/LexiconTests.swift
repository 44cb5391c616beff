import Diagnostics
import Language
import Scoring
import Testing

@Suite struct `Phrase lists` {
  @Test func `as bundled are all there and all readable`() throws {
    _ = try BundledLists.lexicons.get()
  }

  @Test func `open with a comment that says what they are`() throws {
    for (name, text) in try BundledLists.files() {
      #expect(text.hasPrefix("# "), "\(name)")
      #expect(
        text.split(separator: "\n").prefix(3).contains { $0.contains("Written for Touchpoint.") }, "\(name)")
    }
  }

  @Test func `hold no phrase twice`() throws {
    for (name, text) in try BundledLists.files() {
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      let twice = Dictionary(grouping: lines, by: { $0 }).filter { $1.count > 1 }.keys.sorted()
      #expect(twice.isEmpty, "\(name): \(twice)")
    }
  }

  @Test func `name every missing list, unknown file and faulty line at once`() throws {
    var files = try BundledLists.files()
    files["feelings.txt"] = nil
    files["charm.txt"] = "charming"
    files["impact.txt"] = "# fine\nlet you down\n(open\n<what>\n... end\r\n"
    let error = #expect(throws: Diagnosed.self) { try Lexicons(files: files) }
    let found = error?.diagnostics.map { "\($0.code.name) \($0.primary.file):\($0.primary.span.start.line)" }
    #expect(
      found == [
        "lexicon-unknown charm.txt:1", "lexicon-missing feelings.txt:1", "lexicon-pattern impact.txt:3",
        "lexicon-pattern impact.txt:4", "lexicon-pattern impact.txt:5",
      ])
  }

  @Test func `are all read by the bundled rubric's kinds`() throws {
    let rubric = try Fixtures.bundledRubric()
    let kinds = Set(CriterionCatalog.standard.kinds.map(\.keyword))
    for dimension in rubric.dimensions.indices {
      #expect(rubric.criteria.filter { $0.dimension == dimension }.reduce(0) { $0 + $1.weight } == 100)
    }
    #expect(rubric.criteria.count == 32)
    #expect(Set(rubric.criteria.map(\.kind)) == kinds.subtracting(["policy-kept"]))
  }

  @Test func `hold no word of the spelling list to be a slip, short forms of haste left aside`() throws {
    let text = try BundledLists.text("scoring/spelling/words.txt")
    let spelling = Spelling(text)
    let words = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.prefix(while: \.isLetter) }
    let short = ["thanx", "thnx", "tnx", "wil"]
    #expect(words.map(String.init).filter { spelling.correction(of: $0) != nil } == short)
    #expect(words == words.sorted(by: <))
  }
}
