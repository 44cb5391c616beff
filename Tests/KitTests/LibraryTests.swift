import Authoring
import Diagnostics
import Domain
import Testing
import TouchpointKit

@Suite struct `The bundled library` {
  @Test func `is clean under the checker: no error and no warning`() {
    let findings = BundledLibrary.workplace.checker.check([
      BundledLibrary.workplace.share.scenarios, BundledLibrary.workplace.share.scoring + "/rubrics",
    ])
    #expect(findings.diagnostics.filter { $0.severity > .advice } == [])
    #expect(findings.failures == [])
  }

  @Test func `holds every inline test`() throws {
    let judge = try BundledLibrary.judge.get()
    for scenario in BundledLibrary.report.scenarios {
      let results = try BundledLibrary.workplace.runTests(of: scenario, in: BundledLibrary.report, by: judge)
      for result in results {
        #expect(result.failures == [], "\(scenario.id), \(result.test.name), line \(result.divergence ?? -1)")
      }
    }
  }

  @Test func `covers chat, e-mail and phone, before, during and after purchase, with a hand-off`() {
    let scenarios = BundledLibrary.report.scenarios
    let channels = Set(scenarios.flatMap { $0.beats.map(\.channel.name) })
    #expect(channels == ["chat", "email", "phone"])
    #expect(Set(scenarios.map(\.journeyStage)) == Set(JourneyStage.allCases))
    #expect(scenarios.contains { scenario in scenario.beats.contains { $0.handOffFrom?.isPlayable == true } })
  }

  @Test func `names what an unknown scenario may have meant`() {
    #expect {
      _ = try BundledLibrary.workplace.load("late-birthday-parcl")
    } throws: { error in
      guard case .unknown(_, let near) = error as? Workplace.Unavailable else { return false }
      return near == ["late-birthday-parcel"]
    }
  }

  @Test func `refuses a scenario with errors through the same checker`() {
    let files = MemoryFiles(["/w/scenarios/broken.yaml": "format: service-scenario 1\nid: broken\n"])
    let workplace = Workplace(ShareFolder(path: "/w"), files: files)
    #expect {
      _ = try workplace.load("broken")
    } throws: { error in
      guard case .faulty(let report) = error as? Workplace.Unavailable else { return false }
      return report.hasErrors
    }
  }
}
