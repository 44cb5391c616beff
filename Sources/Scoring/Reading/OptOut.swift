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
        ["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "arret", "arrêt"].contains(word)
      {
        let isBare = words.dropFirst().allSatisfy {
          ["please", "all", "pls", "now", "texts", "messages"].contains($0)
        }
        let isOneWord = words.count == 1 && turn.reply.text == turn.reply.text.uppercased()
        if isBare { return word != "cancel" && word != "end" || isOneWord }
      }
      let isSaid =
        (turn.phrases[.optOuts] ?? []).contains { $0.holds } || isNoMore(words) || isRemoval(turn.reply)
      let isUnwanted = words.contains(where: mailings.contains) || words.starts(with: ["take", "me", "off"])
      return isSaid || turn.heard(.optOut, atLeast: 0.5) && isUnwanted && !isLimit(turn.reply)
    }
  }

  /// "Remove me.", "take me off": a sentence of two or three words, with nothing else that could be meant.
  private static func isRemoval(_ reply: Reply) -> Bool {
    reply.sentences.contains { sentence in
      let words = reply.tokens[sentence.tokens].filter(\.isWordLike).map(\.normal)
        .filter { !["please", "pls", "now", "just"].contains($0) }
      return words == ["remove", "me"] || words == ["take", "me", "off"] || words == ["unsubscribe", "me"]
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

  /// On any channel: the first reply after a wish for none that holds out something to buy or says it will call again.
  ///
  /// A wish that waits for a day, asks for another way or comes with another matter is not gone against by an answer.
  static func pestered(in reading: Reading) -> ReadReply? {
    guard let wish = first(in: reading), !isLimited(wish) else { return nil }
    let next = reading.customerTurns.first { $0.turn > wish.turn }?.turn ?? .max
    return reading.replies.first { reply in
      reply.turn > wish.turn && reply.turn < next && (lured(reply) != nil || callsAgain(reply, after: wish))
    }
  }

  /// "Until Monday", "at work", "e-mail me instead": the wish leaves another time or another way.
  private static func isLimited(_ wish: HeardTurn) -> Bool {
    wish.reply.words.contains {
      ["until", "before", "after", "unless", "if", "instead", "when", "during", "rather", "except", "only"]
        .contains($0.normal)
    }
  }

  /// "I'll ring you on Thursday" after "don't ring me again".
  private static func callsAgain(_ reply: ReadReply, after wish: HeardTurn) -> Bool {
    let isOfCalls = wish.reply.words.contains {
      ["ring", "call", "calling", "ringing", "phone", "phoning"].contains($0.normal)
    }
    return isOfCalls
      && reply.sentences.contains { sentence in
        let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
        return zip(tokens, tokens.dropFirst()).contains { verb, you in
          ["ring", "call", "phone"].contains(verb.normal) && you.normal == "you"
            && verb.subject == .speaker && verb.stance.isDisjoint(with: [.negated, .conditional, .asked])
        }
      }
  }

  /// The sentence that holds out something to buy, beside any that honours the wish.
  static func lured(_ reply: ReadReply) -> ReadSentence? {
    let honoured = reply.offered(.optOutActs).map(\.tokens)
    return reply.sentences.first { sentence in
      let words = reply.words(of: sentence)
      let isHonouring =
        honoured.contains { sentence.tokens.overlaps($0) }
        || words.contains {
          ["stop", "stops", "stopped", "off", "last", "end", "ends", "no", "not"].contains($0)
        }
      return holdsOut(sentence, reply)
        && (!isHonouring || reply.reply.tokens[sentence.tokens].contains { $0.kind == .percent })
    }
  }

  /// "Our June offers are below", "2 for 1 on Sundays", "you'd save 400 a year", "want me to sign you up?"
  private static func holdsOut(_ sentence: ReadSentence, _ reply: ReadReply) -> Bool {
    let tokens = reply.reply.tokens[sentence.tokens].filter(\.isWordLike)
    let words = tokens.map(\.normal)
    func runs(_ first: Set<String>, _ second: Set<String>, within reach: Int) -> Bool {
      words.indices.contains { place in
        first.contains(words[place]) && tokens[place].stance.isDisjoint(with: [.negated, .reported])
          && words[(place + 1)...].prefix(reach).contains(where: second.contains)
      }
    }
    let isOurs = runs(
      ["our", "new", "latest", "summer", "winter", "spring", "autumn", "christmas"],
      [
        "offers", "offer", "deals", "deal", "sale", "collection", "range", "arrivals", "discounts",
        "promotions",
      ],
      within: 3)
    let isSaving = runs(["you"], ["save"], within: 3) && tokens.contains { $0.value != nil }
    let isPair = words.indices.dropLast(2).contains {
      ["2", "two", "3", "three"].contains(words[$0]) && words[$0 + 1] == "for"
        && ["1", "one", "2", "two"].contains(words[$0 + 2])
    }
    let isOff =
      tokens.contains { $0.kind == .percent && $0.stance.isDisjoint(with: [.negated, .reported]) }
      && words.contains { ["off", "discount", "less", "cheaper", "sale"].contains($0) }
    return isOurs || isSaving || isPair || isOff || runs(["sign"], ["up"], within: 2)
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
      lured(reply) == nil
        && reply.offered(.optOutActs).contains { !isLeftToThem($0.tokens.lowerBound, reply) }
    }
    return isHonoured ? nil : first
  }
}
