/// Words that cannot both be true of one thing: "open" and "closed", "more" and "less", "connected" and "disconnected".
struct Opposites: Sendable {
  private var stems = NameTable(expecting: 4_096)
  /// By stem: the last of its pairs in `pairs`; -1 where it has none.
  private var last: [Int32] = []
  private var pairs: [Pair] = []

  /// An opposite of a stem, and the stem's pair before this one: -1 where it is the first.
  private struct Pair: Sendable {
    var other: Int32
    var before: Int32
  }

  /// The project's own pairs, and more from a list: two words a line; lines that begin with # are skipped.
  init(list: String = "") {
    var stemmer = Stemmer()
    for line in Self.own { read(line.utf8.span, &stemmer) }
    read(list.utf8.span, &stemmer)
  }

  private mutating func read(_ list: Span<UInt8>, _ stemmer: inout Stemmer) {
    var start = 0
    for end in 0...list.count where end == list.count || list[end] == 0x0A {
      if start < end, list[start] != 0x23 { note(list.extracting(start..<end), &stemmer) }
      start = end + 1
    }
  }

  /// Notes the two words of a line, each with the other; a line of fewer or more words says nothing.
  private mutating func note(_ line: Span<UInt8>, _ stemmer: inout Stemmer) {
    var (first, second): (Range<Int>?, Range<Int>?)
    var start = 0
    for end in 0...line.count where end == line.count || line[end] == 0x20 {
      if start < end {
        guard second == nil else { return }
        if first == nil { first = start..<end } else { second = start..<end }
      }
      start = end + 1
    }
    guard let first, let second else { return }
    let one = number(of: stemmer.stem(line.extracting(first)))
    let two = number(of: stemmer.stem(line.extracting(second)))
    guard one != two else { return }
    pair(one, with: two)
    pair(two, with: one)
  }

  private mutating func number(of stem: [UInt8]) -> Int {
    let number = stems.insert(stem.span)
    if number == last.count { last.append(-1) }
    return number
  }

  private mutating func pair(_ stem: Int, with other: Int) {
    pairs.append(Pair(other: Int32(truncatingIfNeeded: other), before: last[stem]))
    last[stem] = Int32(truncatingIfNeeded: pairs.count - 1)
  }

  /// The stems that are opposites of a stem, in alphabetical order; those that only lack a prefix come last.
  ///
  /// Of two words it is enough to ask for each whether the other is among its opposites.
  func opposites(of stem: String) -> [String] { paired(with: stem) + Self.withoutDenial(stem) }

  private func paired(with stem: String) -> [String] {
    guard let number = stems[stem] else { return [] }
    var others: Set<Int32> = []
    var place = Int(last[number])
    while place >= 0 {
      others.insert(pairs[place].other)
      place = Int(pairs[place].before)
    }
    return others.map { stems.name(Int($0)) }.sorted()
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
    "cold warm", "hot cool", "optional compulsory", "voluntary required", "broken work", "locked open",
    "punctual late", "punctual delayed", "punctual cancelled", "available cancelled", "delayed early",
    "vegan meat", "vegetarian meat", "open shut", "free pay",
    "indoor outdoor", "quiet noisy", "quiet loud", "quiet busy", "easy difficult", "simple difficult",
    "simple complicated", "spicy mild", "occupied vacant", "taken vacant", "free occupied", "available taken",
    "available occupied", "shrink expand", "increase fall", "rise decrease", "free expensive",
    "postponed advance", "heated cold", "married single", "rude polite", "approved rejected",
    "accept deny", "sunny rainy", "fresh stale", "raw cooked", "remember forget", "hire dismiss",
    "dim bright", "let stop", "let prevent",
    "allow stop", "only also", "every no", "both neither", "either neither", "with without",
  ]
}
