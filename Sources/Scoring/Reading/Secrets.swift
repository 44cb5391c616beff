import Domain
import Language

/// Card numbers, codes and passwords the customer gave away, and where the trainee writes such things.
///
/// A code is compared by its digits, however it is spelt: "448 190", "4-4-8-1-9-0", "four four eight one nine zero".
struct Secrets {
  /// Codes the customer gave, as digits alone.
  private var codes: Set<String> = []
  /// Passwords as the customer wrote them, in lower case.
  private var passwords: Set<String> = []
  private var hasCard = false
  /// Long numbers the customer says something else goes by: a parcel, a voucher.
  private var others: Set<String> = []

  init(_ reading: Reading) {
    let isCheck = Self.isCheck(reading)
    var said = reading.replies[...]
    var last: ReadReply?
    for turn in reading.customerTurns {
      while let next = said.first, next.turn < turn.turn { last = said.removeFirst() }
      if Self.isOfThing(turn.reply) { others.formUnion(DigitRun.all(in: turn.reply).map(\.digits)) }
      let numbers = Self.cardNumbers(in: turn)
      codes.formUnion(numbers)
      let hasCardHere = !Self.cards(in: turn.reply.text).isEmpty || !numbers.isEmpty
      if hasCardHere { hasCard = true }
      // Whether the trainee's last words before it asked for a secret: the answer is one.
      let isAsked = last.map { !NoSecrets.requests(in: $0).isEmpty } ?? false
      codes.formUnion(Self.codes(in: turn.reply, isCardHere: hasCardHere, isAsked: isAsked))
      if turn.heard(.secretTold, atLeast: 0.5) { codes.formUnion(Self.namedCodes(in: turn.reply)) }
      passwords.formUnion(Self.passwords(in: turn.reply.text))
      if turn.heard(.secretTold, atLeast: 0.6) { passwords.formUnion(Self.mixedWords(in: turn.reply)) }
      if isCheck { passwords.formUnion(Self.answers(in: turn.reply)) }
    }
  }

  /// Whether the customer gave none away.
  var isEmpty: Bool { !hasCard && codes.isEmpty && passwords.isEmpty }

  /// Card numbers in a reply, and secrets of the customer's said again.
  func repeated(in reply: ReadReply) -> [TextRange] {
    repeated(in: reply.reply)
  }

  /// Whether a note writes any of it down.
  func holds(_ note: String) -> Bool { !repeated(in: Reply(note)).isEmpty }

  private func repeated(in reply: Reply) -> [TextRange] {
    let digits = DigitRun.all(in: reply).filter {
      codes.contains($0.digits) && !Self.isAnotherThing($0, in: reply)
    }.map(\.range)
    let words = Self.words(of: reply.text).filter {
      passwords.contains($0.text) || Self.spelt($0.text).map(passwords.contains) ?? false
    }.map(\.range)
    let isOfThing = Self.isOfThing(reply)
    let cards = Self.cards(in: reply.text).filter { range in
      !isOfThing && !DigitRun.all(in: reply).contains { $0.range == range && others.contains($0.digits) }
    }
    return (cards + BankAccount.all(in: reply.text) + digits + words).sorted()
  }

  /// "Gate 902", "order 1234", "902 Hill Road": the same digits, and by their own word another thing.
  private static func isAnotherThing(_ run: DigitRun, in reply: Reply) -> Bool {
    let before = reply.tokens[..<run.tokens.lowerBound].filter(\.isWordLike)
    let label = before.last { !["number", "no", "nr", "is", "the"].contains($0.normal) }?.normal ?? ""
    if places.contains(label) { return true }
    let after = reply.tokens[run.tokens.upperBound...].prefix(2)
    return after.count == 2
      && after.allSatisfy {
        $0.kind == .word && $0.letterCase == .capitalised && !titles.contains($0.normal)
      }
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "i"]
  /// What is numbered, before its number.
  private static let places: Set<String> = [
    "gate", "order", "room", "flat", "house", "platform", "bus", "line", "flight", "seat", "invoice",
    "booking",
    "case", "ticket", "parcel", "extension", "page", "item", "model", "locker", "apartment", "unit", "train",
    "suite", "car", "taxi", "van", "coach", "tram", "reference", "meter", "claim", "desk", "counter", "bay",
    "row", "route",
  ]

