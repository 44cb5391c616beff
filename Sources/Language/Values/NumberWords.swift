/// Numbers written in words: "twenty-five", "two hundred and five", "2 million", "a dozen", "third".
enum NumberWords {
  struct Found: Equatable {
    var quantity: Quantity
    var isOrdinal: Bool
    /// Index after the last token read.
    var end: Int
  }

  /// The number that starts at a token, or nil: "two and a half" with its fraction, "three point five" with its decimals.
  static func read(_ tokens: [Token], at start: Int) -> Found? {
    guard let found = whole(tokens, at: start), !found.isOrdinal else { return whole(tokens, at: start) }
    if word(tokens, found.end) == "and", let part = fraction(tokens, at: found.end + 1),
      let sum = found.quantity.plus(part.quantity)
    {
      return Found(quantity: sum, isOrdinal: false, end: part.end)
    }
    return withDecimals(found, tokens)
  }

  /// "point seven five".
  private static func withDecimals(_ found: Found, _ tokens: [Token]) -> Found {
    guard found.quantity.whole != nil, word(tokens, found.end) == "point" else { return found }
    var (digits, decimals, end) = (found.quantity.digits, 0, found.end + 1)
    while decimals < 4, let digit = word(tokens, end).flatMap({ units[$0] }), digit < 10 {
      let (tenfold, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, tenfold <= Int.max - digit else { return found }
      (digits, decimals, end) = (tenfold + digit, decimals + 1, end + 1)
    }
    guard decimals > 0, let quantity = Quantity(digits: digits, decimals: decimals) else { return found }
    return Found(quantity: quantity, isOrdinal: false, end: end)
  }

  /// A part of one: "half", "a quarter", "three quarters", "one half".
  static func fraction(_ tokens: [Token], at start: Int) -> (quantity: Quantity, end: Int)? {
    if word(tokens, start) == "half" { return Quantity(digits: 5, decimals: 1).map { ($0, start + 1) } }
    guard let count = word(tokens, start), let name = word(tokens, start + 1) else { return nil }
    let quarters: [String: Int] =
      switch name {
      case "half": ["a": 2, "one": 2]
      case "quarter", "quarters": ["a": 1, "one": 1, "three": 3]
      default: [:]
      }
    guard let share = quarters[count] else { return nil }
    return Quantity(digits: 25 * share, decimals: 2).map { ($0, start + 2) }
  }

  /// The number that a value begins with as it is written: 30 of "30 days".
  static func leading(_ written: String) -> Quantity? {
    let first = written.prefix { $0 != " " }
    return Numeral.quantity(String(first))
      ?? (units[String(first)] ?? tens[String(first)]).map { Quantity($0) }
  }

  private static func word(_ tokens: [Token], _ index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].normal : nil
  }

  private static func whole(_ tokens: [Token], at start: Int) -> Found? {
    if case .number(let quantity)? = tokens[start].value { return multiplied(quantity, tokens, start + 1) }
    if case .ordinal(let number)? = tokens[start].value {
      return Found(quantity: Quantity(number), isOrdinal: true, end: start + 1)
    }
    guard tokens[start].kind == .word else { return nil }
    if tokens[start].normal == "a", let scale = scale(tokens, start + 1) {
      return inWords(tokens, from: start + 1, total: 0, current: 1, scale: scale)
    }
    return inWords(tokens, from: start, total: 0, current: 0, scale: nil)
  }

  /// "2 million" after the digits were read.
  private static func multiplied(_ quantity: Quantity, _ tokens: [Token], _ index: Int) -> Found {
    if let scale = scale(tokens, index), let product = quantity.times(scale) {
      return Found(quantity: product, isOrdinal: false, end: index + 1)
    }
    return Found(quantity: quantity, isOrdinal: false, end: index)
  }

  private static func scale(_ tokens: [Token], _ index: Int) -> Int? {
    index < tokens.count && tokens[index].kind == .word ? scales[tokens[index].normal] : nil
  }

  /// One step of the reading: what the words so far add up to.
  private struct Sum {
    var total: Int
    var current: Int
    /// The size of the last small word: 0 none, 1 a unit, 10 a ten, 100 after "hundred".
    var last = 0
    var isOrdinal = false

    /// Takes a word in; false when it does not continue the number.
    mutating func take(_ word: String) -> Bool {
      if let unit = units[word] { return addUnit(unit) }
      if let ten = tens[word] { return addTen(ten) }
      if let scale = scales[word] { return multiply(scale) }
      guard let ordinal = ordinals[word] else { return false }
      isOrdinal = ordinal < 20 ? addUnit(ordinal) : addTen(ordinal)
      return isOrdinal
    }

    private mutating func addUnit(_ unit: Int) -> Bool {
      guard last == 0 || last == 100 || (last == 10 && unit > 0 && unit < 10) else { return false }
      current += unit
      last = 1
      return true
    }

    private mutating func addTen(_ ten: Int) -> Bool {
      guard last == 0 || last == 100 else { return false }
      current += ten
      last = 10
      return true
    }

    private mutating func multiply(_ scale: Int) -> Bool {
      guard current > 0 || total > 0, scale != 12 || current < 100 else { return false }
      if scale <= 100 {
        guard current > 0, current < 100 else { return false }
        current *= scale
      } else {
        guard current > 0, current < 1000, total < 1_000_000_000 else { return false }
        total += current * scale
        current = 0
      }
      last = 100
      return true
    }
  }

  private static func inWords(
    _ tokens: [Token], from start: Int, total: Int, current: Int, scale: Int?
  ) -> Found? {
    var sum = Sum(total: total, current: current)
    var index = start
    var end = start
    while index < tokens.count, tokens[index].kind == .word {
      let word = tokens[index].normal
      if word == "and", sum.last == 100, end == index { index += 1; continue }
      if sum.isOrdinal || !sum.take(word) { break }
      index += 1
      end = index
    }
    guard end > start else { return nil }
    return Found(quantity: Quantity(sum.total + sum.current), isOrdinal: sum.isOrdinal, end: end)
  }

  /// Every word that is a number by itself, or part of one.
  static let all = Set(units.keys).union(tens.keys).union(scales.keys).union(ordinals.keys)

  private static let units = numbered([
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ])
  private static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]
  private static let scales: [String: Int] = [
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000,
  ]
  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
  ]

  private static func numbered(_ words: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (number, word) in words.enumerated() { table[word] = number }
    return table
  }
}
