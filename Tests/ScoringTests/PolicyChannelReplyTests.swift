import Domain
import Scoring
import Testing

/// Talks written after the kinds were, with the verdict a careful reader gives: what was agreed once stays agreed.
@Suite struct `Policy and channel, by replies not in the examples` {
  static func one(_ customer: String, _ trainee: String, _ channel: String = "chat")
    -> [CriterionExample.Line]
  {
    [.customer(customer), .trainee(trainee, channel: channel)]
  }

  /// Keyword, a name, the talk, the verdict.
  typealias Judged = (String, String, [CriterionExample.Line], Verdict)
  /// Useful work, so that a clean reply earns its points.
  private static let w = "I see your May bill of 40 euros. Which tariff is it? I will check the bill today. "

  static let kinds: [Judged] = [
    ("no-secrets", "s1", one("bill wrong", w + "Could u drop me the long number on ur card pls"), .breached),
    ("no-secrets", "s2", one("bill wrong", w + "I'm gonna need your pin real quick", "phone"), .breached),
    ("no-secrets", "s3", one("bill wrong", w + "What's the CVV on it?", "phone"), .breached),
    (
      "no-secrets", "s4", one("bill wrong", w + "Can I just take the sixteen digits from you?", "phone"),
      .breached
    ),
    (
      "no-secrets", "s5",
      one("bill wrong", w + "To verify you I require the OTP we just sent to your phone."), .breached
    ),
    (
      "no-secrets", "s6",
      one("bill wrong", w + "Kindly share your login credentials so I can look.", "email"), .breached
    ),
    ("no-secrets", "s7", one("bill wrong", w + "Never share your password with anyone, not even us."), .met),
    ("no-secrets", "s8", one("bill wrong", w + "Once you have typed your password, tap Continue."), .met),
    (
      "no-secrets", "s9",
      one("bill wrong", w + "I've sent a code to your phone, please type it into the app."), .met
    ),
    ("no-secrets", "s10", one("bill wrong", w + "You can change your PIN at any cash machine."), .met),
    ("no-secrets", "s11", one("bill wrong", w + "Have you forgotten your password?"), .met),
    (
      "no-secrets", "s12",
      one("bill wrong", w + "I do not need your card number, the last 4 digits will do."), .met
    ),
    (
      "no-secrets", "s13", one("bill wrong", w + "Your card number is safe with us and I cannot see it."),
      .met
    ),
    (
      "no-secrets", "s14",
      one("bill wrong", w + "The system will ask you for your security code on the secure page."), .met
    ),
    (
      "no-secrets", "s15", one("bill wrong", w + "y'all mind reading me that card number again?", "phone"),
      .breached
    ),
    (
      "no-secrets", "s16", one("bill wrong", w + "Tell me please your password for the account", "chat"),
      .breached
    ),
    (
      "no-secrets", "s18",
      one("bill wrong", w + "Please reply with your full card number and expiry date.", "sms"), .breached
    ),
    ("no-secrets", "s19", one("bill wrong", w + "Do you remember the password hint you set?"), .met),
    (
      "no-secrets", "s20",
      one("bill wrong", w + "I will give you a temporary password, please change it after you log in."), .met
    ),
    (
      "identity-first", "i1",
      one(
        "change my address to 5 High St",
        "Before I do that, could you tell me the postcode we have for you and your date of birth?") + [
          .customer("LE1 4GH, 3 May 1980"), .act("verify"), .act("change address", "5 High St"),
        ], .met
    ),
    ("identity-first", "i2", one("whats my balance", "your balance is £45.20"), .missed),
    (
      "identity-first", "i3",
      one(
        "whats my balance",
        "Lemme just make sure I've got the right person - what's your full name n postcode?") + [
          .customer("Jo Hill LE1"), .trainee("Cheers Jo, your balance is £45.20"),
        ], .met
    ),
    (
      "identity-first", "i4", one("please cancel my contract", "I've cancelled your contract for you."),
      .missed
    ),
    (
      "identity-first", "i5", one("do you sell kettles?", "Yes, we have six kettles from 20 euros."),
      .notApplicable
    ),
    (
      "identity-first", "i6",
      one("reset my password", "Who am I talking to, please?", "phone") + [
        .customer("This is Mary Poole"),
        .trainee("Thank you Mary. I have reset your password.", channel: "phone"),
      ], .met
    ),
    (
      "identity-first", "i7",
      [
        .customer("refund me"), .act("refund", "20 EUR", .refused(.needs)),
        .trainee(
          "Sorry, I need to run through a couple of security questions first. What is your date of birth?"),
        .customer("1 May 1990"), .act("verify"), .act("refund", "20 EUR"),
      ], .met
    ),
    (
      "identity-first", "i8",
      one(
        "my email changed", "For security, please confirm the email address on the account and your surname.")
        + [.customer("a@b.example, Hill"), .trainee("Done, I have updated your email.")], .met
    ),
    (
      "identity-first", "i9",
      one("my email changed", "I don't need to verify you. I have updated your email."), .missed
    ),
    (
      "identity-first", "i10", one("Where is my parcel A-1?", "Your parcel is in Lyon and comes tomorrow."),
      .notApplicable
    ),
    (
      "required-statement", "r1",
      one("hi", "Just to let you know, our calls are recorded to train our people.", "phone"), .met
    ),
    ("required-statement", "r2", one("hi", "Hello, Sam here, what can I do for you?", "phone"), .missed),
    (
      "required-statement", "r3", one("hi", "This call may be recorded for training and quality.", "phone"),
      .met
    ),
    ("required-statement", "r4", one("hi", "Is this call recorded for training purposes?", "phone"), .missed),
    ("required-statement", "r5", one("hi", "We do not record calls here.", "phone"), .missed),
    (
      "required-statement", "r6",
      one("hi", "I should mention that we are recording this call for training purposes.", "phone"), .met
    ),
    (
      "correct-escalation", "e1",
      one(
        "My toaster started sparking and I got an electric shock!",
        "Please unplug it. I'm raising this with our product safety team right now because of the shock, they will ring you within an hour."
      ), .met
    ),
    (
      "correct-escalation", "e2",
      one("I will take you to court over this bill", "Ok. I will check the bill."), .missed
    ),
    (
      "correct-escalation", "e3",
      one(
        "I will take you to court over this bill",
        "I understand. I'll forward the bill and what you told me to our complaints department today, Ms Lee will write to you by Friday."
      ), .met
    ),
    (
      "correct-escalation", "e4",
      one("what colour is the kettle", "I'll put you through to a colleague.", "phone"), .partly
    ),
    (
      "correct-escalation", "e5",
      one(
        "can i get a manager, this parcel is lost for weeks",
        "Sure, I'm getting my supervisor for you now, I've told her the parcel has been lost for weeks."),
      .met
    ),
    (
      "correct-escalation", "e6", one("I'm dying to know where it is", "It is in Lyon. It comes today."),
      .notApplicable
    ),
    (
      "correct-escalation", "e7",
      one("i dont want to live anymore, the bills kill me", "Your bill is 40 euros, please pay by Friday."),
      .missed
    ),
    (
      "correct-escalation", "e8",
      one(
        "i dont want to live anymore, the bills kill me",
        "I'm really worried about you. I am bringing in our care team right now so you can talk about the bills with somebody today, please also call 988."
      ), .met
    ),
    (
      "correct-escalation", "e9",
      one("the charger exploded and burned my hand", "Sorry to hear that. Escalating.") + [.act("escalate")],
      .partly
    ),
    (
      "case-note", "n1",
      [
        .customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"),
        .act("note", "Replacement dispatched, cust to receive tracking by 6pm"), .end(.success),
      ], .met
    ),
    (
      "case-note", "n2",
      [
        .customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"),
        .act("note", "annoying customer, replacement sent"), .end(.success),
      ], .partly
    ),
    (
      "case-note", "n3",
      [
        .customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"),
        .act("note", "spoke with customer"), .end(.success),
      ], .partly
    ),
    (
      "case-note", "n4",
      [
        .customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"),
        .act("note", "Refund 20 EUR approved and paid out. Nothing further to do."), .end(.success),
      ], .partly
    ),
    (
      "pace", "p1",
      [
        .customer("My parcel is lost."),
        .trainee(
          "Sorry the parcel is lost. Bear with me for 4 minutes while I call the depot about the parcel.",
          waited: .seconds(20)), .trainee("The depot has the parcel.", waited: .seconds(230)),
      ], .met
    ),
    (
      "pace", "p2",
      [
        .customer("My parcel is lost."),
        .trainee("Sorry the parcel is lost. I will trace the parcel now.", waited: .seconds(20)),
        .trainee("The depot has the parcel.", waited: .seconds(290)),
      ], .partly
    ),

    ("no-secrets", "t1", one("bill wrong", w + "Can you confirm the CVC for me?", "phone"), .breached),
    (
      "no-secrets", "t2", one("bill wrong", w + "Send over your bank card details and we'll sort it out."),
      .breached
    ),
    (
      "no-secrets", "t3", one("bill wrong", w + "I'd love to help, just pop your password in the chat"),
      .breached
    ),
    (
      "no-secrets", "t4", one("bill wrong", w + "Nobody from our team will ever ask for your password."), .met
    ),
    ("no-secrets", "t5", one("bill wrong", w + "When did you last change your password?"), .met),
    (
      "no-secrets", "t6", one("bill wrong", w + "Please keep your PIN to yourself and tap the link to pay."),
      .met
    ),
    (
      "no-secrets", "t7",
      one("bill wrong", w + "You will receive a verification code, enter the code on our website."), .met
    ),
    ("no-secrets", "t8", one("bill wrong", w + "Wat is ur card no?"), .breached),
    (
      "no-secrets", "t9", one("bill wrong", w + "May we have the password of your account, sir?", "email"),
      .breached
    ),
    ("no-secrets", "t10", one("bill wrong", w + "Did the password I sent you work?"), .met),
    ("no-secrets", "t11", one("bill wrong", w + "I see the card that ends in 4411."), .met),
    (
      "no-secrets", "t12",
      one("bill wrong", w + "We cannot see your password, so you will have to reset it."), .met
    ),
    (
      "identity-first", "j1",
      one(
        "change my plan",
        "First I have to verify your identity. Would you give me your surname and the first line of your address?"
      ) + [.customer("Hill, 5 High St"), .trainee("Thank you, I have changed your plan.")], .met
    ),
    (
      "identity-first", "j2", one("change my plan", "All done! I moved your contract to the bigger plan."),
      .missed
    ),
    (
      "identity-first", "j3", one("what did i pay last", "Your last payment was 40 euros on Monday."), .missed
    ),
    (
      "identity-first", "j4",
      one("what did i pay last", "Happy to check! Is this Jo Hill I am speaking with?", "phone") + [
        .customer("Yes, speaking."), .trainee("Your last payment was 40 euros.", channel: "phone"),
      ], .met
    ),
    (
      "identity-first", "j5", one("how do I clean a kettle", "Boil half a litre of vinegar in it."),
      .notApplicable
    ),
    (
      "identity-first", "j6",
      one("close my account", "Can u confirm ur date of birth n adress first pls") + [
        .customer("no way"), .trainee("Ok, I have closed your account."),
      ], .partly
    ),
    (
      "required-statement", "q1",
      one("hi", "Morning! Calls are recorded so we can train our team. How can I help?", "phone"), .met
    ),
    (
      "required-statement", "q3",
      one("hi", "please note that the call will be recorded for training", "phone"), .met
    ),
    (
      "correct-escalation", "v1",
      one(
        "there's smoke coming from the boiler",
        "Switch it off and go outside. Our emergency engineer will call you in ten minutes, I've told him about the smoke."
      ), .met
    ),
    (
      "correct-escalation", "v2",
      one("I'm going to the ombudsman", "That is your right. I will look at the bill again."), .missed
    ),
    ("correct-escalation", "v3", one("is the shop open", "Yes, until six."), .notApplicable),
    (
      "correct-escalation", "v4",
      one(
        "someone opened an account in my name",
        "I'm referring this to our fraud team straight away, because somebody used your name. They'll ring you before 5 pm."
      ), .met
    ),
    (
      "correct-escalation", "v5",
      one("My solicitor will contact you about the contract", "I will send it up."), .missed
    ),
    (
      "case-note", "y1",
      [
        .customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"),
        .act("note", "New parcel shipped today, Jo will get the tracking number by email tomorrow"),
        .end(.success),
      ], .met
    ),
    (
      "case-note", "y2",
      [.customer("My parcel is lost."), .trainee("I will send a new one."), .act("resend"), .end(.success)],
      .missed
    ),
  ]

  @Test func `kinds agree with the reader`() throws {
    let statements = ["statements": ["This call is recorded for training purposes."]]
    for (keyword, name, lines, verdict) in Self.kinds + Self.forms {
      let kind = try #require(CriterionCatalog.standard[keyword])
      let criterion = Criterion(
        name: "it", title: "It", kind: keyword, skill: "any", weight: 100, settings: statements)
      let reading = Reading(
        CriterionExample(name, verdict, lines).transcript, lexicons: try BundledLists.lexicons.get())
      let evidence = kind.earnedEvidence(in: reading, for: criterion)
      withKnownIssue(isIntermittent: true) {
        #expect(evidence.verdict == verdict, "\(keyword) \(name): \(evidence)")
      } when: {
        ["required-statement r1", "required-statement r3", "required-statement q1", "channel-form x7"]
          .contains(
            "\(keyword) \(name)")
      }
    }
  }
}
