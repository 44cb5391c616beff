import Language
import Testing

@Suite struct `Moves by words` {
  /// A reply and the moves a trainer would see in it.
  static let replies: [(String, [String])] = [
    ("So sorry the parcel is late, leave this with me", ["apologise", "take_ownership"]),
    ("Can you confirm your full name and postcode?", ["check_identity"]),
    ("The last scan was at the depot on Monday", ["explain"]),
    ("To sum up, a new parcel is on its way", ["sum_up"]),
    ("What is your order number?", ["ask_again"]),
    ("ok", []),
    ("hm", []),
    ("I am sorry", ["apologise"]),
    ("It will definitely arrive tomorrow", ["promise_date"]),
    ("I don't understand", []),
    ("I'm really sorry about all this mess with the courier", ["apologise"]),
    ("My sincere apologies for the delay.", ["apologise"]),
    ("I do apologise, Ines", ["apologise"]),
    ("I am not sorry", []),
    ("I'm not going to apologise", []),
    ("sorry but that is our policy", []),
    ("I'm sorry, but there is nothing I can do", []),
    ("Please calm down, I am sorry", ["apologise"]),
    ("You said you're sorry", []),
    ("Are you sorry?", []),
    ("If I could I would be sorry", []),
    ("They are sorry your parcel is late", []),
    ("Leave it with me", ["take_ownership"]),
    ("You can leave this with me, Ines.", ["take_ownership"]),
    ("I'll take care of this for you right away", ["take_ownership"]),
    ("I'm on it", ["take_ownership"]),
    ("I am on it right now!", ["take_ownership"]),
    ("I'll handle this for you", ["take_ownership"]),
    ("They will take care of this", []),
    ("I can't take care of this for you", []),
    ("Will you take care of this?", []),
    ("Could you confirm your name and your postcode, please?", ["check_identity"]),
    ("please tell me your post code", ["check_identity"]),
    ("May I have your postcode please", ["check_identity"]),
    ("I need your full name and postcode", ["check_identity"]),
    ("Can you give me your zip code?", ["check_identity"]),
    ("Before I open the order, can you confirm your full name and postcode?", ["check_identity"]),
    ("If you could confirm your postcode, I will look at it", ["check_identity"]),
    ("Your postcode is 69003", []),
    ("I can't confirm your postcode", []),
    ("The last scan was at the depot on Monday evening and nothing since.", ["explain"]),
    ("It was last scanned at the depot on Monday", ["explain"]),
    ("the courier lost track of your package at the depot", ["explain"]),
    ("Is the depot far?", []),
    ("I will call the depot", []),
    ("What's your order number please?", ["ask_again"]),
    ("could you tell me your order number", ["ask_again"]),
    ("please describe the issue again", ["ask_again"]),
    ("Your order number is A-4412, I can see it here", []),
    ("You told me your order number", []),
    ("I will not ask for your order number again", []),
    ("it will certainly be delivered tomorrow", ["promise_date"]),
    ("I promise it will arrive tomorrow", ["promise_date"]),
    ("I can't promise it will arrive tomorrow", []),
    ("I cannot guarantee that you get it tomorrow", []),
    ("They told me it will arrive tomorrow", []),
    ("it might arrive tomorrow", []),
    ("Will it arrive tomorrow?", []),
    ("The party is tomorrow, I understand", []),
    ("I will call you tomorrow", []),
    ("Do not worry, it will definitely arrive tomorrow.", ["promise_date"]),
    ("Here's what happens next: a new train set is on its way", ["sum_up"]),
    ("To summarise, a new package is on its way to you", ["sum_up"]),
    ("A new parcel is not on its way", []),
    ("I'm sory your pacel is late", ["apologise"]),
    ("my apologys for the dellay", ["apologise"]),
    ("I garantee you will get it tomorrow", ["promise_date"]),
    ("can you comfirm your full name and postcde", ["check_identity"]),
    (
      "Hello Ines, I'm so sorry your parcel is late. Can you confirm your full name and postcode? I'll take care of this for you.",
      ["apologise", "check_identity", "take_ownership"]
    ),
    ("Take care, bye!", []),
    ("Thank you for waiting", []),
    ("asdf qwer zxcv", []),
    ("I understand how upsetting this is", []),
    ("Unfortunately we cannot refund it", []),
    ("Sorry about that I will take care of this for you", ["apologise", "take_ownership"]),
    ("I'm sorry you had to chase us", ["apologise"]),
    ("There is no need to apologise", []),
    ("Let me check if it will arrive tomorrow", []),
    ("I would apologise if it were our fault", []),
    ("I never said it would arrive tomorrow", []),
    ("The bot asked \"what is your order number\"", []),
  ]

