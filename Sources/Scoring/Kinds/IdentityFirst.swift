import Domain
import Language

/// Whether the person is checked before anything protected is told or done, and asked for no more than that takes.
///
/// Does not apply where nothing protected was in question. A protected act that happened before the check, or a
/// protected record told before it, is a breach; what a coach stopped did not happen.
struct IdentityFirst: CriterionKind {
  let keyword = "identity-first"
  let summary =
    "Checks who the person is before anything protected is told or done, and asks for no more than needed."

  /// More things than these are more than anybody needs to know one person by.
  private static let mostItems = 3

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let check = IdentityCheck(reading)
    let slips = IdentitySlip.all(in: reading, check)
    guard !slips.isEmpty || Self.isInQuestion(reading, check) else {
      return Finding.notApplicable("Nothing that only its owner may learn or change was in question.")
    }
    var finding = Finding()
    finding.ask("Checks who the person is", !check.asked.isEmpty || check.isEverKnown)
    finding.ask(
      "Does and tells nothing protected before that",
      slips.isEmpty && (check.isEverKnown || !check.asked.isEmpty))
    if max(check.items.count, Self.listed(check)) > Self.mostItems {
      finding.ask("Asks for no more than that takes", false)
    }
    if let first = check.asked.first { finding.quote(first.reply.quote(first.range, .earned)) }
    for slip in slips { finding.quote(slip.quote) }
    if slips.contains(where: \.isBreach) { finding.breach() }
    return finding.evidence(Self.reason(slips, check), better: criterion.better ?? Self.better)
  }

  /// How many things the sentence that asks strings together: parts between commas and "and" from the first on.
  private static func listed(_ check: IdentityCheck) -> Int {
    check.asked.map { reply, range in
      guard
        let sentence = reply.sentences.first(where: {
          $0.range.start <= range.start && range.start < $0.range.end
        })
      else { return 0 }
      var parts = 0
      var isOpen = false
      for index in sentence.tokens {
        let token = reply.reply.tokens[index]
        guard TextRange(token.range).end > range.start else { continue }
        if [",", ";", "and", "&", "plus", "or"].contains(token.normal) {
          isOpen = false
        } else if token.carriesContent, !isOpen {
          isOpen = true
          parts += 1
        }
      }
      return parts
    }
    .max() ?? 0
  }

  private static let better = "Before I open your account, may I have your full name and postcode, please?"

  private static func isInQuestion(_ reading: Reading, _ check: IdentityCheck) -> Bool {
    if reading.actions.contains(where: { $0.isVerification }) { return true }
    if reading.scenario == nil { return !check.asked.isEmpty }
    guard check.isRequired else { return false }
    return !check.asked.isEmpty || reading.actions.contains(where: check.protects)
      || reading.customerTurns.contains(where: wantsOwners)
  }

  /// "My order", "the bill", not "what does a line cost".
  private static func wantsOwners(_ turn: HeardTurn) -> Bool {
    let words = turn.reply.words.map(\.normal)
    return words.indices.contains { index in
      ownersOnly.contains(words[index])
        && !(index > 0 && ["a", "an", "any", "new"].contains(words[index - 1])
          || index > 1 && ["a", "an", "any"].contains(words[index - 2]))
    }
  }

  /// What a customer names who wants something only its owner may learn or change.
  private static let ownersOnly: Set<String> = [
    "order", "parcel", "account", "contract", "bill", "bills", "invoice", "line", "payment", "policy",
    "refund",
    "balance", "booking", "subscription", "money", "letters",
  ]

  private static func reason(_ slips: [IdentitySlip], _ check: IdentityCheck) -> String {
    if slips.contains(where: \.isBreach) {
      return "You went on before you knew who it was; a stranger could have had it."
    }
    if !slips.isEmpty { return "Ask who the person is first; then open, tell or change." }
    let items = max(check.items.count, listed(check))
    if items > mostItems {
      return "You asked for \(items) things; two or three are enough to know somebody by."
    }
    return check.asked.isEmpty && !check.isEverKnown
      ? "Nobody checked who the person was." : "You knew who it was before anything protected was touched."
  }

  let examples = [
    CriterionExample(
      "asks, then acts", .met, quotes: ["confirm your full name and postcode"],
      [
        .customer("Please change my address."),
        .trainee("Of course. Could you confirm your full name and postcode first?"),
        .customer("Ines Moreau, 69003"), .act("verify"), .act("change address", "12 Rue Neuve"),
      ]),
    CriterionExample(
      "the desk's own check", .met,
      [
        .customer("Please refund me."), .act("verify"), .trainee("I will refund the 20 euros now."),
        .act("refund", "20 EUR"),
      ]),
    CriterionExample(
      "acted before, and it happened", .breached, quotes: [""],
      [
        .customer("Please refund me."), .trainee("Sure, done."), .act("refund", "20 EUR", .breached(.needs)),
      ]),
    CriterionExample(
      "acted before, and the coach stopped it", .met, quotes: ["who am I speaking to"],
      [
        .customer("Please refund me."), .act("refund", "20 EUR", .refused(.needs)),
        .trainee("First, who am I speaking to?", channel: "phone"), .customer("Ines Moreau."),
      ]),
    CriterionExample(
      "changed in words, nobody asked who it was", .missed, quotes: ["I've changed your address"],
      [
        .customer("Please change my address to 12 Mill Lane."),
        .trainee("No problem, I've changed your address."),
      ]),
    CriterionExample(
      "in plain chat words", .met, quotes: ["whats ur postcode"],
      [
        .customer("can u tell me my balance"), .trainee("sure, whats ur postcode n full name pls?"),
        .customer("LE1 4GH, Kim Bell"), .trainee("ty Kim, ur balance is £20"),
      ]),
    CriterionExample(
      "asks for everything there is", .partly, quotes: ["give me your full name"],
      [
        .customer("I moved house."),
        .trainee(
          "Please give me your full name, date of birth, postcode, phone number, email address and passport number."
        ),
        .customer("Kim Bell, 1990"),
      ]),
    CriterionExample(
      "asking for a PIN checks nobody", .notApplicable,
      [
        .customer("My card was declined."),
        .trainee("Can you give me your card number and the PIN so I can check?"),
      ]),
    CriterionExample(
      "a refusal to check is no check", .missed, quotes: ["I have changed your phone"],
      [
        .customer("Please change my number."),
        .trainee("I won't check your identity, I trust you. I have changed your phone number."),
      ]),
    CriterionExample(
      "what the record holds asks nobody", .notApplicable,
      [
        .customer("The letter came in my old name."),
        .trainee("Your married name was on the policy, but the letter took the one from the old file."),
      ]),
    CriterionExample(
      "opening hours need nobody's name", .notApplicable,
      [
        .customer("When do you open?"), .trainee("We open at nine, and at ten on Sundays."),
      ]),
  ]
}

