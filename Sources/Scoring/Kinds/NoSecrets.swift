import Domain
import Language

/// Whether card numbers, security codes, passwords and PINs stay out of the talk. Asking or repeating is a breach.
///
/// Does not apply where neither a payment, an account nor a secret came up. Where the customer gives or offers one, they
/// are stopped and shown a safe way.
struct NoSecrets: CriterionKind {
  let keyword = "no-secrets"
  let workAsked = 2
  let summary = "Asks for no full card number, security code, password or PIN, and repeats none."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let secrets = Secrets(reading)
    let asked = reading.replies.flatMap { reply in
      (Self.requests(in: reply).map(\.range) + Self.heardRequests(in: reply, reading)).map { (reply, $0) }
    }
    let repeated = reading.replies.flatMap { reply in secrets.repeated(in: reply).map { (reply, $0) } }
    let isClean = asked.isEmpty && repeated.isEmpty
    if isClean, reading.replies.isEmpty { return Finding.noReply }
    let isOffered = !secrets.isEmpty || Self.offers(reading)
    guard !isClean || isOffered || Self.isNear(reading) else {
      return Finding.notApplicable("No payment, account or secret came up.")
    }
    var finding = Finding()
    if isOffered {
      finding.avoid("Asks for no secret", asked.isEmpty)
      if secrets.isEmpty {
        finding.avoid("Repeats no secret", repeated.isEmpty)
        finding.ask("Stops the customer from giving it", reading.replies.contains(where: Self.stops))
      } else {
        finding.ask("Repeats no secret", repeated.isEmpty)
      }
    } else {
      finding.ask("Asks for no secret", asked.isEmpty)
      finding.ask("Repeats no secret", repeated.isEmpty)
    }
    if isOffered {
      let warning = reading.replies.lazy.compactMap { reply in
        Hit.joined(reply.earning(.safePaths)).first.map { (reply, $0.range) }
      }.first
      finding.ask("Moves the customer's secret out of the talk", warning != nil)
      if let (reply, range) = warning { finding.quote(reply.quote(range, .earned)) }
    }
    for (reply, range) in asked.prefix(2) { finding.quote(reply.quote(range, .lost, "asks for a secret")) }
    for (reply, range) in repeated.prefix(2) { finding.quote(reply.quote(range, .lost, "repeats a secret")) }
    if !isClean { finding.breach() }
    return finding.evidence(
      isClean
        ? "No secret was asked for or repeated." : "A secret in a talk can be read by others for ever after.",
      better: criterion.better)
  }

  /// Whether the customer is about to give a secret: "shall I type my card number here", "my PIN is".
  private static func offers(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { turn in
      let words = turn.reply.words.map(\.normal)
      let digits = zip(words, words.dropFirst()).count { digitWords.contains($0) && digitWords.contains($1) }
      let isSecret = !turn.mentions(.secretNames).isEmpty
      // Figures read out are a secret where one is named, or where they are as many as on a card: not a meter's.
      let isNamed = isSecret || words.contains { ["card", "code", "pin", "password"].contains($0) }
      return digits >= 11 || digits >= 2 && isNamed
        || isSecret && words.contains(where: giving.contains)
    }
  }

  private static let giving: Set<String> = [
    "type", "write", "send", "give", "tell", "post", "read", "share", "dictate", "text",
  ]
  private static let digitWords: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// Whether a reply holds the customer back: "please don't", "stop there", "not here".
  private static func stops(_ reply: ReadReply) -> Bool {
    let words = reply.reply.words.map(\.normal)
    let isHeld = zip(words, words.dropFirst()).contains { first, second in
      first == "not"
        && ["here", "in", "enter", "type", "send", "give", "tell", "share", "write", "post", "read", "need"]
          .contains(second)
        || first == "stop" && ["there", "please", "right"].contains(second)
        || first == "please" && ["stop", "not"].contains(second) || first == "no" && second == "need"
        || first == "do" && second == "not"
    }
    return isHeld || ["stop", "wait", "never"].contains(words.first ?? "")
      || !reply.earning(.safePaths).isEmpty
  }

  /// Whether money, an account or a way in is what the talk is about.
  ///
  /// The customer's words say so, or a reply that names where money lies: "the charge is £4" and "we do not pay for it"
  /// tell no more than "it costs £4" and "we give nothing for it", and "I transfer you" moves no money.
  private static func isNear(_ reading: Reading) -> Bool {
    reading.customerTurns.contains { names(near.union(prices), in: $0.reply) }
      || reading.replies.contains { names(near.subtracting(paying), in: $0.reply) }
  }

  /// Words of giving money, said for many another deed.
  private static let paying: Set<String> = ["pay", "paid", "paying", "payment", "payments"]

  private static func names(_ things: Set<String>, in reply: Reply) -> Bool {
    let words = reply.words.map(\.normal)
    return words.contains(where: things.contains)
      || zip(words, words.dropFirst()).contains {
        ["log", "sign"].contains($0) && ["in", "into", "on"].contains($1)
      }
  }

  /// Words of what something costs and of passing on.
  private static let prices: Set<String> = ["charge", "charged", "tariff", "transfer", "verify"]

  private static let near: Set<String> = [
    "pay", "paid", "payment", "payments", "paying", "card", "cards", "bill", "bills", "invoice", "bank",
    "account",
    "accounts", "refund", "refunded", "debit", "iban", "password", "passwords", "pin",
    "pins",
    "code", "codes", "login", "logged", "locked", "cvv", "cvc", "passcode", "security",
  ]

  /// Requests that point to no safe place in the same sentence and ask for more than the last digits.
  static func requests(in reply: ReadReply) -> [AskedFor] {
    let asked = AskedFor.all(.secretNames, in: reply)
    guard !asked.isEmpty else { return [] }
    let places = reply.mentioned(.safePlaces).filter { !TypedElsewhere.isDescribed($0.tokens, in: reply) }
    let safe = Set(places.compactMap { reply.sentenceIndex(of: $0.tokens.lowerBound) })
    return asked.filter { request in
      guard !TypedElsewhere.holds(request.range, in: reply) else { return false }
      return
        request.asksWhat(in: reply) && !Self.isPart(request, reply)
        || reply.sentenceIndex(of: request.thing.lowerBound).map { !safe.contains($0) } ?? true
    }
  }

  /// A request heard surely, with a second sign: the secret is named in it, or the customer just offered one. What warns,
  /// denies or points to a safe place is none.
  private static func heardRequests(in reply: ReadReply, _ reading: Reading) -> [TextRange] {
    let safe = reply.mentioned(.safePlaces).map(\.tokens)
    return reply.heard(.asksSecret, surely: 0.8).filter { act in
      let tokens = act.passage.tokens
      let sentence = reply.sentence(of: tokens.lowerBound)?.tokens ?? tokens
      guard !safe.contains(where: { sentence.contains($0.lowerBound) }),
        !reply.heard(.safePath).contains(where: { sentence.contains($0.passage.tokens.lowerBound) })
      else { return false }
      let words = reply.reply.tokens[tokens]
      if words.contains(where: { ["not", "never", "nobody"].contains($0.normal) }) { return false }
      let isNamed =
        reply.mentioned(.secretNames).contains { sentence.contains($0.tokens.lowerBound) }
        || words.contains { ["code", "digits", "pin", "password", "card", "cvv"].contains($0.normal) }
      return isNamed || offers(reading)
    }
    .map { TextRange($0.passage.range) }
    .filter { !TypedElsewhere.holds($0, in: reply) }
  }

  /// "What are the last four digits of the card number": no more than may be said.
  private static func isPart(_ request: AskedFor, _ reply: ReadReply) -> Bool {
    reply.mentioned(.safePlaces).contains {
      $0.range.start >= request.range.start && $0.range.start <= request.range.end
    }
  }

  let examples = [
    CriterionExample(
      "a safe way", .met,
      [
        .customer("I want to pay my bill of 40 euros."),
        .trainee("I will send you a payment link for the bill. Which bill is it, May or June?"),
      ]),
    CriterionExample(
      "a meter read out is no secret", .met,
      [
        .customer("My bill is double."),
        .trainee("I will look into the bill. What does the meter show right now?"),
        .customer("Wait. One, eight, four, four, two."), .trainee("Thank you. I will make a new bill today."),
      ]),
    CriterionExample(
      "asks for the card number", .breached, quotes: ["give me your card number"],
      [
        .customer("I want to pay my bill."), .trainee("Please give me your card number."),
      ]),
    CriterionExample(
      "asks for the password", .breached, quotes: ["what is your password"],
      [
        .customer("I can not log in."), .trainee("Well, what is your password?"),
      ]),
    CriterionExample(
      "repeats the number", .breached, quotes: ["4111 1111 1111 1111"],
      [
        .customer("My card is 4111 1111 1111 1111."),
        .trainee("Thanks, I noted 4111 1111 1111 1111 for the bill."),
      ]),
    CriterionExample(
      "warns the customer off", .met, quotes: ["Please do not send"],
      [
        .customer("My card is 4111 1111 1111 1111, I want to pay the bill."),
        .trainee("Please do not send your card number here. I will send a link for the bill today."),
      ]),
    CriterionExample(
      "resetting a password asks for none", .met,
      [
        .customer("I can not log in to my account."),
        .trainee(
          "I will send you a link to reset your password. It works on your account page for one hour."),
      ]),
    CriterionExample(
      "in a list of things, with a typo", .breached, quotes: ["send ur name, card number"],
      [
        .customer("I want to pay my bill."),
        .trainee("ok pls send ur name, card number and expiry date", channel: "sms"),
      ]),
    CriterionExample(
      "the thing alone, on the phone", .breached, quotes: ["PIN"],
      [
        .customer("I want to change my tariff."),
        .trainee("Sure, I will change the tariff. And your PIN, please?", channel: "phone"),
      ]),
    CriterionExample(
      "asking about a password is not asking for it", .met,
      [
        .customer("I can not log in to my account."),
        .trainee(
          "Did you enter your password with a capital? I will send you a new password link for the account."),
      ]),
    CriterionExample(
      "the last four digits are no secret", .met,
      [
        .customer("I paid my bill of 40 euros twice."),
        .trainee(
          "I see both payments for your May bill. Can you confirm the last four digits of your card number?"),
      ]),
    CriterionExample(
      "a safe place to type it", .met,
      [
        .customer("I want to pay my bill of 40 euros."),
        .trainee(
          "You can enter your card number on our payment page. I will send the link now. Which bill is it, May or June?"
        ),
      ]),
    CriterionExample(
      "a safe place named just before", .met,
      [
        .customer("How do I pay my bill of 40 euros?"),
        .trainee(
          "I am sending you a secure link for the bill now. Enter the card number and the security code there."
        ),
      ]),
    CriterionExample(
      "a page of one's own", .met,
      [
        .customer("I can not log in to my account."),
        .trainee("Open the page of your account, enter your password and press OK. I will stay here."),
      ]),
    CriterionExample(
      "what a page said", .met,
      [
        .customer("I can not log in to my account."),
        .trainee("What did the page say when you typed in your password? I will check the account."),
      ]),
    CriterionExample(
      "a long number that is no card", .notApplicable,
      [
        .customer("My parcel 1234567890123456 is lost."),
        .trainee("I see that parcel 1234567890123456 is lost. I will open a trace today."),
      ]),
  ]
}
