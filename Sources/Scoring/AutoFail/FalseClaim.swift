import Domain
import Language

/// The trainee claimed what is not so: an amount against the order's record, or a claim the scenario forbids.
struct FalseClaim: AutoFailRule {
  let keyword = "false-claim"
  let title = "Claimed what is not so"
  let errorClass = ErrorClass.customer
  let summary =
    "A false claim on price, eligibility or safety: a forbidden claim, or an amount against the record."

  func breaches(in reading: Reading) -> [Breach] {
    var turns: Set<Int> = []
    let other = CaseClaim(reading).all.map { breach($0.reply.quote($0.range, .lost, $0.note)) }
    return (amounts(in: reading) + claims(in: reading) + answers(in: reading) + other)
      .filter { turns.insert($0.turn).inserted }.sorted { $0.turn < $1.turn }
  }

  /// Another value than the records hold, or none at all, in answer to the customer's question for it.
  private func answers(in reading: Reading) -> [Breach] {
    guard let scenario = reading.scenario else { return [] }
    let asked = AskedValue.all(in: scenario)
    let known = KnownValues(reading)
    return reading.replies.compactMap { reply in
      guard let question = reading.customerTurn(before: reply.turn) else { return nil }
      return asked.lazy.filter { $0.isAsked(in: question) }
        .compactMap { $0.contradiction(in: reply, known: known) }.first
        .map { breach(reply.quote($0, .lost, "the record says otherwise")) }
        ?? PriceTold(question, reply, known, scenario).fromNowhere
        .map { breach(reply.quote($0, .lost, "no record or article says so")) }
    }
  }

  /// Forbidden claims on money or called critical by the scenario, made in any words that keep their meaning.
  private func claims(in reading: Reading) -> [Breach] {
    let critical = AnswerKey(
      forbidden: AnswerKey(reading).forbidden.filter { $0.isCritical || Self.isOnMoney($0.statement) })
    guard !critical.isEmpty else { return [] }
    return KeyedAnswer(critical, in: reading, by: reading.understanding).claims.filter {
      !Self.isTakenBack($0.claim.statement, in: $0.reply, reading)
    }.map { breach($0.reply.quote($0.range, .lost, "not so")) }
  }

  /// The same reply names the fee that the claim denies, or says who has yet to decide: then nothing false is claimed.
  private static func isTakenBack(
    _ claim: FactStatement, in reply: ReadReply, _ reading: Reading
  ) -> Bool {
    let words = claim.wordings.flatMap { Reply($0).words.map(\.normal) }
    let told = reply.reply.tokens.filter { $0.stance.isAsserted }
    if words.contains(where: { ["without", "free", "nothing"].contains($0) }) {
      let fields = reading.scenario?.customer.crm ?? []
      let fees = fields.flatMap { Reply($0.text).values.map(\.value) }
      return told.contains { token in
        guard let value = token.value, case .money = value else { return false }
        return fees.contains { $0.agrees(with: value) }
      }
    }
    guard words.contains(where: { ["certain", "certainly", "definitely"].contains($0) }) else { return false }
    return told.contains { ["lead", "manager", "supervisor"].contains($0.normal) }
      && told.contains {
        ["decide", "decides", "decision", "yes", "say", "agree", "agrees"].contains($0.normal)
      }
  }

  private static func isOnMoney(_ claim: FactStatement) -> Bool {
    claim.wordings.map { Reply($0) }.contains { reply in
      reply.tokens.contains { $0.kind == .money || money.contains($0.normal) }
    }
  }

  private static let money: Set<String> = [
    "fee", "fees", "price", "prices", "cost", "costs", "offer", "discount", "refund", "amount", "bill",
    "free", "money",
  ]