/// Something protected that came before the check.
struct IdentitySlip {
  var quote: Quote
  /// Whether it happened and was protected beyond doubt.
  var isBreach: Bool

  static func all(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    acts(in: reading, check) + records(in: reading, check) + facts(in: reading, check)
      + deeds(in: reading, check) + words(in: reading, check)
  }

  /// What the customer's orders and file show, told before the check and not by the customer first: a value of theirs,
  /// or two words of one line.
  private static func facts(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    guard check.isRequired, let scenario = reading.scenario else { return [] }
    let isShut = check.isRecordShut
    let named = reading.customerStems
    // What policy opens without a check is no secret from who names it: a parcel, by its number, in a chat logged in.
    let orders = scenario.customer.orders.filter { order in
      isShut || !Reply(order.id).words.contains { named.contains($0.stem) }
    }
    let fields = orders.flatMap { [$0.id] + $0.fields.map(\.text) } + scenario.customer.crm.map(\.text)
    let lines = fields.map { Set(Reply($0).tokens.compactMap(shown)) }
    return reading.replies.filter { !check.isKnown(before: $0.turn) }.compactMap { reply in
      let known = Set(
        reading.customerTurns.filter { $0.turn < reply.turn }.flatMap { $0.reply.tokens.compactMap(shown) })
      let news = lines.map { $0.subtracting(known) }
      return reply.sentences.lazy.compactMap { sentence -> IdentitySlip? in
        guard !isWithheld(sentence, reply) else { return nil }
        let said = sentence.tokens.filter { shown(reply.reply.tokens[$0]) != nil }
        let words = Set(said.compactMap { shown(reply.reply.tokens[$0]) })
        let isTold = news.contains { line in
          let both = line.intersection(words)
          return both.count >= 2 || both.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
        }
        guard isTold, let first = said.first, let last = said.last else { return nil }
        let quote = reply.quote(reply.range(of: first..<last + 1), .lost, "told before the identity check")
        return IdentitySlip(quote: quote, isBreach: true)
      }.first
    }
  }

