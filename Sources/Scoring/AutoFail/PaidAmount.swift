import Domain
import Language

/// A payment held against the amounts that were named, and against money that the customer has already.
struct PaidAmount {
  private let action: ReadAction
  private let before: [HeardTurn]
  private let reading: Reading

  init(_ action: ReadAction, _ reading: Reading) {
    self.action = action
    self.reading = reading
    before = reading.customerTurns.filter { $0.turn < action.turn }
  }

  /// Whether the wrong amount went out, or went out again.
  var isWrong: Bool { action.isPayment && !before.isEmpty && (isAnother || isPaidAlready) }

  // MARK: Another amount

  /// Twice as much and more than anybody had named: no sum, and no few times one of them.
  private var isAnother: Bool {
    guard let given = amounts(in: Reply(action.act.taken.argument)).first else { return false }
    if isSlipOfThePoint(given) { return true }
    let heard = reading.heard.filter { $0.turn < action.turn }.flatMap { amounts(in: $0.reply) }
    let replies = reading.replies.filter { $0.turn < action.turn }
    let told = replies.flatMap { amounts(in: $0.reply) }
    if replies.contains(where: { DeskClaim.amounts(in: $0.reply.tokens[...]).contains(given) }) {
      return false
    }
    let records = (reading.scenario?.customer.orders ?? []).compactMap(\.paid?.hundredths)
    let named = Set(heard + told + records)
    guard let most = named.max(), !heard.isEmpty, !named.contains(given) else { return false }
    return given >= 2 * most && given > named.reduce(0, +) && !(2...4).contains { $0 * most == given }
  }

  private func amounts(in reply: Reply) -> [Int] {
    reply.values.compactMap { if case .money(let amount, _) = $0.value { amount.hundredths } else { nil } }
  }

  /// Ten or a hundred times what was named, with no such number of things in the talk: 69.00 for 6.90.
  private func isSlipOfThePoint(_ given: Int) -> Bool {
    let all = reading.heard.map(\.reply) + reading.replies.map(\.reply)
    let named = all.reduce(into: Set<Int>()) { $0.formUnion(DeskClaim.amounts(in: $1.tokens[...])) }
    guard !named.contains(given), named.contains(where: { $0 * 10 == given || $0 * 100 == given }) else {
      return false
    }
    return !all.contains { reply in
      reply.words.contains { ["10", "ten", "dozen", "100", "hundred"].contains($0.normal) }
    }
  }

  // MARK: Money that is there already

  /// "The 130 reached my account on Monday, all square": the same money again, which nobody had asked for.
  private var isPaidAlready: Bool {
    guard let last = before.last else { return false }
    let words = last.reply.words.map(\.normal)
    guard !words.contains(where: Self.missing.contains) else { return false }
    let given = DeskClaim.amounts(in: Reply(action.act.taken.argument).tokens[...])
    return last.reply.sentences.contains { sentence in
      let tokens = last.reply.tokens[sentence.tokens]
      guard !tokens.contains(where: { $0.normal == "?" }) else { return false }
      let isSameSum = !given.isDisjoint(with: DeskClaim.amounts(in: tokens))
      let isThere = tokens.indices.contains { index in
        Self.arriving.contains(tokens[index].normal) && tokens[index].stance.isAsserted
          && tokens[max(tokens.startIndex, index - 6)..<min(index + 5, tokens.endIndex)].contains {
            Self.money.contains($0.normal)
          }
      }
      return isThere && (isSameSum || given.isEmpty)
    }
  }

  private static let money: Set<String> = [
    "account", "bank", "refund", "money", "payment", "paypal", "statement", "credited", "balance",
  ]
  private static let arriving: Set<String> = [
    "reached", "arrived", "came", "received", "landed", "got", "credited", "hit", "is",
  ]
  /// Words of a part, a second one, or of what never came.
  private static let missing: Set<String> = [
    "but", "only", "missing", "still", "should", "short", "instead", "another", "second", "other", "twice",
    "not", "never", "again", "rest", "refund", "owe", "owed", "wrong", "charged", "more", "taken", "until",
  ]
}
