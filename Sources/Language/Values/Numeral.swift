/// Reads one run with digits in it: "1,000.50", "15:00", "2024-03-03", "10k", "3pm", "A-4412", "24h".
enum Numeral {
  enum Reading: Equatable {
    case value(Value, TokenKind)
    case identifier
    case word
    /// Two tokens: cut before the letter at this offset, counted in scalars.
    case split(Int)
  }

  /// More digits than this are an account or telephone number, not an amount.
  static let longestNumber = 15

  static func read(_ run: String) -> Reading {
    let letters = Array(run.unicodeScalars)
    let lead = letters.prefix { isDigit($0) || isSeparator($0) }.count
    if lead == letters.count { return plain(run) }
    guard lead > 0, letters.prefix(lead).contains(where: isDigit) else { return mixed(letters) }
    let suffix = String(String.UnicodeScalarView(letters[lead...]))
    if let value = suffixed(String(String.UnicodeScalarView(letters[..<lead])), suffix) {
      return .value(value, value.tokenKind)
    }
    return hyphenated(run, letters, lead)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { ".,:/".unicodeScalars.contains(scalar) }

  private static func plain(_ run: String) -> Reading {
    if let time = clock(run) { return .value(.time(time), .time) }
    if let day = slashDate(run) { return .value(.day(day), .date) }
    if let number = quantity(run) { return .value(.number(number), .number) }
    if run.contains(":") || run.contains("/") { return splitAtSign(run) }
    return .identifier
  }

  /// "3/4" or "10:99": the first part is a number, the rest is read again.
  private static func splitAtSign(_ run: String) -> Reading {
    let lead = run.unicodeScalars.prefix { $0 != ":" && $0 != "/" }.count
    return lead > 0 ? .split(lead) : .word
  }

  /// "10-day" splits; "2024-03-03" is a date; "4412-A" and "0800-123-456" are identifiers; "3-5" splits.
  private static func hyphenated(_ run: String, _ letters: [Unicode.Scalar], _ lead: Int) -> Reading {
    guard letters[lead] == "-" else {
      return unitSuffixes.contains(String(String.UnicodeScalarView(letters[lead...])))
        ? .split(lead) : mixed(letters)
    }
    if let day = isoDate(run) { return .value(.day(day), .date) }
    let rest = letters[(lead + 1)...]
    let restIsDigits = rest.allSatisfy { isDigit($0) || isSeparator($0) }
    if restIsDigits && lead <= 3 && rest.count <= 3 { return .split(lead) }
    let restIsWord = !rest.contains(where: isDigit) && rest.count > 1
    return restIsWord || rest.isEmpty ? .split(lead) : mixed(letters)
  }

  private static let unitSuffixes: Set<String> = [
    "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks", "gbp", "eur", "usd", "euro",
    "euros", "pounds", "am", "pm", "h", "months", "secs", "sec",
  ]

  /// Letters and digits together: an identifier when short enough in letters and long enough in digits.
  private static func mixed(_ letters: [Unicode.Scalar]) -> Reading {
    let digits = letters.count(where: isDigit)
    let alphabetic = letters.count { $0.properties.isAlphabetic }
    if digits > longestNumber { return .identifier }
    return digits >= 2 && alphabetic <= max(6, digits) ? .identifier : .word
  }

  // MARK: Parts

  /// A plain number with its thousands and decimal signs; nil when they make no number or too long a one.
  static func quantity(_ run: String) -> Quantity? {
    let parts = run.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let signs = run.unicodeScalars.filter { !isDigit($0) }
    guard parts.allSatisfy({ !$0.isEmpty }), signs.allSatisfy({ $0 == "," || $0 == "." }) else { return nil }
    let digits = parts.map { String(String.UnicodeScalarView($0)) }
    guard digits.reduce(0, { $0 + $1.utf8.count }) <= longestNumber else { return nil }
    guard let last = signs.last else { return Int(run).map { Quantity($0) } }
    let lastLength = digits[digits.count - 1].utf8.count
    let isGroup = lastLength == 3 && (last == "," || signs.count > 1) && signs.allSatisfy { $0 == last }
    if isGroup { return Int(digits.joined()).map { Quantity($0) } }
    guard signs.dropLast().allSatisfy({ $0 != last }), lastLength <= 9 else { return nil }
    return Int(digits.joined()).flatMap { Quantity(digits: $0, decimals: lastLength) }
  }

  private static func clock(_ run: String) -> TimeOfDay? {
    let parts = run.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[0].utf8.count <= 2 else { return nil }
    guard let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60 else { return nil }
    let isHalfKnown = hour == 0 || hour > 12 || parts[0].hasPrefix("0")
    return TimeOfDay(minutes: hour * 60 + minute, isHalfKnown: isHalfKnown)
  }

  /// "12/05/2024": the day first, unless only the second part can be one.
  private static func slashDate(_ run: String) -> Day? {
    let parts = run.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
    guard parts.count == 3, !run.contains(","), let one = Int(parts[0]), let two = Int(parts[1]) else {
      return nil
    }
    guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, let year = Int(parts[2]) else { return nil }
    guard parts[2].utf8.count == 4 || parts[2].utf8.count == 2 else { return nil }
    let (day, month) = two > 12 ? (two, one) : (one, two)
    guard isDay(month, day) else { return nil }
    return .calendar(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }

  private static func isoDate(_ run: String) -> Day? {
    let parts = run.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    guard let month = Int(parts[1]), let day = Int(parts[2]), isDay(month, day) else { return nil }
    return .calendar(year: year, month: month, day: day)
  }

  static func isDay(_ month: Int, _ day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

  /// "h30" behind the hours.
  private static func hours(_ lead: String, _ suffix: String) -> Value? {
    guard suffix.hasPrefix("h"), suffix.utf8.count == 3, let minutes = Int(suffix.dropFirst()), minutes < 60,
      let hours = Int(lead).flatMap({ Quantity($0).times(3600) }),
      let sum = hours.plus(Quantity(minutes * 60))
    else { return nil }
    return .duration(Duration(sum, .seconds))
  }

  private static func suffixed(_ lead: String, _ suffix: String) -> Value? {
    if let length = hours(lead, suffix) { return length }
    switch suffix {
    case "st", "nd", "rd", "th": return Int(lead).map { .ordinal($0) }
    case "k": return quantity(lead)?.times(1000).map { .number($0) }
    case "p": return quantity(lead)?.pence.map { .money($0, Currency("GBP")) }
    case "am", "pm": return time(lead, isAfternoon: suffix == "pm").map { .time($0) }
    case "h":
      return quantity(lead)?.times(3600).map { .duration(Duration($0, .seconds)) }
    default: return nil
    }
  }

  /// A time of a twelve-hour clock from "3", "3.30" or "3:30".
  static func time(_ lead: String, isAfternoon: Bool) -> TimeOfDay? {
    let parts = lead.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard let first = parts.first, let hour = Int(first), parts.count <= 2, (0...12).contains(hour) else {
      return nil
    }
    guard let minute = parts.count == 2 ? Int(parts[1]) : 0, (0..<60).contains(minute) else { return nil }
    return TimeOfDay(minutes: (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute)
  }
}

extension Quantity {
  /// This many hundredths: 50 pence is 0.5 pounds.
  var pence: Quantity? { Quantity(digits: digits, decimals: decimals + 2) }
}
