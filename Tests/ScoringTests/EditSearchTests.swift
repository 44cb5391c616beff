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

  @Test(arguments: [
    ("Before I open it, may I have your full name and postcode?", []),
    ("I will call the depot now and write to you by 4 pm today.", ["today", "by 4 pm today"]),
    ("Thank you for the photos.", ["for the photos"]),
    (
      "The pieces can go in the bin, and each cup is wrapped by itself this time.",
      ["and each cup is wrapped by itself this time"]
    ),
  ])
  func `end a sentence with a time, a reason, what it is for, or a clause`(_ model: String, _ ends: [String])
  {
    #expect(EditSearch.tails(of: model) == ends)
  }
}
