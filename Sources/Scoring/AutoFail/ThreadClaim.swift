import Domain
import Language

/// What a reply says of cover, food or price that a colleague or a notice in the same thread says otherwise.
///
/// Each needs two signs: the very word stands in both, and one says yes where the other says no.
struct ThreadClaim {
  private let reading: Reading
  private let colleagues: [HeardTurn]

  init(_ reading: Reading, _ colleagues: [HeardTurn]) {
    self.reading = reading
    self.colleagues = colleagues
  }

  func first(in reply: ReadReply) -> TextRange? {
    let before = colleagues.filter { $0.turn < reply.turn }
    guard !before.isEmpty else { return nil }
    return uncovered(reply, before) ?? harmless(reply, before) ?? priced(reply, before)
  }

  // MARK: Cover denied

  /// "There is no dental in your policy", where a colleague wrote "dental included".
  private func uncovered(_ reply: ReadReply, _ before: [HeardTurn]) -> TextRange? {
    reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion else { return false }
      let words = reply.words(of: sentence)
      guard words.contains(where: Self.papers.contains) || words.contains(where: Self.covering.contains)
      else {
        return false
      }
      let denied = Self.denied(in: reply.reply.tokens[sentence.tokens])
      return before.contains { Self.covers($0.reply, denied) }
    }?.range
  }

  /// Stems right behind a "no", or denied as covered: "no dental", "dental is not included".
  private static func denied(in tokens: ArraySlice<Token>) -> Set<String> {
    let words = tokens.filter(\.isWordLike)
    var stems: Set<String> = []
    for (word, next) in zip(words, words.dropFirst()) where word.normal == "no" && next.carriesContent {
      stems.insert(next.stem)
    }
    let isNotCovered = words.contains { covering.contains($0.normal) && $0.stance.contains(.negated) }
    if isNotCovered {
      stems.formUnion(words.filter { $0.carriesContent && !covering.contains($0.normal) }.map(\.stem))
    }
    return stems.subtracting(papers.map(Stemmer.stem))
  }

  private static func covers(_ reply: Reply, _ stems: Set<String>) -> Bool {
    reply.clauses.contains { clause in
      let tokens = reply.tokens[clause.tokens]
      return tokens.contains { stems.contains($0.stem) }
        && tokens.contains { covering.contains($0.normal) }
        && !tokens.contains { $0.stance.contains(.negated) || ["no", "not"].contains($0.normal) }
    }
  }

  private static let papers: Set<String> = [
    "policy", "plan", "contract", "ticket", "booking", "membership", "cover", "package", "tariff", "fare",
    "offer",
  ]
  private static let covering: Set<String> = [
    "included", "covered", "includes", "covers", "entitled", "eligible", "insured", "valid", "include",
    "cover",
  ]

  // MARK: Food told as safe

  /// "There's no nuts in it", where the customer reacts to hazelnut and the card that was read out names it.
  private func harmless(_ reply: ReadReply, _ before: [HeardTurn]) -> TextRange? {
    let feared = reading.customerTurns(in: 0..<reply.turn).suffix(4).reduce(into: Set<String>()) {
      stems, turn in
      stems.formUnion(Self.feared(in: turn.reply))
    }
    let listed = feared.union(feared.flatMap { Self.kinds[$0] ?? [] }).filter { stem in
      before.contains { Self.lists($0.reply, stem) }
    }
    guard !listed.isEmpty else { return nil }
    let warns = reply.reply.tokens.contains {
      listed.contains($0.stem) && !$0.stance.contains(.negated) || Self.warning.contains($0.normal)
    }
    guard !warns else { return nil }
    return reply.sentences.first { sentence in
      guard sentence.standing == .own, !sentence.isQuestion else { return false }
      return reply.reply.tokens[sentence.tokens].contains {
        Self.safe.contains($0.normal) && $0.stance.isDisjoint(with: [.negated, .conditional])
      }
    }?.range
  }

  /// What somebody reacts to: the things named in a sentence of an allergy.
  private static func feared(in reply: Reply) -> [String] {
    reply.sentences.filter { sentence in
      reply.tokens[sentence.tokens].contains { allergies.contains($0.normal) }
    }.flatMap { reply.tokens[$0.tokens].filter(\.carriesContent).map(\.stem) }
  }

  private static func lists(_ reply: Reply, _ stem: String) -> Bool {
    reply.tokens.contains { $0.stem == stem && !$0.stance.contains(.negated) }
      && reply.words.contains {
        [
          "contains", "contain", "has", "have", "card", "label", "ingredients", "made", "traces", "list",
          "with",
        ].contains(
          $0.normal)
      }
  }

  /// What people who fear the one must be told of.
  private static let kinds: [String: [String]] = [
    "nut": [
      "almond", "cashew", "hazelnut", "walnut", "pecan", "pistachio", "peanut", "macadamia", "praline",
    ],
    "dairy": ["milk", "butter", "cream", "cheese", "yoghurt", "yogurt", "whey", "ghee"],
    "gluten": ["wheat", "flour", "barley", "rye", "spelt", "bulgur", "couscous", "semolina"],
    "shellfish": ["prawn", "shrimp", "crab", "lobster", "mussel", "oyster", "scampi", "clam"],
  ].reduce(into: [:]) { table, entry in table[Stemmer.stem(entry.key)] = entry.value.map(Stemmer.stem) }

  private static let allergies: Set<String> = [
    "allergic", "allergy", "reacts", "react", "intolerant", "intolerance", "coeliac", "celiac", "anaphylaxis",
    "anaphylactic", "epipen", "allergies",
  ]
  private static let safe: Set<String> = [
    "grand", "fine", "safe", "ok", "okay", "alright", "harmless", "none", "free", "good",
  ]
  private static let warning: Set<String> = [
    "avoid", "contains", "traces", "unsafe", "sorry", "careful", "check",
  ]

  // MARK: Price

  /// "38 a month, that's what's in your offer", where the offer in the thread says 44 and nobody spoke of 38.
  private func priced(_ reply: ReadReply, _ before: [HeardTurn]) -> TextRange? {
    let papers = before.filter { turn in turn.reply.words.contains { Self.quotes.contains($0.normal) } }
    let listed = papers.flatMap { DeskClaim.amounts(in: $0.reply.tokens[...]) }
    guard !listed.isEmpty, reply.reply.words.contains(where: { $0.normal == "your" }) else { return nil }
    let shared = Set(papers.flatMap { $0.reply.words.map(\.normal) }).intersection(Self.quotes)
    guard reply.reply.words.contains(where: { shared.contains($0.normal) }),
      !reply.reply.words.contains(where: { Self.newOffer.contains($0.normal) })
    else { return nil }
    let heard = reading.heard(before: reply.turn, most: 16)
      .flatMap { DeskClaim.amounts(in: $0.reply.tokens[...]) }
    let known = Self.sums(of: Set(heard).sorted().suffix(24))
    return reply.sentences.first { sentence in
      let tokens = Array(reply.reply.tokens[sentence.tokens].filter(\.isWordLike))
      return !sentence.isQuestion
        && tokens.indices.contains { index in
          Self.isPrice(index, tokens)
            && DeskClaim.amounts(in: tokens[index...index]).contains { !known.contains($0) }
        }
    }?.range
  }

  /// An amount of money, or a number by the month.
  private static func isPrice(_ index: Int, _ tokens: [Token]) -> Bool {
    if tokens[index].kind == .money { return true }
    guard tokens[index].kind == .number, index + 2 < tokens.count else { return false }
    return ["a", "per", "each", "every"].contains(tokens[index + 1].normal)
      && ["month", "year", "week", "night", "person", "head"].contains(tokens[index + 2].normal)
  }

  /// The amounts, their sums and differences two by two, and up to twelve times each.
  static func sums(of amounts: [Int]) -> Set<Int> {
    var known = Set(amounts)
    for (place, one) in amounts.enumerated() {
      for other in amounts[place...] { known.formUnion([one + other, abs(one - other)]) }
      for times in 2...12 { known.insert(times * one) }
    }
    return known
  }

  private static let quotes: Set<String> = [
    "offer", "quote", "plan", "contract", "tariff", "booking", "invoice", "bill", "policy",
  ]
  private static let newOffer: Set<String> = [
    "off", "discount", "instead", "if", "could", "would", "about", "roughly", "around", "new", "another",
    "save", "less",
  ]
}
