/// How often something is: so many times in a length of time.
struct FactRate: Hashable, Sendable {
  let times: Quantity
  /// Nil where only the times are told: "twice".
  let period: Duration?

  /// Whether the two are as often: "every two weeks" and "once a fortnight", "twice a year" and "every six months".
  func agrees(with other: FactRate) -> Bool {
    guard let period, let their = other.period else { return times == other.times }
    guard period.unit == their.unit, let times = times.whole, let others = other.times.whole,
      let one = period.amount.times(others), let two = their.amount.times(times)
    else { return self == other }
    return one == two
  }
}

/// Finds how often something is said to be.
struct FactRates {
  struct Found {
    let rate: FactRate
    let end: Int
    /// Whether it only tells more of a noun or an amount: "the monthly fee", "5 euros a month".
    let isBeside: Bool
  }

  private let tokens: [Token]

  init(_ tokens: [Token]) { self.tokens = tokens }

  func found(at index: Int) -> Found? {
    guard tokens[index].isWordLike else { return nil }
    if let count = count(at: index) {
      guard let period = period(at: count.end) else {
        return count.isSure
          ? Found(rate: FactRate(times: count.times, period: nil), end: count.end, isBeside: false) : nil
      }
      return Found(
        rate: FactRate(times: count.times, period: period.length), end: period.end, isBeside: false)
    }
    guard let period = period(at: index) else { return nil }
    let isArticle = ["a", "an"].contains(word(index))
    let isAmount = index > 0 && tokens[index - 1].value != nil
    if isArticle, !isAmount { return nil }
    let isNoun =
      Self.adverbs[word(index)] != nil && tokens.indices.contains(period.end)
      && tokens[period.end].kind == .word
      && tokens[period.end].traits.isDisjoint(with: WordTraits.light.union(.adverb))
    return Found(
      rate: FactRate(times: Quantity(1), period: period.length), end: period.end,
      isBeside: isAmount || isNoun)
  }

  private func word(_ index: Int) -> String {
    tokens.indices.contains(index) && tokens[index].isWordLike ? tokens[index].normal : ""
  }

  /// "once", "twice", "three times"; "once" alone may be "as soon as".
  private func count(at index: Int) -> (times: Quantity, end: Int, isSure: Bool)? {
    switch word(index) {
    case "once": return (Quantity(1), index + 1, false)
    case "twice": return (Quantity(2), index + 1, true)
    case "thrice": return (Quantity(3), index + 1, true)
    default:
      guard case .number(let times)? = tokens[index].value, ["times", "time"].contains(word(index + 1)) else {
        return nil
      }
      return (times, index + 2, true)
    }
  }

  /// "every two weeks", "every other day", "a month", "per annum", "fortnightly".
  private func period(at index: Int) -> (length: Duration, end: Int)? {
    if let length = Self.adverbs[word(index)] { return (length, index + 1) }
    switch word(index) {
    case "every", "each":
      if tokens.indices.contains(index + 1), case .duration(let length)? = tokens[index + 1].value {
        return (length, index + 2)
      }
      if ["other", "second", "2nd"].contains(word(index + 1)), let unit = Self.unit(word(index + 2)),
        let double = unit.amount.times(2)
      {
        return (Duration(double, unit.unit), index + 3)
      }
      return Self.unit(word(index + 1)).map { ($0, index + 2) }
    case "a", "an", "per": return Self.unit(word(index + 1)).map { ($0, index + 2) }
    default:
      // "an hour" at the end of what is said is one token already.
      guard index > 0, tokens.indices.contains(index), case .duration(let length)? = tokens[index].value,
        tokens[index].normal.hasPrefix("a ") || tokens[index].normal.hasPrefix("an "),
        ["once", "twice", "thrice", "times", "time"].contains(word(index - 1))
      else { return nil }
      return (length, index + 1)
    }
  }

  private static func unit(_ name: String) -> Duration? {
    if name == "annum" { return Duration(Quantity(12), .months) }
    if name == "quarter" { return Duration(Quantity(3), .months) }
    guard !name.hasSuffix("s") else { return nil }
    if let seconds = ValueReader.seconds[name] { return Duration(Quantity(seconds), .seconds) }
    return ValueReader.months[name].map { Duration(Quantity($0), .months) }
  }

  private static let adverbs: [String: Duration] = [
    "hourly": Duration(Quantity(3_600), .seconds), "daily": Duration(Quantity(86_400), .seconds),
    "weekly": Duration(Quantity(604_800), .seconds), "fortnightly": Duration(Quantity(1_209_600), .seconds),
    "monthly": Duration(Quantity(1), .months), "quarterly": Duration(Quantity(3), .months),
    "biannually": Duration(Quantity(6), .months), "yearly": Duration(Quantity(12), .months),
    "annual": Duration(Quantity(12), .months), "annually": Duration(Quantity(12), .months),
  ]
}
