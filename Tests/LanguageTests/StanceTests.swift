import Language
import Testing

@Suite struct `How words are meant` {
  /// A reply, a word in it, and how that word was meant.
  static let cases: [(String, String, Stance)] = [
    ("I am sorry", "sorry", []), ("I am not sorry", "sorry", .negated),
    ("I'm never sorry", "sorry", .negated), ("I am not so sorry about this", "sorry", .negated),
    ("I'm not really so very sorry", "sorry", .negated), ("I am so sorry about this", "sorry", []),
    ("I did not see it so I am sorry", "sorry", []),
    ("I am no longer sorry", "sorry", .negated), ("I can't promise it arrives", "promise", .negated),
    ("I don't think I can refund it", "refund", .negated), ("A refund is not possible", "refund", .negated),
    ("I refuse to apologise", "apologise", .negated), ("I am unable to refund", "refund", .negated),
    ("I will resend it instead of refunding it", "refunding", .negated),
    ("sorry the parcel did not arrive", "sorry", []), ("sorry the parcel did not arrive", "arrive", .negated),
    ("I can not give a date, or a promise", "promise", .negated),
    ("I won't rest until it is solved", "solved", []), ("I'm not sure, sorry", "sorry", []),
    ("I am not angry but sorry", "sorry", []), ("No, I will refund you", "refund", []),
    ("No problem, I will refund you", "refund", []), ("Do not worry it will arrive", "arrive", []),
    ("I'm not only sorry, I'm ashamed", "sorry", []), ("Don't hesitate to call", "call", []),
    ("I can't thank you enough", "thank", []), ("if I could refund you I would", "refund", .conditional),
    ("if I could I would refund you", "refund", .conditional),
    ("I would refund you if I could", "refund", .conditional),
    ("Unless you pay I will cancel", "pay", .conditional), ("Unless you pay I will cancel", "cancel", []),
    ("If you confirm it, I will refund you", "refund", []),
    ("I wish I could refund you", "refund", .conditional),
    ("I would like to apologise", "apologise", []), ("you said you're sorry", "sorry", .reported),
    ("they told me it will arrive", "arrive", .reported), ("I was told it will arrive", "arrive", .reported),
    ("The carrier told me it was lost, but I will resend it", "resend", []),
    ("According to him it arrives today", "arrives", .reported),
    ("The bot said \"sorry\" twice", "sorry", .reported),
    ("\"I am sorry\"", "sorry", []), ("I told you I am sorry", "sorry", []),
    ("are you sorry?", "sorry", .asked),
    ("are you sorry", "sorry", .asked), ("You are sorry?", "sorry", .asked),
    ("I'm sorry, can you confirm?", "sorry", []), ("what is your order number", "order", .asked),
    ("What I will do is refund you.", "refund", []), ("Let me check if it arrived", "arrived", .asked),
    ("I will ask whether it arrived", "arrived", .asked), ("It was lost, wasn't it?", "lost", []),
    ("Never mind, I am sorry", "sorry", []), ("I have no reason to apologise", "apologise", .negated),
    ("I could have refunded you", "refunded", .conditional),
  ]

  @Test(arguments: cases)
  func `is that of the words around it`(_ text: String, _ word: String, _ expected: Stance) throws {
    let token = try #require(Reply(text).tokens.first { $0.normal == word })
    #expect(token.stance.intersection(.unasserted) == expected, "\(text): \(token.stance)")
  }

  @Test(arguments: [
    ("Can you confirm your name, address and postcode?", "postcode"),
    ("please tell me your postcode", "postcode"),
    ("I need your postcode", "postcode"), ("If you could confirm your postcode I will check", "postcode"),
    ("May I have your postcode", "postcode"), ("Do you want a refund?", "refund"),
  ])
  func `of what is asked for is requested, and asserted all the same`(_ text: String, _ word: String) throws {
    let token = try #require(Reply(text).tokens.first { $0.normal == word })
    #expect(token.stance.contains(.requested))
    #expect(token.stance.isAsserted)
  }

  @Test func `tells soft from firm`() {
    #expect(Reply("it might arrive").tokens.last?.stance == .hedged)
    #expect(Reply("it will definitely arrive").tokens.last?.stance == .firm)
    #expect(Reply("it arrives").tokens.last?.stance == [])
  }

  @Test func `of a stretch is that of its words together`() {
    let reply = Reply("I am sorry, I cannot refund it")
    #expect(reply.stance(of: reply.clauses[0].range) == [])
    #expect(reply.stance(of: reply.clauses[1].tokens).contains(.negated))
    #expect(reply.stance(of: 0..<1000).contains(.negated))
  }

  @Test(arguments: [
    ("I am sorry", "sorry", Person?.some(.speaker)), ("you are sorry", "sorry", .listener),
    ("they are sorry", "sorry", .other), ("it is late", "late", .thing), ("sorry", "sorry", nil),
    ("I give you a refund", "refund", .speaker),
  ])
  func `names who does it`(_ text: String, _ word: String, _ expected: Person?) {
    #expect(Reply(text).tokens.first { $0.normal == word }?.subject == expected)
  }

  @Test func `has words for people`() {
    #expect(Stance([]).description == "asserted")
    #expect(Stance([.negated, .reported]).description == "negated reported")
  }
}
