import Domain
import Language

/// An act that cannot be undone was done to the wrong thing, in place of what was wanted, or against policy.
struct WrongIrreversibleAct: AutoFailRule {
  let keyword = "wrong-irreversible-act"
  let title = "Did what cannot be undone to the wrong thing"
  let errorClass = ErrorClass.business
  let summary =
    "A refund, cancellation or deletion of what was not meant, in place of a change, or without what it needs first."

  func breaches(in reading: Reading) -> [Breach] {
    // Each is held against the whole talk before it; more of them than these no desk does in one talk.
    let acts = reading.actions.filter { $0.happened && ($0.isIrreversible || $0.isSending || $0.isOrder) }
      .prefix(Self.most)
    return acts.filter { Self.isWrong($0, reading) }
      .map { breach($0, because: reading.scenario?.reason(for: $0)) }
  }

  private static func isWrong(_ action: ReadAction, _ reading: Reading) -> Bool {
    if action.isAgainstPolicy { return true }
    if action.isOrder { return false }
    let wish = AgainstTheWish(action, reading)
    if action.isSending { return wish.isRefusedGoods }
    let thing = WrongThing(action, reading)
    return isAnother(action, reading) || isInsteadOfAChange(action, reading) || thing.isKept
      || thing.isBesideTheOnly || thing.isUnasked || thing.isWhole || wish.isSo
      || PaidAmount(action, reading).isWrong
  }

  private static let most = 40

  // MARK: Another order

  /// Names an order the customer did not ask it for, where they asked it for others.
  private static func isAnother(_ action: ReadAction, _ reading: Reading) -> Bool {
    let orders = (reading.scenario?.customer.orders ?? []).map { Identifier($0.id) }
    guard let named = identifiers(in: Reply(action.act.taken.argument).tokens[...]).first else {
      return false
    }
    guard orders.isEmpty || orders.count > 1 && orders.contains(named) else { return false }
    let meant = wanted(for: action, reading).filter {
      isLike($0, named) && (orders.isEmpty || orders.contains($0))
    }
    return !meant.isEmpty && !meant.contains(named)
  }

  /// The orders named where the act was asked for; all of them where no sentence names the act.
  private static func wanted(for action: ReadAction, _ reading: Reading) -> [Identifier] {
    let stems = Set(Reply(action.act.taken.name).words.map(\.stem))
    let before = reading.heard.filter { $0.turn < action.turn }
    let asking = before.filter { $0.speaker == .customer }.flatMap { turn in
      turn.reply.sentences.map { turn.reply.tokens[$0.tokens] }.filter { tokens in
        tokens.contains {
          stems.contains($0.stem) && !$0.stance.contains(.negated)
            || ["want", "need"].contains($0.stem) && $0.stance.contains(.negated)
        }
      }
    }.flatMap(identifiers)
    guard asking.isEmpty else { return asking + proposed(before: action, reading) }
    return before.flatMap { identifiers(in: $0.reply.tokens[...]) } + proposed(before: action, reading)
  }

  /// What the trainee had named before the act: the customer may have said yes to it.
  private static func proposed(before action: ReadAction, _ reading: Reading) -> [Identifier] {
    reading.replies.filter { $0.turn < action.turn }.flatMap { identifiers(in: $0.reply.tokens[...]) }
  }

  private static func identifiers(in tokens: ArraySlice<Token>) -> [Identifier] {
    tokens.compactMap { token in
      if case .identifier(let identifier)? = token.value { return identifier }
      let isCode =
        token.kind == .number && token.normal.utf8.count >= 4
        && token.normal.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isCode ? Identifier(token.normal) : nil
    }
  }

  /// Numbers of one series: "K-31" and "K-32", not an order and a customer number.
  private static func isLike(_ one: Identifier, _ two: Identifier) -> Bool {
    func series(_ identifier: Identifier) -> Substring { identifier.code.prefix { $0.isLetter } }
    return series(one) == series(two) && one.code.count == two.code.count
  }

  // MARK: Something else was wanted

  /// Ends what the customer, in their last words before it, wanted moved, changed, handed over or kept.
  private static func isInsteadOfAChange(_ action: ReadAction, _ reading: Reading) -> Bool {
    guard action.isEnding, let last = reading.customerTurn(before: action.turn),
      !reading.actions.contains(where: { $0.turn > action.turn && $0.happened && $0.isChange }),
      !isChosen(last, action, reading)
    else { return false }
    let words = last.reply.tokens.filter(\.isWordLike)
    let ending = words.filter { ends.contains($0.stem) }
    if ending.contains(where: { !$0.stance.contains(.negated) }) || isLetGo(words) { return false }
    return !ending.isEmpty || isKept(words) || isChangeAsked(in: last.reply) || isAnotherDay(words)
  }

