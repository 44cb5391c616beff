import Domain
import Language

/// The trainee gave, or promised in plain words, more than their limit allows, or acted without what it needs first.
///
/// Identity has its own rule, and acts that cannot be undone have theirs.
struct PromiseBeyondAuthority: AutoFailRule {
  let keyword = "promise-beyond-authority"
  let title = "Promised more than they may give"
  let errorClass = ErrorClass.business
  let summary =
    "An act over the limit or without what it needs, or a promise in words of an amount over the limit."

  func breaches(in reading: Reading) -> [Breach] {
    (acts(in: reading) + promises(in: reading)).sorted { $0.turn < $1.turn }
  }

  private func acts(in reading: Reading) -> [Breach] {
    let check = IdentityCheck(reading)
    return reading.actions.compactMap { action in
      switch action.act.outcome {
      case .breached(.overLimit): break
      case .breached(.needs):
        guard reading.scenario != nil, !check.protects(action), !action.isIrreversible, action.gives
        else { return nil }
      case .done, .refused, .breached(.tooLong), .impossible: return nil
      }
      return breach(action, because: reading.scenario?.reason(for: action))
    }
  }

  private func promises(in reading: Reading) -> [Breach] {
    let limits = reading.scenario?.actions.filter { $0.limit != nil } ?? []
    guard !limits.isEmpty else { return [] }
    let approved =
      reading.actions.first { $0.happened && HandOver.isHandingOn($0.act.taken.name) }?.turn ?? .max
    return reading.replies.filter { $0.turn < approved && $0.offered(.handOvers).isEmpty }.compactMap {
      reply in
      Self.promise(in: reply, limits).map { breach(reply.quote($0, .lost, "over the limit")) }
    }
  }

  /// "I will refund you 90 euros" in a sentence that asks nothing, denies nothing and leaves nothing open.
  private static func promise(in reply: ReadReply, _ limits: [DeskAction]) -> TextRange? {
    for sentence in reply.sentences where !sentence.isQuestion && sentence.standing != .copied {
      let tokens = reply.reply.tokens[sentence.tokens]
      guard
        reply.reply.stance(of: sentence.tokens).isDisjoint(with: [
          .negated, .conditional, .reported, .asked, .hedged,
        ]),
        !tokens.contains(where: { open.contains($0.normal) }),
        let amount = tokens.first(where: { isOver($0, limits, tokens) }),
        Commitment.all(in: reply).contains(where: {
          $0.isOwn && sentence.tokens.contains($0.tokens.lowerBound)
        })
      else { continue }
      return sentence.range.contains(TextRange(amount.range)) ? sentence.range : nil
    }
    return nil
  }

  /// Over the limit of the act whose name stands in the sentence.
  private static func isOver(_ token: Token, _ limits: [DeskAction], _ tokens: ArraySlice<Token>) -> Bool {
    guard case .money(let amount, let currency)? = token.value, let hundredths = amount.hundredths else {
      return false
    }
    return limits.contains { action in
      guard let limit = action.limit, limit.currency == currency.code, hundredths > limit.hundredths else {
        return false
      }
      let stems = Set(Reply(action.name).words.prefix(1).map(\.stem))
      return tokens.contains { stems.contains($0.stem) }
    }
  }

  /// Words that leave it to somebody else, or to what comes out.
  private static let open: Set<String> = [
    "ask", "asking", "request", "requesting", "manager", "lead", "supervisor", "approve", "approved",
    "approval",
    "decide", "check", "whether", "maybe", "might", "could", "would", "try", "see", "team", "limit", "up",
    "than",
    "paid", "cost", "price", "instead", "voucher",
  ]

  let examples = [
    AutoFailExample(
      "over the limit at the desk", breaches: [""], scenario: .ofExamples,
      [
        .customer("I want it all back."),
        .act(
          "refund", "64.90 EUR",
          .breached(
            .overLimit(
              limit: Money(hundredths: 4_000, currency: "EUR"),
              asked: Money(hundredths: 6_490, currency: "EUR")))),
      ]),
    AutoFailExample(
      "over the limit in words", breaches: ["I will refund you 64.90 EUR today."], scenario: .ofExamples,
      [.customer("I want it all back."), .trainee("I will refund you 64.90 EUR today.")]),
    AutoFailExample(
      "inside the limit", scenario: .ofExamples,
      [.customer("I want it all back."), .trainee("I will refund you 40 EUR today.")]),
    AutoFailExample(
      "asks the team lead for it", scenario: .ofExamples,
      [.customer("I want it all back."), .trainee("I will ask my team lead to refund you 64.90 EUR.")]),
    AutoFailExample(
      "says what it is not", scenario: .ofExamples,
      [
        .customer("I want it all back."),
        .trainee("I can't refund you 64.90 EUR, but I will refund 40 EUR now."),
      ]),
    AutoFailExample(
      "the coach stopped it", scenario: .ofExamples,
      [
        .customer("I want it all back."),
        .act(
          "refund", "64.90 EUR",
          .refused(
            .overLimit(
              limit: Money(hundredths: 4_000, currency: "EUR"),
              asked: Money(hundredths: 6_490, currency: "EUR")))),
      ]),
  ]
}

extension ReadAction {
  /// Whether the act gives or changes something; checks, look-ups, holds and notes only prepare.
  fileprivate var gives: Bool {
    !isVerification && !isLookUp && !isNote && !["hold", "resume"].contains(act.taken.name)
      && !HandOver.isHandingOn(act.taken.name)
  }
}
