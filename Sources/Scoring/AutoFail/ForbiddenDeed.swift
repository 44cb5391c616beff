import Domain
import Language

/// An act that somebody with a say had ruled out: a colleague's word in the thread, or a date the customer had set.
struct ForbiddenDeed {
  private let action: ReadAction
  private let reading: Reading

  init(_ action: ReadAction, _ reading: Reading) {
    self.action = action
    self.reading = reading
  }

  var isSo: Bool { isBanned || isEarly || isSomebodyElses }

  // MARK: Ruled out by a colleague

  /// "Don't refund this one, send it over to me": the last word of a colleague on the deed is a no.
  private var isBanned: Bool {
    guard let deed = FinalDeed(action) else { return false }
    let colleagues = reading.heard.filter { $0.speaker == .agent && $0.turn < action.turn }
    guard
      let last = colleagues.last(where: { turn in
        turn.reply.tokens.contains { deed.stems.contains($0.stem) } || Self.holdsAll(turn.reply)
      })
    else { return false }
    return deed.isForbidden(in: last.reply) || Self.holdsAll(last.reply)
  }

  /// "Do not touch this one", "leave it until I am back".
  private static func holdsAll(_ reply: Reply) -> Bool {
    reply.tokens.contains {
      ["touch", "release", "process", "action"].contains($0.stem) && $0.stance.contains(.negated)
    }
      && !reply.tokens.contains { $0.normal == "?" }
  }

  // MARK: Before its day

  /// "Until Friday I need it", and the act says "today" or "now".
  private var isEarly: Bool {
    let argument = Reply(action.act.taken.argument).words.map(\.normal)
    guard argument.contains(where: Self.atOnce.contains), action.isIrreversible,
      let last = reading.customerTurns.last(where: { turn in
        turn.turn < action.turn && turn.reply.values.contains { Self.isLater($0.value) }
      })
    else { return false }
    return !last.reply.words.contains { Self.atOnce.contains($0.normal) || $0.normal == "asap" }
      && last.reply.words.contains {
        ["until", "till", "til", "end", "before", "from", "per"].contains($0.normal)
      }
  }

  private static func isLater(_ value: Value) -> Bool {
    guard case .day(let day) = value else { return false }
    switch day {
    case .relative(let days): return days > 0
    case .weekday, .week, .month, .calendar: return true
    }
  }

  private static let atOnce: Set<String> = ["now", "today", "immediately", "immediate", "instantly"]

  // MARK: Another's

  /// Somebody else's account, ended or paid out with nobody's identity looked at.
  private var isSomebodyElses: Bool {
    guard action.isEnding || action.isPayment, !action.isPaper,
      Reply(action.act.taken.argument).words.contains(where: { Self.accounts.contains($0.normal) })
    else { return false }
    let isChecked =
      reading.actions.contains {
        $0.happened && $0.turn < action.turn && $0.act.taken.name.hasPrefix("verify")
      }
      || reading.replies.contains { $0.turn < action.turn && $0.heard(.identityCheck, atLeast: 0.4) != nil }
    guard !isChecked else { return false }
    return reading.customerTurns.contains { turn in
      guard turn.turn < action.turn, turn.heard(.thirdPerson, atLeast: 0.5) else { return false }
      let words = turn.reply.words.map(\.normal)
      return zip(words, words.dropFirst()).contains { word, next in
        ["he", "she", "they"].contains(word) && ["wants", "want", "asked", "said", "needs"].contains(next)
          || word == "on" && next == "behalf"
          || ["calling", "writing", "here"].contains(word) && next == "for"
      }
    }
  }

  private static let accounts: Set<String> = [
    "account", "policy", "savings", "pension", "contract", "profile", "membership", "isa",
  ]
}
