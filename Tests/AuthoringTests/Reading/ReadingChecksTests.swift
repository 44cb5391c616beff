import Authoring
import Diagnostics
import Testing

/// Everything the reading checks find in a text, `fmt`'s advice included.
func findings(in text: String, path: String = "example.yaml") -> [Diagnostic] {
  let document = NotationReader.read(SourceFile(path: path, text: text))
  return document.diagnostics + NotInForm.found(in: document)
}

@Suite struct `Reading checks` {
  @Test(arguments: ReadingChecks.pages) func `every triggering example makes its check fire`(
    _ page: CheckPage
  ) {
    let found = findings(in: page.triggering)
    #expect(found.contains { $0.code == page.code }, "\(found.map(\.message))")
    let others = found.filter { $0.code != page.code && $0.severity != .advice }
    #expect(others.map(\.message) == [], "one slip makes one finding")
  }

  @Test(arguments: ReadingChecks.pages) func `every clean example is clean`(_ page: CheckPage) {
    #expect(findings(in: page.clean).map(\.message) == [])
  }

  @Test func `numbers and words are never used twice`() {
    #expect(Set(ReadingChecks.pages.map(\.number)).count == ReadingChecks.pages.count)
    #expect(Set(ReadingChecks.pages.map(\.name)).count == ReadingChecks.pages.count)
    #expect(ReadingChecks.pages.map(\.number) == (101...123).map { "S\($0)" })
  }

  @Test(arguments: ReadingChecks.pages.filter { $0.mending == .automatic })
  func `every automatic mend makes its own finding go away`(_ page: CheckPage) throws {
    let source = SourceFile(path: "example.yaml", text: page.triggering)
    let document = NotationReader.read(source)
    let found = (document.diagnostics + NotInForm.found(in: document)).filter { $0.code == page.code }
    let mended = Mending.apply(found.compactMap(\.fix).flatMap(\.edits), to: source)
    #expect(!findings(in: mended).contains { $0.code == page.code }, "\(mended)")
  }
}
