/// The words and values of a reply as facts are compared by: values that only mean one beside their neighbours are put
/// together, such as "one fifth", "twice", "2 km", "at 9", "Monday to Friday".
struct FactTokens {
  struct Found {
    var token: Token
    /// What stands in the reply's tokens.
    var tokens: Range<Int>
    var figure: FactFigure?
    /// Whether it is a saying of several words that stands for one.
    var isSaying = false

    /// Whether a denial is part of it: "pay nothing".
    func hasNegator(_ all: [Token]) -> Bool { all[tokens].contains { $0.traits.contains(.negator) } }
  }

  private let tokens: [Token]

  static func read(_ tokens: [Token]) -> [Found] {
    let reader = FactTokens(tokens: tokens)
    var found: [Found] = []
    found.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let next = reader.found(at: index)
      found.append(next)
      index = next.tokens.upperBound
    }
    return found
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private func found(at index: Int) -> Found {
    if let week = week(index) { return week }
    if let idiom = FactIdioms.found(at: index, in: tokens) {
      var saying = word(idiom.word, index..<index + idiom.count)
      saying.isSaying = true
      return saying
    }
    if let rate = FactRates(tokens).found(at: index) { return often(rate, index) }
    guard let read = value(at: index) else {
      return Found(token: tokens[index], tokens: index..<index + 1, figure: nil)
    }
    var figure = read.figure
    figure.bound = FactBounds(tokens).bound(of: index..<read.end)
    if figure.bound != .none { figure.isDemanded = isDemanded(index) }
    figure.following = following(read.end)
    return Found(
      token: token(index..<read.end, as: figure.value), tokens: index..<read.end, figure: figure)
  }

  /// How often, as a value; beside a noun or an amount it is a word that tells more of it.
  private func often(_ found: FactRates.Found, _ index: Int) -> Found {
    let value = found.rate.period.map(Value.duration) ?? .number(found.rate.times)
    var figure = FactFigure(value)
    figure.rate = found.rate
    let range = index..<found.end
    guard found.isBeside else { return Found(token: token(range, as: value), tokens: range, figure: figure) }
    var word = word(tokens[found.end - 1].normal, range)
    word.figure = figure
    return word
  }

  /// Whether a word of duty stands shortly before a place.
  private func isDemanded(_ index: Int) -> Bool {
    tokens[max(0, index - 8)..<index].contains { Self.duties.contains($0.normal) }
  }

  private static let duties: Set<String> = [
    "must", "need", "needs", "needed", "require", "requires", "required", "should", "can", "may", "minimum",
    "maximum", "has", "have", "allow", "allowed",
  ]

  /// How many words of meaning stand at a place, three at most.
  private func following(_ index: Int) -> Int {
    (index..<min(index + 3, tokens.count)).prefix {
      tokens[$0].kind == .word && tokens[$0].traits.isDisjoint(with: .light)
    }.count
  }

  private func token(_ range: Range<Int>, as value: Value) -> Token {
    var token = tokens[range.lowerBound]
    guard range.count > 1 || token.value != value else { return token }
    for index in range.dropFirst() { token.range = token.range.through(tokens[index].range) }
    token.normal = tokens[range].map(\.normal).joined(separator: " ")
    token.kind = value.tokenKind
    token.value = value
    token.stem = value.description
    token.traits = []
    return token
  }