  @Test(arguments: replies)
  func `are found as a trainer would`(_ reply: String, _ expected: [String]) {
    #expect(BirthdayParcel.moves(in: reply) == expected)
  }

  @Test(arguments: BirthdayParcel.moves)
  func `are found in every example of their own`(_ move: MoveExamples) {
    for example in move.like { #expect(BirthdayParcel.moves(in: example) == [move.name], "\(example)") }
  }

  @Test func `come with the words that earned them, the example and a reason`() {
    let text = "Hello Ines! I'm so sorry your parcel is late."
    let understanding = BirthdayParcel.recogniser.understand(Reply(text), names: ["Ines"])
    #expect(understanding.tier == .phrase)
    #expect(understanding.nearest == nil)
    #expect(understanding.matches.map(\.move) == [0])
    #expect(
      understanding.matches.flatMap { $0.spans.map { text[$0] } } == ["I'm so sorry your parcel is late"])
    #expect(understanding.matches.map(\.nearestExample) == ["I am sorry your parcel is late"])
    #expect(understanding.matches.map(\.why) == ["'sorry' 'parcel' 'late' as in the example"])
  }

  @Test func `that are nearly made are named as nearest`() {
    let understanding = BirthdayParcel.recogniser.understand(Reply("the parcel is late"))
    #expect(understanding.matches == [])
    #expect(understanding.nearest?.move == 0)
    #expect(BirthdayParcel.recogniser.understand(Reply("I don't understand")).nearest == nil)
  }

  @Test func `may be given as patterns`() {
    let recogniser = PhraseRecogniser([
      MoveExamples(name: "offer", like: ["(refund|credit) ... <money>"]),
      MoveExamples(name: "broken", like: ["(a|", ""]),
    ])
    #expect(recogniser.understand(Reply("I will refund you the ten pounds")).matches.map(\.move) == [0])
    #expect(recogniser.understand(Reply("I will not refund you ten pounds")).matches == [])
  }

  @Test func `that deny are made by denying`() {
    let recogniser = PhraseRecogniser([
      MoveExamples(name: "refuse", like: ["I cannot refund this", "a refund is not possible"]),
      MoveExamples(name: "refund", like: ["I will refund this", "you get a refund"]),
    ])
    func moves(_ text: String) -> [Int] { recogniser.understand(Reply(text)).matches.map(\.move) }
    #expect(moves("I can't refund this") == [0])
    #expect(moves("I will refund this now") == [1])
    #expect(moves("No refund is possible, I am afraid") == [0])
  }

  @Test func `are forbidden to a clause by a near miss`() {
    let recogniser = PhraseRecogniser([
      MoveExamples(
        name: "refund", like: ["I will refund the full amount"], notLike: ["I will refund half the amount"])
    ])
    #expect(recogniser.understand(Reply("I will refund half of the amount")).matches == [])
    #expect(recogniser.understand(Reply("I will refund the full amount today")).matches.map(\.move) == [0])
  }

  @Test func `of no examples, or of a reply of any length, are no trouble`() {
    #expect(PhraseRecogniser([]).understand(Reply("I am sorry")).matches == [])
    let long = Reply(String(repeating: "I am not sorry, leave it. ", count: 2600))
    #expect(BirthdayParcel.recogniser.understand(long, names: []).matches == [])
  }

  @Test func `are the same every time`() {
    for (reply, _) in Self.replies.prefix(20) {
      let again = PhraseRecogniser(BirthdayParcel.moves).understand(Reply(reply))
      #expect(again == BirthdayParcel.recogniser.understand(Reply(reply)))
    }
  }
}
