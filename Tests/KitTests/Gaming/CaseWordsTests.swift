import Domain
import Language
import Scoring
import Testing
import TouchpointKit

/// What is held back where a transcript is judged without its scenario, by meaning, at both tiers.
@Suite struct `A talk without a scenario` {
  private static let rubric = Result { try BundledLibrary.workplace.loadRubric("service-quality") }
  private static let judges = Result {
    try Dictionary(
      uniqueKeysWithValues: EncoderTier.allCases.map { ($0, try BundledLibrary.workplace.ungatedJudge($0)) })
  }

  /// Hundredths that are held back, of what was earned.
  private func withheld(_ customer: String, _ reply: String, _ tier: EncoderTier) throws -> (Int, of: Int) {
    let turns = [
      Turn(at: .zero, speaker: .customer, channel: "chat", content: .words(customer)),
      Turn(at: .zero, speaker: .trainee, channel: "chat", content: .words(reply)),
    ]
    let judge = try #require(Self.judges.get()[tier])
    let card = try judge.judge(
      Transcript(turns: turns), scenario: nil, house: Self.rubric.get())
    return (card.fruitlessCost, of: card.marks.reduce(0) { $0 + $1.earned })
  }

  @Test(
    arguments: [
      ("My radiator has been cold since Sunday.", "A valve is stuck; our fitter comes tomorrow at 9."),
      ("Can I bring my dog?", "Yes, dogs are welcome."),
      ("Is breakfast included?", "No, it is 12 euros a person."),
      ("You charged me twice for the yoga course.", "I've refunded the second payment just now."),
      ("My login code never arrives.", "Which e-mail address do you use?"),
      ("The lamp flickers.", "That is the dimmer. Swap the bulb for one that can be dimmed."),
      ("hi", "Hello, this is Priya. What can I do for you?"),
      ("Thank you so much!", "You're welcome, have a lovely day."),
      ("Where is my suitcase?", "Your suitcase is in Porto. It lands here tonight at 22:10."),
      ("@citybus the 14 never came", "A tyre burst on the 14 at Mill Lane, the next one has just left."),
    ], EncoderTier.allCases)
  func `keeps every point of what is said to this customer`(
    _ talk: (customer: String, reply: String), _ tier: EncoderTier
  ) throws {
    #expect(try withheld(talk.customer, talk.reply, tier).0 == 0)
  }

  @Test(
    arguments: [
      "I will look into it and get back to you by 4 pm today.",
      "Thank you for your patience. I completely understand how frustrating this must be, and I will do my best.",
      "We value you as a customer and will resolve this as quickly as possible. Kind regards, Tom",
      "One moment please, I am checking. Please bear with me.",
      "I am sorry for the inconvenience. I have done everything, it is all sorted now.",
      "I understand that my radiator has been cold since Sunday. I will see.",
    ], EncoderTier.allCases)
  func `keeps three tenths of what may be said to anybody`(_ reply: String, _ tier: EncoderTier) throws {
    let (lost, earned) = try withheld("My radiator has been cold since Sunday. Who comes?", reply, tier)
    #expect(lost == earned - earned * 3 / 10)
  }
}
