import Domain
import Scoring
import Testing

@Suite struct `A stronger sentence` {
  private func better(_ kind: String, _ reply: String, channel: String = "chat") throws -> String? {
    let example = CriterionExample(
      "", .missed,
      [.customer("My parcel was due Tuesday and has not come."), .trainee(reply, channel: channel)])
    let reading = Reading(example.transcript, lexicons: try BundledLists.lexicons.get())
    let criterion = Criterion(
      name: "it", title: "", kind: kind, skill: "", weight: 1, better: "The model sentence.")
    return try #require(CriterionCatalog.standard[kind]).evidence(in: reading, for: criterion).better
  }

  @Test func `puts a time where the vague one stood`() throws {
    #expect(
      try better("next-step", "I will call you as soon as possible.") == "I will call you by 4 pm today.")
  }

  @Test func `adds the time at the end of the clause that makes the promise`() throws {
    #expect(
      try better("next-step", "Hello, I will call the depot, it is no trouble.")
        == "Hello, I will call the depot by 4 pm today, it is no trouble.")
    #expect(
      try better("next-step", "I will call the depot.", channel: "email")
        == "I will call the depot by 4 pm tomorrow.")
  }

  @Test func `turns what the customer should do into what the trainee does`() throws {
    #expect(try better("ownership", "You need to call the carrier.") == "I will call the carrier.")
  }

  @Test func `says what the sorry is about in the customer's words`() throws {
    #expect(
      try better("apology", "Oh, I am sorry!")
        == "Oh, I am sorry that your parcel was due Tuesday and has not come.")
  }

  @Test func `is the model sentence where nothing can be built on`() throws {
    #expect(try better("next-step", "ok") == "The model sentence.")
    #expect(try better("apology", "ok") == "The model sentence.")
  }

  @Test func `is not offered where everything was there`() throws {
    #expect(try better("next-step", "I will call the depot by 3 pm.") == nil)
  }
}