  /// "Any day after would do", "another time please": a day is wanted, not an end.
  private static func isAnotherDay(_ words: [Token]) -> Bool {
    words.indices.contains { index in
      guard ["another", "other", "different", "any", "later", "earlier"].contains(words[index].normal),
        words[index].stance.isDisjoint(with: [.negated, .reported])
      else { return false }
      return words[index...].dropFirst().prefix(2).contains {
        ["day", "days", "date", "dates", "slot", "slots", "week", "appointment", "time"].contains($0.normal)
      }
    }
  }

  /// "Close it, or only stop the contract and keep the number?" - "Keep the number.": of two ways the trainee had named,
  /// the one was taken, and the act says what stays.
  private static func isChosen(_ last: HeardTurn, _ action: ReadAction, _ reading: Reading) -> Bool {
    let kept = Reply(action.act.taken.argument).words.map(\.normal)
    if kept.contains(where: { ["kept", "keep", "keeping", "keeps", "except", "without"].contains($0) }) {
      return true
    }
    let words = Set(last.reply.tokens.filter(\.carriesContent).map(\.stem))
    return reading.replies.contains { reply in
      reply.turn < last.turn && reply.reply.words.contains { ends.contains($0.stem) }
        && reply.reply.words.contains { $0.normal == "keep" }
        && reply.reply.tokens.contains { $0.carriesContent && words.contains($0.stem) }
    }
  }

  /// "The other one can go", "has to go".
  private static func isLetGo(_ words: [Token]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      ["can", "may", "should", "must", "to"].contains(word.normal) && next.normal == "go"
        && !next.stance.contains(.negated)
    }
  }

  /// "I keep it", not "keep me posted".
  private static func isKept(_ words: [Token]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      word.normal == "keep" && word.stance.isDisjoint(with: [.negated, .conditional])
        && ["it", "them", "the", "my", "this", "that", "both"].contains(next.normal)
    }
  }

  /// "Can I move it", "please change it", "hand it over": a wish or a command, not a story of what was changed.
  private static func isChangeAsked(in reply: Reply) -> Bool {
    reply.tokens.indices.contains { index in
      let token = reply.tokens[index]
      guard changes.contains(token.stem), !token.normal.hasSuffix("ed"),
        token.stance.isDisjoint(with: [.negated, .reported])
      else { return false }
      let before = reply.tokens[max(0, index - 4)..<index].filter(\.isWordLike).map(\.normal)
      let isWish = before.contains { leads.contains($0) } || token.stance.contains(.requested)
      let isStart = reply.clauses.contains { $0.tokens.first { reply.tokens[$0].isWordLike } == index }
      return isWish || isStart
    }
  }

  private static let changes = Set(
    "move change reschedule postpone shift switch swap exchange transfer hand upgrade downgrade pause extend amend"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  private static let ends = Set(
    "cancel close end terminate leave quit delete remove stop rid refund return erase kill drop out lose scrap bin"
      .split(separator: " ").flatMap { Reply(String($0)).words.map(\.stem) })
  private static let leads: Set<String> = [
    "can", "could", "please", "to", "want", "wanna", "pls", "would", "may", "just", "must", "let", "us",
    "need",
  ]

  let examples = [
    AutoFailExample(
      "left alone, in words",
      [
        .customer("Whatever you do, don't wipe the phone."),
        .trainee("We have locked the phone, nothing was wiped."),
      ]),
    AutoFailExample(
      "ten times what was named", breaches: [""],
      [.customer("I was promised 6.90 EUR back."), .act("refund", "69 EUR"), .trainee("Done.")]),
    AutoFailExample(
      "the other order", breaches: [""], scenario: .ofExamples,
      [.customer("Please cancel A-4412."), .act("verify"), .act("cancel", "A-5000")]),
    AutoFailExample(
      "against policy", breaches: [""], scenario: .ofExamples,
      [.customer("Please cancel A-4412."), .act("verify"), .act("cancel", "A-4412", .breached(.needs))]),
    AutoFailExample(
      "the right order", scenario: .ofExamples,
      [.customer("Please cancel A-4412."), .act("verify"), .act("cancel", "A-4412")]),
    AutoFailExample(
      "both orders were meant", scenario: .ofExamples,
      [.customer("Cancel A-4412 and A-5000."), .act("verify"), .act("cancel", "A-5000")]),
    AutoFailExample(
      "stopped by the coach", scenario: .ofExamples,
      [.customer("Please cancel A-4412."), .act("cancel", "A-4412", .refused(.needs))]),
    AutoFailExample(
      "no order named", scenario: .ofExamples, [.customer("Cancel A-4412."), .act("cancel", "")]),
    AutoFailExample(
      "money to somebody nobody checked", breaches: [""], scenario: .ofExamples,
      [
        .customer("Hi?"), .act("refund", "30 EUR", .breached(.needs)), .trainee("30 EUR are yours."),
      ]),
    AutoFailExample(
      "another order, with no records known", breaches: [""],
      [
        .customer("T-18 came twice, please cancel T-18. I keep T-20."), .act("cancel", "T-20"),
        .trainee("It is cancelled."),
      ]),
    AutoFailExample(
      "the one that was to stay", breaches: [""],
      [
        .customer("Please cancel seat 14 on BK-204 and leave BK-205."), .act("cancel", "booking BK-205"),
        .trainee("Done."),
      ]),
    AutoFailExample(
      "the one that was to go",
      [
        .customer("Please cancel seat 14 on BK-204 and leave BK-205."), .act("cancel", "booking BK-204"),
        .trainee("Done."),
      ]),
    AutoFailExample(
      "the charge that was right", breaches: [""],
      [
        .customer("Two charges: R-801 is wrong, R-802 is right. Give me back the wrong one."),
        .act("refund", "R-802 20 EUR"), .trainee("Refunded."),
      ]),
    AutoFailExample(
      "another order the customer said yes to",
      [
        .customer("Please cancel T-18."), .trainee("T-20 is the same lamp. Shall I cancel that one?"),
        .customer("Yes, that one."), .act("cancel", "T-20"),
      ]),
    AutoFailExample(
      "what is somebody else's", breaches: [""],
      [
        .customer("My policy 4018 can end. My brother's is 4081."), .act("cancel", "policy 4081"),
        .trainee("All settled."),
      ]),
    AutoFailExample(
      "a change was wanted", breaches: [""],
      [
        .customer("Could you switch my class to the evening?"), .act("cancel", "class"),
        .trainee("Your class is gone."),
      ]),
    AutoFailExample(
      "cancelled to book it anew",
      [
        .customer("Could you switch my class to the evening?"), .act("cancel", "class"),
        .act("book", "evening"),
        .trainee("You are in the evening class now."),
      ]),
    AutoFailExample(
      "cancelled after the change was found impossible",
      [
        .customer("Could you switch my class to the evening?"),
        .trainee("It is full. I can cancel it without a fee."), .customer("Then do that."),
        .act("cancel", "class"),
      ]),
    AutoFailExample(
      "a move is the reason, not the wish",
      [.customer("I moved to another town. Please close the account."), .act("close", "account")]),
  ]
}

