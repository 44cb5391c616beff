import Domain
import Language

/// Where a reply tells something that only the owner of the record may hear.
struct ProtectedWords {
  /// The words of each protected line of the desk's record, in normal form.
  private let records: [[String]]
  /// Stems of what the desk's record says, and of what its orders say.
  private let entries: Set<String>
  private let reading: Reading

  init(_ reading: Reading) {
    self.reading = reading
    let customer = reading.scenario?.customer
    let lines = (customer?.crm ?? []).map(\.text) + (customer?.orders ?? []).flatMap { $0.fields.map(\.text) }
    entries = Set(lines.flatMap { Reply($0).tokens.filter(\.carriesContent).map(\.stem) })
    records = (reading.scenario?.customer.crm ?? []).filter { Self.isProtected($0.name) }
      .map { Reply($0.text).words.map(\.normal) }.filter(Self.isTelling)
  }

  /// Stretches of a reply that tell a record the customer had not told first; `told`: said as so, not asked.
  func disclosed(in reply: ReadReply) -> [(range: TextRange, told: Bool)] {
    let words = reply.reply.tokens.indices.filter { reply.reply.tokens[$0].isWordLike }
    let normal = words.map { reply.reply.tokens[$0].normal }
    return records.compactMap { record in
      guard let place = normal.firstPlace(of: record), !wasTold(record, before: reply.turn) else {
        return nil
      }
      let tokens = words[place]..<words[place + record.count - 1] + 1
      return (reply.range(of: tokens), reply.reply.stance(of: tokens).isAsserted && !isAsked(tokens, reply))
    }
  }

  /// Sentences that read from the record what the customer had not told: "it was estimated, I see here".
  ///
  /// The words must say where it stands; what is so in general, what is asked and what is denied is none.
  func readOut(in reply: ReadReply) -> [(range: TextRange, told: Bool)] {
    reply.sentences.compactMap { sentence in
      let tokens = sentence.tokens.map { reply.reply.tokens[$0] }
      let words = tokens.filter(\.isWordLike).map(\.normal)
      guard !sentence.isQuestion, Self.isReading(words), !words.contains(where: Self.general.contains) else {
        return nil
      }
      let news = tokens.contains { token in
        token.stance.isAsserted && (token.carriesContent || token.value != nil)
          && entries.contains(token.stem)
          && !reading.customerStems.contains(token.stem)
      }
      return news ? (sentence.range, true) : nil
    }
  }

  /// "I can see here", "it says", "our records show".
  private static func isReading(_ words: [String]) -> Bool {
    let runs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    return !runs.isDisjoint(with: readings)
  }

  private static let readings: Set<String> = [
    "see here", "see it", "see that", "see from", "see on", "see in", "it says", "says here", "record says",
    "records say", "record shows", "records show", "account shows", "account says", "file says",
    "screen says",
    "system says", "system shows", "screen shows", "it shows", "stands here", "down as", "notes say",
    "note says",
    "have here", "according to", "front of",
  ]
  private static let general: Set<String> = [
    "general", "generally", "usually", "normally", "typically", "if", "before", "once", "can not", "cannot",
    "unless",
  ]

  private func isAsked(_ tokens: Range<Int>, _ reply: ReadReply) -> Bool {
    reply.sentence(of: tokens.lowerBound)?.isQuestion ?? false
  }

  private func wasTold(_ record: [String], before turn: Int) -> Bool {
    reading.customerTurns.contains { heard in
      heard.turn < turn && heard.reply.words.map(\.normal).firstPlace(of: record) != nil
    }
  }

  /// Lines that say where somebody lives, how to reach them, or how they pay.
  private static func isProtected(_ name: String) -> Bool {
    let marks = [
      "address", "street", "postcode", "zip", "phone", "mobile", "email", "birth", "iban", "bank", "card",
      "balance",
      "salary", "password", "pin",
    ]
    return name.lowercased().split { $0 == "_" || $0 == " " }.contains { word in marks.contains { word == $0 }
    }
  }

  /// One word is only telling when it holds a number or is an address of its own.
  private static func isTelling(_ words: [String]) -> Bool {
    words.count >= 2
      || words.contains {
        $0.utf8.count >= 4 && $0.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x40 }
      }
  }
}

extension [String] {
  /// Where a run of words first stands in these, or nil.
  fileprivate func firstPlace(of run: [String]) -> Int? {
    guard !run.isEmpty, run.count <= count else { return nil }
    return (0...(count - run.count)).first { Array(self[$0..<$0 + run.count]) == run }
  }
}
