import Domain
import Language

/// Finds what somebody's words have already told.
struct SlotReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  func told(in turn: HeardTurn) -> [(NoRepeatQuestion.Slot, String)] {
    var told: [(NoRepeatQuestion.Slot, String)] = []
    var before = ""
    for token in turn.reply.tokens {
      defer { before = token.normal }
      switch token.kind {
      case .identifier: told.append((.order, turn.reply.text[token.range]))
      case .money where turn.speaker == .customer: told.append((.amount, turn.reply.text[token.range]))
      case .number where turn.speaker == .customer && Self.paying.contains(before):
        told.append((.amount, turn.reply.text[token.range]))
      case .address where token.normal.contains("@"): told.append((.email, turn.reply.text[token.range]))
      case .date where turn.speaker == .customer && tellsDue(turn):
        told.append((.date, turn.reply.text[token.range]))
      case .word, .number, .percent, .money, .duration, .time, .date, .address, .punctuation, .emoji: break
      }
    }
    guard turn.speaker == .customer else { return told }
    if !turn.mentions(.trouble).isEmpty || turn.reply.words.count >= 8 {
      told.append((.problem, "the matter"))
    }
    if let name = reading.customerNames.first, turn.reply.tokens.contains(where: { $0.normal == name }) {
      told.append((.name, name.sentenceCased))
    }
    if let item = itemNamed(in: turn) { told.append((.item, item)) }
    return told
  }

  /// What the desk shows: the number, thing and price of the only order, and the e-mail address.
  func shown() -> [NoRepeatQuestion.Slot: String] {
    guard let customer = reading.scenario?.customer else { return [:] }
    var shown: [NoRepeatQuestion.Slot: String] = [:]
    if customer.orders.count == 1, let order = customer.orders.first {
      shown[.order] = order.id
      shown[.item] = order.fields.first { $0.name == "item" }?.text
      shown[.amount] = order.paid?.description
    }
    shown[.email] = customer.crm.first { ["email", "e_mail", "mail"].contains($0.name) }?.text
    return shown
  }

  /// "I paid 39 twice": a number behind one of these is an amount.
  private static let paying: Set<String> = [
    "paid", "charged", "billed", "debited", "cost", "costs", "took", "owe",
  ]

  private func tellsDue(_ turn: HeardTurn) -> Bool {
    turn.reply.tokens.contains {
      ["due", "supposed", "promised", "ordered", "booked", "expected"].contains($0.normal)
    }
  }

  /// A word of the ordered item's name in the customer's words.
  private func itemNamed(in turn: HeardTurn) -> String? {
    let items = reading.scenario?.customer.orders.flatMap(\.fields).filter { $0.name == "item" } ?? []
    let stems = Set(items.flatMap { Reply($0.text).words }.filter { $0.normal.utf8.count > 3 }.map(\.stem))
    guard !stems.isEmpty else { return nil }
    return turn.reply.tokens.first { stems.contains($0.stem) }.map { turn.reply.text[$0.range] }
  }
}
