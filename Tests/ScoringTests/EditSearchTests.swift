import Domain
import Testing

@testable import Scoring

@Suite struct `Changes worth trying` {
  private func endings(_ customer: String, general: String) throws -> Set<String> {
    let turns = [Fixtures.customer(customer), Fixtures.reply("Thank you. I will check it.")]
    let reading = Reading(Fixtures.transcript(turns), lexicons: try BundledLists.lexicons.get())
    let evidence = Evidence(verdict: .missed, checks: [], quotes: [], reason: "", better: nil)
    return Set(EditSearch(evidence, in: reading, models: [], general: [general]).candidates.map(\.words))
  }

  @Test func `name nothing the talk knows nothing of`() throws {
    #expect(try endings("My parcel is late.", general: "Thank you for the photos.") == [])
    #expect(
      try endings("I sent you photos of my parcel.", general: "Thank you for the photos.")
        == [" for the photos"])
  }

  @Test func `may set a time in any talk`() throws {
    #expect(try endings("My parcel is late.", general: "I will write by 4 pm.") == [" by 4 pm"])
  }
}
