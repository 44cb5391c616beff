/// Days by name and by the calendar: "tomorrow", "next Friday", "Friday 3 March", "the 3rd of March 2025".
extension ValueReader {
  /// Words a day may begin with.
  static let dayOpeners = Set(monthNames.keys).union(relative.keys).union(weekdays.keys).union([
    "day", "this", "next", "last",
  ])

  func day(at index: Int) -> Found? {
    calendarDay(index) ?? relativeDay(index) ?? namedWeekday(index, weeksOn: 0)
  }

  // MARK: Near days

  private func relativeDay(_ index: Int) -> Found? {
    guard let word = word(index) else { return nil }
    if let days = Self.relative[word] {
      return Found(value: .day(.relative(days: days)), end: index + 1)
    }
    switch word {
    case "day" where self.word(index + 1) == "after" && self.word(index + 2) == "tomorrow":
      return Found(value: .day(.relative(days: 2)), end: index + 3)
    case "this": return period(index, weeksOn: 0)
    case "next": return period(index, weeksOn: 1)
    case "last": return period(index, weeksOn: -1)
    default: return nil
    }
  }

  private func period(_ index: Int, weeksOn: Int) -> Found? {
    switch word(index + 1) {
    case "week": return Found(value: .day(.week(weeksOn)), end: index + 2)
    case "month": return Found(value: .day(.month(weeksOn)), end: index + 2)
    case "morning" where weeksOn == 0, "afternoon" where weeksOn == 0, "evening" where weeksOn == 0:
      return Found(value: .day(.relative(days: 0)), end: index + 2)
    default: return namedWeekday(index + 1, weeksOn: weeksOn)
    }
  }

  private static let relative = [
    "today": 0, "tonight": 0, "tomorrow": 1, "tommorow": 1, "tommorrow": 1, "tomorow": 1, "yesterday": -1,
  ]

  private func namedWeekday(_ index: Int, weeksOn: Int) -> Found? {
    guard let word = word(index), let number = Self.weekdays[word] else { return nil }
    if word.utf8.count == 3, number >= 6 || word == "mon", !isAbbreviatedDay(index) { return nil }
    if let date = calendarDay(index + 1, afterWeekday: true) { return date }
    return Found(value: .day(.weekday(number, weeksOn: weeksOn)), end: index + 1)
  }

  /// "Sat" and "Sun" are days after "on", "by", "next" or with a capital inside a sentence.
  private func isAbbreviatedDay(_ index: Int) -> Bool {
    let before = word(index - 1) ?? ""
    return ["on", "by", "this", "next", "last", "until", "till", "from", "before"].contains(before)
  }

  private static let weekdays: [String: Int] = [
    "monday": 1, "mondays": 1, "mon": 1, "tuesday": 2, "tuesdays": 2, "tues": 2, "tue": 2, "wednesday": 3,
    "wednesdays": 3, "wed": 3, "thursday": 4, "thursdays": 4, "thurs": 4, "thu": 4, "friday": 5, "fridays": 5,
    "fri": 5, "saturday": 6, "saturdays": 6, "sat": 6, "sunday": 7, "sundays": 7, "sun": 7,
  ]

  // MARK: Days of the calendar

  /// "3 March", "3rd of March 2025", "March 3rd", "March 3, 2025".
  private func calendarDay(_ index: Int, afterWeekday: Bool = false) -> Found? {
    guard index < tokens.count else { return nil }
    let start = word(index) == "the" && afterWeekday ? index + 1 : index
    guard start < tokens.count else { return nil }
    if let month = month(start) {
      let number = word(start + 1) == "the" ? start + 2 : start + 1
      if let day = dayNumber(number) { return dated(month, day, number + 1) }
    }
    guard let day = dayNumber(start) else { return nil }
    let next = word(start + 1) == "of" ? start + 2 : start + 1
    guard let month = month(next) else { return nil }
    return dated(month, day, next + 1)
  }

  private func dated(_ month: Int, _ day: Int, _ end: Int) -> Found? {
    guard Numeral.isDay(month, day) else { return nil }
    if let year = year(end) {
      return Found(value: .day(.calendar(year: year, month: month, day: day)), end: end + 1)
    }
    let isComma = end < tokens.count && tokens[end].kind == .punctuation && tokens[end].normal == ","
    if isComma, let year = year(end + 1) {
      return Found(value: .day(.calendar(year: year, month: month, day: day)), end: end + 2)
    }
    return Found(value: .day(.calendar(year: nil, month: month, day: day)), end: end)
  }

  /// The number of a month by its name.
  static func monthNumber(_ name: String) -> Int? { monthNames[name] }

  private func month(_ index: Int) -> Int? { word(index).flatMap { Self.monthNames[$0] } }

  private func dayNumber(_ index: Int) -> Int? {
    guard index < tokens.count, let number = NumberWords.read(tokens, at: index) else { return nil }
    guard number.end == index + 1, let day = number.quantity.whole, (1...31).contains(day) else { return nil }
    return day
  }

  private func year(_ index: Int) -> Int? {
    guard index < tokens.count, case .number(let number)? = tokens[index].value else { return nil }
    guard let year = number.whole, (1900...2199).contains(year), tokens[index].normal.utf8.count == 4 else {
      return nil
    }
    return year
  }

  private static let monthNames: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
    "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
  ]
}
