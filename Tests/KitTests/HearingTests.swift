import Testing
import TouchpointKit

@Suite struct `The bundled library, heard` {
  @Test func `has nothing to mend, its examples heard as play hears them`() throws {
    let workplace = BundledLibrary.workplace
    let checker = workplace.checker.hearing(with: try workplace.recognition())
    let report = checker.check([workplace.share.scenarios, workplace.share.scoring + "/rubrics"])
    #expect(report.diagnostics.map { "\($0.primary.file): \($0.message)" } == [])
    #expect(report.scenarios.count == 7)
  }
}