  private func word(_ index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].isWordLike ? tokens[index].normal : nil
  }

  private func number(_ index: Int) -> Quantity? {
    guard tokens.indices.contains(index), case .number(let number)? = tokens[index].value else { return nil }
    return number
  }

  private typealias Read = (figure: FactFigure, end: Int)

  private func value(at index: Int) -> Read? {
    if let share = share(index) { return (FactFigure(.percent(share.amount)), share.end) }
    if let pair = pair(index) { return pair }
    if let day = dayBefore(index) { return day }
    if let letter = letter(index) { return letter }
    if let named = NamedDays.found(at: index, in: word) {
      return (FactFigure(.day(named.day)), index + named.count)
    }
    if let length = length(index) { return length }
    if let written = FactUnits.parts(of: tokens[index].normal) {
      return measured(written.amount, written.unit, index + 1)
    }
    guard let value = tokens[index].value else { return nil }
    switch value {
    case .number(let number): return numbered(number, index)
    case .money(let amount, _) where tokens[index].normal.hasSuffix(" cents"):
      return (FactFigure(.money(amount, FactUnits.anyCoin)), index + 1)
    case .money(let amount, let currency) where amount.whole != nil:
      guard let rest = number(index + 1), let minor = rest.whole, (1..<100).contains(minor),
        isLast(index + 2),
        let sum = rest.pence.flatMap(amount.plus)
      else { break }
      return (FactFigure(.money(sum, currency)), index + 2)
    default: break
    }
    var figure = FactFigure(value)
    figure.count = NumberWords.leading(tokens[index].normal)
    return (figure, index + 1)
  }

  private func numbered(_ number: Quantity, _ index: Int) -> Read {
    let unit = tokens.indices.contains(index + 1) && tokens[index + 1].normal == "-" ? index + 2 : index + 1
    if let name = word(unit), let found = measured(number, name, unit + 1) { return found }
    if let date = slashed(number, index) { return date }
    if let time = dotted(index) { return (FactFigure(.time(time)), index + 1) }
    if let time = hour(number, index) { return (FactFigure(.time(time)), index + 1) }
    var figure = FactFigure(.number(number))
    figure.isLabel = isLabel(index)
    figure.isBare = !figure.isLabel && isLast(index + 1)
    return (figure, index + 1)
  }

  private func measured(_ amount: Quantity, _ unit: String, _ end: Int) -> Read? {
    guard let measure = FactUnits.measure(amount, unit) else { return nil }
    var figure = FactFigure(.number(amount))
    figure.measure = measure
    return (figure, end)
  }

  /// Whether no noun stands at a place.
  private func isLast(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return true }
    return !tokens[index].isWordLike || !tokens[index].traits.isDisjoint(with: [.light, .adverb])
  }

  // MARK: Parts of a whole, and how often

  /// "one fifth", "a quarter of", "half the price", "one in five", in hundredths.
  private func share(_ index: Int) -> (amount: Quantity, end: Int)? {
    if word(index) == "half", ["of", "off", "the", "price"].contains(word(index + 1) ?? "") {
      return (Quantity(50), index + 1)
    }
    let isArticle = word(index) == "a"
    guard let count = isArticle ? 1 : number(index)?.whole, (1..<100).contains(count) else { return nil }
    if let size = Self.shares[word(index + 1) ?? ""], count < size,
      !isArticle || word(index + 2) == "of" || isLast(index + 2)
    {
      return Self.hundredths(count, size).map { ($0, index + 2) }
    }
    let isOut = word(index + 1) == "out" && word(index + 2) == "of"
    let next = isOut ? index + 3 : index + 2
    guard isOut || word(index + 1) == "in", let size = number(next)?.whole, (count + 1...100).contains(size)
    else { return nil }
    return Self.hundredths(count, size).map { ($0, next + 1) }
  }

  private static func hundredths(_ count: Int, _ size: Int) -> Quantity? {
    Quantity(digits: (count * 10_000 + size / 2) / size, decimals: 2)
  }

  private static let shares: [String: Int] = [
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10,
    "tenths": 10, "eighth": 8, "eighths": 8,
  ]

  /// "a couple of", "a pair of".
  private func pair(_ index: Int) -> Read? {
    guard word(index) == "a", ["couple", "pair"].contains(word(index + 1) ?? ""), word(index + 2) == "of"
    else { return nil }
    return (FactFigure(.number(Quantity(2))), index + 2)
  }

  /// "The day before the visit" is one day before it.
  private func dayBefore(_ index: Int) -> Read? {
    guard ["the", "a"].contains(word(index) ?? ""), let name = word(index + 1),
      ["before", "ahead", "earlier"].contains(word(index + 2) ?? ""), word(index + 3) != "yesterday"
    else { return nil }
    let unit =
      ValueReader.seconds[name].map { Duration(Quantity($0), .seconds) }
      ?? ValueReader.months[name].map { Duration(Quantity($0), .months) }
    return unit.map { (FactFigure(.duration($0)), index + 2) }
  }

  /// "Lamp B", "vitamin C": a capital behind a noun names one of several.
  private func letter(_ index: Int) -> Read? {
    guard tokens[index].kind == .word, tokens[index].normal.utf8.count == 1, tokens[index].normal != "i",
      tokens[index].letterCase != .lower, isNoun(index - 1)
    else { return nil }
    var figure = FactFigure(.identifier(Identifier(tokens[index].normal)))
    figure.isLabel = true
    return (figure, index + 1)
  }

  /// "You've got a month from delivery", "within the hour": one of a unit.
  private func length(_ index: Int) -> Read? {
    let before = word(index - 1) ?? ""
    switch word(index) {
    case "the": guard ["within", "inside"].contains(before) else { return nil }
    case "a", "an":
      guard ["from", "to", "for", "after", "before", "since"].contains(word(index + 2) ?? ""),
        !["once", "twice", "times", "time"].contains(before), index == 0 || tokens[index - 1].value == nil
      else { return nil }
    default: return nil
    }
    guard let unit = word(index + 1), !unit.hasSuffix("s") else { return nil }
    let length =
      ValueReader.seconds[unit].map { Duration(Quantity($0), .seconds) }
      ?? ValueReader.months[unit].map { Duration(Quantity($0), .months) }
    return length.map { (FactFigure(.duration($0)), index + 2) }
  }

  private func isNoun(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
      && tokens[index].traits.isDisjoint(with: WordTraits.light.union([.adverb, .opener]))
  }

  /// Whether a number behind a noun names one of several: "room 4 is", "at gate 5".
  private func isLabel(_ index: Int) -> Bool {
    guard isNoun(index - 1), tokens[index].normal.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    guard tokens.indices.contains(index - 2), tokens[index - 2].isWordLike else {
      return !isLast(index + 1) || isVerb(index + 1)
    }
    return !tokens[index - 2].traits.isDisjoint(with: [.determiner, .preposition, .joiner, .clauseOpener])
  }

  private func isVerb(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].traits.contains(.auxiliary)
  }

  // MARK: Days and hours

  /// "Monday to Friday", "Saturday and Sunday".
  private func week(_ index: Int) -> Found? {
    guard let first = weekday(index), let last = weekday(index + 2), tokens.indices.contains(index + 1) else {
      return nil
    }
    let between = tokens[index + 1].normal
    let name: String
    if first == 1, last == 5, ["to", "till", "until", "through", "-", "–"].contains(between) {
      name = "weekdays"
    } else if first == 6, last == 7, ["and", "or", "&"].contains(between) {
      name = "weekend"
    } else {
      return nil
    }
    return word(name, index..<index + 3)
  }

  /// Some tokens read as one word.
  private func word(_ name: String, _ range: Range<Int>) -> Found {
    let first = tokens[range.lowerBound]
    let place = first.range.through(tokens[range.upperBound - 1].range)
    var token = Token(.word, name, at: place, letterCase: first.letterCase)
    token.traits = []
    token.stance = first.stance
    return Found(token: token, tokens: range, figure: nil)
  }

  private func weekday(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), case .day(.weekday(let day, 0))? = tokens[index].value else {
      return nil
    }
    return day
  }

  /// "on 3/3".
  private func slashed(_ number: Quantity, _ index: Int) -> Read? {
    guard Self.beforeDays.contains(word(index - 1) ?? "") else { return nil }
    if let day = number.whole, let next = word(index + 1), next.hasPrefix("/"),
      let month = Int(next.dropFirst()), Numeral.isDay(month, day)
    {
      return (FactFigure(.day(.calendar(year: nil, month: month, day: day))), index + 2)
    }
    let parts = tokens[index].normal.split(separator: ".").compactMap { Int($0) }
    guard word(index - 1) == "on", number.whole == nil, parts.count == 2, Numeral.isDay(parts[1], parts[0])
    else { return nil }
    return (FactFigure(.day(.calendar(year: nil, month: parts[1], day: parts[0]))), index + 1)
  }

  private static let beforeDays: Set<String> = [
    "on", "by", "until", "till", "from", "before", "after", "since",
  ]

  /// "at 9.30".
  private func dotted(_ index: Int) -> TimeOfDay? {
    guard ["at", "until", "till"].contains(word(index - 1) ?? "") else { return nil }
    let parts = tokens[index].normal.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return TimeOfDay(minutes: hour * 60 + minute, isHalfKnown: hour > 12 || parts[0].hasPrefix("0"))
  }

  /// "at 9", "until nine", "from 9 to 5 pm", "at 0900".
  private func hour(_ number: Quantity, _ index: Int) -> TimeOfDay? {
    guard let before = word(index - 1), let whole = number.whole, isLast(index + 1) || isTime(index + 2),
      !["per", "a", "an", "each", "of", "percent"].contains(word(index + 1) ?? "")
    else { return nil }
    if before == "at", tokens[index].normal.utf8.count == 4, tokens[index].normal.hasPrefix("0"),
      whole / 100 < 24, whole % 100 < 60
    {
      return TimeOfDay(minutes: whole / 100 * 60 + whole % 100)
    }
    let isPlace = ["at", "until", "till"].contains(before)
    let isRange = ["from", "between"].contains(before) && isTime(index + 2)
    let isEnd = ["to", "and", "until", "till"].contains(before) && isTime(index - 2)
    guard isPlace || isRange || isEnd, (1...12).contains(whole) else { return nil }
    return TimeOfDay(minutes: whole % 12 * 60, isHalfKnown: false)
  }

  private func isTime(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .time
  }
}

