/// Values told in two parts: "an hour and a half", "1 hour 30 minutes", "5 euros and 50 cents", "9 in the morning".
extension ValueReader {
  /// A length of time with a smaller one behind it: "1 hour 30", "2 hours and 15 minutes", "a year and a half".
  func extended(_ length: Found) -> Found {
    guard case .duration(let first) = length.value, first.unit != .workingDays,
      let unit = unit(before: length.end), let factor = Self.size(unit, first.unit)
    else { return length }
    if let half = fraction(length.end), let more = half.quantity.times(factor),
      let sum = first.amount.plus(more)
    {
      return Found(value: .duration(Duration(sum, first.unit)), end: half.end)
    }
    let start = word(length.end) == "and" ? length.end + 1 : length.end
    guard start < tokens.count, let number = NumberWords.read(tokens, at: start), !number.isOrdinal else {
      return length
    }
    if let smaller = Self.size(word(number.end), first.unit), smaller < factor,
      let sum = number.quantity.times(smaller).flatMap(first.amount.plus)
    {
      return Found(value: .duration(Duration(sum, first.unit)), end: number.end + 1)
    }
    let isLast = number.end >= tokens.count || tokens[number.end].kind == .punctuation
    guard isLast, start == length.end, Self.hours.contains(unit), let minutes = number.quantity.whole,
      (10..<60).contains(minutes), let sum = first.amount.plus(Quantity(minutes * 60))
    else { return length }
    return Found(value: .duration(Duration(sum, first.unit)), end: number.end)
  }

  /// The word that counts the length which ends at a token; "h" where the unit is part of the number: "2h".
  private func unit(before end: Int) -> String? {
    guard end > 0 else { return nil }
    if let name = word(end - 1) { return name }
    return tokens[end - 1].kind == .duration ? "h" : nil
  }

  private static func size(_ name: String?, _ unit: Duration.Unit) -> Int? {
    guard let name else { return nil }
    return unit == .months ? months[name] : seconds[name]
  }

  private static let hours: Set<String> = ["hour", "hours", "hr", "hrs", "h"]

  /// "and a half", "and three quarters".
  private func fraction(_ index: Int) -> (quantity: Quantity, end: Int)? {
    guard word(index) == "and" else { return nil }
    return NumberWords.fraction(tokens, at: index + 1)
  }

  /// "and 50 cents" behind a whole amount.
  func minorUnits(_ index: Int) -> (quantity: Quantity, end: Int)? {
    let start = word(index) == "and" ? index + 1 : index
    guard start < tokens.count, let number = NumberWords.read(tokens, at: start), !number.isOrdinal,
      let whole = number.quantity.whole, (1..<100).contains(whole), let pence = number.quantity.pence,
      Self.smallCoins[word(number.end) ?? ""] != nil
    else { return nil }
    return (pence, number.end + 1)
  }

  /// Whether the hour before a token is of the afternoon: "pm", "in the evening"; nil where nothing tells.
  func half(at index: Int, hour: Int) -> (isAfternoon: Bool, end: Int)? {
    switch word(index) {
    case "pm": return (true, index + 1)
    case "am": return (false, index + 1)
    case "at" where word(index + 1) == "night": return (hour % 12 >= 6, index + 2)
    case "in" where word(index + 1) == "the":
      switch word(index + 2) {
      case "morning": return (false, index + 3)
      case "afternoon", "evening": return (true, index + 3)
      default: return nil
      }
    default: return nil
    }
  }
}
