import Domain

/// Whole international bank account numbers in a text: two letters, two check digits, and the account (ISO 13616).
enum BankAccount {
  /// Where they stand, blanks and hyphens within allowed; only those whose check digits hold.
  static func all(in text: String) -> [TextRange] {
    let bytes = Array(text.utf8)
    var found: [TextRange] = []
    var start = 0
    while start + 15 <= bytes.count {
      if isStart(start, bytes), let end = end(from: start, bytes) {
        found.append(TextRange(start, end))
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private static func isStart(_ index: Int, _ bytes: [UInt8]) -> Bool {
    let isEdge = index == 0 || !isLetter(bytes[index - 1]) && !isDigit(bytes[index - 1])
    return isEdge && isLetter(bytes[index]) && isLetter(bytes[index + 1])
      && isDigit(bytes[index + 2]) && isDigit(bytes[index + 3])
  }

  /// The end of the longest run of 15 to 34 signs from here that passes the check.
  private static func end(from start: Int, _ bytes: [UInt8]) -> Int? {
    var code: [UInt8] = []
    var longest: Int?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if [0x20, 0x2D].contains(byte) { continue }
      guard isLetter(byte) || isDigit(byte), code.count < 34 else { break }
      code.append(byte)
      if code.count >= 15, isWhole(code) { longest = index + 1 }
    }
    return longest
  }

  /// The first four signs put last and letters read as 10 to 35: the rest of a division by 97 is 1.
  private static func isWhole(_ code: [UInt8]) -> Bool {
    let rest = (code.dropFirst(4) + code.prefix(4)).reduce(0) { rest, byte in
      let value = isDigit(byte) ? Int(byte) - 0x30 : Int(byte | 0x20) - 0x61 + 10
      return (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return rest == 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
