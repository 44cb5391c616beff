/// A value of a text with what stands around it, as facts are compared by.
struct FactFigure: Hashable, Sendable {
  /// Whether it is told as a limit and not as the value itself.
  enum Bound: Hashable, Sendable { case none, above, below, atLeast, atMost }

  /// What it is worth.
  let value: Value
  /// What it measures and how much of it, in the smallest unit: 2 km are 2,000,000 of length.
  var measure: Measure?
  /// The number as it is written, where a unit stands behind it.
  var count: Quantity?
  /// Whether it is a number without a word that says of what.
  var isBare = false
  /// How often, where it tells that: "twice", "every two weeks".
  var rate: FactRate?
  /// How many words of meaning follow it at once: what it counts is among them.
  var following = 0
  /// Whether it names one of several things: "room 4", "lamp B".
  var isLabel = false
  var bound = Bound.none
  /// Whether it has to be met: "must have at least 12 characters".
  var isDemanded = false

  /// An amount of length, mass, volume, warmth or data.
  struct Measure: Hashable, Sendable {
    let kind: FactUnits.Kind
    let amount: Quantity
  }

  init(_ value: Value) { self.value = value }

  /// Whether the two say the same amount, whatever the units: "2 km" and "2000 metres", "5 euros" and "500 cents", and,
  /// of a number without a unit, the number of one with it.
  func agrees(with other: FactFigure) -> Bool {
    if holds(of: other) { return true }
    if let rate, let their = other.rate { return rate.agrees(with: their) }
    if rate != nil || other.rate != nil { return isOnce(other) || other.isOnce(self) }
    if let measure, let their = other.measure { return measure == their }
    if measure != nil { return other.isBare && value == other.value }
    if other.measure != nil { return isBare && value == other.value }
    if isBare, value.number != nil, value.number == other.count { return true }
    if other.isBare, other.value.number != nil, other.value.number == count { return true }
    switch (value, other.value) {
    case (.money(let one, let first), .money(let two, let second))
    where first == FactUnits.anyCoin || second == FactUnits.anyCoin:
      return one == two
    case (.percent(let one), .percent(let two)):
      return one == two || Self.isThird(one, two) || Self.isThird(two, one)
    case (.duration(let one), .duration(let two)) where one.unit != two.unit:
      return Self.isMonths(one, two) || Self.isMonths(two, one) || Self.isWorkingWeeks(one, two)
        || Self.isWorkingWeeks(two, one)
    case (.ordinal(let count), .day(.calendar(_, _, let day))),
      (.day(.calendar(_, _, let day)), .ordinal(let count)):
      return count == day
    default: return value.agrees(with: other.value)
    }
  }

  /// "Twelve people died" beside "at least ten people died": a number within the limit that is told, unless it is one that
  /// has to be met.
  private func holds(of other: FactFigure) -> Bool {
    guard !isDemanded, other.bound == .none, case .number(let limit) = value,
      case .number(let told) = other.value,
      measure == nil, other.measure == nil, rate == nil, other.rate == nil, !isLabel, !other.isLabel
    else { return false }
    switch bound {
    case .above: return told > limit
    case .atLeast: return told >= limit
    case .below: return told < limit
    case .atMost, .none: return false
    }
  }

  /// "Every two weeks" is one time in two weeks.
  private func isOnce(_ other: FactFigure) -> Bool {
    guard let rate, let period = rate.period, rate.times == Quantity(1) else { return false }
    return other.value == .duration(period)
  }

  /// Whether the two measure the same sort of thing, so that one can stand where the other should.
  func isOfSort(of other: FactFigure) -> Bool {
    if rate != nil || other.rate != nil { return rate != nil && other.rate != nil }
    if measure != nil || other.measure != nil {
      return measure?.kind == other.measure?.kind || isBareNumber || other.isBareNumber
    }
    switch (value, other.value) {
    case (.number, .number), (.ordinal, .ordinal): return true
    case (.ordinal, .number), (.number, .ordinal): return false
    case (.number, _) where isBare: return other.isAmount
    case (_, .number) where other.isBare: return isAmount
    case (.ordinal, .day(.calendar)), (.day(.calendar), .ordinal): return true
    case (.day(.weekday), .day(.calendar)), (.day(.calendar), .day(.weekday)): return false
    default: return value.tokenKind == other.value.tokenKind
    }
  }

  private var isBareNumber: Bool { isBare && value.tokenKind == .number }

  private var isAmount: Bool {
    switch value {
    case .money, .percent: true
    default: false
    }
  }

