import Domain
import Scoring

extension `Policy and channel, by replies not in the examples` {
  /// Replies on every channel, with the verdict on their form.
  static let forms: [Judged] = [
    (
      "channel-form", "c1",
      one(
        "my parcel is lost",
        "Dear Sir or Madam, we acknowledge receipt of your message about the parcel. I will open a trace for the parcel today."
      ), .partly
    ),
    (
      "channel-form", "c2",
      one(
        "my parcel is lost",
        "Hi Jo,\n\nI'm sorry your parcel is lost. I have sent a new one today, and it will reach you by Friday.\n\nBest wishes,\nSam Carter",
        "email"), .met
    ),
    (
      "channel-form", "c3",
      one(
        "my parcel is lost",
        "Hello Jo, the parcel is lost, sorry for that. I will send another today.\n\nKind regards", "email"),
      .partly
    ),
    (
      "channel-form", "c4",
      one(
        "my parcel is lost",
        "Good afternoon, you're through to Priya. I'm sorry your parcel is lost. I'm just opening the trace now.",
        "phone"), .met
    ),
    (
      "channel-form", "c5",
      one(
        "@alder parcel lost again!!",
        "Hi Jo, so sorry about the lost parcel. Could you pop us a DM with your order number? I'll chase the parcel right away.",
        "social"), .met
    ),
    (
      "channel-form", "c6",
      one(
        "@alder parcel lost again!!",
        "Sorry about the parcel. Please post your phone number and address here and I will check it.",
        "social"), .partly
    ),
    (
      "channel-form", "c7",
      one(
        "the pay button is grey in my order",
        "On the payment screen, tap the three dots, then choose Refresh. I'll message you here once the order is paid.",
        "in-app"), .met
    ),
    (
      "channel-form", "c8",
      one(
        "i look for the red kettle",
        "Hello there! The red kettle is round the corner, let me walk you there. Is the kettle for a gift?",
        "in-person"), .met
    ),
    (
      "channel-form", "c9",
      one(
        "where is my parcel",
        "Alder Parcels: your parcel is in Lyon. I will send it on today, reply here if the parcel is not there by 6 pm.",
        "sms"), .met
    ),
    (
      "channel-form", "c10", one("my parcel is lost", "one moment is there anything else kind regards"),
      .missed
    ),
    (
      "channel-form", "c11",
      [
        .bot("Please enter your order number."), .customer("A-4412, the blue kettle came cracked"),
        .trainee(
          "Hi, I'm Sam, a real person. I can see A-4412, the blue kettle that arrived cracked. I'll send a new kettle today."
        ),
      ], .met
    ),
    (
      "channel-form", "c12",
      [
        .bot("Please enter your order number."), .customer("A-4412, the blue kettle came cracked"),
        .trainee("Hi, what's your order number? I will check the kettle today."),
      ], .partly
    ),
    (
      "channel-form", "c13",
      one(
        "my parcel is lost",
        "hiya its Dave from Alder, parcel found in Lyon, gonna send it out again tmrw, ok?", "sms"), .met
    ),
    (
      "channel-form", "x1",
      one("parcel lost", "Hey Jo! Sorry the parcel got lost. I'm checking the depot now, one sec"), .met
    ),
    (
      "channel-form", "x2",
      one(
        "my parcel is lost",
        "Good morning Ms Hill,\n\nThank you for writing about your lost parcel. I have asked the depot to search for the parcel and will write to you by Thursday.\n\nYours sincerely\nPriya Nair",
        "email"), .met
    ),
    (
      "channel-form", "x3",
      one(
        "my parcel is lost", "Parcel is lost sorry we send new one on monday. Which street is it?", "email"),
      .partly
    ),
    (
      "channel-form", "x4",
      one(
        "my parcel is lost",
        "Hello, Alder Parcels, Tom speaking. Oh no, a lost parcel. Right, I'm going into your order now to find the parcel.",
        "phone"), .met
    ),
    (
      "channel-form", "x5",
      one(
        "worst shop ever, parcel lost",
        "That's not the service we want, sorry about your parcel. Could you message us privately with the order number so I can look for the parcel?",
        "social"), .met
    ),
    (
      "channel-form", "x6",
      one(
        "how do i change my card in the app",
        "From the home screen open the menu, pick Payments and press Edit beside the card. Did the card change? I will stay here and reply in this chat.",
        "in-app"), .met
    ),
    (
      "channel-form", "x7",
      one("i look for the red kettle", "Aisle 4. Which size of kettle do you want?", "in-person"), .partly
    ),
    (
      "channel-form", "x8",
      one(
        "where is my parcel",
        "Hi Jo, it's Sam at Alder. The parcel is at the depot and I will bring it round by 5 pm today.", "sms"
      ), .met
    ),
    (
      "channel-form", "x9",
      [
        .bot("Sorry, I didn't get that."), .customer("I was charged twice for the blue sofa"),
        .trainee(
          "Hello, this is Ana taking over from the bot, sorry it kept you. You were charged two times for the blue sofa. I will check the charge now."
        ),
      ], .met
    ),
  ]
}