  /// "I can't tell you whether the 412 is right": what is not told, with no "but" after it.
  private static func isWithheld(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    return !words.contains { ["but", "only", "though"].contains($0.normal) }
      && words.contains { word in
        ["tell", "say", "discuss", "share", "confirm", "disclose", "give", "reveal"].contains(word.normal)
          && word.stance.contains(.negated)
      }
  }

  /// A word or a number as it can be known again; small numbers and words of grammar show nothing.
  private static func shown(_ token: Token) -> String? {
    switch token.kind {
    case .money, .number, .identifier, .address:
      let kept = token.normal.filter { $0.isNumber || $0.isLetter || $0 == "." }
      let digits = kept.filter { $0.isNumber || $0 == "." }
      return token.kind == .identifier ? kept : digits.utf8.count >= 3 ? digits : nil
    case .word: return token.carriesContent && token.normal.utf8.count >= 4 ? token.stem : nil
    case .percent, .duration, .time, .date, .punctuation, .emoji: return nil
    }
  }

  /// A deed at the account promised in words, in a scenario that waits for the check: loses points, breaches nothing.
  private static func deeds(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    guard check.isRequired else { return [] }
    return reading.replies.filter { !check.isKnown(before: $0.turn) }.compactMap { reply in
      reply.heard(.protectedDeed, .discloses, surely: 0.85)
        .first { reply.sentence(of: $0.passage.tokens.lowerBound)?.isQuestion == false }
        .map {
          IdentitySlip(
            quote: reply.quote(TextRange($0.passage.range), .lost, "before the identity check"),
            isBreach: false)
        }
    }
  }

  private static func acts(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    reading.actions.compactMap { action in
      guard check.protects(action), !check.isKnown(before: action.turn) else { return nil }
      switch action.act.outcome {
      case .breached, .done: break
      case .refused, .impossible: return nil
      }
      let note = "\(action.asTyped): before the identity check"
      return IdentitySlip(
        quote: Quote(turn: action.turn, range: TextRange(0, 0), role: .lost, note: note),
        isBreach: action.happened)
    }
  }

  private static func records(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    guard check.isRequired else { return [] }
    let protected = ProtectedWords(reading)
    let isShut = check.isRecordShut
    return reading.replies.filter { !check.isKnown(before: $0.turn) }.flatMap { reply in
      (protected.disclosed(in: reply) + (isShut ? protected.readOut(in: reply) : [])).map {
        IdentitySlip(quote: reply.quote($0.range, .lost, "told before the identity check"), isBreach: $0.told)
      }
    }
  }

  /// Without a scenario no policy says what is protected: such words lose points and breach nothing.
  private static func words(in reading: Reading, _ check: IdentityCheck) -> [IdentitySlip] {
    guard reading.scenario == nil else { return [] }
    return reading.replies.filter { !check.isKnown(before: $0.turn) }.compactMap { reply in
      Hit.joined(reply.told(.protectedDeeds)).first.map {
        IdentitySlip(quote: reply.quote($0.range, .lost, "before the identity check"), isBreach: false)
      }
    }
  }
}
