/// A moment as date and time of day in UTC, by the Gregorian calendar carried back and forth without end.
///
/// Made from milliseconds since 1970-01-01; any `Int` gives a date, journals may hold any number. The day count
/// follows Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
public struct UTCTime: Hashable, Sendable {
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int

  public init(milliseconds: Int) {
    let seconds = milliseconds.flooredDivision(by: 1_000)
    let days = seconds.flooredDivision(by: 86_400)
    let ofDay = seconds - days * 86_400
    (year, month, day) = Self.date(daysSince1970: days)
    hour = ofDay / 3_600
    minute = ofDay / 60 % 60
    second = ofDay % 60
  }

  /// ISO 8601 to the second: `2026-11-22T09:30:00Z`; years outside 0–9999 with a sign and at least six digits.
  public var text: String {
    "\(date)T\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))Z"
  }

  /// ISO 8601 calendar date: `2026-11-22`.
  public var date: String {
    let sign = year < 0 ? "-" : year > 9_999 ? "+" : ""
    let digits = sign.isEmpty ? 4 : 6
    return "\(sign)\(abs(year).padded(to: digits))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// `text` of a moment in milliseconds since 1970-01-01 UTC.
  public static func text(milliseconds: Int) -> String {
    UTCTime(milliseconds: milliseconds).text
  }

  private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468  // days since 0000-03-01
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}

extension Int {
  /// Division rounding down, also below zero; `divisor` is above zero.
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  fileprivate func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
