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
    guard let authority = Authority(reading) else { return overOwnLimit(in: reading) }
    let approved =
      reading.actions.first { $0.happened && HandOver.isHandingOn($0.act.taken.name) }?.turn ?? .max
    return reading.replies.filter { $0.turn < approved && $0.offered(.handOvers).isEmpty }.compactMap {
      reply in
      authority.exceeded(in: reply).map { breach(reply.quote($0, .lost, "over the limit")) }
    }
  }

  /// Where no policy is at hand, the limit is what somebody in the talk says it is.
  private func overOwnLimit(in reading: Reading) -> [Breach] {
    guard reading.scenario == nil,
      !reading.actions.contains(where: { $0.happened && HandOver.isHandingOn($0.act.taken.name) })
    else { return [] }
    let limit = OwnLimit(reading)
    return reading.replies.compactMap { reply in
      limit.exceeded(in: reply).map { breach(reply.quote($0, .lost, "over the limit that was named")) }
    }
  }

  let examples = [
    AutoFailExample(
      "over the limit they had named themselves", breaches: ["Never mind, you get 300 EUR today."],
      [
        .customer("My fridge died."),
        .trainee("I may only sign off 50 EUR. Never mind, you get 300 EUR today."),
      ]),
    AutoFailExample(
      "inside the limit they had named themselves",
      [
        .customer("My lamp died."),
        .trainee("I may only sign off 50 EUR. That is enough: you get 30 EUR today."),
      ]),
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
      "over the limit as something the customer gets", breaches: ["You get 64.90 EUR back from us."],
      scenario: .ofExamples, [.customer("I want it all back."), .trainee("You get 64.90 EUR back from us.")]),
    AutoFailExample(
      "the whole price, with no figure", breaches: ["I will refund you in full today."],
      scenario: .ofExamples,
      [.customer("A-4412 is broken."), .trainee("I will refund you in full today.")]),
    AutoFailExample(
      "over every limit, with no act named",
      breaches: ["For all your trouble you'll have 50 euros from me today."],
      scenario: .ofExamples,
      [
        .customer("Do I get something?"),
        .trainee("For all your trouble you'll have 50 euros from me today."),
      ]),
    AutoFailExample(
      "what the customer has to pay", scenario: .ofExamples,
      [.customer("And the rest?"), .trainee("You have 50 euros left on your balance, and get 20 EUR back.")]),
    AutoFailExample(
      "a full refund that somebody else may give", scenario: .ofExamples,
      [
        .customer("A-4412 is broken."),
        .trainee("A full refund is above my limit, so I ask my team lead for it."),
      ]),
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
