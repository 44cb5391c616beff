import Domain
import Language

/// What a reply says that a note, a failed act, a bot or the customer's own leaflet in the same talk says otherwise.
struct NotedClaim {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  func first(in reply: ReadReply) -> TextRange? {
    let notes = reading.actions.filter { $0.isNote && $0.happened && $0.turn < reply.turn }.suffix(16)
      .map { Reply($0.act.taken.argument) }
    let others = reading.heard.filter { $0.speaker != .customer && $0.turn < reply.turn }.suffix(16).map(
      \.reply)
    let lines = notes + others
    return priced(reply, lines) ?? free(reply, lines) ?? neverCame(reply, lines) ?? never(reply, notes)
      ?? gone(reply) ?? harmless(reply)
  }

  // MARK: Price

  /// "29.90 a month", where the note has 39.90 and nobody spoke of the other.
  private func priced(_ reply: ReadReply, _ lines: [Reply]) -> TextRange? {
    guard let asked = reading.customerTurn(before: reply.turn), Self.asksPrice(asked.reply) else {
      return nil
    }
    let listed = lines.flatMap { Self.prices(in: $0.tokens[...]) }
    guard !listed.isEmpty else { return nil }
    let heard = reading.heard.filter { $0.turn < reply.turn }.suffix(16).flatMap {
      DeskClaim.amounts(in: $0.reply.tokens[...])
    }
    let known = ThreadClaim.sums(
      of: Set(heard + lines.flatMap { DeskClaim.amounts(in: $0.tokens[...]) }).sorted().suffix(24))
    return reply.sentences.first { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      guard sentence.standing == .own, !sentence.isQuestion,
        !tokens.contains(where: { Self.loose.contains($0.normal) })
      else { return false }
      let told = Self.prices(in: tokens)
      return !told.isEmpty && told.allSatisfy { !known.contains($0) && !Self.isShare($0, of: known) }
        && tokens.contains { $0.kind == .money || $0.kind == .number } && Self.isInFigures(tokens, reply)
    }?.range
  }

  /// A half, a third, a twelfth of what is known.
  private static func isShare(_ amount: Int, of known: Set<Int>) -> Bool {
    known.contains { whole in (2...12).contains { abs(whole - $0 * amount) <= $0 } }
  }

  /// "Eighteen pounds fifty" is read as two amounts.
  private static func isInFigures(_ tokens: ArraySlice<Token>, _ reply: ReadReply) -> Bool {
    tokens.allSatisfy { token in
      DeskClaim.amounts(in: [token]).isEmpty
        || reply.words(at: TextRange(token.range)).utf8.contains { (0x30...0x39).contains($0) }
    }
  }

  private static func asksPrice(_ reply: Reply) -> Bool {
    let words = reply.words.map(\.normal)
    return zip(words, words.dropFirst()).contains { $0 == "how" && $1 == "much" }
      || words.contains { ["cost", "costs", "price", "fee", "pay"].contains($0) } && words.contains("what")
  }

  /// Amounts of money, and numbers with hundredths or by the month.
  private static func prices(in tokens: ArraySlice<Token>) -> Set<Int> {
    Set(
      tokens.indices.flatMap { index -> [Int] in
        let amounts = DeskClaim.amounts(in: tokens[index...index])
        let next = index + 1 < tokens.endIndex ? tokens[index + 1].normal : ""
        return amounts.filter {
          tokens[index].kind == .money || $0 % 100 != 0 || ["eur", "gbp", "usd"].contains(next)
        }
      })
  }

  private static let loose: Set<String> = [
    "about", "roughly", "around", "guess", "estimate", "off", "discount", "if", "instead", "less", "between",
  ]

  /// "Nothing at all, walk away any day", where the line before names what leaving costs.
  private func free(_ reply: ReadReply, _ lines: [Reply]) -> TextRange? {
    guard let asked = reading.customerTurn(before: reply.turn), Self.asksPrice(asked.reply),
      lines.contains(where: { line in
        line.sentences.contains { sentence in
          let tokens = line.tokens[sentence.tokens]
          return tokens.contains {
            ["cost", "fee", "charge", "costs", "fees"].contains($0.stem) || $0.normal == "costs"
          }
            && !Self.prices(in: tokens).isEmpty && !tokens.contains { $0.stance.contains(.negated) }
        }
      }), let sentence = reply.sentences.first(where: { $0.standing == .own && !$0.isQuestion })
    else { return nil }
    let words = reply.words(of: sentence)
    let isFree =
      words.first == "nothing" || words.first == "zero" || words.contains("free")
      || zip(words, words.dropFirst()).contains { $0 == "no" && ["fee", "cost", "charge"].contains($1) }
    let names = !Self.prices(in: reply.reply.tokens[...]).isEmpty
    return isFree && !names && !words.contains { ["if", "after", "from", "until", "extra"].contains($0) }
      ? sentence.range : nil
  }

  // MARK: Came or not