  /// "g-a-n-e-s-h" letter by letter as the word it spells; nil for a word that is none of it.
  private static func spelt(_ word: String) -> String? {
    let letters = word.split { ["-", ".", " "].contains($0) }
    return letters.count >= 4 && letters.allSatisfy { $0.count == 1 } ? letters.joined() : nil
  }

  // MARK: Codes

  /// Thirteen to nineteen digits the customer calls a card's, whether or not the check digit holds.
  private static func cardNumbers(in turn: HeardTurn) -> [String] {
    let runs = DigitRun.all(in: turn.reply)
    let shaped = runs.filter { isCardShaped($0, in: turn.reply) }.map(\.digits)
    guard turn.heard(.secretTold, atLeast: 0.8) else { return shaped }
    let isCard = turn.reply.words.contains {
      ["card", "visa", "mastercard", "amex", "debit", "cvv", "long"].contains($0.normal)
    }
    guard isCard else { return shaped }
    return runs.map(\.digits).filter { (13...19).contains($0.utf8.count) }
  }

  /// "4929 1234 5678 9012", "four five three two, …": sixteen digits in fours or one by one, as cards are read out, where
  /// nothing else goes by a number.
  private static func isCardShaped(_ run: DigitRun, in reply: Reply) -> Bool {
    guard run.digits.utf8.count == 16, let first = run.digits.utf8.first, (0x32...0x36).contains(first),
      !reply.words.contains(where: { numbered.contains($0.normal) })
    else { return false }
    let written = Array(reply.text.utf8.dropFirst(run.range.start).prefix(run.range.end - run.range.start))
    let groups = written.split { [0x20, 0x2D].contains($0) }
    return run.isSpelt || groups.count == 4 && groups.allSatisfy { $0.count == 4 }
  }

  /// A parcel or a voucher is spoken of, and no card.
  private static func isOfThing(_ reply: Reply) -> Bool {
    func has(_ list: Set<String>) -> Bool { reply.words.contains { list.contains($0.normal) } }
    return has(["tracking", "parcel", "shipment", "voucher", "imei", "serial", "meter"])
      && !has([
        "card", "cards", "visa", "mastercard", "amex", "debit", "credit", "cvv", "cvc", "exp", "expiry",
      ])
  }

  /// What goes by a long number that is no card's.
  private static let numbered: Set<String> = [
    "parcel", "tracking", "track", "shipment", "order", "serial", "meter", "voucher", "gift", "coupon",
    "reference", "ref", "account", "iban", "policy", "ticket", "case", "imei", "licence", "license", "key",
    "loyalty", "membership", "member", "invoice", "booking", "passport", "sim",
  ]

  /// Digits after a word that says what they are, beside a card number, after "I type", or in answer to a request.
  private static func codes(in reply: Reply, isCardHere: Bool, isAsked: Bool) -> [String] {
    DigitRun.all(in: reply).filter { run in
      guard (3...8).contains(run.digits.utf8.count) else { return false }
      let before = reply.tokens[..<run.tokens.lowerBound].filter(\.isWordLike).suffix(5).map(\.normal)
      return isAsked || isCardHere && run.digits.utf8.count <= 4 && !isDate(run, in: reply)
        || isLabelled(before, in: reply) || run.isSpelt && before.contains { typing.contains($0) }
    }.map(\.digits)
  }

  /// "pin 2916", "security code is 737", "code is 448 190"; not "promo code", nor a code that a machine shows.
  private static func isLabelled(_ before: [String], in reply: Reply) -> Bool {
    let rest = before.reversed().drop { fillers.contains($0) }
    guard let label = rest.first else { return false }
    if ["cvv", "cvc", "csc", "pin", "passcode", "otp", "tan"].contains(label) { return true }
    guard label == "code" else { return false }
    let kind = rest.dropFirst().first ?? ""
    return !otherCodes.contains(kind) && !reply.tokens.contains { shown.contains($0.normal) }
  }

