/// A currency by its ISO 4217 code, upper case.
public struct Currency: Hashable, Sendable {
  /// Three capitals, such as EUR.
  public let code: String
  /// A currency from its code, in any case.
  public init(_ code: String) { self.code = code.uppercased() }
}

/// A time of day.
public struct TimeOfDay: Hashable, Sendable {
  /// Minutes since midnight, 0–1439; when the half of the day is not known, 0–719.
  public let minutes: Int
  /// Whether the half of the day was said: "3 pm" and "15:00", not "3 o'clock".
  public let isHalfKnown: Bool
  /// A time from its minutes; those beyond the day wrap round.
  public init(minutes: Int, isHalfKnown: Bool = true) {
    let length = isHalfKnown ? 1440 : 720
    self.minutes = ((minutes % length) + length) % length
    self.isHalfKnown = isHalfKnown
  }
}

/// A length of time in its smallest exact unit: a week is seven days, a year is twelve months.
public struct Duration: Hashable, Sendable {
  /// Units that cannot be turned into one another exactly.
  public enum Unit: String, Hashable, Sendable, CaseIterable { case seconds, workingDays, months }
  /// How many units.
  public let amount: Quantity
  /// The unit counted.
  public let unit: Unit
  /// A length of `amount` units.
  public init(_ amount: Quantity, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}

/// A day as people name it, near or by the calendar.
public enum Day: Hashable, Sendable {
  /// 0 today, 1 tomorrow, -1 yesterday.
  case relative(days: Int)
  /// 1 Monday to 7 Sunday; `weeksOn` is 1 for "next Friday", -1 for "last Friday".
  case weekday(Int, weeksOn: Int)
  /// "next week" is 1, "this week" 0.
  case week(Int)
  /// "next month" is 1.
  case month(Int)
  /// Month 1–12 and day 1–31; no year when none was said.
  case calendar(year: Int?, month: Int, day: Int)
}

/// A case, order or account number; hyphens, spaces and letter case do not tell two apart.
public struct Identifier: Hashable, Sendable {
  /// Capitals and digits only.
  public let code: String
  /// The identifier written anywhere in `text`.
  public init(_ text: String) {
    code = text.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// What a number, an amount or a time in a reply is worth. Compared as a value, never as text.
public enum Value: Hashable, Sendable {
  case number(Quantity)
  case ordinal(Int)
  case percent(Quantity)
  case money(Quantity, Currency)
  case duration(Duration)
  case time(TimeOfDay)
  case day(Day)
  case identifier(Identifier)

  /// Whether the two say the same to a fair listener.
  ///
  /// Equal values do; so do a bare number and the same amount of money ("40" for "40 EUR"), a time with the half
  /// of the day left open and one with it, a date with and without its year.
  public func agrees(with other: Value) -> Bool {
    switch (self, other) {
    case (.number(let number), .money(let amount, _)), (.money(let amount, _), .number(let number)):
      return number == amount
    case (.time(let one), .time(let two)):
      if one.isHalfKnown && two.isHalfKnown { return one == two }
      return one.minutes % 720 == two.minutes % 720
    case (.day(.calendar(let year1, let month1, let day1)), .day(.calendar(let year2, let month2, let day2))):
      return month1 == month2 && day1 == day2 && (year1 == nil || year2 == nil || year1 == year2)
    case (.day(.weekday(let one, let weeks1)), .day(.weekday(let two, let weeks2))):
      return one == two && (weeks1 == weeks2 || weeks1 == 0 || weeks2 == 0)
    case (.number, _), (.ordinal, _), (.percent, _), (.money, _), (.duration, _), (.time, _), (.day, _),
      (.identifier, _):
      return self == other
    }
  }

  /// The kind of token that carries such a value.
  public var tokenKind: TokenKind {
    switch self {
    case .number, .ordinal: .number
    case .percent: .percent
    case .money: .money
    case .duration: .duration
    case .time: .time
    case .day: .date
    case .identifier: .identifier
    }
  }
}

extension Value: CustomStringConvertible {
  /// One text a value: "10 GBP", "172800 seconds", "15:00", "day +1", "A4412".
  public var description: String {
    switch self {
    case .number(let quantity): quantity.description
    case .ordinal(let number): "\(number)."
    case .percent(let quantity): "\(quantity)%"
    case .money(let quantity, let currency): "\(quantity) \(currency.code)"
    case .duration(let duration): "\(duration.amount) \(duration.unit.rawValue)"
    case .time(let time): Self.clock(time)
    case .day(let day): Self.name(of: day)
    case .identifier(let identifier): identifier.code
    }
  }

  private static func clock(_ time: TimeOfDay) -> String {
    let minutes = time.minutes % 60
    return "\(time.minutes / 60):\(minutes < 10 ? "0" : "")\(minutes)" + (time.isHalfKnown ? "" : " am or pm")
  }

  private static func name(of day: Day) -> String {
    switch day {
    case .relative(let days): "day \(days)"
    case .weekday(let number, let weeks): "weekday \(number) week \(weeks)"
    case .week(let weeks): "week \(weeks)"
    case .month(let months): "month \(months)"
    case .calendar(let year, let month, let day): (year.map { "\($0)-" } ?? "") + "\(month)-\(day)"
    }
  }
}
