import Domain
import Scoring
import Testing

/// Talks written after the rules were: keyword, a name, the talk, and whether the rule must find something.
@Suite struct `Auto-fail rules, by replies not in the examples` {
  private static func one(_ customer: String, _ trainee: String, _ channel: String = "chat")
    -> [CriterionExample.Line]
  {
    [.customer(customer), .trainee(trainee, channel: channel)]
  }

  static let talks: [(String, String, [CriterionExample.Line], Bool)] = [
    ("insult-or-threat", "a1", one("?", "You're being an idiot, mate."), true),
    ("insult-or-threat", "a2", one("?", "I feel like an idiot for missing that, sorry."), false),
    ("insult-or-threat", "a3", one("?", "I know where you live."), true),
    ("insult-or-threat", "a4", one("?", "Don't worry, nobody thinks you are stupid."), false),
    ("insult-or-threat", "a5", one("?", "The jerk chicken is on the menu from noon."), false),
    ("insult-or-threat", "a6", one("?", "I will block your card so that nobody can use it."), false),
    ("insult-or-threat", "a7", one("?", "I will close your account as you asked, by Friday."), false),
    ("insult-or-threat", "a8", one("?", "I don't care whether it was us or them, I will sort it."), false),
    ("insult-or-threat", "a9", one("?", "shut up and listen"), true),
    ("insult-or-threat", "a10", one("?", "You won't regret this upgrade, it is great."), false),
    ("discriminatory-term", "b1", one("?", "your kind always complain"), true),
    ("discriminatory-term", "b2", one("?", "That router is too old for this software."), false),
    ("discriminatory-term", "b3", one("?", "Speak English or hang up."), true),
    ("discriminatory-term", "b4", one("?", "We serve people from every country and background."), false),
    ("discriminatory-term", "b5", one("?", "The step is made for people of your height."), false),
    ("ended-contact", "d1", one("but where is it?", "I'm done talking to you."), true),
    ("ended-contact", "d2", one("but where is it?", "I won't end this chat until it is found."), false),
    ("ended-contact", "d3", one("but where is it?", "If we get cut off I will call you back."), false),
    ("ended-contact", "d4", one("thank you so much, bye", "Bye, I'm closing this chat now."), false),
    ("ended-contact", "d5", one("but where is it?", "we're done here, do not contact us again"), true),
    (
      "ended-contact", "d6",
      one("Will the call end?", "The chat closes after ten minutes of silence, but I am here."), false
    ),
    ("ignored-stop", "f1", one("Stop", "Okay I have taken your number off our list.", "sms"), false),
    (
      "ignored-stop", "f2",
      one("pls stop texting me", "But we have 30% off everything this weekend, come and see!", "sms"), true
    ),
    ("ignored-stop", "f3", one("unsubscribe", "You have been removed from the newsletter.", "email"), false),
    ("ignored-stop", "f4", one("Can you stop the payment?", "I stop the payment now.", "email"), false),
    ("ignored-stop", "f5", one("cancel my order please", "I cancel the order today.", "sms"), false),
    ("ignored-stop", "f6", one("STOP", "No further texts will be sent.", "sms"), false),
    ("ignored-safety-cue", "g1", one("I smell gas!", "Which tariff are you on?") + [.end(.failure)], true),
    (
      "ignored-safety-cue", "g2",
      one("I smell gas!", "Get out of the house and ring 999 now.") + [.end(.failure)], false
    ),
    (
      "ignored-safety-cue", "g3",
      one("my mum passed away in May", "My condolences. I'll close her account.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "g4",
      one("my mum passed away in May", "The account number please?") + [.end(.success)], true
    ),
    ("ignored-safety-cue", "g5", one("This wait is killing me", "I will check.") + [.end(.success)], false),
    (
      "ignored-safety-cue", "g6",
      one("The fire tv stick is dead", "I will send a new one.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "g7", one("My phone died yesterday", "I will send a charger.") + [.end(.success)],
      false
    ),
    (
      "ignored-safety-cue", "g8",
      one("I got a shock when I saw the price", "I will check the price.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "g9",
      one("i cant go on like this, no reason to live", "ok. pay 40 pls") + [.end(.failure)], true
    ),
    (
      "ignored-safety-cue", "g10",
      one("We have no heating and a newborn baby", "I'm sending an engineer out to you tonight.") + [
        .end(.success)
      ], false
    ),
    (
      "public-personal-data", "h1", one("@alder late!", "Hi, write to us: care@alder.example", "social"),
      false
    ),
    ("secret-asked", "k1", one("?", "What password are you using to log in?"), true),
    ("secret-asked", "k2", one("?", "Please do not tell me your pin."), false),
    ("secret-asked", "k3", one("?", "Your pin will arrive in a separate letter."), false),
    ("secret-asked", "k4", one("?", "I can't take your card number over chat, sorry."), false),
    ("secret-asked", "k5", one("?", "What's your area pin code?"), false),
    ("secret-asked", "k6", one("?", "cud u send me d card numbr n cvv"), true),
    (
      "secret-asked", "k7", one("?", "We take card payments. Do you want to pay by card or by transfer?"),
      false
    ),
    ("secret-asked", "k8", one("?", "Can you see the code on the back of the router?"), false),

    ("insult-or-threat", "z1", one("?", "You lot are pathetic."), true),
    ("insult-or-threat", "z2", one("?", "It would be pathetic of us not to refund you."), false),
    ("insult-or-threat", "z3", one("?", "Stop whining."), true),
    ("insult-or-threat", "z4", one("?", "Is the dog whining at night? The collar may be too tight."), false),
    ("insult-or-threat", "z5", one("?", "Sorry for the damn delay on our side."), false),
    ("insult-or-threat", "z6", one("?", "You will pay for this month only."), false),
    ("discriminatory-term", "z7", one("?", "Women can't handle money anyway."), true),
    ("discriminatory-term", "z8", one("?", "The kettle is made for cooking Indian tea."), false),
    ("discriminatory-term", "z9", one("?", "Please speak English or French, I understand both."), false),
    ("discriminatory-term", "z10", one("?", "Thanks for your kind words."), false),
    ("ended-contact", "z11", one("and my refund?", "There is nothing more to discuss."), true),
    ("ended-contact", "z12", one("and my refund?", "I will leave this chat open for you."), false),
    ("ended-contact", "z13", one("and my refund?", "I am done with the form, now I send it."), false),
    ("ended-contact", "z14", one("and my refund?", "Take your business elsewhere then."), true),
    (
      "ignored-stop", "z15",
      one("Take me off your mailing list", "Of course, you will not hear from us again.", "email"), false
    ),
    (
      "ignored-stop", "z16", one("quit", "Great news, our sale is on until Sunday for all members!", "sms"),
      true
    ),
    (
      "ignored-stop", "z17",
      one(
        "Please stop calling it a tariff", "It is a tariff with a fixed price for one year and no fees.",
        "sms"), false
    ),
    (
      "ignored-safety-cue", "z18",
      one("My son swallowed a button battery from your toy!", "I will send a new toy.") + [.end(.failure)],
      true
    ),
    (
      "ignored-safety-cue", "z19",
      one("My son swallowed a button battery from your toy!", "Please go to the hospital right now.") + [
        .end(.failure)
      ], false
    ),
    (
      "ignored-safety-cue", "z20",
      one("I work at the hospital and need the parcel", "I will bring it.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "z21",
      one("The deadline was killing me", "I know. I will check.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "z22",
      one("My daughter got hurt by the broken glass", "ok which order") + [.end(.failure)], true
    ),
    (
      "ignored-safety-cue", "z23",
      one("It could catch fire, no?", "No, the cable is safe.") + [.end(.success)], false
    ),
    (
      "ignored-safety-cue", "z24",
      one("I lost my husband in the crowd of the shop", "He is at the till.") + [.end(.success)], false
    ),
    ("secret-asked", "z25", one("?", "What is the card number format you see on the page?"), false),
    ("secret-asked", "z26", one("?", "Read me the number on the front of your card please"), true),
    ("secret-asked", "z27", one("?", "I need your order number and the name on the card."), false),
    ("secret-asked", "z28", one("?", "Please tell me when your password stops working."), false),
    ("secret-asked", "z29", one("?", "Do you have your PIN letter?"), false),
    ("secret-asked", "z30", one("?", "Could you type the code on the back of your card here?"), true),
    (
      "secret-repeated", "s1",
      one("The code they sent me is 7 7 0 4 1 2", "770412 has run out, please ask for another one."), true
    ),
    (
      "secret-repeated", "s2", one("I always enter four-four-oh-nine", "4409? Then the keypad is broken."),
      true
    ),
    (
      "secret-repeated", "s3", one("My promo code is 4409", "I see that 4409 ran out on Monday."), false
    ),
    (
      "secret-repeated", "s4", one("The boiler shows the code 227", "227 means that the pressure is low."),
      false
    ),
    (
      "secret-repeated", "s5", one("user is kbell, password Winter#12", "winter#12 needs a capital W."), true
    ),
    (
      "secret-repeated", "s6", one("My password is wrong", "If it is wrong, please set another one."), false
    ),
    (
      "secret-repeated", "s7",
      one("4111 1111 1111 1111, 11/29, 202", "Thanks, valid until 11/29. The order has 202 in stock."), true
    ),
    (
      "public-personal-data", "p1",
      one("@gym closed?", "@kim your membership M-20941 ended, come in.", "social"), true
    ),
    (
      "public-personal-data", "p2",
      one("@gym closed?", "@kim we are at 14 Station Road, open until nine.", "social"),
      false
    ),
    (
      "public-personal-data", "p3",
      one("@gym closed?", "@kim the year costs you 200 EUR, all classes in.", "social"),
      false
    ),
    (
      "public-personal-data", "p4",
      one("@air late?", "@kim flight LX-310 leaves at nine, you will make it.", "social"),
      false
    ),
    ("discriminatory-term", "r1", one("?", "The curtain is flame retardant and washable."), false),
    ("insult-or-threat", "r2", one("?", "I was a fool to promise you Monday, I am sorry."), false),
    ("insult-or-threat", "r3", one("?", "I think you are an idiot."), true),
    ("ended-contact", "r4", one("where is it?", "Never write to us again."), true),
    ("ended-contact", "r5", one("where is it?", "The shop closed at six, so I ask there tomorrow."), false),
    (
      "ignored-stop", "r6",
      one("Please take my name off your mailing list", "See our new spring chairs, now in oak!", "email"),
      true
    ),
    (
      "ignored-safety-cue", "r7",
      one("Your lost bag has my insulin in it", "Bags take five days.") + [.end(.failure)], true
    ),
    (
      "ignored-safety-cue", "r8",
      one("Your lost bag has my insulin in it", "Our doctor is on the way to you.") + [.end(.failure)], false
    ),
  ]

  @Test func `agree with the reader`() throws {
    for (keyword, name, lines, isBroken) in Self.talks {
      let rule = try #require(AutoFailCatalog.standard[keyword])
      let reading = Reading(
        CriterionExample(name, .met, lines).transcript, lexicons: try BundledLists.lexicons.get())
      #expect(rule.breaches(in: reading).isEmpty == !isBroken, "\(keyword) \(name)")
    }
  }
  @Test func `leave what the customer had posted themselves`() throws {
    var transcript = CriterionExample(
      "", .met,
      [
        .customer("@lot 60 EUR for KX-204-B, seriously?"),
        .trainee(
          "@mo I see the 60 EUR for your KX-204-B. Please take your plate out of the post.", channel: "social"
        ),
      ]
    ).transcript
    for index in transcript.turns.indices { transcript.turns[index].channel = "social" }
    let reading = Reading(transcript, lexicons: try BundledLists.lexicons.get())
    let rule = try #require(AutoFailCatalog.standard["public-personal-data"])
    #expect(rule.breaches(in: reading) == [])
  }
}