  /// "No form from you has ever come in", where the note says "claim form received".
  private func neverCame(_ reply: ReadReply, _ lines: [Reply]) -> TextRange? {
    reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion else { return false }
      let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
      let words = tokens.map(\.normal)
      let isNo =
        words.contains("never") || words.contains("ever") && words.contains { ["no", "not"].contains($0) }
        || zip(words, words.dropFirst()).contains { $0 == "no" && ["record", "trace"].contains($1) }
        || words.contains("no") && words.contains("file")
      guard isNo, words.contains(where: Self.filing.contains) else { return false }
      let named = Set(tokens.filter(\.carriesContent).map(\.stem))
      return lines.contains { line in
        line.words.contains { Self.filed.contains($0.normal) && !$0.stance.contains(.negated) }
          && (line.tokens.contains { named.contains($0.stem) && $0.carriesContent }
            || self.told(named, before: reply))
      }
    }?.range
  }

  /// What is denied was told by the customer in this very talk, before somebody logged it.
  private func told(_ named: Set<String>, before reply: ReadReply) -> Bool {
    reading.customerTurns(in: 0..<reply.turn).dropLast().suffix(8).contains { turn in
      turn.reply.tokens.contains { $0.carriesContent && named.contains($0.stem) }
    }
  }

  private static let filing: Set<String> = [
    "come", "came", "reached", "received", "arrived", "reported", "complained", "complaint", "sent", "file",
    "record", "filed", "got", "written", "wrote", "told", "registered", "logged", "trace",
  ]
  private static let filed: Set<String> = [
    "received", "logged", "scanned", "arrived", "registered", "filed", "recorded",
  ]

  /// "He was there on Tuesday", where the note says that the visit did not take place.
  private func never(_ reply: ReadReply, _ notes: [Reply]) -> TextRange? {
    let failed = notes.contains { note in
      note.sentences.contains { sentence in
        let tokens = note.tokens[sentence.tokens]
        let words = tokens.map(\.normal)
        let isNot = words.contains { ["not", "never", "missed", "no"].contains($0) }
        return isNot
          && words.contains {
            ["place", "visit", "sent", "show", "came", "attended", "delivered"].contains($0)
          }
          && words.contains {
            ["visit", "engineer", "driver", "courier", "technician", "appointment", "fitter"].contains($0)
          }
      }
    }
    guard failed else { return nil }
    return reply.sentences.first { sentence in
      let words = reply.words(of: sentence)
      let isThere = zip(words, words.dropFirst()).contains { word, next in
        ["he", "she", "they", "engineer", "driver", "courier", "technician", "we"].contains(word)
          && ["was", "were", "came", "rang", "knocked", "called", "visited", "stood"].contains(next)
      }
      return isThere && !sentence.isQuestion && sentence.standing == .own
        && !words.contains {
          ["not", "never", "sick", "off", "ill", "supposed", "meant", "sorry", "unable"].contains($0)
        }
    }?.range
  }

  /// "It's in the post, went off just now", where the desk could not send it.
  private func gone(_ reply: ReadReply) -> TextRange? {
    let failed = reading.actions.last { $0.turn < reply.turn && $0.isSending }
    guard let failed, !failed.happened,
      !reply.reply.words.contains(where: {
        ["not", "sorry", "couldn't", "failed", "can't", "problem", "error"].contains($0.normal)
      })
    else { return nil }
    return reply.sentences.first { sentence in
      let words = reply.words(of: sentence)
      let isSent = zip(words, words.dropFirst()).contains { word, next in
        ["the", "in"].contains(word) && next == "post"
          || ["went", "gone", "sent", "has"].contains(word)
            && ["off", "out", "left", "already"].contains(next)
          || word == "on" && ["its", "the"].contains(next)
            && words.contains("way")
      }
      return isSent && !sentence.isQuestion && sentence.standing == .own
        && !words.contains { ["will", "be", "would", "if", "once", "when"].contains($0) }
    }?.range
  }

  // MARK: Against a warning the customer reads out

  /// "They can't do you any harm", where the leaflet says not with what the customer takes.
  private func harmless(_ reply: ReadReply) -> TextRange? {
    guard let last = reading.customerTurn(before: reply.turn), Self.quotesWarning(last.reply) else {
      return nil
    }
    let isSentOn = reply.reply.words.contains {
      ["doctor", "pharmacist", "gp", "chemist", "leaflet", "sticker", "label"].contains(
        $0.normal)
    }
    guard !isSentOn else { return nil }
    return reply.sentences.first { sentence in
      let words = reply.words(of: sentence)
      return sentence.standing == .own && !sentence.isQuestion
        && (words.contains { ["harmless", "safe", "fine", "okay", "ok"].contains($0) }
          && !words.contains("not")
          || words.contains("harm")
            && words.contains { ["not", "no", "cannot", "can't", "won't", "never"].contains($0) })
        && !words.contains { ["if", "unsafe"].contains($0) }
    }?.range
  }

  private static func quotesWarning(_ reply: Reply) -> Bool {
    reply.sentences.contains { sentence in
      let words = reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
      let isPaper = words.contains {
        ["leaflet", "label", "box", "packet", "manual", "doctor", "bottle"].contains($0)
      }
      return isPaper && words.contains { ["says", "said", "warns", "reads"].contains($0) }
        && words.contains { ["not", "never", "don't", "no", "avoid"].contains($0) }
    }
  }
}
