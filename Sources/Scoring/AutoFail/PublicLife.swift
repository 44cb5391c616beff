import Language

/// What a public reply lays open of somebody's life: where they live, when they are seen, how they pay; or what it has
/// them lay open in a comment.
struct PublicLife {
  let reply: ReadReply
  let posted: Set<String>

  var told: [TextRange] {
    homes + reply.sentences.filter { !$0.isQuestion && (isAppointment($0) || isHistory($0)) }.map(\.range)
  }

  // MARK: Where they live

  /// "14 Heron Row, Frome", "Flat 2, 81 Canal Street, LS2": a number, a name and a place, and theirs.
  private var homes: [TextRange] {
    let tokens = reply.reply.tokens
    return tokens.indices.compactMap { index in
      let digits = tokens[index].text(in: reply)
      guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        !posted.contains(tokens[index].normal), index + 3 < tokens.count,
        tokens[index + 1].letterCase == .capitalised, !posted.contains(tokens[index + 1].normal),
        let sentence = reply.sentence(of: index)
      else { return nil }
      let rest = (index + 2..<min(index + 7, sentence.tokens.upperBound))
      guard let comma = rest.first(where: { tokens[$0].normal == "," }),
        comma + 1 < sentence.tokens.upperBound,
        tokens[comma + 1].letterCase != .lower, isTheirs(sentence)
      else { return nil }
      return TextRange(tokens[index].range).through(TextRange(tokens[comma + 1].range))
    }
  }

  /// Sent to, held for or asked of them; not how we are reached.
  private func isTheirs(_ sentence: ReadSentence) -> Bool {
    let words = reply.words(of: sentence)
    return words.contains {
      ["you", "your", "him", "her", "still", "have", "flat", "door", "ur"].contains($0)
    }
      && !words.contains {
        ["us", "our", "shop", "store", "branch", "open", "office", "visit", "depot"].contains($0)
      }
  }

  // MARK: When they are seen

  /// "Your follow-up is on Thursday with Dr Marsh": a visit of theirs at a doctor's.
  private func isAppointment(_ sentence: ReadSentence) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let words = tokens.map(\.normal)
    let isVisit =
      words.contains { word in
        [
          "appointment", "follow-up", "followup", "check-up", "checkup", "consultation", "session",
          "screening",
        ]
        .contains(word)
      } || zip(words, words.dropFirst()).contains { $0 == "follow" && $1 == "up" }
    let isMedical = words.contains {
      ["dr", "doctor", "clinic", "nurse", "ward", "consultant", "midwife"].contains($0)
    }
    let isTimed = tokens.contains { [.date, .time].contains($0.kind) || $0.value.map(Self.isDay) ?? false }
    return words.contains { ["your", "ur"].contains($0) } && isVisit && isMedical && isTimed
      && !words.contains { ["if", "book", "our"].contains($0) }
  }

  private static func isDay(_ value: Value) -> Bool {
    switch value {
    case .day, .time: true
    default: false
    }
  }

  // MARK: How they pay

  /// "Mr Beale had two direct debits returned": a customer by name, and a payment that failed.
  private func isHistory(_ sentence: ReadSentence) -> Bool {
    let words = reply.words(of: sentence)
    func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }
    return has(["mr", "mrs", "ms", "miss", "he", "she", "customer"])
      && has(["debit", "debits", "payment", "payments", "card", "cheque", "bill", "bills", "rent"])
      && has(["unpaid", "returned", "bounced", "missed", "declined", "rejected", "overdue", "late"])
      && !has(["if", "when", "unless"])
  }

  // MARK: What they are to post

  /// "Pop your name, email and address in a comment": personal things, and a place anybody reads.
  var asked: [TextRange] {
    reply.sentences.filter { sentence in
      let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      let words = tokens.map(\.normal)
      let isOpen = words.contains { ["comment", "comments", "below", "thread", "publicly"].contains($0) }
      let isTold = tokens.contains { Self.posting.contains($0.normal) && !$0.stance.contains(.negated) }
      return isOpen && isTold && words.contains(where: Self.things.contains)
        && !words.contains {
          ["dm", "private", "privately", "never", "pm", "inbox", "don't", "not"].contains($0)
        }
    }.map(\.range)
  }

  private static let posting: Set<String> = [
    "pop", "drop", "post", "put", "leave", "write", "share", "give", "add", "type", "comment", "reply",
    "send",
  ]
  private static let things: Set<String> = [
    "address", "email", "e-mail", "phone", "mobile", "birthday", "dob", "birth", "surname", "postcode",
    "iban",
  ]
}

extension Token {
  /// The word as it was written.
  fileprivate func text(in reply: ReadReply) -> String { reply.words(at: TextRange(range)) }
}