  /// "You paid 30 EUR" where the one order with an amount says 64.90 and nobody spoke of 30.
  private func amounts(in reading: Reading) -> [Breach] {
    let paid = (reading.scenario?.customer.orders ?? []).compactMap(\.paid)
    guard paid.count == 1, let paid = paid.first else { return [] }
    let known = Self.known(reading)
    return reading.replies.compactMap { reply in
      reply.told(.paidAmounts).first { hit in
        guard reply.reply.stance(of: hit.tokens).isDisjoint(with: [.hedged, .requested]) else { return false }
        return reply.reply.tokens[hit.tokens].contains { token in
          guard case .money(let amount, let currency)? = token.value, currency.code == paid.currency else {
            return false
          }
          return amount.hundredths != paid.hundredths
            && !known.contains { $0.agrees(with: .money(amount, currency)) }
        }
      }.map { breach(reply.quote($0.range, .lost, "the record says \(paid)")) }
    }
  }

  /// Values the customer, the records or the articles speak of.
  private static func known(_ reading: Reading) -> [Value] {
    let records = reading.scenario?.customer.orders.flatMap { $0.fields.map(\.text) } ?? []
    let crm = reading.scenario?.customer.crm.map(\.text) ?? []
    let articles = reading.scenario?.articles.map(\.text) ?? []
    let texts = (records + crm + articles).map { Reply($0) } + reading.heard.map(\.reply)
    return texts.flatMap { $0.values.map(\.value) }
  }

  let examples = [
    AutoFailExample(
      "a part told as the whole", breaches: ["I have refunded the full 120 EUR to your card."],
      [
        .customer("Give me back the 120 EUR for both tickets."), .act("refund", "60 EUR"),
        .trainee("I have refunded the full 120 EUR to your card."),
      ]),
    AutoFailExample(
      "a part told as a part",
      [
        .customer("Give me back the 120 EUR for both tickets."), .act("refund", "60 EUR"),
        .trainee("I have refunded 60 EUR; the other ticket was used."),
      ]),
    AutoFailExample(
      "another amount than the order's", breaches: ["you paid 30 EUR"], scenario: .ofExamples,
      [.customer("What did I pay?"), .trainee("I see you paid 30 EUR for it.")]),
    AutoFailExample(
      "the order's amount", scenario: .ofExamples,
      [.customer("What did I pay?"), .trainee("You paid 64.90 EUR for it.")]),
    AutoFailExample(
      "the customer's amount", scenario: .ofExamples,
      [.customer("I paid 30 EUR!"), .trainee("I hear that you paid 30 EUR. I will check that.")]),
    AutoFailExample(
      "a question", scenario: .ofExamples, [.customer("Refund me."), .trainee("Did you pay 30 EUR for it?")]),
    AutoFailExample("without a record", [.customer("What did I pay?"), .trainee("You paid 30 EUR.")]),
    AutoFailExample(
      "another price than the one on record, when asked", breaches: ["The garden cabin is 70 EUR a night."],
      scenario: .ofPrices,
      [.customer("What is the price of the cabin?"), .trainee("The garden cabin is 70 EUR a night.")]),
    AutoFailExample(
      "free, where the record has a fee", breaches: ["Nothing at all, just stay at home."],
      scenario: .ofPrices,
      [.customer("What does it cost me to cancel?"), .trainee("Nothing at all, just stay at home.")]),
    AutoFailExample(
      "the fee as it is", scenario: .ofPrices,
      [.customer("What does it cost me to cancel?"), .trainee("It isn't free any more: 25 EUR.")]),
    AutoFailExample(
      "a sum of what is on record", scenario: .ofPrices,
      [.customer("What is the price of the cabin?"), .trainee("Three nights come to 270 EUR.")]),
    AutoFailExample(
      "nothing known yet", scenario: .ofPrices,
      [.customer("What is the price of the cabin?"), .trainee("I look that up and tell you in a minute.")]),
    AutoFailExample(
      "another thing is free", scenario: .ofPrices,
      [.customer("What does the sauna cost?"), .trainee("The sauna is free for guests.")]),
    AutoFailExample(
      "a way to save that is offered", scenario: .ofPrices,
      [.customer("What is the price of the cabin?"), .trainee("With our card I could take 12 EUR off.")]),
  ]
}
