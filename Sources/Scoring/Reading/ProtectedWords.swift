import Domain
import Language

/// Where a reply tells something that only the owner of the record may hear.
struct ProtectedWords {
  /// The words of each protected line of the desk's record, in normal form.
  private let records: [[String]]
  private let reading: Reading

  init(_ reading: Reading) {
    self.reading = reading
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