  /// "09/28": a date of expiry beside a card is repeated to be checked, as its last four digits are.
  private static func isDate(_ run: DigitRun, in reply: Reply) -> Bool {
    let bytes = Array(reply.text.utf8)
    let before = run.range.start > 0 ? bytes[run.range.start - 1] : 0x20
    let after = run.range.end < bytes.count ? bytes[run.range.end] : 0x20
    return before == 0x2F || after == 0x2F || run.digits.utf8.count < 3
  }

  /// Digits anywhere in a sentence that names a secret or tells of what was sent, where a secret was heard by meaning;
  /// not those that something else goes by: "order 5521", "ends in 3381".
  private static func namedCodes(in reply: Reply) -> [String] {
    guard !reply.tokens.contains(where: { shown.contains($0.normal) }) else { return [] }
    return DigitRun.all(in: reply).filter { run in
      guard (4...8).contains(run.digits.utf8.count),
        let sentence = reply.sentences.first(where: { $0.tokens.contains(run.tokens.lowerBound) })
      else { return false }
      let words = reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
      let before = reply.tokens[sentence.tokens.lowerBound..<run.tokens.lowerBound].filter(\.isWordLike)
      let label = before.last { !fillers.contains($0.normal) }?.normal ?? ""
      let isSent =
        zip(words, words.dropFirst()).contains {
          ["sent", "texted", "mailed"].contains($0) && $1 == "me"
        } || words.contains { ["text", "txt", "sms", "code"].contains($0) }
      // "The code on my phone says 882 190": the phone shows it, and does not go by it.
      let isShownThere = label == "phone" && words.contains("code")
      return (isSent || words.contains(where: secret.contains)) && (isShownThere || !goesBy.contains(label))
    }.map(\.digits)
  }

  private static let secret: Set<String> = [
    "pin", "password", "passcode", "cvv", "cvc", "otp", "tan", "security", "secret", "memorable",
  ]
  private static let goesBy: Set<String> = [
    "order", "account", "customer", "claim", "meter", "case", "ticket", "invoice", "booking", "reference",
    "in",
    "with", "contract", "policy", "number", "parcel", "tracking", "phone", "call", "paid", "pay", "flat",
    "room",
  ]

  private static let fillers: Set<String> = [
    "is", "was", "number", "it", "my", "the", "are", "says", "said", "would", "be", "still", "this",
  ]
  private static let typing: Set<String> = [
    "type", "typed", "typing", "enter", "entered", "entering", "use", "used", "press", "pressed", "put",
    "tried",
    "code", "pin", "password", "passcode",
  ]
  private static let otherCodes: Set<String> = [
    "post", "zip", "area", "promo", "promotion", "discount", "voucher", "error", "country", "product",
    "booking",
    "tracking", "bar", "qr", "order", "sort", "gift", "reference", "coupon", "item", "colour", "color",
    "fault",
    "swift", "tax", "dialling", "article", "model", "pickup", "collection", "return", "referral", "postal",
  ]
  private static let shown: Set<String> = [
    "shows", "showing", "display", "displays", "error", "printed", "flashing", "blinking", "router", "boiler",
    "machine", "washer", "label", "box", "sticker", "promo", "discount", "voucher",
  ]

  // MARK: Passwords

  /// The word after "password", "password is" or "password:", when it looks like one.
  private static func passwords(in text: String) -> [String] {
    let words = words(of: text)
    return words.indices.compactMap { index in
      let isWord = words[index].text == "word" && index > 0 && secretWords.contains(words[index - 1].text)
      guard isWord || ["password", "passphrase", "pw", "passwd", "pwd"].contains(words[index].text) else {
        return nil
      }
      let rest = words[(index + 1)...]
      let isNamed = ["is", "was", "=", "->"].contains(rest.first?.text ?? "")
      guard let value = isNamed ? rest.dropFirst().first : rest.first, value.text.utf8.count >= 4 else {
        return nil
      }
      let isMixed = value.text.utf8.contains {
        (0x30...0x39).contains($0) || [0x21, 0x23, 0x24, 0x26, 0x2A, 0x40, 0x5F].contains($0)
      }
      return isMixed || isNamed && !plain.contains(value.text) ? value.text : nil
    }
  }

