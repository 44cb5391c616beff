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
    ("The pieces can go in the bin, and each cup is wrapped by itself this time.", []),
    ("So to sum up: the new one leaves today and is with you on Friday.", ["on Friday"]),
  ])
  func `end a sentence with a time, a reason, what it is for, or a clause`(_ model: String, _ ends: [String])
  {
    #expect(EditSearch.tails(of: model) == ends)
  }

  @Test(arguments: [
    ("Thank you for reauthenticating and sharing.", "reauthenticating", []),
    (
      "I can't repair it free of charge, because the guarantee ended.", "I can't repair it free of charge", []
    ),
    ("Unfortunately, I cannot do that.", "Unfortunately", ["I cannot do that."]),
    ("I will probably call you by four.", "probably", ["I will call you by four."]),
    ("I will call you as soon as possible.", "as soon as possible", ["I will call you."]),
    ("Tell me your PIN. I will look.", "your PIN", ["I will look."]),
    (
      "I can send a new one, but you must tell me your PIN first.", "your PIN",
      ["I can send a new one."]
    ),
    ("Calm down.", "Calm down", []),
    ("We will never share your number with them.", "never", []),
    ("The carrier can hardly tell us more today.", "hardly", []),
    ("I will send it today unless you write to me.", "unless you write to me", []),
    ("I will refund you if the depot confirms it.", "if the depot confirms it", []),
    ("I am sorry if you feel that way.", "if you feel that way", ["I am sorry."]),
  ])
  func `take out only what leaves a sentence`(_ said: String, _ lost: String, _ left: [String]) throws {
    let turns = [Fixtures.customer("My parcel is late."), Fixtures.reply(said)]
    let reading = Reading(Fixtures.transcript(turns), lexicons: try BundledLists.lexicons.get())
    let start = try #require(said.range(of: lost)).lowerBound.utf16Offset(in: said)
    let quote = Quote(turn: 1, range: TextRange(start, start + lost.utf8.count), role: .lost)
    let evidence = Evidence(verdict: .missed, checks: [], quotes: [quote], reason: "", better: nil)
    let candidates = EditSearch(evidence, in: reading, models: []).candidates
    #expect(candidates.map { said.replacing($0.range, with: $0.words) } == left)
  }
}
