import Language

/// A customer's wish for no more messages, and what came after it.
enum OptOut {
  /// The first turn that says so: "STOP" alone, or in more words; none where START came after it.
  static func first(in reading: Reading) -> HeardTurn? {
    guard let wish = wish(in: reading) else { return nil }
    let isTakenBack = reading.customerTurns.contains { turn in
      turn.turn > wish.turn
        && turn.reply.words.first.map { ["start", "unstop", "resubscribe"].contains($0.normal) } ?? false
    }
    return isTakenBack ? nil : wish
  }

  private static func wish(in reading: Reading) -> HeardTurn? {
    reading.customerTurns.first { turn in
      let words = turn.reply.words.map(\.normal)
      if words.count <= 3, let word = words.first,
        ["stop", "stopall", "unsubscribe", "cancel", "end", "quit"].contains(word)
      {
        let isBare = words.dropFirst().allSatisfy {
          ["please", "all", "pls", "now", "texts", "messages"].contains($0)
        }
        let isOneWord = words.count == 1 && turn.reply.text == turn.reply.text.uppercased()
        if isBare { return word != "cancel" && word != "end" || isOneWord }
      }
      let isSaid = (turn.phrases[.optOuts] ?? []).contains { $0.holds } || isNoMore(words)
      let isUnwanted = words.contains(where: mailings.contains) || words.starts(with: ["take", "me", "off"])
      return isSaid || turn.heard(.optOut, atLeast: 0.5) && isUnwanted && !isLimit(turn.reply)
    }
  }

  /// "Only 1 text a week": fewer, not none.
  private static func isLimit(_ reply: Reply) -> Bool {
    let words = reply.words.map(\.normal)
    return words.contains("only") && (reply.tokens.contains { $0.kind == .number } || words.contains("once"))
  }

  /// "Pls no more msgs", "enough of these ads": a short text that is nothing but the wish.
  private static func isNoMore(_ words: [String]) -> Bool {
    let runs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    if words.count <= 5, words.suffix(2) == ["no", "more"] { return true }
    return words.count <= 8 && words.contains(where: mailings.contains)
      && !runs.isDisjoint(with: ["no more", "enough of", "sick of", "tired of", "dont want", "quit sending"])
  }

  /// What comes unasked for; a wish heard by meaning must name it, for much else can be stopped.
  private static let mailings: Set<String> = [
    "text", "texts", "texting", "sms", "txt", "txts", "msg", "msgs", "message", "messages", "messaging",
    "mail", "mails", "mailing",
    "mailings",
    "email", "emails", "ad", "ads", "advert", "adverts", "advertising", "newsletter", "newsletters", "list",
    "lists",
    "spam", "spamming", "marketing", "offers", "promos", "promotions", "hear", "contact", "contacting",
    "writing",
    "unsubscribe", "subscribed", "catalogue", "flyers", "flyer", "inbox", "quotation", "quotations", "quotes",
    "surveys", "survey", "reminders", "bulletin", "bulletins", "notifications", "adverts", "brochures",
    "sending",
  ]

  /// Whether a reply sells: so much off, a sale, something to win.
  static func sells(_ reply: ReadReply) -> Bool {
    isPriced(reply)
      || reply.reply.tokens.contains { token in
        token.stance.isDisjoint(with: [.negated, .reported])
          && (token.kind == .percent || selling.contains(token.normal))
      } || calls(reply)
  }

  /// "Reply YES to book": an answer asked for that takes something up.
  private static func calls(_ reply: ReadReply) -> Bool {
    let words = reply.reply.words.map(\.normal)
    return zip(words, words.dropFirst()).contains { word, next in
      ["reply", "text", "answer", "send"].contains(word) && ["yes", "y", "go", "book", "1"].contains(next)
    }
  }

  /// "Boots from 39 EUR this weekend": a price held out, not a bill, a fee or money that goes back.
  private static func isPriced(_ reply: ReadReply) -> Bool {
    reply.sentences.contains { sentence in
      let tokens = reply.reply.tokens[sentence.tokens]
      return tokens.contains { $0.kind == .money } && tokens.contains { luring.contains($0.normal) }
        && !tokens.contains { owing.contains($0.normal) }
    }
  }

  private static let luring: Set<String> = ["from", "only", "just", "weekend", "today", "now", "new", "free"]
  private static let owing: Set<String> = [
    "bill", "invoice", "fee", "refund", "refunded", "owe", "due", "balance", "back", "paid", "charged",
    "your",
  ]

  private static let selling: Set<String> = [
    "sale", "deal", "deals", "discount", "discounts", "win", "chance", "collection", "bestseller",
    "bestsellers",
    "bargain", "bargains", "voucher", "promo", "2-for-1", "giveaway", "exclusive", "pre-approved",
    "preapproved",
    "quotation", "no-obligation", "bonus", "freebie", "upgrade", "arrivals",
  ]

  /// A reply that sells after the wish was honoured, though the customer had asked for nothing since.
  static func soldAfter(in reading: Reading) -> ReadReply? {
    guard let wish = first(in: reading) else { return nil }
    let next = reading.customerTurns.first { $0.turn > wish.turn }?.turn ?? .max
    let after = reading.replies.filter { $0.turn > wish.turn && $0.turn < next }
    return after.first { sells($0) && $0.offered(.optOutActs).isEmpty }
      ?? after.dropFirst().first { lures($0) && $0.offered(.optOutActs).isEmpty }
  }

  /// One more message that nobody asked for, with a price, something free or a cry.
  private static func lures(_ reply: ReadReply) -> Bool {
    reply.heard(.optOutDone, atLeast: 0.5) == nil
      && reply.reply.tokens.contains { $0.kind == .money || ["!", "free", "only"].contains($0.normal) }
  }

  /// "To unsubscribe you have to send STOP": told how to do it themselves, and not done.
  static func isLeftToThem(_ token: Int, _ reply: ReadReply) -> Bool {
    guard let sentence = reply.sentence(of: token) else { return false }
    let words = reply.words(of: sentence)
    return zip(words, words.dropFirst()).contains { word, next in
      word == "you" && ["must", "have", "need", "would"].contains(next)
    }
      && words.contains {
        ["send", "write", "register", "log", "click", "untick", "reply", "text"].contains($0)
      }
  }

  /// The reply after the wish that neither honours it nor is the one that confirms it; nil when it was honoured.
  static func ignored(in reading: Reading) -> ReadReply? {
    guard let wish = first(in: reading) else { return nil }
    let after = reading.replies.filter { $0.turn > wish.turn }
    let acted = reading.actions.contains { action in
      action.happened
        && ["unsubscribe", "opt", "stop", "remove", "delete"].contains { action.act.taken.name.hasPrefix($0) }
    }
    guard !acted, let first = after.first else { return nil }
    let isHonoured = after.prefix(2).contains { reply in
      reply.offered(.optOutActs).contains { !isLeftToThem($0.tokens.lowerBound, reply) }
    }
    return isHonoured ? nil : first
  }
}