  /// 33 is a third of a hundred, 66 and 67 two thirds.
  private static func isThird(_ third: Quantity, _ other: Quantity) -> Bool {
    switch third.hundredths {
    case 3333: other.hundredths.map { (3300...3340).contains($0) } ?? false
    case 6667: other.hundredths.map { (6600...6700).contains($0) } ?? false
    default: false
    }
  }

  /// 30 or 31 days are a month, 365 days a year.
  private static func isMonths(_ one: Duration, _ other: Duration) -> Bool {
    guard one.unit == .months, other.unit == .seconds, let months = one.amount.whole,
      let seconds = other.amount.whole, months < 1_200
    else { return false }
    let days = months % 12 == 0 ? [365 * (months / 12)] : [30 * months, 31 * months]
    return days.contains { $0 * 86_400 == seconds }
  }

  /// Five working days are a week.
  private static func isWorkingWeeks(_ one: Duration, _ other: Duration) -> Bool {
    guard one.unit == .workingDays, other.unit == .seconds, let days = one.amount.whole, days % 5 == 0,
      days > 0, days < 1_000
    else { return false }
    return other.amount.whole == days / 5 * 604_800
  }

  /// Whether both are limits, or one is, that cannot hold of one value: "more than 5" beside "5".
  func isOutside(_ other: FactFigure) -> Bool {
    switch (bound, other.bound) {
    case (.none, .above), (.none, .below), (.above, .none), (.below, .none), (.above, .below),
      (.below, .above), (.above, .atMost), (.atMost, .above), (.below, .atLeast), (.atLeast, .below):
      true
    default: false
    }
  }
}

extension Value {
  /// The number, where it is nothing but one.
  fileprivate var number: Quantity? {
    if case .number(let quantity) = self { quantity } else { nil }
  }
}

/// Units of length, mass, volume, warmth and data.
enum FactUnits {
  enum Kind: Hashable, Sendable { case length, mass, volume, data, warmth }

  /// The currency of cents, which many have.
  static let anyCoin = Currency("CENT")

  static func measure(_ amount: Quantity, _ unit: String) -> FactFigure.Measure? {
    guard let (kind, factor) = units[unit], let sum = amount.times(factor) else { return nil }
    return FactFigure.Measure(kind: kind, amount: sum)
  }

  /// "500ml" as its number and its unit.
  static func parts(of word: String) -> (amount: Quantity, unit: String)? {
    let lead = word.utf8.prefix { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }.count
    guard lead > 0, lead < word.utf8.count,
      let amount = Numeral.quantity(String(word.utf8.prefix(lead)) ?? "")
    else { return nil }
    let unit = String(word.utf8.dropFirst(lead)) ?? ""
    return units[unit] == nil ? nil : (amount, unit)
  }

  /// In micrometres, milligrams, microlitres, degrees and kilobytes.
  private static let units: [String: (Kind, Int)] = {
    var table: [String: (Kind, Int)] = [:]
    for (kind, factor, names) in lines {
      for name in names.split(separator: " ") { table[String(name)] = (kind, factor) }
    }
    return table
  }()

  private static let lines: [(Kind, Int, String)] = [
    (.length, 1_000_000_000, "km kilometre kilometres kilometer kilometers kms"),
    (.length, 1_000_000, "m metre metres meter meters"),
    (.length, 10_000, "cm centimetre centimetres centimeter centimeters"),
    (.length, 1_000, "mm millimetre millimetres millimeter millimeters"),
    (.length, 1_609_344_000, "mile miles"), (.length, 914_400, "yard yards"),
    (.length, 304_800, "foot feet ft"), (.length, 25_400, "inch inches"),
    (.mass, 1, "mg milligram milligrams"), (.mass, 1_000, "g gram grams gramme grammes"),
    (.mass, 1_000_000, "kg kilo kilos kilogram kilograms kgs"), (.mass, 1_000_000_000, "tonne tonnes"),
    (.volume, 1_000, "ml millilitre millilitres milliliter milliliters"),
    (.volume, 10_000, "cl centilitre centilitres"),
    (.volume, 1_000_000, "l litre litres liter liters"),
    (.warmth, 1, "degree degrees celsius fahrenheit centigrade"),
    (.data, 1, "kb kilobyte kilobytes"), (.data, 1_000, "mb megabyte megabytes"),
    (.data, 1_000_000, "gb gigabyte gigabytes gig gigs"), (.data, 1_000_000_000, "tb terabyte terabytes"),
  ]
}
