/// Words that cannot both be true of one thing: "open" and "closed", "more" and "less", "connected" and "disconnected".
struct Opposites: Sendable {
  private let pairs: [String: [String]]

  /// The project's own pairs, and more from a list: two words a line; lines that begin with # are skipped.
  init(list: String = "") {
    var pairs: [String: [String]] = [:]
    func note(_ stem: String, _ other: String) {
      if pairs[stem]?.contains(other) != true { pairs[stem, default: []].append(other) }
    }
    for line in Self.own.joined(separator: "\n").utf8.split(separator: 0x0A)
      + list.utf8.split(separator: 0x0A)
    where line.first != 0x23 {
      let words = line.split(separator: 0x20)
      guard words.count == 2 else { continue }
      let (one, two) = (Stemmer.stem(String(Substring(words[0]))), Stemmer.stem(String(Substring(words[1]))))
      guard one != two else { continue }
      note(one, two)
      note(two, one)
    }
    self.pairs = pairs.mapValues { $0.sorted() }
  }

  /// The stems that are opposites of a stem, in alphabetical order; those that only lack a prefix come last.
  ///
  /// Of two words it is enough to ask for each whether the other is among its opposites.
  func opposites(of stem: String) -> [String] {
    (pairs[stem] ?? []) + Self.withoutDenial(stem)
  }

  /// Whether two stems are opposites.
  func holds(_ one: String, _ two: String) -> Bool {
    opposites(of: one).contains(two) || opposites(of: two).contains(one)
  }

  /// "available" of "unavailable".
  private static func withoutDenial(_ stem: String) -> [String] {
    prefixes.filter { stem.hasPrefix($0) && stem.utf8.count - $0.utf8.count >= 4 }
      .map { String(stem.dropFirst($0.count)) }
  }

  private static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non", "non-", "de"]

  private static let own = [
    "open close", "open shut", "open closed", "more less", "more fewer", "most least", "high low",
    "higher lower",
    "increase decrease", "increase reduce", "increase drop", "raise lower", "rise fall", "rise drop",
    "grow shrink",
    "before after", "early late", "earlier later", "first last", "always never", "all none",
    "everything nothing",
    "free paid", "free charge", "same different", "similar different", "hot cold", "warm cool",
    "hotter colder",
    "warmer cooler", "heat cool", "fast slow", "faster slower", "quick slow", "long short", "longer shorter",
    "large small", "larger smaller", "big small", "bigger smaller", "tall short", "heavy light",
    "heavier lighter",
    "hard soft", "harder softer", "hard easy", "strong weak", "stronger weaker", "thick thin", "wide narrow",
    "deep shallow", "near far", "close far", "closer farther", "inside outside", "indoors outdoors",
    "up down",
    "above below", "over under", "top bottom", "left right", "front back", "forward backward", "on off",
    "in out",
    "include exclude", "included extra", "allow forbid", "allow prohibit", "allow prevent", "permit forbid",
    "accept reject", "accept refuse", "accept decline", "approve reject", "approve decline", "approve deny",
    "grant deny", "confirm deny", "agree disagree", "agree refuse", "can cannot", "possible impossible",
    "able unable", "true false", "right wrong", "correct wrong", "correct incorrect", "valid invalid",
    "valid expired",
    "active inactive", "active expired", "active cancelled", "active closed", "enabled disabled",
    "enable disable",
    "lock unlock", "block unblock", "start stop", "start end", "start finish", "begin end", "begin finish",
    "continue stop", "keep cancel", "keep change", "remain change", "stay change", "stay leave", "stay go",
    "arrive leave", "arrive depart", "come go", "enter exit", "send receive", "buy sell", "lend borrow",
    "gain lose", "find lose", "found lost", "win lose", "pass fail", "succeed fail", "success failure",
    "work fail", "fix break", "repaired broken", "intact broken", "intact damaged", "damaged undamaged",
    "new used",
    "new old", "new refurbished", "full empty", "full partial", "full half", "whole half", "single double",
    "single multiple", "one several", "public private", "safe dangerous", "safe unsafe", "guilty innocent",
    "legal illegal", "rich poor", "cheap expensive", "cheaper dearer", "better worse", "best worst",
    "good bad",
    "positive negative", "plus minus", "credit debit", "refund charge", "charged refunded", "paid unpaid",
    "paid owed", "prepaid postpaid", "manual automatic", "manually automatically", "online offline",
    "temporary permanent",
    "minimum maximum", "exact approximate", "optional required", "optional mandatory", "voluntary compulsory",
    "direct indirect", "domestic international", "local foreign", "wet dry", "solid liquid", "dark bright",
    "dark light", "clean dirty", "alive dead", "live die", "young old", "male female", "day night",
    "morning evening",
    "today tomorrow", "weekday weekend", "north south", "east west", "attract repel", "push pull",
    "float sink",
    "expand contract", "absorb reflect", "absorb release", "complete incomplete", "closed gap",
    "connected separated",
    "attached detached", "join separate", "together apart", "combine separate", "mix separate", "add remove",
    "add subtract", "gain loss", "multiply divide", "help harm", "help hinder", "improve worsen",
    "improve harm",
    "benefit harm", "protect harm", "support oppose", "cause prevent", "success fail", "peace war",
    "present absent",
    "visible invisible", "natural artificial", "real fake", "sender recipient", "return keep",
    "shipped unshipped",
    "dispatched held", "sent held", "delivered lost", "delivered returned", "collected delivered",
    "upgrade downgrade",
    "sign unsign", "log logout", "subscribe unsubscribe", "transferable fixed", "refundable final",
    "likely unlikely", "usual unusual", "necessary unnecessary", "enough insufficient",
    "sufficient insufficient",
    "only also", "every no", "both neither", "either neither", "with without",
  ]
}