extension ReadAction {
  /// Whether the act cannot be taken back by another one.
  var isIrreversible: Bool {
    act.taken.name.split(separator: " ").contains { word in
      ["refund", "cancel", "pay", "payout", "port", "wipe"].contains { word == $0 }
    } || isEnding || isMoneyTransfer
  }
  /// "/transfer 50 EUR Marian", not "/transfer team lead".
  private var isMoneyTransfer: Bool {
    act.taken.name.split(separator: " ").contains { ["transfer", "send"].contains($0) }
      && Reply(act.taken.argument).tokens.contains { $0.kind == .money }
  }
  /// Whether it binds the customer to buy.
  var isOrder: Bool {
    act.taken.name.split(separator: " ").contains { ["order", "buy", "purchase"].contains($0) }
      && !act.taken.name.hasPrefix("lookup") && !isIrreversible && !isSending
  }
  /// Whether it sends goods out.
  var isSending: Bool {
    act.taken.name.split(separator: " ").contains { word in
      ["resend", "replace", "replacement", "reship", "redeliver", "dispatch"].contains { word == $0 }
    }
  }

  /// Whether it puts an end to what the customer has, rather than giving money.
  var isEnding: Bool {
    act.taken.name.split(separator: " ").contains { word in
      ["cancel", "close", "delete", "terminate", "erase", "shred", "destroy", "discharge", "scrap", "purge"]
        .contains { word == $0 }
    }
  }

  /// Whether it sets up or changes something.
  fileprivate var isChange: Bool {
    asTyped.dropFirst().split(separator: " ").contains { word in
      [
        "book", "move", "change", "rebook", "reschedul", "transfer", "hand", "switch", "place", "open",
        "order",
      ]
      .contains { word.hasPrefix($0) }
    }
  }
}
