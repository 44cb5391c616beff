/// An amount in the smallest unit of its currency (cents), never a float.
public struct Money: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Hundredths of the currency's unit.
  public var hundredths: Int
  /// ISO 4217 code in capitals, such as `EUR`.
  public var currency: String

  public init(hundredths: Int, currency: String) {
    self.hundredths = hundredths
    self.currency = currency
  }

  /// `64.90 EUR`; whole amounts without decimals: `40 EUR`.
  public var description: String {
    let (units, cents) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    let tail = cents == 0 ? "" : "." + (cents < 10 ? "0\(cents)" : "\(cents)")
    return "\(sign)\(units)\(tail) \(currency)"
  }

  /// Reads `40 EUR`, `64.9 EUR`, `EUR 40`, `£40`, `€40`, `$40`, or a bare number in `currency` when that is given.
  ///
  /// - Returns: nil when the text is not one amount; at most two decimals, at most 12 digits before them.
  public static func parse(_ text: String, currency fallback: String? = nil) -> Money? {
    var rest = Substring(text)
    rest = rest.trimmed
    var code = fallback
    if let first = rest.first, let known = symbols[first] {
      code = known
      rest = rest.dropFirst().trimmed
    } else if let last = rest.last, let known = symbols[last] {
      code = known
      rest = rest.dropLast().trimmed
    } else {
      let words = rest.split(separator: " ")
      if words.count == 2 {
        guard let word = words.first(where: { $0.isCurrencyCode }) else { return nil }
        code = word.uppercased()
        rest = words[0].isCurrencyCode ? words[1] : words[0]
      }
    }
    guard let code, let hundredths = hundredths(of: rest) else { return nil }
    return Money(hundredths: hundredths, currency: code)
  }

  private static let symbols: [Character: String] = ["€": "EUR", "£": "GBP", "$": "USD"]

  private static func hundredths(of text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, (1...12).contains(whole.count), whole.isDigits else {
      return nil
    }
    guard let units = Int(whole) else { return nil }
    guard parts.count == 2 else { return units * 100 }
    let decimals = parts[1]
    guard (1...2).contains(decimals.count), decimals.isDigits, let value = Int(decimals) else { return nil }
    return units * 100 + (decimals.count == 1 ? value * 10 : value)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var part = self
    while part.first == " " { part = part.dropFirst() }
    while part.last == " " { part = part.dropLast() }
    return part
  }

  fileprivate var isDigits: Bool { allSatisfy { $0.isASCII && $0.isNumber } }
  fileprivate var isCurrencyCode: Bool { count == 3 && allSatisfy { $0.isASCII && $0.isLetter } }
}
