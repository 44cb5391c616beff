import Domain
import Language

/// What a reply says was done at the desk that the desk shows to be otherwise.
struct DeskClaim {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  // MARK: Refused, and told as done

  /// "Your 34 euros went through just now", where the desk refused the refund and nothing happened after it.
  func bounced(_ reply: ReadReply) -> TextRange? {
    let failed = reading.actions.filter { failed in
      failed.turn < reply.turn && !failed.happened && !failed.isNote
        && !reading.actions.contains { $0.happened && !$0.isNote && $0.turn > failed.turn }
    }
    guard let act = failed.last, !admits(reply) else { return nil }
    let told = reply.sentences(with: .done, atLeast: 0.7) + reply.sentences(with: .remedy, atLeast: 0.7)
    return told.first { sentence in
      !sentence.isQuestion && isOver(sentence, reply) && isAbout(act, sentence, reply)
    }?.range
  }

  /// A reply that says it did not work, or that somebody else sees to it, tells nothing false.
  private func admits(_ reply: ReadReply) -> Bool {
    reply.reply.tokens.contains { token in
      ["not", "refused", "declined", "failed", "unable", "blocked", "stuck", "error", "limit"].contains(
        token.normal)
        || token.stance.contains(.negated)
    } || reply.heard(.handOver, atLeast: 0.5) != nil || !reply.mentioned(.escalations).isEmpty
  }

  /// "Went through", "all done", "is sent": told as over.
  private func isOver(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    reply.words(of: sentence).contains { word in
      word.hasSuffix("ed") && word.utf8.count >= 5 || Self.over.contains(word)
    }
  }

  private static let over: Set<String> = [
    "done", "went", "gone", "sent", "paid", "sorted", "through", "back",
  ]

  /// The same amount or deed, or nothing but "done".
  private func isAbout(_ act: ReadAction, _ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens]
    let amounts = Self.amounts(in: Reply(act.act.taken.argument).tokens[...])
    if !amounts.isDisjoint(with: Self.amounts(in: tokens)) { return true }
    let name = act.act.taken.name
    return tokens.contains { $0.stem.utf8.count >= 4 && name.hasPrefix($0.stem) }
      || sentence.wordCount <= 3 && tokens.contains { ["done", "sorted"].contains($0.normal) }
  }

  // MARK: Part paid, and told as the whole

  /// "I've paid the full 58.60 back", where the desk shows 20.
  func overstated(_ reply: ReadReply) -> TextRange? {
    let paid = reading.actions.filter { $0.happened && $0.isPayment }
    let each = paid.map { Self.amounts(in: Reply($0.act.taken.argument).tokens[...]) }
    guard !each.isEmpty, each.allSatisfy({ $0.count == 1 }) else { return nil }
    let amounts = each.compactMap(\.first)
    let whole = amounts.reduce(0, +)
    return reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion, isPaidBack(sentence, reply) else { return false }
      let told = Self.amounts(in: reply.reply.tokens[sentence.tokens])
      let all = Self.amounts(in: reply.reply.tokens[...])
      return told.count == 1 && told.allSatisfy { $0 > whole } && all.isDisjoint(with: amounts)
    }?.range
  }

  /// "I have refunded", "we paid ... back": done by us, in the past and in earnest.
  private func isPaidBack(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let words = tokens.map(\.normal)
    let isOurs = zip(words, words.dropFirst()).contains { person, verb in
      ["i", "we"].contains(person) && Self.paying.contains(verb)
    }
    guard isOurs, !words.contains(where: Self.leaving.contains) else { return false }
    return words.contains { ["refunded", "reimbursed", "credited"].contains($0) }
      || words.contains { ["paid", "sent", "put", "gave", "given", "returned"].contains($0) }
        && words.contains("back")
  }

  /// Amounts in hundredths, with or without a currency.
  static func amounts(in tokens: ArraySlice<Token>) -> Set<Int> {
    Set(
      tokens.compactMap { token in
        switch token.value {
        case .money(let amount, _)?: amount.hundredths
        case .number(let number)? where token.kind == .number: number.hundredths
        default: nil
        }
      })
  }

  private static let paying: Set<String> = [
    "have", "just", "paid", "sent", "refunded", "put", "gave", "already",
  ]
  /// Of a part, of what may be, or of what somebody wished.
  private static let leaving: Set<String> = ["will", "can", "could", "not", "if", "of", "asked", "passed"]
}
