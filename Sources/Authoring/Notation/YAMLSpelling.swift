/// How YAML 1.1 and 1.2 tools would read a bare text: what makes `fmt` quote it and the checks warn of it.
enum YAMLSpelling {
  /// What a YAML tool makes of a bare text.
  enum Reading: Hashable {
    /// The same text.
    case text
    /// A number, date or truth value that would be written the same way again.
    case retyped
    /// Something that no longer says what was written: `no`, `0123456`, `12:30`, `1.10`.
    case changed
  }

  /// Reads a bare text as YAML 1.1's and 1.2's tag resolution would, whichever does more harm.
  static func reading(of text: some Collection<UInt8>) -> Reading {
    guard let first = text.first else { return .changed }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(Array(text))
    case UInt8(ascii: "~"), UInt8(ascii: "="):
      return text.count == 1 ? .changed : .text
    case UInt8(ascii: "<"): return Array(text) == Array("<<".utf8) ? .changed : .text
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      return text.count <= 5 ? word(String(decoding: text, as: UTF8.self)) : .text
    default: return .text
    }
  }

  /// Reads a bare text as YAML's tag resolution would.
  static func reading(of text: String) -> Reading { reading(of: text.utf8) }

  private static func word(_ text: String) -> Reading {
    if text == "true" || text == "false" { return .retyped }
    let lower = text.lowercased()
    guard words.contains(lower) else { return .text }
    return text == lower || text == text.uppercased() || isCapitalised(text) ? .changed : .text
  }

  private static let words = ["null", "yes", "no", "on", "off", "y", "n", "true", "false"]

  private static func isCapitalised(_ text: String) -> Bool {
    text.dropFirst() == text.dropFirst().lowercased() && text.first?.isUppercase == true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ text: [UInt8]) -> Reading {
    let isSigned = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
    let digits = Array(text.dropFirst(isSigned ? 1 : 0))
    guard let first = digits.first else { return .text }
    if !isDigit(first), first != UInt8(ascii: ".") { return .text }
    if digits.allSatisfy(isDigit) {
      let isCanonical = (first != UInt8(ascii: "0") || digits.count == 1) && digits.count <= 15
      return isCanonical && text[0] != UInt8(ascii: "+") && text != Array("-0".utf8) ? .retyped : .changed
    }
    if isPrefixed(digits) || isSexagesimal(digits) { return .changed }
    if isDate(text) { return .retyped }
    if isTimestamp(text) || isSpecialFloat(digits) { return .changed }
    return float(digits, isPlus: text[0] == UInt8(ascii: "+"))
  }

  /// `0x1F`, `0o17`, `0b1`, and numbers with `_` inside.
  private static func isPrefixed(_ digits: [UInt8]) -> Bool {
    if digits.count > 2, digits[0] == UInt8(ascii: "0"), [0x78, 0x6F, 0x62].contains(digits[1]) {
      return digits.dropFirst(2).allSatisfy {
        isDigit($0) || $0 == 0x5F || (0x61...0x66).contains($0 | 0x20)
      }
    }
    return isDigit(digits[0]) && digits.contains(0x5F)
      && digits.allSatisfy { isDigit($0) || $0 == 0x5F || $0 == 0x2E }
  }

  private static func isSexagesimal(_ digits: [UInt8]) -> Bool {
    isDigit(digits[0]) && digits.contains(UInt8(ascii: ":"))
      && digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }

  private static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return false }
    return text.enumerated().allSatisfy { $0.offset == 4 || $0.offset == 7 || isDigit($0.element) }
  }

  /// Dates with one-figure parts or a time behind them.
  private static func isTimestamp(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit),
      (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit)
    else { return false }
    guard let first = parts[2].first, isDigit(first) else { return false }
    return parts[2].count <= 2
      ? parts[2].allSatisfy(isDigit) : parts[2].contains(UInt8(ascii: ":"))
  }

  private static func isSpecialFloat(_ digits: [UInt8]) -> Bool {
    [".inf", ".nan"].contains(String(decoding: digits, as: UTF8.self).lowercased())
  }

  private static func float(_ digits: [UInt8], isPlus: Bool) -> Reading {
    var at = 0
    while at < digits.count, isDigit(digits[at]) { at += 1 }
    let whole = at
    if at < digits.count, digits[at] == UInt8(ascii: ".") {
      at += 1
      while at < digits.count, isDigit(digits[at]) { at += 1 }
    }
    guard at > 1 || whole > 0 else { return .text }
    guard at < digits.count else {
      let isPlain = whole > 0 && (whole == 1 || digits[0] != UInt8(ascii: "0")) && at <= 15
      let lastIsKept = digits[at - 1] != UInt8(ascii: "0") && digits[at - 1] != UInt8(ascii: ".")
      return isPlain && lastIsKept && !isPlus ? .retyped : .changed
    }
    return isExponent(digits[at...]) ? .changed : .text
  }

  private static func isExponent(_ tail: ArraySlice<UInt8>) -> Bool {
    guard let first = tail.first, first | 0x20 == UInt8(ascii: "e") else { return false }
    var rest = tail.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }
}
