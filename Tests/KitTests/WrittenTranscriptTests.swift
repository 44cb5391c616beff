import Domain
import Testing
import TouchpointKit

@Suite struct `A written talk` {
  private func turns(_ turns: [WrittenTurn], channel: String? = nil, ended: Bool? = nil) throws -> Transcript
  {
    try WrittenTranscript(channel: channel, turns: turns, ended: ended).transcript()
  }

  @Test func `becomes the turns the judge reads`() throws {
    let transcript = try turns(
      [
        WrittenTurn(speaker: "customer", text: "Where is it?", time: 0),
        WrittenTurn(speaker: "Agent", text: "I look.", time: 12.5),
        WrittenTurn(speaker: "trainee", action: "/refund 20 EUR", outcome: "refused", channel: "email"),
        WrittenTurn(speaker: "colleague", text: "Earlier.", earlier: true),
      ], channel: "sms")
    let act = DeskTurn(
      taken: ActionTaken(action: nil, name: "refund", argument: "20 EUR"), outcome: .refused(.needs))
    #expect(
      transcript.turns == [
        Turn(at: .zero, speaker: .customer, channel: "sms", content: .words("Where is it?")),
        Turn(
          at: Milliseconds(12_500), speaker: .trainee, channel: "sms",
          content: .reply(ReplyMade(text: "I look.", moves: [], tier: ""), waited: Milliseconds(12_500))),
        Turn(at: Milliseconds(12_500), speaker: .trainee, channel: "email", content: .action(act)),
        Turn(
          at: Milliseconds(12_500), speaker: .agent, channel: "email", content: .words("Earlier."),
          isEarlier: true),
      ])
    #expect(transcript.conclusion?.ending == "end")
  }

  @Test func `that goes on has no end`() throws {
    #expect(try turns([WrittenTurn(speaker: "customer", text: "Hi")], ended: false).conclusion == nil)
  }

  @Test(arguments: [
    ([], "it has no turns"),
    (
      [WrittenTurn(speaker: "robot", text: "x")],
      "turn 1: nobody is called 'robot'; a speaker is customer, agent, bot or colleague"
    ),
    ([WrittenTurn(speaker: "agent")], "turn 1: it has neither text nor action"),
    (
      [WrittenTurn(speaker: "agent", text: "x", action: "note y")],
      "turn 1: it has text and action; give each its own turn"
    ),
    ([WrittenTurn(speaker: "agent", action: "/")], "turn 1: the action has no name"),
    (
      [WrittenTurn(speaker: "agent", action: "refund", outcome: "maybe")],
      "turn 1: 'maybe' is no outcome; done, refused, breached or impossible is"
    ),
    (
      [WrittenTurn(speaker: "agent", text: "x", time: -.infinity)],
      "turn 1: a time is seconds since the talk began, such as 12.5"
    ),
  ])
  func `says what is wrong with it`(_ turns: [WrittenTurn], _ message: String) {
    let error = #expect(throws: WrittenTranscript.Unusable.self) { try self.turns(turns) }
    #expect(error?.description == message)
  }
}