/// Whether a value is told as a limit: "more than 5", "up to 5", "5 or more".
struct FactBounds {
  private let tokens: [Token]

  init(_ tokens: [Token]) { self.tokens = tokens }

  private func word(_ index: Int) -> String {
    tokens.indices.contains(index) && tokens[index].isWordLike ? tokens[index].normal : ""
  }

  func bound(of range: Range<Int>) -> FactFigure.Bound {
    let bound = before(range.lowerBound)
    return bound == .none ? after(range.upperBound) : bound
  }

  private func before(_ index: Int) -> FactFigure.Bound {
    var place = index - 1
    while ["the", "a", "just", "well", "slightly", "only"].contains(word(place)) { place -= 1 }
    let isDenied = ["no", "not"].contains(word(word(place) == "than" ? place - 2 : place - 1))
    switch word(place) {
    case "than":
      if Self.more.contains(word(place - 1)) { return isDenied ? .atMost : .above }
      if Self.less.contains(word(place - 1)) { return isDenied ? .atLeast : .below }
    case "over", "above", "exceeds", "exceed", "exceeding", "beyond": return isDenied ? .atMost : .above
    case "under", "below", "beneath": return isDenied ? .atLeast : .below
    case "least" where word(place - 1) == "at": return .atLeast
    case "most" where word(place - 1) == "at": return .atMost
    case "to" where word(place - 1) == "up": return .atMost
    case "of" where word(place - 1) == "minimum": return .atLeast
    case "of" where word(place - 1) == "maximum": return .atMost
    default: break
    }
    return .none
  }

  private func after(_ index: Int) -> FactFigure.Bound {
    switch word(index) {
    case "or", "and":
      if ["more", "over", "above", "older", "longer", "higher", "up", "upwards"].contains(word(index + 1)) {
        return .atLeast
      }
      if ["less", "fewer", "under", "below", "younger", "shorter", "lower"].contains(word(index + 1)) {
        return .atMost
      }
    case "minimum": return .atLeast
    case "maximum": return .atMost
    default: break
    }
    return .none
  }

  private static let more: Set<String> = [
    "more", "greater", "higher", "longer", "later", "bigger", "larger", "older", "heavier", "further",
  ]
  private static let less: Set<String> = [
    "less", "fewer", "lower", "shorter", "earlier", "smaller", "younger", "lighter", "sooner", "cheaper",
  ]
}
