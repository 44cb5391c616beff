/// Joins tokens that are one value: "ten pounds", "half past three", "within 48 hours", "3rd of March".
///
/// Each step looks ahead a few tokens at most, so a text is read in time linear in its length.
struct ValueReader {
  struct Found {
    var value: Value
    var end: Int
  }

  let tokens: [Token]

  /// The same tokens with every value as one token.
  static func joined(_ tokens: [Token], lineStarts: Set<Int>) -> (tokens: [Token], lineStarts: Set<Int>) {
    let reader = ValueReader(tokens: tokens)
    var result: [Token] = []
    var starts: Set<Int> = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      if lineStarts.contains(index) { starts.insert(result.count) }
      if let found = reader.value(at: index), found.end > index {
        result.append(reader.token(index..<found.end, found.value))
        index = found.end
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return (result, starts)
  }

  private func token(_ range: Range<Int>, _ value: Value) -> Token {
    var token = tokens[range.lowerBound]
    for index in range.dropFirst() { token.range = token.range.through(tokens[index].range) }
    token.normal = tokens[range].map(\.normal).joined(separator: " ")
    token.kind = value.tokenKind
    token.value = value
    token.stem = value.description
    if !token.traits.contains(.auxiliary) { token.traits = [] }
    return token
  }

  func word(_ index: Int) -> String? {
    index < tokens.count && index >= 0 && tokens[index].kind == .word ? tokens[index].normal : nil
  }

  private func sign(_ index: Int) -> String? {
    index < tokens.count && tokens[index].kind == .punctuation ? tokens[index].normal : nil
  }

  /// The value that starts at a token, the longest reading first.
  func value(at index: Int) -> Found? {
    switch tokens[index].kind {
    case .address, .emoji: return nil
    case .punctuation: return amountAfterSign(index)
    case .identifier, .percent, .money, .duration, .time, .date:
      return tokens[index].value.map { timeWithHalf(index) ?? extended(Found(value: $0, end: index + 1)) }
    case .word where !Self.openers.contains(tokens[index].normal): return nil
    case .number, .word: return day(at: index) ?? spokenTime(index) ?? counted(index)
    }
  }

  /// Whether a value may begin with a word.
  static func mayBegin(_ word: String) -> Bool { openers.contains(word) }

  /// Words a value may begin with: all others need not be looked at.
  private static let openers = dayOpeners.union(NumberWords.all).union(codes.keys).union([
    "a", "an", "noon", "midday", "midnight", "half", "quarter",
  ])

  // MARK: Money, percentages, lengths of time, plain numbers

  private func amountAfterSign(_ index: Int) -> Found? {
    guard let code = sign(index).flatMap({ Self.currencySigns[$0] }), index + 1 < tokens.count else {
      return nil
    }
    guard let number = NumberWords.read(tokens, at: index + 1), !number.isOrdinal else { return nil }
    let end = Self.codes[word(number.end) ?? ""] == nil ? number.end : number.end + 1
    return Found(value: .money(number.quantity, Currency(code)), end: end)
  }

  private func counted(_ index: Int) -> Found? {
    if let code = tokens[index].letterCase == .upper ? Self.codes[tokens[index].normal] : nil,
      index + 1 < tokens.count, case .number(let amount)? = tokens[index + 1].value
    {
      return Found(value: .money(amount, Currency(code)), end: index + 2)
    }
    if let found = halfOrArticle(index) { return found }
    guard !isPronounOne(index), let number = NumberWords.read(tokens, at: index) else { return nil }
    if number.isOrdinal {
      return number.quantity.whole.map { Found(value: .ordinal($0), end: number.end) }
    }
    return withUnit(number.quantity, number.end) ?? Found(value: .number(number.quantity), end: number.end)
  }

  /// "this one", "no one", "one of": not the number.
  private func isPronounOne(_ index: Int) -> Bool {
    guard word(index) == "one" else { return false }
    if word(index + 1) == "of" || word(index + 1) == "another" { return true }
    let before = [
      "this", "that", "which", "no", "any", "every", "each", "the", "new", "another", "some", "only",
    ]
    return word(index - 1).map(before.contains) ?? false
  }

  private func withUnit(_ quantity: Quantity, _ index: Int) -> Found? {
    if sign(index) == "%" || word(index) == "percent" {
      return Found(value: .percent(quantity), end: index + 1)
    }
    if word(index) == "per", word(index + 1) == "cent" {
      return Found(value: .percent(quantity), end: index + 2)
    }
    if let code = sign(index).flatMap({ Self.currencySigns[$0] }) {
      return Found(value: .money(quantity, Currency(code)), end: index + 1)
    }
    let unit = sign(index) == "-" && !(index < tokens.count && tokens[index].followsSpace) ? index + 1 : index
    guard let name = word(unit) else { return nil }
    if let code = Self.codes[name] { return money(quantity, code, unit + 1) }
    if let code = Self.smallCoins[name] {
      return quantity.pence.map { Found(value: .money($0, Currency(code)), end: unit + 1) }
    }
    return length(quantity, unit)
  }

  /// "ten pounds", and "3 pounds 50" with the minor units after it.
  private func money(_ quantity: Quantity, _ code: String, _ end: Int) -> Found {
    if quantity.whole != nil, let minor = minorUnits(end), let sum = quantity.plus(minor.quantity) {
      return Found(value: .money(sum, Currency(code)), end: minor.end)
    }
    if quantity.whole != nil, end < tokens.count, case .number(let rest)? = tokens[end].value,
      let minor = rest.whole, tokens[end].normal == String(minor), (10..<100).contains(minor),
      !Self.isUnit(word(end + 1)),
      let sum = rest.pence.flatMap(quantity.plus)
    {
      return Found(value: .money(sum, Currency(code)), end: end + 1)
    }
    return Found(value: .money(quantity, Currency(code)), end: end)
  }

  private static func isUnit(_ word: String?) -> Bool {
    guard let word else { return false }
    return seconds[word] != nil || months[word] != nil || codes[word] != nil
  }

  private func length(_ quantity: Quantity, _ index: Int) -> Found? {
    guard let name = word(index) else { return nil }
    if name == "working" || name == "business", let next = word(index + 1), next == "days" || next == "day" {
      return Found(value: .duration(Duration(quantity, .workingDays)), end: index + 2)
    }
    if let factor = Self.seconds[name], let amount = quantity.times(factor) {
      return extended(Found(value: .duration(Duration(amount, .seconds)), end: index + 1))
    }
    if let factor = Self.months[name], let amount = quantity.times(factor) {
      return extended(Found(value: .duration(Duration(amount, .months)), end: index + 1))
    }
    return nil
  }

  /// "half an hour", "three quarters of an hour"; "an hour and a half"; and, after "in", "within" and their like or
  /// at the end of what is said, "an hour", "a week".
  private func halfOrArticle(_ index: Int) -> Found? {
    if let part = NumberWords.fraction(tokens, at: index) {
      let article = word(part.end) == "of" ? part.end + 1 : part.end
      guard word(article) == "an" || word(article) == "a" else { return nil }
      return withUnit(part.quantity, article + 1)
    }
    guard word(index) == "a" || word(index) == "an", let found = length(Quantity(1), index + 1) else {
      return nil
    }
    if found.end > index + 2 { return found }
    let before = word(index - 1) ?? ""
    if ["in", "within", "for", "after", "under", "about", "than", "takes", "take"].contains(before) {
      return found
    }
    let isLast = found.end >= tokens.count || tokens[found.end].kind == .punctuation
    return isLast && ["is", "was", "be", "lasts", "last", "lasted", "took", "every"].contains(before)
      ? found : nil
  }

  // MARK: Times

  /// "3:30" before "pm" or "o'clock".
  private func timeWithHalf(_ index: Int) -> Found? {
    guard tokens[index].kind == .time, case .time(let read)? = tokens[index].value,
      let half = half(at: index + 1, hour: read.minutes / 60),
      let time = Numeral.time(tokens[index].normal, isAfternoon: half.isAfternoon)
    else { return nil }
    return Found(value: .time(time), end: half.end)
  }

  private func spokenTime(_ index: Int) -> Found? {
    switch word(index) {
    case "noon", "midday": return Found(value: .time(TimeOfDay(minutes: 720)), end: index + 1)
    case "midnight": return Found(value: .time(TimeOfDay(minutes: 0)), end: index + 1)
    case "half" where word(index + 1) == "past": return clock(index + 2, minutes: 30)
    case "quarter" where word(index + 1) == "past": return clock(index + 2, minutes: 15)
    case "quarter" where word(index + 1) == "to": return clock(index + 2, minutes: -15)
    case "a" where word(index + 1) == "quarter": return spokenTime(index + 1)
    default: return minutesPast(index) ?? onTheHour(index)
    }
  }

  /// "twenty past nine", "ten to nine" where a time must stand.
  private func minutesPast(_ index: Int) -> Found? {
    guard let number = NumberWords.read(tokens, at: index), let minutes = number.quantity.whole,
      [5, 10, 20, 25].contains(minutes)
    else { return nil }
    let sign = word(number.end) == "minutes" ? number.end + 1 : number.end
    if word(sign) == "past" { return clock(sign + 1, minutes: minutes) }
    guard word(sign) == "to", let time = clock(sign + 1, minutes: -minutes) else { return nil }
    let isPlace = ["at", "by", "until", "till"].contains(word(index - 1) ?? "")
    let isLast = time.end >= tokens.count || tokens[time.end].kind == .punctuation
    return isPlace && isLast ? time : nil
  }

  private func clock(_ index: Int, minutes: Int) -> Found? {
    guard let hour = hour(index) else { return nil }
    let oclock = word(hour.end) == "o'clock" ? hour.end + 1 : hour.end
    let half = half(at: oclock, hour: hour.value)
    let start = hour.value % 12 * 60 + (half?.isAfternoon == true ? 720 : 0)
    return Found(
      value: .time(TimeOfDay(minutes: start + minutes, isHalfKnown: half != nil)), end: half?.end ?? oclock)
  }

  private func hour(_ index: Int) -> (value: Int, end: Int)? {
    guard index < tokens.count, let number = NumberWords.read(tokens, at: index), !number.isOrdinal else {
      return nil
    }
    guard let hour = number.quantity.whole, (1...12).contains(hour), number.end == index + 1 else {
      return nil
    }
    return (hour, number.end)
  }

  /// "3 pm", "3.30 pm", "three o'clock".
  private func onTheHour(_ index: Int) -> Found? {
    if word(index + 1) == "o'clock" { return clock(index, minutes: 0) }
    guard let half = half(at: index + 1, hour: hour(index)?.value ?? 0), tokens[index].normal != "i" else {
      return nil
    }
    if tokens[index].kind == .number,
      let time = Numeral.time(tokens[index].normal, isAfternoon: half.isAfternoon)
    {
      return Found(value: .time(time), end: half.end)
    }
    return hour(index) == nil ? nil : clock(index, minutes: 0)
  }

  // MARK: Names of units

  static let currencySigns = ["£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR"]
  private static let codes: [String: String] = [
    "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "usd": "USD", "yen": "JPY", "jpy": "JPY",
    "rupees": "INR", "inr": "INR", "chf": "CHF", "francs": "CHF", "cad": "CAD", "aud": "AUD", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "pln": "PLN", "zloty": "PLN",
  ]
  static let smallCoins = ["pence": "GBP", "penny": "GBP", "cents": "USD", "cent": "USD"]
  static let seconds: [String: Int] = [
    "second": 1, "seconds": 1, "secs": 1, "sec": 1, "minute": 60, "minutes": 60, "mins": 60, "min": 60,
    "hour": 3600, "hours": 3600, "hrs": 3600, "hr": 3600, "h": 3600, "day": 86_400, "days": 86_400,
    "week": 604_800, "weeks": 604_800, "fortnight": 1_209_600,
  ]
  static let months: [String: Int] = ["month": 1, "months": 1, "year": 12, "years": 12]
}
