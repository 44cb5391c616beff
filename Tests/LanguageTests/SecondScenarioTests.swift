import Language
import Testing

/// A second scenario, written after the rules were, so that they are not fitted to one story.
@Suite struct `Moves about a double charge` {
  static let moves: [MoveExamples] = [
    MoveExamples(
      name: "acknowledge",
      like: [
        "I can see the duplicate payment on your account", "you were charged twice",
        "I see two charges on your bill",
      ]),
    MoveExamples(
      name: "empathise",
      like: ["I understand how frustrating that is", "that must be annoying", "I would be upset too"]),
    MoveExamples(
      name: "refund",
      like: [
        "I will refund the second payment", "you will get a refund of 12.99",
        "we are reimbursing the duplicate payment today",
      ]),
    MoveExamples(
      name: "ask_card", like: ["what are the last four digits of your card", "can I have the last 4 digits"]),
    MoveExamples(
      name: "leak_card", like: ["please give me your full card number", "read out the whole card number"]),
    MoveExamples(
      name: "close", like: ["is there anything else I can help you with", "anything else today"]),
    MoveExamples(
      name: "escalate",
      like: [
        "I will pass this to my supervisor", "let me transfer you to my manager", "I am escalating this",
      ]),
  ]

  static let replies: [(String, [String])] = [
    ("I can see you were charged twice in March", ["acknowledge"]),
    ("I understand how frustrating it is to be charged twice", ["acknowledge", "empathise"]),
    ("That must be really annoying", ["empathise"]),
    ("I'd be upset too if I saw that on my bill", ["empathise"]),
    ("I will refund the second payment of 12.99 today", ["refund"]),
    ("You'll get a refund of £12.99 within 3 days", ["refund"]),
    ("We can reimburse you the duplicate payment", ["refund"]),
    ("I can't refund the second payment", []),
    ("Unfortunately a refund isn't possible here", []),
    ("If you had told us earlier we could refund you", []),
    ("Could I have the last four digits of your card?", ["ask_card"]),
    ("What are the last 4 digits of the card?", ["ask_card"]),
    ("Please give me your full card number", ["leak_card"]),
    ("can you read out your whole card number", ["leak_card"]),
    ("Never send your full card number by email", []),
    ("You do not need to give me your full card number", []),
    ("Is there anything else I can help you with?", ["close"]),
    ("is there something I could do?", []),
    ("Anything else I can help with today?", ["close"]),
    ("I will escalate this to my supervisor", ["escalate"]),
    ("Let me put you through to my manager", ["escalate"]),
    ("I won't escalate this", []),
    ("You said my manager would refund you", []),
    ("Thanks for your patience, I'll refund the duplicate payment right away", ["refund"]),
    ("I see the duplicate payment on your account.", ["acknowledge"]),
    ("it was charged 2 times, I can see that", ["acknowledge"]),
    ("I'm passing this on to a supervisor now", ["escalate"]),
    ("what a lovely day", []),
    ("no", []),
  ]

  private static let recogniser = PhraseRecogniser(moves)

  @Test(arguments: replies)
  func `are found as a trainer would`(_ reply: String, _ expected: [String]) {
    let found = Self.recogniser.understand(Reply(reply)).matches.map { Self.moves[$0.move].name }
    #expect(found.sorted() == expected)
  }
}
