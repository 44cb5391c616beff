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

  @Test(arguments: [
    ("CHAT", "chat"), ("e-mail", "email"), ("E-Mail", "email"), ("In App", "in-app"),
    ("in_person", "in-person"),
    ("SMS", "sms"), ("live chat", "chat"), ("call", "phone"),
  ])
  func `may write a channel in its own way`(_ written: String, _ meant: String) throws {
    let turn = WrittenTurn(speaker: "customer", text: "Hi")
    #expect(try turns([turn], channel: written).turns.map(\.channel) == [meant])
    var named = turn
    named.channel = written
    #expect(try turns([named]).turns.map(\.channel) == [meant])
  }

  @Test func `on an unknown channel is refused`() {
    let error = #expect(throws: WrittenTranscript.Unusable.self) {
      try turns([WrittenTurn(speaker: "customer", text: "Hi")], channel: "fax")
    }
    #expect(
      error?.description
        == "there is no channel 'fax'; a channel is chat, email, phone, sms, social, in-app, in-person or bot"
    )
  }

  @Test func `that goes on has no end`() throws {
    #expect(try turns([WrittenTurn(speaker: "customer", text: "Hi")], ended: false).conclusion == nil)
  }

  @Test(arguments: [
    ([], "it has no turns"),
    (
      [WrittenTurn(speaker: "robot", text: "x")],
      "turns[0]: nobody is called 'robot'; a speaker is customer, agent, bot or colleague"
    ),
    ([WrittenTurn(speaker: "agent")], "turns[0]: it has neither text nor action"),
    (
      [WrittenTurn(speaker: "agent", text: "x", action: "note y")],
      "turns[0]: it has text and action; give each its own turn"
    ),
    ([WrittenTurn(speaker: "agent", action: "/")], "turns[0]: the action has no name"),
    (
      [WrittenTurn(speaker: "agent", action: "refund", outcome: "maybe")],
      "turns[0]: 'maybe' is no outcome; done, refused, breached or impossible is"
    ),
    (
      [WrittenTurn(speaker: "agent", text: "x", time: -.infinity)],
      "turns[0]: a time is seconds since the talk began, such as 12.5"
    ),
    (
      [
        WrittenTurn(speaker: "agent", text: "x", time: 5),
        WrittenTurn(speaker: "customer", text: "y", time: 3),
      ],
      "turns[1]: its time is 3.0, before that of a turn above it; turns stand in order"
    ),
    (
      [WrittenTurn(speaker: "agent", text: "x", channel: "fax")],
      "turns[0]: there is no channel 'fax'; a channel is chat, email, phone, sms, social, in-app, in-person or bot"
    ),
  ])
  func `says what is wrong with it`(_ turns: [WrittenTurn], _ message: String) {
    let error = #expect(throws: WrittenTranscript.Unusable.self) { try self.turns(turns) }
    #expect(error?.description == message)
  }
}