  /// Words of letters and figures, "Kasse2020", in a sentence that names a password.
  private static func mixedWords(in reply: Reply) -> [String] {
    reply.sentences.flatMap { sentence -> [String] in
      let tokens = reply.tokens[sentence.tokens]
      guard tokens.contains(where: { ["password", "passcode", "passphrase", "login"].contains($0.normal) })
      else { return [] }
      let range = TextRange(sentence.range)
      let bytes = Array(reply.text.utf8)
      guard range.end <= bytes.count else { return [] }
      let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
      return words(of: text).map(\.text).filter { word in
        word.utf8.count >= 6 && word.utf8.contains { (0x30...0x39).contains($0) }
          && word.utf8.contains { (0x61...0x7A).contains($0) } && !word.contains("@")
      }
    }
  }

  /// "My secret word is ...".
  private static let secretWords: Set<String> = ["secret", "security", "memorable", "code", "safe"]
  /// What "my password is ..." says of it rather than telling it.
  private static let plain: Set<String> = [
    "wrong", "correct", "right", "invalid", "expired", "locked", "blocked", "rejected", "refused", "still",
    "always",
    "incorrect", "different", "saved", "forgotten", "lost", "being", "missing", "long", "really", "also",
    "what",
    "that", "this", "very", "definitely", "something", "case", "fine", "okay", "good", "strong", "weak",
    "gone",
    "never", "there", "here", "just", "been", "reset", "changed", "accepted", "stored", "hacked", "known",
    "required",
  ]

  /// Words between white space, in lower case, without the marks around them.
  private static func words(of text: String) -> [(text: String, range: TextRange)] {
    let edge = Set(#",.;:?!"'()„“”‘’"#.utf8)
    let bytes = Array(text.utf8)
    return bytes.indices.split { [0x20, 0x0A, 0x09, 0x0D].contains(bytes[$0]) }.compactMap { part in
      guard let first = part.first(where: { !edge.contains(bytes[$0]) }),
        let last = part.last(where: { !edge.contains(bytes[$0]) })
      else { return nil }
      let word = String(decoding: bytes[first...last], as: UTF8.self).lowercased()
      return (word, TextRange(first, last + 1))
    }
  }

  // MARK: Answers to security questions

  /// Whether the talk is one in which somebody is let in or turned away.
  private static func isCheck(_ reading: Reading) -> Bool {
    (reading.replies.map(\.reply) + reading.customerTurns.map(\.reply)).contains { reply in
      reply.words.contains { ["security", "login", "verify", "verified", "identity"].contains($0.normal) }
    }
  }

  /// "Mother's maiden name is …", "the first pet was …": the word after it.
  private static func answers(in reply: Reply) -> [String] {
    let words = reply.words.map(\.normal)
    return words.indices.dropLast(3).compactMap { index in
      guard questions.contains("\(words[index]) \(words[index + 1])"),
        ["is", "was"].contains(words[index + 2]), !plain.contains(words[index + 3])
      else { return nil }
      return words[index + 3]
    }
  }

  private static let questions: Set<String> = [
    "maiden name", "first pet", "first school", "first car", "memorable place", "memorable name",
    "memorable word", "security answer", "favourite teacher", "favourite colour", "secret answer",
  ]

  // MARK: Cards

  /// Runs of 13 to 19 digits, blanks and hyphens between them allowed, that pass Luhn's check (ISO/IEC 7812-1).
  static func cards(in text: String) -> [TextRange] {
    var found: [TextRange] = []
    var digits: [UInt8] = []
    var start = 0
    var end = 0
    func close() {
      if (13...19).contains(digits.count), isLuhn(digits) { found.append(TextRange(start, end)) }
      digits.removeAll(keepingCapacity: true)
    }
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        if digits.isEmpty { start = offset }
        digits.append(byte - 0x30)
        end = offset + 1
      case 0x20, 0x2D:
        if offset > end { close() }
      default: close()
      }
    }
    close()
    return found
  }

  private static func isLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (place % 2 == 0 ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }
}
