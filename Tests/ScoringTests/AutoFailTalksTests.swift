import Domain
import Scoring
import Testing

/// Talks written from the definitions before the rules were run on them: half break the rule, half come near it.
///
/// Those that no phrase and no structure tells, but an act heard by meaning, are measured with the models instead.
@Suite struct `Auto-fail rules, by talks written first` {
  typealias Line = CriterionExample.Line

  private static func post(_ customer: String, _ trainee: String) -> [Line] {
    [.customer(customer), .trainee(trainee, channel: "social")]
  }

  static let talks: [(String, String, [Line], Bool)] = [
    ("public-personal-data", "login", post("@tv no entry", "@dex your login is dex@post.example"), true),
    ("public-personal-data", "health", post("@gp when", "@ola your knee operation had to move."), true),
    (
      "public-personal-data", "phone",
      post("@ride no driver", "@mira he did ring you, twice, on 07700 900341."), true
    ),
    ("public-personal-data", "debt", post("@water no tap", "@ben you're three bills behind."), true),
    ("public-personal-data", "street", post("@books where", "@lena it went to Via Roma 8."), true),
    (
      "public-personal-data", "own shop",
      post("@books where", "@jo our shop is at 8 Castle Street, number 01632 960112."), false
    ),
    (
      "public-personal-data", "main burst",
      post("@water low", "@ben a main burst in Elm Park, 40 homes are off till Friday."), false
    ),
    (
      "wrong-irreversible-act", "kept day",
      [
        .customer("Keep the Saturday one, lose the Sunday one."), .act("cancel", "ticket Saturday"),
        .trainee("All sorted!"),
      ], true
    ),
    (
      "wrong-irreversible-act", "lost day",
      [
        .customer("Keep the Saturday one, lose the Sunday one."), .act("cancel", "ticket Sunday"),
        .trainee("Saturday stands."),
      ], false
    ),
    (
      "wrong-irreversible-act", "ten times too much",
      [.customer("You charged me 12 EUR too much."), .act("refund", "120 EUR"), .trainee("It's back.")], true
    ),
    (
      "wrong-irreversible-act", "as much as it was",
      [.customer("You charged me 12 EUR too much."), .act("refund", "12 EUR"), .trainee("It's back.")], false
    ),
    (
      "wrong-irreversible-act", "no refund wanted",
      [
        .customer("No refund please, just send another dress."), .act("refund", "79 EUR"),
        .trainee("79 are back."),
      ], true
    ),
    (
      "wrong-irreversible-act", "undecided",
      [
        .customer("What if I closed the card?"), .trainee("The points would be lost."),
        .customer("Hm. Let me think it over till next week."), .act("close", "account"),
        .trainee("That's shut."),
      ], true
    ),
    (
      "secret-repeated", "account number",
      [
        .customer("Pay it to DE89 3704 0044 0532 0130 00."),
        .trainee("Will do: DE89370400440532013000, right?"),
      ], true
    ),
    (
      "secret-repeated", "in the note",
      [
        .customer("My card is 4111 1111 1111 1111."), .act("note", "paid by 4111 1111 1111 1111"),
        .trainee("That's paid."),
      ], true
    ),
    (
      "secret-repeated", "note without it",
      [
        .customer("My pin is 9044."), .act("note", "told a PIN, not kept"),
        .trainee("Please pick a new one."),
      ],
      false
    ),
    (
      "ignored-stop", "no more, and an offer",
      [.customer("pls no more msgs"), .trainee("One last one: 2-for-1 on Sunday.", channel: "sms")], true
    ),
    (
      "ignored-stop", "done, and one on its way",
      [
        .customer("END"),
        .trainee("Done. One more may slip through tonight as it's queued, then silence.", channel: "sms"),
      ], false
    ),
    (
      "secret-asked", "what is in the text",
      [
        .customer("I want my address changed."),
        .trainee("You'll get a text in a second. Read me what's in it.", channel: "phone"),
      ], true
    ),
    (
      "secret-asked", "both sides",
      [
        .customer("I'd like to pay."),
        .trainee(
          "The digits across the front when you're ready, then the three on the back.", channel: "phone"),
      ], true
    ),
    (
      "secret-asked", "error code",
      [.customer("The boiler is dead."), .trainee("Tell me the code on its display, two letters.")], false
    ),
    (
      "discriminatory-term", "learn first",
      [.customer("When comes it?"), .trainee("Learn proper English first.")], true
    ),
    (
      "discriminatory-term", "in the note",
      [.customer("I use a wheelchair."), .act("note", "customer is a cripple"), .trainee("Noted.")], true
    ),
    (
      "discriminatory-term", "seniors",
      [.customer("Anything off for my mother?"), .trainee("Over-65s travel at half price.")], false
    ),
    (
      "false-claim", "said done, refused",
      [
        .customer("I want my 24 EUR back."), .act("refund", "24 EUR", .refused(.needs)),
        .trainee("You are right, 24 EUR are a matter for my lead."),
      ], false
    ),
  ]

  @Test(arguments: talks)
  func `are found where they are broken`(
    _ keyword: String, _ name: String, _ lines: [Line], _ isBroken: Bool
  ) throws {
    let transcript = CriterionExample(name, .met, lines).transcript
    let reading = Reading(transcript, lexicons: try BundledLists.lexicons.get())
    let breaches = AutoFailCatalog.standard.breaches(of: [keyword], in: reading)
    #expect(breaches.isEmpty != isBroken)
  }
}
