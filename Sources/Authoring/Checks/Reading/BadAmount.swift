import Diagnostics

/// S118: a misspelt length of time, amount of money or range.
enum BadAmount {
  static let page = CheckPage(
    "S118", "bad-amount", .error,
    title: "a length of time, an amount or a range is misspelt",
    why: """
      Times, money and ranges are compared and added up, so they must be spelt in the one way that leaves no \
      doubt: a number with its unit, and the lower end of a range first.
      """,
    mending: .shown,
    triggering: ReadingExample.pack("policy:\n  refund: {limit: EUR 40}\n"),
    clean: ReadingExample.pack("policy:\n  refund: {limit: 40 EUR}\n"))

  static func found(
    _ reading: Reading, _ value: Node, _ type: FieldType, _ owner: Reading.Owner
  ) -> Diagnostic {
    let text = value.text ?? ""
    let meant = mended(text, type)
    return page.found(
      "'\(owner.name)' wants \(type.wanted), not '\(text)'",
      at: reading.label(value.span, "not \(type.wanted)"),
      help: meant.map { "did you mean '\($0)'?" } ?? choices(text, type) ?? "such as \(type.sample)",
      fix: meant.map { Fix("write '\($0)'", [reading.edit(value.span, $0)], certainty: .suggested) })
  }

  /// A bare number where money and time both may stand: only the author knows which.
  private static func choices(_ text: String, _ type: FieldType) -> String? {
    guard type == .moneyOrDuration, Spelling.isInteger(text[...]), !text.hasPrefix("-") else { return nil }
    return "write `\(text) EUR` for money, `\(text)s` for time"
  }

  /// The spelling most likely meant, only if it is right.
  private static func mended(_ text: String, _ type: FieldType) -> String? {
    let candidates: [String?] =
      switch type {
      case .range: [swapped(text)]
      case .duration: [withUnit(text)]
      case .money: [withCurrencyBehind(text)]
      case .moneyOrDuration: [withCurrencyBehind(text), Spelling.isInteger(text[...]) ? nil : withUnit(text)]
      case .text, .name, .expression, .integer, .truth, .gauges, .route, .difficulty, .satisfaction, .choice,
        .list, .oneOrList, .section, .anything:
        []
      }
    return candidates.compactMap(\.self).first {
      if case .fine = Spelling.check($0, as: type) { true } else { false }
    }
  }

  private static func swapped(_ text: String) -> String? {
    for middle in ["..", "-", " to "] {
      guard let ends = Spelling.parts(of: text, around: middle) else { continue }
      guard let low = Spelling.integer(ends.0), let high = Spelling.integer(ends.1) else { continue }
      return "\(min(low, high))..\(max(low, high))"
    }
    return nil
  }

  private static func withUnit(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = Spelling.trimmed(text[digits.endIndex...]).lowercased()
    guard !digits.isEmpty else { return nil }
    switch unit {
    case "", "s", "sec", "secs", "second", "seconds": return digits + "s"
    case "m", "min", "mins", "minute", "minutes": return digits + "m"
    case "h", "hour", "hours": return digits + "h"
    case "d", "day", "days": return digits + "d"
    default: return nil
    }
  }

  private static let words = [
    "EURO": "EUR", "EUROS": "EUR", "DOLLAR": "USD", "DOLLARS": "USD", "POUND": "GBP", "POUNDS": "GBP",
  ]

  private static func withCurrencyBehind(_ text: String) -> String? {
    let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP"]
    var currency = text.filter { $0.isASCII && $0.isLetter }.uppercased()
    for (sign, code) in signs where text.contains(sign) { currency = code }
    currency = words[currency] ?? currency
    var number = text.filter { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    number = String(number.map { $0 == "," ? "." : $0 })
    if let point = number.firstIndex(of: "."), number[point...].count == 2 { number += "0" }
    return currency.isEmpty || number.isEmpty ? nil : number + " " + currency
  }
}
