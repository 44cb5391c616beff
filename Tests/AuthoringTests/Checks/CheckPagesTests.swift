import Authoring
import Diagnostics
import Testing

@Suite struct `Check pages` {
  /// The pages of the checks over scenarios; those of the reading checks have their own tests.
  static let pages = CheckCatalog.standard.pages.filter { !$0.number.hasPrefix("S1") }

  @Test(arguments: pages) func `the triggering example makes the check fire`(_ page: CheckPage) {
    let report = report(of: page.triggering, for: page)
    let found = report.diagnostics.filter { $0.code == page.code }.map(\.severity)
    let all = findings(report)
    #expect(found.contains(page.severity), "\(all)")
    let isUsable = !report.scenarios.isEmpty || !report.rubrics.isEmpty
    #expect(isUsable != report.hasErrors, "\(all)")
  }

  @Test(arguments: pages) func `the clean example is clean`(_ page: CheckPage) {
    let report = report(of: page.clean, for: page)
    let all = findings(report)
    #expect(!all.contains { $0.hasPrefix(page.number) })
    let errors = report.diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    #expect(
      report.rubrics.contains { $0.id == "house" } || report.scenarios.map(\.id) == ["late-parcel"])
  }

  @Test(arguments: pages.filter { $0.mending == .automatic })
  func `an automatic mend mends`(_ page: CheckPage) throws {
    let report = report(page.triggering)
    let source = try #require(report.sources[SmallScenario.path])
    let fixes = report.diagnostics.filter { $0.code == page.code }.compactMap(\.fix)
    #expect(!fixes.isEmpty)
    let mended = Mending.apply(fixes.flatMap(\.edits), to: source)
    let checker = Checker(kinds: [:], files: MemoryFiles(SmallScenario.library))
    let after = checker.check([SourceFile(path: SmallScenario.path, text: mended)])
    #expect(!after.diagnostics.contains { $0.code == page.code }, "\(mended)")
  }

  @Test func `every number built so far has its page, once`() {
    let wanted =
      (101...123).map { "S\($0)" } + (201...219).map { "S\($0)" }
      + ["S301", "S302", "S303", "S304", "S308"] + (401...415).map { "S\($0)" }
      + (601...619).map { "S\($0)" }
    #expect(CheckCatalog.standard.pages.map(\.number) == wanted)
    #expect(Set(CheckCatalog.standard.pages.map(\.name)).count == wanted.count)
  }

  @Test func `a page is found by number and by name`() {
    #expect(CheckCatalog.standard.page("s201")?.name == "unknown-beat")
    #expect(CheckCatalog.standard.page("unknown-beat")?.number == "S201")
    #expect(CheckCatalog.standard.page("S999") == nil)
  }

  @Test func `the small scenario itself has no flaw`() {
    let report = report(hearing: Ears.recognition)
    #expect(findings(report) == [])
    #expect(report.scenarios.map(\.id) == ["late-parcel"])
    #expect(report.failures == [])
  }
}

/// What the checker says of a page's example: a rubric file, or a small scenario with some sections of its own; with
/// ears, somebody to play and attempts where the page's check needs them.
private func report(of example: String, for page: CheckPage) -> CheckReport {
  guard !example.hasPrefix("format: service-rubric") else { return report(rubric: example) }
  return report(
    example, hearing: Ears.recognition(for: page), rehearsing: page.number == "S613" ? Ears.rehearsal : nil,
    reading: page.number == "S413" ? Ears.attempts : nil)
}
