import Domain
import Language

/// What the desk's policy lets a trainee give by themselves, and where a reply promises more in plain words.
struct Authority {
  /// Acts with a limit.
  private let limits: [DeskAction]
  /// Amounts on record a trainee may speak of as a whole, by the words that name them: "fee", 45 EUR.
  private let wholes: [(words: Set<String>, amount: Money)]

  /// Nil where no act has a limit.
  init?(_ reading: Reading) {
    limits = reading.scenario?.actions.filter { $0.limit != nil } ?? []
    guard !limits.isEmpty, let customer = reading.scenario?.customer else { return nil }
    let paid = customer.orders.compactMap(\.paid).map { (words: Self.everything, amount: $0) }
    let lines = (customer.crm + customer.orders.flatMap(\.fields)).compactMap { field in
      Self.amount(in: field.text).map {
        (words: Set(field.name.split(separator: "_").map(String.init)), amount: $0)
      }
    }
    wholes = (paid.count == 1 ? paid : []) + lines
  }

  private static func amount(in text: String) -> Money? {
    for (value, _) in Reply(text).values {
      if case .money(let amount, let currency) = value, let hundredths = amount.hundredths {
        return Money(hundredths: hundredths, currency: currency.code)
      }
    }
    return nil
  }

  /// The first sentence that gives an amount over the limit: it asks nothing, denies nothing and leaves nothing open.
  func exceeded(in reply: ReadReply) -> TextRange? {
    reply.sentences.first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      guard !sentence.isQuestion, sentence.standing != .copied,
        reply.reply.stance(of: sentence.tokens).isDisjoint(with: Self.unmeant),
        !tokens.contains(where: { Self.open.contains($0.normal) || Self.owing.contains($0.normal) }),
        gives(sentence, reply)
      else { return false }
      return limits.contains { isOver($0, tokens) }
    }?.range
  }

  private static let unmeant: Stance = [.negated, .conditional, .reported, .asked, .hedged]

  /// "I will ...", or what the customer is said to get.
  private func gives(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    if Commitment.all(in: reply).contains(where: {
      $0.isOwn && sentence.tokens.contains($0.tokens.lowerBound)
    }) {
      return true
    }
    let words = reply.reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
    return zip(words, words.dropFirst()).contains { first, second in
      ["you", "u"].contains(first) && ["get", "receive", "have"].contains(second)
        || ["i", "we"].contains(first) && Self.giving.contains(second)
        || ["am", "are"].contains(first) && ["waiving", "refunding", "crediting", "giving"].contains(second)
    }
      || zip(words, zip(words.dropFirst(), words.dropFirst(2))).contains { first, rest in
        first == "you" && rest.0 == "will" && ["get", "have", "receive"].contains(rest.1)
      }
  }

  private func isOver(_ action: DeskAction, _ tokens: ArraySlice<Token>) -> Bool {
    guard let limit = action.limit else { return false }
    let words = Set(tokens.map(\.normal))
    let stems = Set(Reply(action.name).words.prefix(1).map(\.stem))
    let family = Self.families.first { family in
      !family.isDisjoint(with: Reply(action.name).words.map(\.normal))
    }
    guard tokens.contains(where: { stems.contains($0.stem) }) || !words.isDisjoint(with: family ?? []) else {
      return isOverAll(tokens)
    }
    let named =
      tokens.compactMap { Self.amount($0) }.filter { $0.currency == limit.currency } + bare(tokens, limit)
    guard named.isEmpty else { return named.contains { $0.hundredths > limit.hundredths } }
    return !words.isDisjoint(with: Self.everything)
      && wholes.contains { whole in
        whole.amount.currency == limit.currency && whole.amount.hundredths > limit.hundredths
          && !whole.words.isDisjoint(with: words)
      }
  }

  /// "You'll have 50 euros from me": no act is named, and the amount is above whatever may be given.
  private func isOverAll(_ tokens: ArraySlice<Token>) -> Bool {
    let most = limits.compactMap(\.limit)
    return tokens.indices.contains { index in
      guard let amount = Self.amount(tokens[index]) else { return false }
      let same = most.filter { $0.currency == amount.currency }
      return !same.isEmpty && same.allSatisfy { amount.hundredths > $0.hundredths }
        && Self.isHandedOver(tokens[..<index])
    }
  }

  /// Whether the words before an amount end in giving it: "you get", "I put", "you'll have another".
  private static func isHandedOver(_ lead: ArraySlice<Token>) -> Bool {
    let words = lead.filter(\.isWordLike)
    guard
      let place = words.lastIndex(where: {
        !["a", "an", "the", "you", "another", "extra", "of", "back", "up", "in", "these", "those", "all"]
          .contains($0.normal)
      }), place > 0
    else { return false }
    let who = words[max(0, place - 2)..<place].map(\.normal)
    return ["get", "have", "receive"].contains(words[place].normal) && who.contains("you")
      || ["put", "give", "send", "add", "pay", "credit"].contains(words[place].normal)
        && who.contains { ["i", "we", "will"].contains($0) }
  }

  private static let owing: Set<String> = [
    "owe", "due", "balance", "spent", "left",
  ]

  /// "60 off", "the full 45": a number that an amount was meant by.
  private func bare(_ tokens: ArraySlice<Token>, _ limit: Money) -> [Money] {
    tokens.indices.compactMap { index in
      guard tokens[index].kind == .number, case .number(let number)? = tokens[index].value,
        let hundredths = number.hundredths
      else { return nil }
      let before = tokens[..<index].last?.normal ?? ""
      let after = tokens[(index + 1)...].first?.normal ?? ""
      let isMeant = ["full", "whole", "all"].contains(before) || ["off", "back"].contains(after)
      return isMeant ? Money(hundredths: hundredths, currency: limit.currency) : nil
    }
  }

  private static func amount(_ token: Token) -> Money? {
    guard case .money(let amount, let currency)? = token.value, let hundredths = amount.hundredths else {
      return nil
    }
    return Money(hundredths: hundredths, currency: currency.code)
  }

  /// Words for all there is of something.
  private static let everything: Set<String> = [
    "full", "whole", "entire", "everything", "complete", "completely",
  ]
  private static let giving: Set<String> = ["give", "waive", "credit", "refund", "pay", "put", "knock"]

  /// Words that speak of the same giving as an act's name does.
  private static let families: [Set<String>] = [
    ["refund", "reimburse", "payout", "back"], ["discount", "off", "less", "cheaper", "reduction"],
    ["waive", "off", "free"], ["credit", "goodwill", "off"], ["voucher", "coupon", "gift"],
  ]

  /// Words that leave it to somebody else, or to what comes out.
  private static let open: Set<String> = [
    "ask", "asking", "request", "requesting", "manager", "lead", "supervisor", "approve", "approved",
    "approval",
    "decide", "decides", "check", "whether", "maybe", "might", "could", "would", "try", "see", "team",
    "limit", "up",
    "than", "paid", "cost", "costs", "price", "instead", "above", "over", "most", "maximum", "if", "once",
  ]
}
